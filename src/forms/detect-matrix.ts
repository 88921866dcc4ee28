import { distance } from "fastest-levenshtein";
import { rowsByOthers } from "../intake/fact-names.js";
import { formRows } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import type { DetectedColumn } from "./detect-columns.js";
import { meaningsOf } from "./headers.js";
import { type Detection, headOf, type OpenPoint } from "./proposal.js";
import { bareText, columnLetters, type FormTable, isTotal } from "./table.js";

/** Fewer labels of fields than this are no matrix. */
const LEAST = 2;

interface Known {
  readonly byLabel: ReadonlyMap<string, string>;
  readonly by: "unit" | "others";
}

/** A table with one unit per row, told by the labels of fields that stand as headers. */
export const detectByRows = (
  table: FormTable,
  headerRows: 1 | 2,
  system: IndicatorSystem,
  file: string,
): Detection | undefined => ofEither(system, (side) => byRows(table, headerRows, side, system, file));

/** A table with one unit per column, told by the labels of fields that stand one below the other. */
export const detectByColumns = (
  table: FormTable,
  headerRows: 1 | 2,
  system: IndicatorSystem,
  file: string,
): Detection | undefined => ofEither(system, (side) => byColumns(table, headerRows, side, system, file));

function ofEither(
  system: IndicatorSystem,
  look: (side: Known) => Detection | undefined,
): Detection | undefined {
  return look(known(system, "unit")) ?? look(known(system, "others"));
}

/** Fact by label; a label that two fields share tells neither. */
function known(system: IndicatorSystem, by: "unit" | "others"): Known {
  const rows = by === "unit" ? formRows(system) : rowsByOthers(system);
  const named = [
    ...rows.flatMap(({ fact, label, field, part }) =>
      fact === undefined
        ? []
        : [[label, fact] as const, ...(field && part === "rate" ? [[field.label, fact] as const] : [])],
    ),
    ...(by === "unit" ? system.unitFacts.map(({ label, fact }) => [label, fact] as const) : []),
  ];
  const byLabel = new Map<string, string>();
  const shared = new Set<string>();
  for (const [label, fact] of named) {
    const text = bareText(label);
    if (byLabel.has(text) && byLabel.get(text) !== fact) shared.add(text);
    byLabel.set(text, fact);
  }
  for (const label of shared) byLabel.delete(label);
  return { byLabel, by };
}

function byRows(
  table: FormTable,
  headerRows: 1 | 2,
  { byLabel, by }: Known,
  system: IndicatorSystem,
  file: string,
): Detection | undefined {
  const columns = table.columns.map(([column, [path = "", lowest = ""]]) => ({
    column,
    path,
    fact: byLabel.get(lowest),
  }));
  const facts = columns.filter(({ fact }) => fact !== undefined);
  const of = (wanted: "unitName" | "unitCode") =>
    columns.find(({ path }) => meaningsOf(path).some(({ meaning }) => meaning === wanted));
  const name = of("unitName");
  if (!name || (facts.length < LEAST && !namesUnits(table, name))) return undefined;
  const code = of("unitCode");
  const told = columns.map(({ column, path, fact }): DetectedColumn => {
    const base = { column: columnLetters(column), header: path };
    if (column === name.column) return { ...base, meaning: "unitName", sureness: "certain", why: "header" };
    if (column === code?.column) return { ...base, meaning: "unitCode", sureness: "certain", why: "header" };
    return fact === undefined
      ? { ...base, sureness: "unknown", why: "none" }
      : { ...base, meaning: "value", sureness: "certain", why: "fields" };
  });
  const unknown = columns.filter(
    (one) => one.fact === undefined && one.column !== name.column && one.column !== code?.column,
  );
  const mapping = {
    units: "rows",
    name: name.path,
    ...(code ? { code: code.path } : { codes: {} }),
    facts: Object.fromEntries(facts.map(({ path, fact }) => [path, fact])),
  };
  const open: OpenPoint[] = [
    ...openCode(code !== undefined),
    ...(unknown.length > 0
      ? [{ code: "unknown-columns", found: unknown.map(({ path }) => withNearest(path, byLabel)) } as const]
      : []),
  ];
  return whole(table, headerRows, "rows", told, mapping, open, system, file, by);
}

const openCode = (hasCode: boolean): OpenPoint[] => (hasCode ? [] : [{ code: "unit-code" }]);

/** A header that means units and nothing else, over several of them. */
function namesUnits(
  table: FormTable,
  { column, path }: { readonly column: number; readonly path: string },
): boolean {
  const isClear = meaningsOf(path).some(({ meaning, isClear: clear }) => meaning === "unitName" && clear);
  const names = new Set<string>();
  for (let row = table.headerRow + 1; row <= table.grid.lastRow; row += 1)
    names.add(table.grid.text(row, column));
  return isClear && [...names].filter((one) => one !== "" && !isTotal(one)).length >= LEAST;
}

/** A header of which nothing is known, with the label that it comes nearest to. */
function withNearest(path: string, byLabel: ReadonlyMap<string, string>): string {
  const name = bareText(path).replace("/", "");
  const [nearest] = [...byLabel.keys()]
    .map((label) => ({ label, far: distance(label, name) }))
    .sort((a, b) => a.far - b.far);
  const isNear = nearest && nearest.far <= Math.max(nearest.label.length, name.length) * NEAR;
  return isNear ? `${path}（≈ ${nearest.label}：${byLabel.get(nearest.label)}）` : path;
}

/** So many of the labels below each other must be fields. */
const SHARE = 0.3;
const LONGEST_NAME = 20;

/** A name of a unit is short, no number, and no header that means something else. */
const mayBeUnit = (name: string): boolean =>
  name.length <= LONGEST_NAME && !/^[\d.]+$/u.test(name) && meaningsOf(name).length === 0;

/** So much of a label may be written otherwise. */
const NEAR = 0.6;

function byColumns(
  table: FormTable,
  headerRows: 1 | 2,
  { byLabel, by }: Known,
  system: IndicatorSystem,
  file: string,
): Detection | undefined {
  for (const [column, [path = ""]] of table.columns) {
    const rows = Array.from(
      { length: Math.max(table.grid.lastRow - table.headerRow, 0) },
      (_, i) => table.headerRow + 1 + i,
    );
    const labels = rows.map((row) => table.grid.text(row, column)).filter((text) => text !== "");
    const facts = labels.flatMap((label) => {
      const fact = byLabel.get(bareText(label));
      return fact === undefined ? [] : [[label, fact] as const];
    });
    const others = table.columns.filter(([other]) => other > column);
    const areUnits = others.length > 0 && others.every(([, [name = ""]]) => mayBeUnit(name));
    const distinct = new Set(facts.map(([, fact]) => fact)).size;
    if (distinct < LEAST || facts.length / labels.length < SHARE || !areUnits) continue;
    const code = labels.find((label) => meaningsOf(label).some(({ meaning }) => meaning === "unitCode"));
    const told: DetectedColumn[] = [
      {
        column: columnLetters(column),
        header: path,
        meaning: "field",
        sureness: "certain",
        why: "fields",
        share: { of: facts.length, all: labels.length },
      },
      ...others.map(
        ([other, [name = ""]]): DetectedColumn => ({
          column: columnLetters(other),
          header: name,
          meaning: "unitName",
          sureness: "likely",
          why: "usual-header",
        }),
      ),
    ];
    const mapping = {
      units: "columns",
      name: path,
      ...(code === undefined ? { codes: {} } : { code }),
      facts: Object.fromEntries(facts),
    };
    return whole(table, headerRows, "columns", told, mapping, openCode(code !== undefined), system, file, by);
  }
  return undefined;
}

function whole(
  table: FormTable,
  headerRows: 1 | 2,
  units: "rows" | "columns",
  columns: readonly DetectedColumn[],
  matrix: Readonly<Record<string, unknown>>,
  open: readonly OpenPoint[],
  system: IndicatorSystem,
  file: string,
  by: "unit" | "others",
): Detection {
  const sheet = table.grid.sheet.name;
  return {
    sheet,
    headerRow: table.headerRow - headerRows + 1,
    headerRows,
    units,
    columns,
    unitName: String(matrix.name),
    open,
    mapping: { ...headOf(file, system, by), matrix: { sheet, headerRows, ...matrix } },
  };
}
