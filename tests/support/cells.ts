import type { Cell } from "../../src/intake/cells.js";
import { oneSheet } from "./raw-xlsx.js";
import { firstSheet } from "./readings.js";

const FORMATS = {
  plain: "General",
  thousands: "#,##0",
  unit: '0.0"学时"',
  percent: "0%",
  percentFine: "0.00%",
  date: "yyyy-mm-dd",
  day: 'm"月"d"日"',
  chinese: 'yyyy"年"m"月"d"日"',
  time: "h:mm",
} as const;
export type Format = keyof typeof FORMATS;

const STYLES = `<numFmts>${Object.values(FORMATS)
  .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`)
  .join("")}</numFmts><cellXfs>${Object.keys(FORMATS)
  .map((_, index) => `<xf numFmtId="${164 + index}"/>`)
  .join("")}</cellXfs>`;

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** The one cell of a workbook, as the reader of record hands it over. */
function stored(xml: string): Cell {
  const cell = firstSheet(oneSheet(`<row r="1">${xml}</row>`, { styles: STYLES })).cells[0];
  if (!cell) throw new Error(`no cell: ${xml}`);
  return cell;
}

export const text = (content: string): Cell =>
  stored(`<c r="A1" t="inlineStr"><is><t xml:space="preserve">${escaped(content)}</t></is></c>`);

/** A number as the file writes it. */
export const number = (digits: string, format: Format = "plain"): Cell =>
  stored(`<c r="A1" s="${Object.keys(FORMATS).indexOf(format)}"><v>${digits}</v></c>`);

export const truth = (value: boolean): Cell => stored(`<c r="A1" t="b"><v>${value ? 1 : 0}</v></c>`);

export const isoDate = (iso: string): Cell => stored(`<c r="A1" t="d"><v>${iso}</v></c>`);

export const formula = (expression: string, result = ""): Cell =>
  stored(`<c r="A1"><f>${escaped(expression)}</f>${result === "" ? "" : `<v>${result}</v>`}</c>`);
