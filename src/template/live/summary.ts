import type { Workbook, Worksheet } from "exceljs";
import { SHEETS } from "../../model/form.js";
import type { IndicatorSystem, VetoEffect } from "../../model/indicator-system.js";
import { LIVE_COLUMNS, LIVE_SHEETS } from "../../model/live-names.js";
import { toDecimal } from "../../model/rational.js";
import { addSheet, fitRow, protect, put, putHeaders } from "../sheet.js";
import { CENTRED, type CellStyle, COMPUTED, LABEL, SECTION, TEXT } from "../styles.js";
import { outside, rangeOf } from "./calculation.js";
import { type Expression, firstOf, iff, text } from "./expression.js";
import type { LiveScore } from "./live.js";
import { BY_OTHERS } from "./reasons.js";
import { TOLD } from "./told.js";

/** Losses that are listed, largest first. */
const LISTED = 20;
const NOTE =
  `本表由公式自动计算，随填报即时更新，供填报单位自查；评估方只读取填报内容，按评分规则另行计分，不采用本表结果。` +
  `标为“${BY_OTHERS}”的内容在此暂不得分、暂不扣分。`;
const FIRST_ROW = 5;
const FIGURE_HEIGHT = 22;
/** Room for a loss's reasons; what is longer stands in full in 指标填报. */
const LOSS_HEIGHT = 62;
const REASON_LENGTH = 150;

/** 实时评分: the total, what is missing, the level-1 indicators and the largest losses, as the clerk types. */
export async function addSummary(
  book: Workbook,
  system: IndicatorSystem,
  live: LiveScore,
  told: { readonly column: number; readonly first: number; readonly last: number },
): Promise<void> {
  const sheet = addSheet(book, system, {
    name: LIVE_SHEETS.summary,
    title: `${system.title} · ${LIVE_SHEETS.summary}`,
    widths: [16, 34, 14, 14, 52],
    paper: "A4 portrait",
  });
  put(sheet, 3, 1, NOTE, TEXT);
  // A merged range takes the style that its first cell has then.
  sheet.mergeCells("A3:E3");
  sheet.getRow(3).height = 36;
  const write = (row: number, column: number, formula: Expression, style: CellStyle = COMPUTED.figure) =>
    putFormula(sheet, row, column, formula, style);

  const rows = [...figures(system, live, told), ...vetoes(live)];
  rows.forEach(([label, formula, note, format], index) => {
    const row = FIRST_ROW + index;
    put(sheet, row, 1, label, LABEL);
    write(row, 2, formula, { ...COMPUTED.figure, numFmt: format ?? "General" });
    put(sheet, row, 3, note, TEXT);
    sheet.mergeCells(row, 3, row, 5);
    sheet.getRow(row).height = FIGURE_HEIGHT;
  });
  const levels = FIRST_ROW + rows.length + 1;
  const losses = addLevels(sheet, system, live, levels, write) + 1;
  addLosses(sheet, system, live, losses, write);
  await protect(sheet);
}

type Row = readonly [label: string, formula: Expression, note: string, format?: string];
type Write = (row: number, column: number, formula: Expression, style?: CellStyle) => void;

/** A formula without a result: whatever opens the workbook computes it. */
export function putFormula(
  sheet: Worksheet,
  row: number,
  column: number,
  formula: Expression,
  style: CellStyle,
): void {
  const cell = sheet.getCell(row, column);
  cell.value = { formula } as never;
  cell.style = style;
}

/** Points with the decimals that are printed. */
export const pointsFormat = ({ digits }: IndicatorSystem): string =>
  digits === 0 ? "0" : `0.${"0".repeat(digits)}`;

/** The total, or that it can't be relied upon: rows that were sorted or moved are not where it looks for them. */
export const totalShown = ({ totals, moved }: LiveScore): Expression =>
  iff(`${outside(moved)}>0`, text("行次已改动"), outside(totals.total));

function figures(
  system: IndicatorSystem,
  live: LiveScore,
  told: { readonly column: number; readonly first: number; readonly last: number },
): Row[] {
  const hints = rangeOf(SHEETS.answers, told.column, told.first, told.last);
  const starting = (word: string) => `COUNTIF(${hints},"${word}*")`;
  const points = pointsFormat(system);
  const where = `见“${SHEETS.answers}”表“${LIVE_COLUMNS.told}”列`;
  const { bonus, deduction } = live.totals;
  const kinds = new Set(system.items.map(({ kind }) => kind));
  return [
    [
      "总分",
      totalShown(live),
      `满分${toDecimal(system.total)}分；“行次已改动”表示表中的行被移动或排序过`,
      points,
    ],
    ...(kinds.has("bonus") ? [["加分", outside(bonus), "已计入总分", points] as const] : []),
    ...(kinds.has("deduction") ? [["扣分", `-${outside(deduction)}`, "已计入总分", points] as const] : []),
    ["填报覆盖率", outside(live.coverage), "已填报指标的分值占适用指标分值的比重", "0.0%"],
    ["未填", starting(TOLD.blank), `必填而未填的项数，${where}`],
    ["有误", starting(TOLD.wrong), `未能识别、超出范围或相互矛盾的项数，按未填计分，${where}`],
    ["缺佐证材料", starting(TOLD.unsupported), `${where}`],
  ];
}

const EFFECTS: Readonly<Record<VetoEffect["kind"], string>> = {
  disqualify: "取消资格",
  capTotal: "限制总分",
  capGrade: "限制等次",
  zero: "所涉指标不得分",
};

const vetoes = ({ totals }: LiveScore): Row[] =>
  totals.vetoes.map(({ veto, status }) => [
    "一票否决",
    firstOf(
      [
        [`${outside(status)}=1`, text("已触发")],
        [`${outside(status)}=2`, text("待核实")],
      ],
      text("未触发"),
    ),
    `${veto.title}（${EFFECTS[veto.effect.kind]}）`,
  ]);

/** @returns the row below the table */
function addLevels(
  sheet: Worksheet,
  system: IndicatorSystem,
  { totals }: LiveScore,
  first: number,
  write: Write,
): number {
  const { levels } = system;
  const points = { ...COMPUTED.figure, numFmt: pointsFormat(system) };
  put(sheet, first, 1, levels[0] ?? "", SECTION);
  putHeaders(sheet, ["编号", levels[0] ?? "", "得分", "满分", "得分率"], first + 1);
  totals.roots.forEach((root, index) => {
    const row = first + 2 + index;
    put(sheet, row, 1, root.place.id, CENTRED);
    put(sheet, row, 2, root.place.title, TEXT);
    write(row, 3, outside(root.points), points);
    write(row, 4, /^[A-Z]/.test(root.max) ? outside(root.max) : root.max, points);
    write(row, 5, `IF(D${row}=0,"—",C${row}/D${row})`, { ...COMPUTED.figure, numFmt: "0.0%" });
    fitRow(sheet, row);
  });
  return first + 2 + totals.roots.length;
}

function addLosses(
  sheet: Worksheet,
  system: IndicatorSystem,
  { block }: LiveScore,
  first: number,
  write: Write,
): void {
  const points = { ...COMPUTED.figure, numFmt: pointsFormat(system) };
  put(sheet, first, 1, "失分最多的指标", SECTION);
  putHeaders(sheet, ["指标编号", "指标", "失分", "失分原因", ""], first + 1);
  sheet.mergeCells(first + 1, 4, first + 1, 5);
  for (let rank = 1; rank <= LISTED; rank += 1) {
    const row = first + 1 + rank;
    const largest = `LARGE(${block.order},${rank})`;
    const at = (wanted: Expression) =>
      rank > block.items
        ? '""'
        : iff(`${largest}<=0`, '""', `INDEX(${wanted},MATCH(${largest},${block.order},0))`);
    write(row, 1, at(block.id));
    write(row, 2, at(block.title), COMPUTED.text);
    write(row, 3, at(block.lost), points);
    const reason = at(block.reason);
    const cut = iff(`LEN(${reason})>${REASON_LENGTH}`, `LEFT(${reason},${REASON_LENGTH})&"…"`, reason);
    write(row, 4, cut, COMPUTED.text);
    sheet.mergeCells(row, 4, row, 5);
    sheet.getRow(row).height = LOSS_HEIGHT;
  }
}
