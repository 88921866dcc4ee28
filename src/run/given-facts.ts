import type { GivenFact } from "../intake/read-facts.js";
import type { Finding } from "../model/finding.js";
import type { Answer, Submission } from "../model/submission.js";
import { byText } from "../model/text-order.js";
import type { ReadFacts } from "./supplements.js";

/** What others supplied, by the code of the unit that it is about. */
export interface FactsByUnit {
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, Answer>>;
  /** One fact of one unit in two tables: neither is preferred by guessing. */
  readonly clashes: ReadonlyMap<ReadFacts, readonly Finding[]>;
}

/** Puts the tables together; within one table the reader has told what stands there twice. */
export function gatherFacts(tables: readonly ReadFacts[]): FactsByUnit {
  const sorted = [...tables].sort((a, b) => byText(a.file, b.file) || byText(a.sha256, b.sha256));
  const given = new Map<string, { table: ReadFacts; fact: GivenFact }[]>();
  for (const table of sorted) {
    for (const fact of table.facts) {
      const key = JSON.stringify([fact.code, fact.fact]);
      given.set(key, [...(given.get(key) ?? []), { table, fact }]);
    }
  }
  const answers = new Map<string, Map<string, Answer>>();
  const clashes = new Map<ReadFacts, Finding[]>();
  for (const found of given.values()) {
    const [first] = found;
    if (!first) continue;
    if (found.length === 1) {
      const { code, fact, answer } = first.fact;
      // What is not read with certainty is still to come: the unit must not lose by another's slip.
      if (answer.status === "refused") continue;
      answers.set(code, (answers.get(code) ?? new Map<string, Answer>()).set(fact, answer));
    } else
      for (const { table, fact } of found)
        clashes.set(table, [...(clashes.get(table) ?? []), clash(fact, found)]);
  }
  return { answers, clashes };
}

function clash(
  { fact, answer: { source } }: GivenFact,
  found: readonly { readonly fact: GivenFact }[],
): Finding {
  const other = found.map((one) => one.fact.answer.source).find((one) => one !== source);
  return {
    code: "E38",
    file: source.file,
    sheet: source.sheet,
    cell: source.cell,
    fact,
    params: { label: fact, other: other ? `${other.file} ${other.sheet}!${other.cell}` : "" },
  };
}

/** The submission with what others know of the unit. */
export function withFacts(
  submission: Submission,
  facts: ReadonlyMap<string, Answer> | undefined,
): Submission {
  return facts ? { ...submission, answers: new Map([...submission.answers, ...facts]) } : submission;
}
