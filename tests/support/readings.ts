import type { Cell, Sheet, Workbook } from "../../src/intake/cells.js";
import { readWorkbook } from "../../src/intake/workbook.js";
import type { Finding } from "../../src/model/finding.js";
import { toDecimal } from "../../src/model/rational.js";

/** The workbook, or the findings in words where there should have been none. */
export function accepted(bytes: Uint8Array): Workbook {
  const { workbook, findings } = readWorkbook(bytes, "甲县.xlsx");
  if (workbook === undefined) throw new Error(`refused: ${JSON.stringify(findings)}`);
  return workbook;
}

export function firstSheet(bytes: Uint8Array): Sheet {
  const sheet = accepted(bytes).sheets[0];
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

/** The one finding of a file that is returned, without its file. */
export function refusal(bytes: Uint8Array, file = "甲县.xlsx"): Omit<Finding, "file"> {
  const { workbook, findings } = readWorkbook(bytes, file);
  const [finding, ...more] = findings;
  if (workbook !== undefined || finding === undefined || more.length > 0) {
    throw new Error(`not one refusal: ${JSON.stringify(findings)}`);
  }
  const { file: named, ...rest } = finding;
  if (named !== file) throw new Error(`another file: ${named}`);
  return rest;
}

/** A cell in one line: `B2 number 0.58 percent`, `C3 text "甲" =A1`. */
export function inWords(cell: Cell): string {
  const shown = cell.shownAs === "plain" ? "" : ` ${cell.shownAs}`;
  const formula = cell.formula === undefined ? "" : ` =${cell.formula}`;
  return `${cell.address} ${cell.kind}${contentInWords(cell)}${shown}${formula}`;
}

function contentInWords(cell: Cell): string {
  switch (cell.kind) {
    case "number":
      return ` ${toDecimal(cell.number)}`;
    case "text":
      return ` ${JSON.stringify(cell.text)}`;
    case "boolean":
      return ` ${cell.boolean}`;
    case "error":
      return ` ${cell.error}`;
    case "isoDate":
      return ` ${cell.iso}`;
    case "noResult":
      return "";
  }
}

export const cellsInWords = (bytes: Uint8Array): string[] => firstSheet(bytes).cells.map(inWords);
