import type { Alignment, Border, Borders, Fill, Style } from "exceljs";

/** One style object per kind of cell: exceljs writes equal objects once. */

const line: Partial<Border> = { style: "thin", color: { argb: "FFBFBFBF" } };
const borders: Partial<Borders> = { top: line, left: line, bottom: line, right: line };
const fill = (argb: string): Fill => ({ type: "pattern", pattern: "solid", fgColor: { argb } });

const BODY = { name: "宋体", size: 10.5 };
const HEAD = { name: "微软雅黑", size: 10.5, bold: true };
const GREY = { argb: "FFA6A6A6" };

const wrapped: Partial<Alignment> = { vertical: "middle", wrapText: true };
const centred: Partial<Alignment> = { ...wrapped, horizontal: "center" };
const left: Partial<Alignment> = { ...wrapped, horizontal: "left" };

export type CellStyle = Partial<Style>;

const locked = (alignment: Partial<Alignment>, font: CellStyle["font"] = BODY): CellStyle => ({
  font,
  alignment,
  border: borders,
});

export const TITLE: CellStyle = {
  font: { ...HEAD, size: 16 },
  alignment: { vertical: "middle" },
};
export const NOTICE: CellStyle = {
  font: { ...BODY, color: { argb: "FFC00000" } },
  alignment: { vertical: "middle" },
};
export const SECTION: CellStyle = { font: { ...HEAD, size: 12 } };
export const HEADER: CellStyle = {
  font: HEAD,
  alignment: centred,
  border: borders,
  fill: fill("FFD9E2F0"),
};

export const TEXT = locked(left);
export const TEXT_REPEATED = locked(left, { ...BODY, color: GREY });
export const CENTRED = locked(centred);
export const CENTRED_REPEATED = locked(centred, { ...BODY, color: GREY });
/** What a unit wrote and nobody can use. */
export const REFUSED = locked(centred, { ...BODY, color: { argb: "FFC00000" } });
/** Above the header of a list: what its column wants. */
export const HINT: CellStyle = {
  font: { ...BODY, size: 9, color: { argb: "FF595959" } },
  alignment: left,
  border: borders,
};
export const LABEL = locked(left, HEAD);
/** What a fillable cell holds decides how a spreadsheet program may change what is typed into it. */
export type Holds = "figure" | "text" | "date" | "note";
const FORMATS: Record<Holds, string> = { figure: "General", text: "@", date: "yyyy-mm-dd", note: "General" };

const open = (holds: Holds, argb: string | undefined, alignment: Partial<Alignment>): CellStyle => ({
  font: BODY,
  alignment,
  border: borders,
  numFmt: FORMATS[holds],
  protection: { locked: false },
  ...(argb === undefined ? {} : { fill: fill(argb) }),
});
const kinds = (argb: string | undefined) => ({
  figure: open("figure", argb, centred),
  text: open("text", argb, left),
  date: open("date", argb, centred),
  note: open("note", argb, left),
});

/** To be filled in. */
export const REQUIRED: Record<Holds, CellStyle> = kinds("FFFFF2CC");
/** May be filled in. */
export const OPTIONAL: Record<Holds, CellStyle> = kinds("FFFFFBEB");
/** Rows of a list that is open at the end. */
export const LISTED: Record<Holds, CellStyle> = kinds(undefined);

/** What the workbook computes by itself. */
export const COMPUTED = {
  figure: { ...locked(centred), fill: fill("FFEAF3EA") },
  text: { ...locked(left), fill: fill("FFEAF3EA") },
} satisfies Record<string, CellStyle>;
