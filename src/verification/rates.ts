import { partsOf } from "../model/fact-rows.js";
import type { Source } from "../model/source.js";
import type { Submission } from "../model/submission.js";
import type { FieldVerdict } from "../model/verification.js";

/** A part of a rate that an assessor gave as a whole: it no longer counts. */
export interface Superseded {
  readonly verdict: "superseded";
  readonly sources: readonly Source[];
}

/**
 * The verdicts on rows, and what those on a rate mean for its other rows where the copy says nothing of them.
 * Scoring takes numerator ÷ denominator before it looks at the printed rate, so a verdict on the row 比率
 * alone would otherwise change nothing:
 * - 核查值 on 比率 takes the place of the unit's own numerator and denominator, which are blank from then on,
 *   unless the same assessor gave a value for one of them: then 比率 is only his cross-check.
 * - 不认可 or 认可 on 比率 is said of both parts too.
 * - 不认可 on a part is said of the printed rate too, which would otherwise stand in for it.
 */
export function withRates(
  fields: ReadonlyMap<string, FieldVerdict>,
  { answers }: Submission,
): ReadonlyMap<string, FieldVerdict | Superseded> {
  const all = new Map<string, FieldVerdict | Superseded>(fields);
  for (const rate of new Set([...fields.keys()].map(rateOf))) {
    const parts = partsOf(rate);
    const spoken = parts.flatMap((part) => fields.get(part) ?? []);
    const whole = fields.get(rate);
    const isWhole = whole?.verdict === "value" && spoken.every(({ verdict }) => verdict !== "value");
    for (const part of parts.filter((name) => answers.has(name))) {
      const verdict = fields.get(part)?.verdict;
      if (isWhole && verdict !== "rejected") {
        all.set(part, { verdict: "superseded", sources: whole.sources });
      } else if (whole && whole.verdict !== "value" && !verdict) all.set(part, whole);
    }
    const rejected = spoken.find(({ verdict }) => verdict === "rejected");
    if (rejected && !whole && answers.has(rate)) all.set(rate, rejected);
  }
  return all;
}

/** The rate of a part's row; any other fact stands for itself. */
const rateOf = (fact: string): string => fact.replace(/\.(?:numerator|denominator)$/, "");
