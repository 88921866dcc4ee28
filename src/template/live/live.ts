import { basicsRows, type FormRow, formItems, SHEETS } from "../../model/form.js";
import type { IndicatorSystem, RecordsField } from "../../model/indicator-system.js";
import { HEADER_ROW } from "../sheet.js";
import { type AnswerPlaces, readAnswers } from "./answers.js";
import { Calculation, cellOf, type Line, outsideRange } from "./calculation.js";
import { countDocuments } from "./documents.js";
import { type Expression, figure, iff, or, text, total } from "./expression.js";
import { Items } from "./items.js";
import { type ClauseSentences, reasonsOf } from "./reasons.js";
import { columnsUsed, type RecordList, readRecords } from "./records.js";
import { addUp, type ItemResult, type Totals } from "./roll-up.js";
import { toldOf } from "./told.js";

/** A workbook's score as formulas: what to show where, and the lines of 实时计算 that it is computed in. */
export interface LiveScore {
  readonly lines: readonly Line[];
  /** 实时得分 and 失分原因 by item; addresses on 实时计算. */
  readonly items: ReadonlyMap<string, { readonly score: Expression; readonly reason: Expression }>;
  /** 填报提示 by the key of the row. */
  readonly told: ReadonlyMap<string, Expression>;
  readonly totals: Totals;
  /** Share (0–1) of the points for which something was handed in. */
  readonly coverage: Expression;
  /** Rows that are no longer where the formulas look for them. */
  readonly moved: Expression;
  /** One row per item, in the order of the form: ranges of 实时计算 as other sheets name them. */
  readonly block: Readonly<Record<"id" | "title" | "lost" | "order" | "reason", Expression>> & {
    readonly items: number;
  };
}

const VALUE = 2;
/** Ties in what was lost are put in the order of the form by less than can be seen. */
const TIE = "0.000000001";

/**
 * The score of a workbook as formulas beside its fields: the rules of record compiled for a spreadsheet.
 *
 * @param places where the columns of 指标填报 stand
 * @throws CircularFacts where facts and the items that they decide on depend on each other in a circle
 */
export function liveScore(
  system: IndicatorSystem,
  rows: readonly FormRow[],
  places: AnswerPlaces,
  sentences: ClauseSentences,
): LiveScore {
  const calculation = new Calculation();
  const lists = readLists(system, calculation, rows);
  const answers = readAnswers(calculation, rows, places, HEADER_ROW + 1, lists);
  const documents = countDocuments(calculation, rows, places);
  const basics = basicsRows(system).map(({ key }) => key);
  const unitCell = (fact: string) => cellOf(SHEETS.basics, VALUE, HEADER_ROW + 1 + basics.indexOf(fact));
  const items = new Items(system, calculation, { answers, lists, unitCell, documents });

  const cells = formItems(system).map((item) => items.cells(item));
  const told = new Map(
    [...answers.values()].map((row) => [row.form.key, toldOf(row, items.facts, documents)]),
  );
  const results = cells.map((one) => ({
    cells: one,
    line: calculation.line(one.item.id, one.item.title),
  }));
  const shown = results.map(({ cells: one, line }, index) => {
    const { item, inapplicable, points } = one;
    const full =
      system.policies.notApplicable === "full" && item.kind === "scored" ? figure(item.points) : "0";
    const given = line.add(inapplicable === undefined ? points : iff(`${inapplicable}=1`, full, points));
    const loses = item.kind === "scored" ? `${figure(item.points)}-${given}` : given;
    const counts = item.kind === "scored" || item.kind === "deduction";
    const lost = line.add(
      !counts ? "0" : inapplicable === undefined ? loses : iff(`${inapplicable}=1`, "0", loses),
    );
    const order = line.add(iff(`${lost}>0`, `${lost}-${index}*${TIE}`, "0"));
    const reason = line.add(reasonsOf(calculation.line(item.id, "失分原因"), system, one, sentences));
    const score = scoreShown(one.item.kind, given, inapplicable);
    return { result: { cells: one, line, points: given }, score: line.add(score), lost, order, reason };
  });
  const byItem = new Map(shown.map(({ result }) => [result.cells.item.id, result]));
  const totals = addUp(system, calculation, items, byItem);
  return {
    lines: calculation.lines,
    items: new Map(shown.map(({ result, score, reason }) => [result.cells.item.id, { score, reason }])),
    told,
    totals,
    coverage: coverageOf(calculation, [...byItem.values()]),
    moved: calculation
      .line("", "行次被改动的行数")
      .add(total([...answers.values()].map(({ moved }) => moved))),
    block: {
      id: outsideRange(results.map(({ line }) => line.idCell)),
      title: outsideRange(results.map(({ line }) => line.nameCell)),
      lost: outsideRange(shown.map(({ lost }) => lost)),
      order: outsideRange(shown.map(({ order }) => order)),
      reason: outsideRange(shown.map(({ reason }) => reason)),
      items: results.length,
    },
  };
}

function scoreShown(kind: string, given: Expression, inapplicable: Expression | undefined): Expression {
  if (kind === "info") return '""';
  const points = kind === "deduction" ? `-${given}` : given;
  return inapplicable === undefined ? points : iff(`${inapplicable}=1`, text("不适用"), points);
}

function readLists(
  { derived }: IndicatorSystem,
  calculation: Calculation,
  rows: readonly FormRow[],
): Map<string, RecordList> {
  const fields = rows.flatMap(({ field }): RecordsField[] => (field?.type === "records" ? [field] : []));
  return new Map(
    fields.map((field) => [field.fact, readRecords(calculation, field, columnsUsed(derived, field.fact))]),
  );
}

/** Share of the points of applicable items for which something was handed in that could be read. */
function coverageOf(calculation: Calculation, results: readonly ItemResult[]): Expression {
  const line = calculation.line("", "填报覆盖率");
  const scored = results.filter(({ cells }) => cells.item.kind === "scored");
  const shares = scored.map(({ cells, line: own }) => {
    const points = figure(cells.item.points);
    const applicable = own.add(
      cells.inapplicable === undefined ? points : iff(`${cells.inapplicable}=1`, "0", points),
    );
    return { applicable, answered: own.add(iff(or([cells.answered]), applicable, "0")) };
  });
  const all = line.add(total(shares.map(({ applicable }) => applicable)));
  return line.add(iff(`${all}=0`, "0", `${total(shares.map(({ answered }) => answered))}/${all}`));
}
