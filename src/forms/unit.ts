import { parseAddress } from "../intake/address.js";
import { blankParams } from "../intake/answers.js";
import { type Grid, isFilled } from "../intake/grid.js";
import { isRefused } from "../intake/refused.js";
import type { Findings } from "../intake/report.js";
import { plain } from "../intake/text.js";
import { readValue } from "../intake/values.js";
import { BASICS } from "../model/form.js";
import type { UnitFact } from "../model/indicator-system.js";
import type { Source } from "../model/source.js";
import type { Answer, UnitIdentity } from "../model/submission.js";
import type { FormReading } from "./read-unit.js";
import { findPlace } from "./unit-places.js";

/** Whose workbook it is; a name or code that is not found is told (E29). */
export function identify(
  { file, mapping }: FormReading,
  grids: readonly Grid[],
  findings: Findings,
): UnitIdentity | undefined {
  const places = mapping.unit;
  const name = places && findPlace(places.name, grids, file, "name")?.text;
  const code =
    places?.code === undefined
      ? codeOf(name, places?.codes)
      : (findPlace(places.code, grids, file, "code")?.text ?? codeOf(name, places.codes));
  if (name && code) return { name, code: plain(code) };
  const missing = [name ? "" : BASICS.name, code ? "" : BASICS.code].filter((label) => label !== "");
  findings.add("E29", { missing: missing.join("、"), form: mapping.file });
  return undefined;
}

/** The code of a name, by the mapping's own list. */
export const codeOf = (
  name: string | undefined,
  codes: Readonly<Record<string, string>> | undefined,
): string | undefined =>
  name === undefined
    ? undefined
    : Object.entries(codes ?? {}).find(([one]) => plain(one) === plain(name))?.[1];

/** The facts asked once per unit, from where the mapping says. */
export function unitFactsOf(
  { file, mapping, system, workbook }: FormReading,
  grids: readonly Grid[],
  findings: Findings,
): Map<string, Answer> {
  const facts = new Map<string, Answer>();
  for (const field of system.unitFacts) {
    const place = mapping.unit?.facts?.[field.fact];
    if (place === undefined) continue;
    if ("value" in place) {
      const source = { file: mapping.file, sheet: "", cell: `unit.facts.${field.fact}` };
      facts.set(field.fact, typed(field, { text: place.value, source }, workbook.date1904, findings));
      continue;
    }
    const found = findPlace(place, grids, file);
    const grid = found?.source && grids.find(({ sheet }) => sheet.name === found.source?.sheet);
    const address = found?.source && parseAddress(found.source.cell);
    const cell = grid && address ? grid.cell(address.row, address.column) : undefined;
    const source = found?.source ?? { file, sheet: "", cell: "" };
    if (found && (!cell || "label" in place))
      facts.set(field.fact, typed(field, { text: found.text, source }, workbook.date1904, findings));
    else facts.set(field.fact, unitFactAt(field, grid, source, workbook.date1904, findings));
  }
  return facts;
}

/** A text that is not a cell of its own, read as if it stood in one. */
function typed(
  field: UnitFact,
  { text, source }: { readonly text: string; readonly source: Source },
  date1904: boolean,
  findings: Findings,
): Answer {
  const cell = {
    kind: "text",
    text,
    raw: text,
    shownAs: "plain",
    address: source.cell,
    row: 0,
    column: 0,
  } as const;
  const value = readValue(cell, field, date1904);
  if (!isRefused(value)) return { status: "value", value, documents: [], source, raw: text };
  findings.add(value.code, { label: field.label, ...value.params }, { source, fact: field.fact });
  return { status: "refused", source, raw: text };
}

/** A unit fact that stands in a cell. */
export function unitFactAt(
  field: UnitFact,
  grid: Grid | undefined,
  source: Source,
  date1904: boolean,
  findings: Findings,
): Answer {
  const address = parseAddress(source.cell);
  const cell = grid && address ? grid.cell(address.row, address.column) : undefined;
  const raw = grid && address ? grid.text(address.row, address.column) : "";
  const about = { ...(source.cell === "" ? {} : { source }), fact: field.fact };
  if (!isFilled(cell)) {
    if (!field.optional) findings.add("E23", blankParams(field.label, field), about);
    return { status: "blank", source, raw };
  }
  const value = readValue(cell, field, date1904);
  if (!isRefused(value)) return { status: "value", value, documents: [], source, raw };
  findings.add(value.code, { label: field.label, ...value.params }, about);
  return { status: "refused", source, raw };
}
