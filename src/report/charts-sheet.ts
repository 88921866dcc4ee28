import type { Workbook } from "exceljs";
import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { Results } from "../model/results.js";
import type { Painter } from "./charts/painter.js";
import { placePicture, widthOf } from "./pictures.js";
import { rankingCharts } from "./result-charts.js";
import { openSheet, TOP_ROWS } from "./sheet.js";
import type { Frame } from "./table.js";

const WIDTHS = Array<number>(12).fill(13.5);
const GAP = 12;

/** 总体图示: the pictures of the ranking, side by side where two have room, each line of them on a page of its own. */
export function writeCharts(
  book: Workbook,
  results: Results,
  labels: WorkbookLabels,
  frame: Frame,
  painter: Painter,
): void {
  const sheet = openSheet(book, {
    ...frame,
    name: labels.sheets.charts,
    title: `${results.system.title} · ${labels.sheets.charts}`,
    widths: WIDTHS,
    headerRows: TOP_ROWS,
  });
  const room = widthOf(WIDTHS);
  let row = TOP_ROWS + 1;
  let next = row;
  let left = 0;
  for (const picture of rankingCharts(results, labels).map((drawing) => painter.paint(drawing))) {
    if (left > 0 && left + picture.width > room) {
      sheet.getRow(next - 1).addPageBreak();
      row = next;
      left = 0;
    }
    next = Math.max(next, placePicture(book, sheet, picture, { row, left, most: room }));
    left += picture.width + GAP;
  }
}
