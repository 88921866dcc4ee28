import type { Workbook } from "exceljs";
import type { IndicatorSystem } from "../../model/indicator-system.js";
import { LIVE_SHEETS } from "../../model/live-names.js";
import { addSheet, HEADER_ROW, protect, put, putHeaders } from "../sheet.js";
import type { Line } from "./calculation.js";

const TITLE = "每行一个填报项、指标或节点，自左至右逐步计算";

/** 实时计算: every step of the live score in a cell of its own. Hidden, since nobody fills in anything there. */
export async function addCalculation(
  book: Workbook,
  system: IndicatorSystem,
  lines: readonly Line[],
): Promise<void> {
  const sheet = addSheet(book, system, {
    name: LIVE_SHEETS.calculation,
    title: `${LIVE_SHEETS.calculation}（${TITLE}）`,
    widths: [18, 40],
    paper: "A3 landscape",
    headerRows: HEADER_ROW,
    frozenColumns: 2,
  });
  sheet.state = "hidden";
  putHeaders(sheet, ["编号", "名称", "计算"]);
  for (const { id, name, row, formulas } of lines) {
    put(sheet, row, 1, id, {});
    put(sheet, row, 2, name, {});
    formulas.forEach((formula, index) => {
      // Without a result: whatever opens the workbook computes it.
      sheet.getCell(row, index + 3).value = { formula } as never;
    });
  }
  await protect(sheet);
}
