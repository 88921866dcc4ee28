import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { Source } from "../model/source.js";

/** A list of records may stand on hundreds of cells. */
const SHOWN = 5;

/**
 * `核查表.xlsx 指标填报!M5、N5`: each sheet of each file once, with its cells; of many cells the first, and how
 * many they are. No file is left out: each is one that somebody may want to look into. "" where there are none.
 *
 * @param between what stands between one sheet and the next
 */
export function cellList(sources: readonly Source[], labels: WorkbookLabels, between?: string): string {
  const { semicolon, comma } = labels.words;
  const sheets = new Map<string, string[]>();
  for (const { file, sheet, cell } of sources) {
    const where = `${file} ${sheet}!`;
    sheets.set(where, [...(sheets.get(where) ?? []), cell]);
  }
  return [...sheets]
    .map(([where, cells]) => `${where}${inBrief([...new Set(cells)], comma, labels)}`)
    .join(between ?? semicolon);
}

function inBrief(cells: readonly string[], comma: string, { sentences }: WorkbookLabels): string {
  // One more is no longer than to say that there is one more.
  if (cells.length <= SHOWN + 1) return cells.join(comma);
  return sentences.cells(cells.slice(0, SHOWN).join(comma), cells.length);
}
