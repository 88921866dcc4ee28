import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { Source } from "../model/source.js";

/** A list of records may stand on hundreds of cells. */
const SHOWN = 5;

/** Places, each once; of many the first, and how many they are. "" where there are none. */
export function cellsInBrief(
  places: readonly string[],
  joint: string,
  { sentences }: WorkbookLabels,
): string {
  const distinct = [...new Set(places)];
  // One more is no longer than to say that there is one more.
  if (distinct.length <= SHOWN + 1) return distinct.join(joint);
  return sentences.cells(distinct.slice(0, SHOWN).join(joint), distinct.length);
}

/** `核查表.xlsx 指标填报!M5、N5`: what stands in the same sheet is not said again. */
export function cellList(sources: readonly Source[], labels: WorkbookLabels): string {
  let last = "";
  const places = [...new Map(sources.map((source) => [keyOf(source), source])).values()].map(
    ({ file, sheet, cell }) => {
      const where = `${file} ${sheet}`;
      const place = where === last ? cell : `${where}!${cell}`;
      last = where;
      return place;
    },
  );
  return cellsInBrief(places, labels.words.comma, labels);
}

const keyOf = ({ file, sheet, cell }: Source): string => `${file}\n${sheet}\n${cell}`;
