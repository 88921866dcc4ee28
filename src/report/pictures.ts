import type { Workbook, Worksheet } from "exceljs";
import type { Picture } from "./charts/painter.js";

/** Points per CSS pixel. */
const POINTS = 0.75;
const ROW_PIXELS = 20;

/** Puts a picture at a cell and gives it rows to stand on, so that nothing below is covered. Returns the row after it. */
export function placePicture(
  book: Workbook,
  sheet: Worksheet,
  picture: Picture,
  at: { readonly row: number; readonly left: number; readonly most: number },
): number {
  const scale = Math.min(1, at.most / picture.width);
  const [width, height] = [picture.width * scale, picture.height * scale];
  // The format asks for the bytes; the types for a Node buffer.
  const id = book.addImage({ buffer: picture.png as never, extension: "png" });
  sheet.addImage(id, {
    tl: { col: columnAt(sheet, at.left), row: at.row - 1 },
    ext: { width: Math.round(width), height: Math.round(height) },
    editAs: "oneCell",
  });
  const rows = Math.ceil(height / ROW_PIXELS) + 1;
  for (let row = at.row; row < at.row + rows; row += 1)
    sheet.getRow(row).height = Math.max(ROW_PIXELS * POINTS, sheet.getRow(row).height ?? 0);
  return at.row + rows;
}

/** Width of a character of the standard font, and what a column has around it. */
const CHARACTER = 7;
const PADDING = 5;

const pixelsOf = (width: number): number => width * CHARACTER + PADDING;

/** A column and how much of it lies left of a place, in pixels from the edge. */
function columnAt(sheet: Worksheet, pixels: number): number {
  let left = 0;
  for (const [index, column] of sheet.columns.entries()) {
    const width = pixelsOf(column.width ?? 9);
    if (pixels < left + width) return index + (pixels - left) / width;
    left += width;
  }
  return sheet.columns.length;
}

export const widthOf = (widths: readonly number[]): number =>
  widths.reduce((total, width) => total + pixelsOf(width), 0);
