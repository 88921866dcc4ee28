import type { Alignment, Border, Fill, Style } from "exceljs";

/**
 * What a column holds decides how its cells look. bar: the length shows the figure, which stands beside it. exact: up to 6 decimals, as in a gap's figures. signed: a
 * difference, with its sign. open, openDay: to be filled in by whoever the workbook is for.
 */
export type Kind =
  | "text"
  | "centred"
  | "count"
  | "points"
  | "exact"
  | "signed"
  | "share"
  | "bar"
  | "open"
  | "openDay";

export type CellStyle = Partial<Style>;
export type Styles = Readonly<Record<Kind, CellStyle>>;

const line: Partial<Border> = { style: "thin", color: { argb: "FFBFBFBF" } };
const border = { top: line, left: line, bottom: line, right: line };
const HEAD = { name: "微软雅黑", size: 10.5, bold: true };
const BODY = { name: "宋体", size: 10.5 };
const HEAD_FILL: Fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFD9E2F0" } };
const OPEN_FILL: Fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFFBEB" } };
const left: Partial<Alignment> = { vertical: "middle", horizontal: "left", wrapText: true };
const centre: Partial<Alignment> = { vertical: "middle", horizontal: "center", wrapText: true };

export const TITLE: CellStyle = { font: { ...HEAD, size: 16 }, alignment: { vertical: "middle" } };
export const NOTICE: CellStyle = {
  font: { ...BODY, color: { argb: "FFC00000" } },
  alignment: { vertical: "middle" },
};
export const IDENTITY: CellStyle = {
  font: { ...BODY, size: 9, color: { argb: "FF7F7F7F" } },
  alignment: { vertical: "middle" },
};
export const SECTION: CellStyle = { font: { ...HEAD, size: 12 }, alignment: { vertical: "middle" } };
export const HEADER: CellStyle = { font: HEAD, alignment: centre, border, fill: HEAD_FILL };
/** For many narrow columns: read from bottom to top. */
export const UPRIGHT: CellStyle = {
  ...HEADER,
  font: { ...HEAD, size: 9 },
  alignment: { vertical: "bottom", horizontal: "center", wrapText: true, textRotation: 90 },
};
export const LABEL: CellStyle = { font: HEAD, alignment: left, border };

/** One object per kind of cell and workbook, so that exceljs looks each up once. */
export function stylesFor(digits: number): Styles {
  const decimals = digits === 0 ? "0" : `0.${"0".repeat(digits)}`;
  const further = "#".repeat(Math.max(0, 6 - digits));
  const exact = digits === 0 ? "General" : decimals + further;
  const style = (alignment: Partial<Alignment>, numFmt = "General"): CellStyle => ({
    font: BODY,
    alignment,
    border,
    numFmt,
  });
  return {
    text: style(left),
    centred: style(centre),
    count: style(centre, "0"),
    points: style(centre, decimals),
    exact: style(centre, exact),
    signed: style(centre, `+${decimals};-${decimals};${decimals}`),
    share: style(centre, "0.0%"),
    bar: style(centre, ";;;"),
    open: { ...style(left), fill: OPEN_FILL },
    openDay: { ...style(centre, "yyyy-mm-dd"), fill: OPEN_FILL },
  };
}
