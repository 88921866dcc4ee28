import type { Finding } from "../model/finding.js";
import { parseAddress } from "./address.js";
import type { Workbook } from "./cells.js";

/** About the file first, then sheet by sheet; within one, about the sheet, then row by row. */
export function inSheetOrder(findings: readonly Finding[], workbook: Workbook): Finding[] {
  const sheets = new Map(workbook.sheets.map(({ name }, index) => [name, index + 1]));
  const place = ({ sheet, cell }: Finding): readonly number[] => {
    const address = cell === undefined ? undefined : parseAddress(cell);
    return [sheets.get(sheet ?? "") ?? 0, address?.row ?? 0, address?.column ?? 0];
  };
  return findings
    .map((finding, index) => ({ finding, place: [...place(finding), index] }))
    .sort(
      (a, b) =>
        a.place.map((value, i) => value - (b.place[i] ?? 0)).find((difference) => difference !== 0) ?? 0,
    )
    .map(({ finding }) => finding);
}
