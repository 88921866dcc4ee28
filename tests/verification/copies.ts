import type { Field, IndicatorSystem, Item } from "../../src/model/indicator-system.js";
import { fromNumber, type Rational, toExact } from "../../src/model/rational.js";
import type { Source } from "../../src/model/source.js";
import type { Answer, RecordRow, Submission } from "../../src/model/submission.js";
import { boolean, number, text, type Value } from "../../src/model/value.js";
import type {
  Disagreement,
  FieldVerdict,
  Found,
  PointsVerdict,
  Signed,
  Verification,
} from "../../src/model/verification.js";
import { systemOf } from "../support/case.js";

const written = systemOf({
  format: "faping-system/1",
  id: "case",
  version: "1.0.0",
  title: "示例指标体系",
  levels: ["评分项"],
  total: 10,
  nodes: [],
  items: [
    {
      id: "1",
      title: "培训",
      points: 6,
      criterion: "按填报数据计分。",
      evidence: [
        { fact: "hours", label: "学时", type: "number", documents: 1 },
        { fact: "files", label: "是否建档", type: "boolean" },
        { fact: "r", label: "办理率", type: "rate", documents: 1 },
      ],
      start: "zero",
      clauses: [{ id: "a", award: { tiers: { of: "r", atLeast: [[50, 6]] } } }],
    },
    {
      id: "2",
      title: "公开",
      points: 4,
      criterion: "酌情评分。",
      evidence: [
        { fact: "cases", label: "案例", type: "integer" },
        { fact: "survey", label: "满意度", type: "number" },
      ],
      start: "zero",
      clauses: [{ id: "b", award: 4 }],
    },
  ],
});

/** Item 2 asks for records and for a survey by others, and its clause is judged. */
export const SYSTEM: IndicatorSystem = { ...written, items: written.items.map(judged) };

function judged(item: Item): Item {
  if (item.id !== "2") return item;
  const amount = { form: "judge", min: fromNumber(0), max: fromNumber(4) } as const;
  const fields = item.fields.map(({ fact, label, documents, optional }): Field => {
    const field = { fact, label, documents, optional, item: item.id };
    if (fact === "survey") return { ...field, type: "number", by: "third-party" };
    const column = { fact: "title", label: "名称", type: "text", optional: false } as const;
    return { ...field, type: "records", by: "unit", columns: [column] };
  });
  const clauses = item.clauses.map((clause) => ({
    ...clause,
    effect: { kind: "award", amount, whole: fromNumber(4) } as const,
  }));
  return { ...item, fields, clauses };
}

const OWN = "甲县.xlsx";
const cellIn = (file: string, cell: string): Source => ({ file, sheet: "指标填报", cell });
/** The unit's own cell of a row. */
export const ownCell = (fact: string): Source => cellIn(OWN, `I-${fact}`);
/** The cell of an entry in an assessor's copy. */
export const copyCell = (file: string, entry: string): Source => cellIn(file, `P-${entry}`);

/** null: blank. `…`: refused. `/`: not applicable. */
export type Given = number | boolean | string | null;
const OWN_ANSWERS: Record<string, Given> = {
  hours: 50,
  files: true,
  "r.numerator": 80,
  "r.denominator": 100,
  r: null,
};

const typed = (given: number | boolean | string): Value => {
  if (typeof given === "number") return number(fromNumber(given));
  return typeof given === "boolean" ? boolean(given) : text(given);
};

function answer(fact: string, given: Given): Answer {
  const common = { source: ownCell(fact), raw: given === null ? "" : String(given) };
  if (given === null) return { ...common, status: "blank", documents: ["1"] };
  if (given === "…") return { ...common, status: "refused" };
  if (given === "/") return { ...common, status: "notApplicable", reason: "无此类案件" };
  return { ...common, status: "value", value: typed(given), documents: ["1"] };
}

/** Three rows of records: rows 2, 3 and 4. */
const RECORDS: readonly RecordRow[] = [2, 3, 4].map((row) => ({
  source: { file: OWN, sheet: "案例", cell: `A${row}` },
  cells: new Map(),
}));
export const recordKey = (row: number): string => `${OWN}!A${row}`;

/** The unit's submission, with other answers where some are given. */
export function ownWith(answers: Record<string, Given> = {}): Submission {
  const all = Object.entries({ ...OWN_ANSWERS, cases: 3, ...answers });
  return {
    files: [OWN],
    unit: { code: "1", name: "甲县" },
    unitFacts: new Map(),
    answers: new Map(all.map(([fact, given]) => [fact, answer(fact, given)])),
    records: new Map([["cases", RECORDS]]),
    selfScores: new Map(),
    documents: [],
    judgements: new Map(),
    scores: new Map(),
  };
}

export interface Says {
  readonly by?: string;
  readonly reason?: string;
  readonly date?: string;
  /** By row; `认可` and `不认可` are verdicts, all else values. */
  readonly fields?: Record<string, number | boolean | string>;
  readonly judged?: Record<string, number>;
  readonly scores?: Record<string, number>;
  /** Rows of `cases` that are rejected. */
  readonly struck?: readonly number[];
}

/** An assessor's copy. */
export function copyOf(file: string, says: Says): Verification {
  const { by = "", reason = "", date = "" } = says;
  const signed = (entry: string): Signed => ({ reason, by, date, sources: [copyCell(file, entry)] });
  const verdict = (fact: string, given: number | boolean | string): FieldVerdict => {
    if (given === "认可") return { ...signed(fact), verdict: "accepted" };
    if (given === "不认可") return { ...signed(fact), verdict: "rejected" };
    return { ...signed(fact), verdict: "value", value: typed(given) };
  };
  const points = (given: Record<string, number> = {}): Map<string, PointsVerdict> =>
    new Map(Object.entries(given).map(([key, one]) => [key, { ...signed(key), points: fromNumber(one) }]));
  const struck = new Map((says.struck ?? []).map((row) => [recordKey(row), signed(`row${row}`)]));
  return {
    files: [file],
    unit: { code: "1", name: "甲县" },
    fields: new Map(Object.entries(says.fields ?? {}).map(([fact, given]) => [fact, verdict(fact, given)])),
    judgements: points(says.judged),
    scores: points(says.scores),
    rows: new Map(struck.size > 0 ? [["cases", struck]] : []),
  };
}

const valueTold = (value: Value): string => {
  if (value.type === "number") return toExact(value.number);
  if (value.type === "boolean") return String(value.boolean);
  return value.type === "date" ? value.date : value.text;
};

const VERDICTS = { accepted: "认可", rejected: "不认可" } as const;
const foundTold = (found: Found): string => {
  if ("points" in found) return `${toExact(found.points)}分`;
  return "value" in found ? valueTold(found.value) : VERDICTS[found.verdict];
};

/** The verdicts by row, as they would be written into a copy. */
export const verdictsTold = ({ fields }: Verification): Record<string, string> =>
  Object.fromEntries(
    [...fields].map(([fact, one]) => [
      fact,
      one.verdict === "value" ? valueTold(one.value) : VERDICTS[one.verdict],
    ]),
  );

export const pointsTold = (
  given: ReadonlyMap<string, { readonly points: Rational }>,
): Record<string, string> =>
  Object.fromEntries([...given].map(([key, { points }]) => [key, toExact(points)]));

export const struckTold = ({ rows }: Verification): string[] =>
  [...rows].flatMap(([fact, keys]) => [...keys.keys()].map((key) => `${fact} ${key}`));

/** `1/hours 张三 45, 李四 认可 → 47.5`; nothing after the arrow where nothing was taken over. */
export const disagreementTold = ({ item, fact, clause, row, votes, taken }: Disagreement): string => {
  const subject = [item, fact ?? clause, row?.cell].filter((part) => part !== undefined).join("/");
  const told = votes.map(({ by, file, found }) => `${by || file} ${foundTold(found)}`).join(", ");
  return `${subject} ${told} → ${taken ? foundTold(taken) : ""}`.trimEnd();
};

/** One answer: status, value, and whether an assessor stands for it. */
export function answerTold(one: Answer | undefined): string {
  if (!one) return "none";
  if (one.status !== "value") return one.status;
  return `${valueTold(one.value)}${one.accepted ? " accepted" : ""}`;
}
