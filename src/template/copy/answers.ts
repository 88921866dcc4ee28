import type { Workbook, Worksheet } from "exceljs";
import { SHEETS, YES } from "../../model/form.js";
import type { IndicatorSystem } from "../../model/indicator-system.js";
import { toDecimal } from "../../model/rational.js";
import type { Answer, Submission } from "../../model/submission.js";
import { type Layout, layoutOf } from "../columns.js";
import { pointsAndCriterion, takesScore, writeHeading } from "../heading.js";
import { hint, judgementHint, othersHint } from "../hint.js";
import { holds } from "../holds.js";
import { addSheet, filterRows, fitRow, HEADER_ROW, protect, put, putHeaders } from "../sheet.js";
import { CENTRED, REFUSED, TEXT } from "../styles.js";
import { type LevelTitle, levelTitles } from "../titles.js";
import { COPY_COLUMNS, COPY_LEVELS, type CopyColumn } from "./columns.js";
import { addRules, openCells } from "./open-cells.js";
import { type CopyRow, copyRows } from "./rows.js";
import { figure, shown } from "./shown.js";

type Places = Layout<CopyColumn>["places"];

/** 指标填报 as the unit filled it in, locked, with the assessor's columns behind it. */
export async function copyAnswers(
  book: Workbook,
  system: IndicatorSystem,
  submission: Submission,
  title: string,
): Promise<void> {
  const rows = copyRows(system);
  const { headers, widths, places } = layoutOf(system, COPY_COLUMNS, COPY_LEVELS);
  const sheet = addSheet(book, system, {
    name: SHEETS.answers,
    title,
    widths,
    paper: "A3 landscape",
    headerRows: HEADER_ROW,
    frozenColumns: 1,
    hiddenColumn: places.key,
  });
  putHeaders(sheet, headers);
  levelTitles(system, rows).forEach((titles, index) => {
    const row = rows[index] as CopyRow;
    const number = HEADER_ROW + 1 + index;
    writeSystem(sheet, number, row, titles, places);
    writeAnswer(sheet, number, row, submission, places);
    openCells(sheet, number, row, places);
    fitRow(sheet, number);
    put(sheet, number, places.key, row.row.key, TEXT);
  });
  addRules(sheet, rows, places);
  filterRows(sheet, headers.length, rows.length);
  await protect(sheet);
}

function writeSystem(
  sheet: Worksheet,
  number: number,
  one: CopyRow,
  titles: readonly LevelTitle[],
  places: Places,
): void {
  const { item } = one;
  const { label } = one.row;
  if (one.kind === "judged") {
    const asked = { points: "", criterion: item.criterion, hint: judgementHint(one.row.clause) };
    writeHeading(sheet, number, { item, titles, label, ...asked }, places);
    return;
  }
  const { field, part } = one.row;
  const ofField =
    one.kind === "others" ? othersHint : (...[f, p]: Parameters<typeof othersHint>) => hint(item, f, p);
  const asked = field ? ofField(field, part) : "";
  writeHeading(sheet, number, { item, titles, label, hint: asked, ...pointsAndCriterion(one.row) }, places);
}

/** What the unit wrote, and 备注 where that is not the whole of it. */
function writeAnswer(
  sheet: Worksheet,
  number: number,
  one: CopyRow,
  submission: Submission,
  places: Places,
): void {
  const { item } = one;
  const write = (column: CopyColumn, value: string | number, style: Parameters<typeof put>[4]) =>
    put(sheet, number, places[column], value, style);
  const row = one.kind === "judged" ? undefined : one.row;
  const answer = row?.fact === undefined ? undefined : submission.answers.get(row.fact);
  const field = row?.field;
  const own = one.kind === "unit" ? answer : undefined;
  const self = one.kind === "unit" && takesScore(one.row) ? submission.selfScores.get(item.id) : undefined;

  write("value", own && field ? shown(own, field.type) : "", valueStyle(own, field && holds(field)));
  write("documents", own && "documents" in own ? (own.documents ?? []).join("；") : "", CENTRED);
  write("notApplicable", declared(own), CENTRED);
  write("self", self ? figure(toDecimal(self.points)) : "", CENTRED);
  write("responsible", item.responsible.join("、"), TEXT);
  write("remark", one.kind === "unit" ? remark(own, submission) : given(answer), TEXT);
}

/** Beside what was refused: by itself it might look like a value, and must not be read as one again. */
const REFUSED_MARK = "未采用";

function declared(answer: Answer | undefined): string {
  if (answer?.status === "refused") return REFUSED_MARK;
  return answer?.status === "notApplicable" ? YES : "";
}

function valueStyle(answer: Answer | undefined, held: ReturnType<typeof holds> | undefined) {
  if (answer?.status === "refused") return REFUSED;
  return held === "text" ? TEXT : CENTRED;
}

function remark(answer: Answer | undefined, { files }: Submission): string {
  if (answer?.status === "notApplicable") return answer.reason;
  if (answer?.status === "refused") return "填报值无法确认，按缺报处理。";
  // Two departments may both number their documents from 1.
  const named = answer && "documents" in answer && (answer.documents?.length ?? 0) > 0;
  return named && files.length > 1 ? `材料见 ${answer.source.file}` : "";
}

/** What others have supplied already: no word of the unit, so it does not stand under 填报值. */
const given = (answer: Answer | undefined): string =>
  answer?.status === "value" ? `已提供：${answer.raw}` : "";
