import type { FactStatus } from "../model/assessment.js";
import { type Condition, factsOf, isLeaf, isReference } from "../model/condition.js";
import type { RecordsOperand } from "../model/derived.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { type Rational, rational, sum } from "../model/rational.js";
import type { Source } from "../model/source.js";
import type { Answer, RecordRow, Submission } from "../model/submission.js";
import { number } from "../model/value.js";
import { decide } from "./conditions.js";
import type { FactState, Standing } from "./fact-state.js";

/** One row of a list as one derived fact sees it. */
export interface TakenRow {
  readonly row: RecordRow;
  /** undecided: a cell that its condition needs has no value. */
  readonly taken: "yes" | "no" | "undecided";
  /** The cells that decided it, or that keep it undecided; the row itself where there is no condition. */
  readonly cells: readonly Answer[];
}

/** By the name of the derived fact, every row of its records that an assessor did not reject. */
export type TakenRows = ReadonlyMap<string, readonly TakenRow[]>;

/** Which rows the derived facts count or sum. Conditions are decided by the engine, all rows in one run. */
export async function takeRows({ derived }: IndicatorSystem, { records }: Submission): Promise<TakenRows> {
  const taken = new Map<string, readonly TakenRow[]>();
  for (const one of derived) {
    const of =
      "sumOf" in one ? one.sumOf.of : "count" in one && !Array.isArray(one.count) ? one.count.of : undefined;
    if (of === undefined) continue;
    const rows = (records.get(of) ?? []).filter(({ rejected }) => !rejected);
    taken.set(one.fact, one.where ? await whereHolds(one.where, rows) : rows.map(every));
  }
  return taken;
}

const every = (row: RecordRow): TakenRow => ({
  row,
  taken: "yes",
  cells: [...row.cells.values()].slice(0, 1),
});

const TAKEN = { true: "yes", false: "no", undecided: "undecided" } as const;

async function whereHolds(where: Condition, rows: readonly RecordRow[]): Promise<TakenRow[]> {
  const columns = [...new Set(factsOf(where))];
  const name = (index: number, column: string) => `${index}.${column}`;
  const values = new Map(
    rows.flatMap(({ cells }, index) =>
      columns.map((column) => [name(index, column), valueIn(cells.get(column))] as const),
    ),
  );
  const questions = rows.map((_, index) => ({
    key: String(index),
    condition: renamed(where, (column) => name(index, column)),
  }));
  const verdicts = await decide(questions, { value: (fact) => values.get(fact) });
  return rows.map((row, index) => {
    const { result, open } = verdicts.get(String(index)) ?? { result: "undecided" as const, open: [] };
    const looked =
      result === "undecided" ? columns.filter((column) => open.includes(name(index, column))) : columns;
    return { row, taken: TAKEN[result], cells: looked.flatMap((column) => row.cells.get(column) ?? []) };
  });
}

const valueIn = (answer: Answer | undefined) => (answer?.status === "value" ? answer.value : undefined);

function renamed(condition: Condition, rename: (fact: string) => string): Condition {
  if (isLeaf(condition)) {
    const { fact, operator, value } = condition;
    return { fact: rename(fact), operator, value: isReference(value) ? { fact: rename(value.fact) } : value };
  }
  if ("not" in condition) return { not: renamed(condition.not, rename) };
  return "all" in condition
    ? { all: condition.all.map((inner) => renamed(inner, rename)) }
    : { any: condition.any.map((inner) => renamed(inner, rename)) };
}

/**
 * The number of rows taken, or the sum of a column over them. A row that can't be decided, or that has no
 * figure to add, leaves the whole missing: what a blank would add is not known.
 */
export function deriveFromRecords(
  { column }: RecordsOperand,
  list: FactState,
  standing: Standing,
  rows: readonly TakenRow[],
): FactState {
  if (standing !== "value") return { status: absence(list, standing), value: null, sources: list.sources };
  const undecided = rows.filter(({ taken }) => taken === "undecided");
  if (undecided.length > 0) return missing(undecided.map(({ row, cells }) => [row, cells]));
  const taken = rows.filter((row) => row.taken === "yes");
  if (column === undefined) {
    const sources = taken.flatMap(({ cells }) => cells.map(({ source }) => source));
    return found(rational(BigInt(taken.length)), sources, list);
  }
  const figures = taken.map(({ row }) => ({ row, answer: row.cells.get(column) }));
  const without = figures.filter(({ answer }) => figure(answer) === undefined);
  if (without.length > 0) return missing(without.map(({ row, answer }) => [row, answer ? [answer] : []]));
  const sources = figures.flatMap(({ answer }) => (answer ? [answer.source] : []));
  return found(
    sum(figures.map(({ answer }) => figure(answer)).filter((value) => value !== undefined)),
    sources,
    list,
  );
}

/** Where nothing was taken, the list's own row shows that there is one. */
const found = (value: Rational, sources: readonly Source[], list: FactState): FactState => ({
  status: list.status,
  value: number(value),
  sources: sources.length > 0 ? sources : list.sources,
});

/** The cells at fault, or where such a cell is gone the row. */
function missing(rows: readonly (readonly [RecordRow, readonly Answer[]])[]): FactState {
  const answers = rows.flatMap(([, cells]) => cells);
  const sources = rows.flatMap(([row, cells]) =>
    cells.length > 0 ? cells.map(({ source }) => source) : [row.source],
  );
  return {
    status: answers.some(({ status }) => status === "refused") ? "refused" : "blank",
    value: null,
    sources,
  };
}

const absence = ({ status }: FactState, standing: Standing): FactStatus =>
  standing === "missing" ? status : standing === "pending" ? "pending" : "notApplicable";

function figure(answer: Answer | undefined): Rational | undefined {
  return answer?.status === "value" && answer.value.type === "number" ? answer.value.number : undefined;
}
