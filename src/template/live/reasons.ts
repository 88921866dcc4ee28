import { fieldsUnder } from "../../model/derived.js";
import {
  type Clause,
  factsOfClause,
  type IndicatorSystem,
  type Item,
  isJudged,
  judgementKey,
} from "../../model/indicator-system.js";
import { toDecimal } from "../../model/rational.js";
import type { Line } from "./calculation.js";
import { and, type Expression, figure, firstOf, iff, text } from "./expression.js";
import type { ItemCells } from "./items.js";
import { type ClauseCells, OUTCOME } from "./outcomes.js";

/** What a clause says, by `judgementKey`. */
export type ClauseSentences = ReadonlyMap<string, string>;

/** Said of what a spreadsheet can't score. */
export const BY_OTHERS = "由评估方评定";
/** Characters of a clause that a reason repeats. */
const SENTENCE_LENGTH = 40;
/** Parts less than this are no loss but the tail of a double. */
const LEAST_LOSS = "0.000001";

/** Why points were lost, clause by clause, and what is still to come; "". */
export function reasonsOf(
  line: Line,
  system: IndicatorSystem,
  cells: ItemCells,
  sentences: ClauseSentences,
): Expression {
  const { item, clauses, inapplicable } = cells;
  if (item.kind === "info") return line.add('""');
  const pieces = clauses.flatMap((one) => {
    const said = cut(sentences.get(judgementKey(item.id, one.clause.id)) ?? one.clause.id);
    const cases = casesOf(system, item, one, clauses, said);
    return cases.length > 0 ? [line.add(iff(`${one.counts}=1`, firstOf(cases, '""'), '""'))] : [];
  });
  if (pieces.length === 0) return line.add('""');
  const all = line.add(pieces.join("&"));
  const joined = iff(`${all}=""`, '""', `LEFT(${all},LEN(${all})-1)`);
  return line.add(
    inapplicable === undefined ? joined : iff(`${inapplicable}=1`, text("不适用，不计分"), joined),
  );
}

/** A clause is known by its beginning; the whole of it is the criterion. */
const cut = (sentence: string): string =>
  sentence.length > SENTENCE_LENGTH ? `${sentence.slice(0, SENTENCE_LENGTH - 1)}…` : sentence;

function casesOf(
  system: IndicatorSystem,
  item: Item,
  { clause, outcome, amount }: ClauseCells,
  all: readonly ClauseCells[],
  said: string,
): [Expression, Expression][] {
  const is = (wanted: number) => `${outcome}=${wanted}`;
  const ending = text(`：${said}；`);
  const points = (value: Expression) => `ROUND(${value},4)&${text("分")}`;
  const { effect } = clause;
  const cases: [Expression, Expression][] = [
    [is(OUTCOME.pending), text(`${waitsForOthers(system, clause) ? BY_OTHERS : "待核实"}：${said}；`)],
  ];
  if (effect.kind === "deduct") {
    const blank = iff(is(OUTCOME.missing), text("（未填或未能识别）"), '""');
    // No clause takes more than the item has.
    const taken = `MIN(${amount},${figure(item.points)})`;
    cases.push([`${amount}>${LEAST_LOSS}`, `${text("扣")}&${points(taken)}&${blank}&${ending}`]);
  }
  // A bonus is never owed.
  if (effect.kind === "award" && item.kind === "scored" && item.start === "zero") {
    const most = figure(effect.whole);
    const loss = `${most}-${amount}`;
    cases.push([
      is(OUTCOME.missing),
      `${text(`少得${toDecimal(effect.whole)}分（未填或未能识别）`)}&${ending}`,
    ]);
    const group = all.filter((one) => clause.oneOf !== undefined && one.clause.oneOf === clause.oneOf);
    // Where no alternative came about, the first speaks for all.
    const speaks =
      group.length === 0 || group[0]?.clause === clause ? "TRUE" : `NOT(${is(OUTCOME.notApplied)})`;
    cases.push([and([speaks, `${loss}>${LEAST_LOSS}`]), `${text("少得")}&${points(loss)}&${ending}`]);
  }
  if (effect.kind === "set" && item.kind === "scored")
    cases.push([is(OUTCOME.applied), text(`定为${toDecimal(effect.to)}分：${said}；`)]);
  if (effect.kind === "veto") cases.push([is(OUTCOME.applied), text(`否决：${said}；`)]);
  return cases;
}

/** Is it for others to judge, or to supply what it looks at? */
function waitsForOthers(system: IndicatorSystem, clause: Clause): boolean {
  if (isJudged(clause)) return true;
  return factsOfClause(clause).some((name) =>
    [name, ...fieldsUnder([name], system.facts)].some((one) => {
      const fact = system.facts.get(one);
      if (fact?.origin === "cohort") return true;
      return (fact?.origin === "field" || fact?.origin === "part") && fact.field.by !== "unit";
    }),
  );
}
