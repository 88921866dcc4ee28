import { parseAddress } from "../intake/address.js";
import type { Grid } from "../intake/grid.js";
import { plain, trimmed } from "../intake/text.js";
import type { PlaceDocument } from "../model/mapping-document.js";
import type { Source } from "../model/source.js";

export interface Found {
  readonly text: string;
  /** Absent where it was taken from the file's name. */
  readonly source?: Source;
}

/** What stands at a place of a workbook; undefined where nothing does, or not the same everywhere. */
export function findPlace(
  place: PlaceDocument,
  grids: readonly Grid[],
  file: string,
  wanted: "name" | "code" = "name",
): Found | undefined {
  if ("cell" in place) return atCell(place.cell, grids);
  if ("label" in place) return atLabel(place.label, grids);
  return inFileName(place.fileName, file, wanted);
}

function atCell(reference: string, grids: readonly Grid[]): Found | undefined {
  const split = reference.lastIndexOf("!");
  const address = parseAddress(reference.slice(split + 1));
  const grid = grids.find(({ sheet }) => plain(sheet.name) === plain(reference.slice(0, split)));
  if (!grid || !address) return undefined;
  const text = grid.text(address.row, address.column);
  return text === "" ? undefined : { text, source: grid.source(address.row, address.column) };
}

/** `填报单位` | `青岚县`, or `填报单位：青岚县` in one cell. */
function atLabel(label: string, grids: readonly Grid[]): Found | undefined {
  const found = grids.flatMap((grid) => grid.sheet.cells.flatMap((cell) => behind(label, grid, cell) ?? []));
  const texts = new Set(found.map(({ text }) => plain(text)));
  return texts.size === 1 ? found[0] : undefined;
}

function behind(label: string, grid: Grid, cell: Grid["sheet"]["cells"][number]): Found | undefined {
  if (cell.kind !== "text") return undefined;
  const { row, column } = cell;
  const said = plain(cell.text);
  const wanted = plain(label);
  if (said === wanted || said === `${wanted}:`) {
    const next = grid.cellsOf(row).find((other) => other.column > column);
    const text = next && grid.text(row, next.column);
    return next && text ? { text, source: grid.source(row, next.column) } : undefined;
  }
  if (!said.startsWith(`${wanted}:`)) return undefined;
  const text = trimmed(cell.text.slice(cell.text.search(/[:：]/u) + 1));
  return text === "" ? undefined : { text, source: grid.source(row, column) };
}

/** `{code}-{name}.xlsx` in `990121-青岚县.xlsx`: each up to the first place where what stands behind it begins. */
function inFileName(pattern: string, file: string, wanted: "name" | "code"): Found | undefined {
  const name = file.split("/").at(-1) ?? file;
  const [first = "", ...pieces] = pattern.split(/(\{(?:name|code)\})/u);
  if (!name.startsWith(first)) return undefined;
  let rest = name.slice(first.length);
  let found: string | undefined;
  for (let n = 0; n < pieces.length; n += 2) {
    const [field, behind = ""] = [pieces[n], pieces[n + 1]];
    const isLast = n + 2 >= pieces.length;
    const end = isLast ? rest.length - behind.length : rest.indexOf(behind, 1);
    if (end < 1 || !rest.startsWith(behind, end)) return undefined;
    if (field === `{${wanted}}`) found = trimmed(rest.slice(0, end));
    rest = rest.slice(end + behind.length);
  }
  return found === undefined || found === "" ? undefined : { text: found };
}
