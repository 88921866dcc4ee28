import { plain } from "../intake/text.js";
import type { IndicatorSystem, Item } from "../model/indicator-system.js";
import type { ColumnRole, HeaderDocument } from "../model/mapping-document.js";
import { type HeaderMeaning, type KnownHeader, meaningsOf } from "./headers.js";
import { bareText, columnLetters, type FormTable, isTotal } from "./table.js";

export type Sureness = "certain" | "likely" | "possible" | "unknown";

/** What a column was taken for, and why. */
export interface DetectedColumn {
  /** `D` */
  readonly column: string;
  readonly header: string;
  readonly meaning?: HeaderMeaning;
  readonly sureness: Sureness;
  readonly why:
    | "item-ids"
    | "item-numbers"
    | "titles"
    | "fields"
    | "header"
    | "usual-header"
    | "contents-differ"
    | "taken"
    | "none";
  /** How many of the filled cells below are what the reason says. */
  readonly share?: { readonly of: number; readonly all: number };
}

export interface DetectedColumns {
  readonly columns: readonly DetectedColumn[];
  readonly roles: Readonly<Partial<Record<ColumnRole, HeaderDocument>>>;
  readonly numbers: "item" | "no";
  readonly by: "unit" | "others";
  /** Texts of rows in which something is filled in and that are no item for certain. */
  readonly unknownRows: readonly string[];
  /** Items with several fields, which number and title alone do not reach. */
  readonly severalFields: readonly string[];
}

/** Contents decide where they can: so much of them must be what the column is taken for. */
const MOST = 0.6;
/** …and where the header says the same, so much: lists of other years have other titles among theirs. */
const SOME = 0.3;
const LISTED = 20;
const ROLES: readonly ColumnRole[] = [
  ...(["number", "title", "field", "value", "numerator", "denominator", "rate"] as const),
  ...(["self", "documents", "notApplicable", "remark", "points"] as const),
];

/** What the columns of one unit's form hold, by their headers and by what stands in them. */
export function detectColumns(table: FormTable, system: IndicatorSystem): DetectedColumns {
  const seen = table.columns.map(([column, names]) => look(table, column, names, system));
  const roles: Partial<Record<ColumnRole, HeaderDocument>> = {};
  const columns = seen.map(({ column, names, counts, known }): DetectedColumn => {
    const header = names[0] ?? "";
    const base = { column: columnLetters(column), header };
    const choice = choose(counts, known, roles);
    if (!choice) return { ...base, sureness: "unknown", why: "none" };
    if (isRole(choice.meaning) && choice.sureness !== "possible")
      roles[choice.meaning] = [names[1], header].find(
        (name) => name !== undefined && table.columnsOf(name).length === 1,
      ) ?? { column: base.column };
    return { ...base, ...choice };
  });
  const numbers = columns.some(({ why }) => why === "item-numbers") ? "no" : "item";
  const items = matchedItems(table, roles, numbers, system);
  const own = (item: Item, by: boolean) => item.fields.filter((field) => (field.by === "unit") === by);
  const isOthers =
    items.found.length > 0 &&
    items.found.every((item) => own(item, true).length === 0) &&
    items.found.some((item) => own(item, false).length > 0);
  const several = items.found.filter((item) => own(item, !isOthers).length > 1);
  return {
    columns,
    roles,
    numbers,
    by: isOthers ? "others" : "unit",
    unknownRows: items.unknown.slice(0, LISTED),
    severalFields: roles.field === undefined ? several.map(({ id, title }) => `${id} ${title}`) : [],
  };
}

interface Counts {
  readonly all: number;
  readonly ids: number;
  readonly nos: number;
  readonly titles: number;
  readonly labels: number;
}

function look(table: FormTable, column: number, names: readonly string[], system: IndicatorSystem) {
  const texts: string[] = [];
  for (let row = table.headerRow + 1; row <= table.grid.lastRow; row += 1) {
    const text = bareText(table.grid.text(row, column));
    if (text !== "") texts.push(text);
  }
  const count = (known: ReadonlySet<string>) => texts.filter((text) => known.has(text)).length;
  const { items } = system;
  const counts: Counts = {
    all: texts.length,
    ids: count(new Set(items.map(({ id }) => plain(id)))),
    nos: count(new Set(items.flatMap(({ no }) => (no === undefined ? [] : [String(no)])))),
    titles: count(new Set(items.map(({ title }) => bareText(title)))),
    labels: count(new Set(items.flatMap(({ fields }) => fields.map(({ label }) => bareText(label))))),
  };
  return { column, names, counts, known: meaningsOf(names[0] ?? "") };
}

type Choice = Pick<DetectedColumn, "sureness" | "why" | "share"> & { readonly meaning: HeaderMeaning };

/** Contents first, then the header; what another column has already been taken for is only told. */
function choose(
  { all, ids, nos, titles, labels }: Counts,
  known: readonly KnownHeader[],
  taken: Readonly<Partial<Record<ColumnRole, unknown>>>,
): Choice | undefined {
  const says = (meaning: ColumnRole) => known.some((one) => one.meaning === meaning);
  const byContents = (meaning: ColumnRole, of: number, why: DetectedColumn["why"]): Choice | undefined =>
    all > 0 && of / all >= (says(meaning) ? SOME : MOST) && taken[meaning] === undefined
      ? { meaning, why, share: { of, all }, sureness: of === all ? "certain" : "likely" }
      : undefined;
  const found =
    byContents("number", ids, "item-ids") ??
    (says("number") ? byContents("number", nos, "item-numbers") : undefined) ??
    byContents("title", titles, "titles") ??
    byContents("field", labels, "fields");
  if (found) return found;
  const free = known.find(({ meaning }) => !isRole(meaning) || taken[meaning] === undefined);
  const [first] = known;
  if (!first) return undefined;
  if (!free) return { meaning: first.meaning, sureness: "possible", why: "taken" };
  // A title or number whose contents are no items of the system reads nothing.
  if (free.meaning === "number" || free.meaning === "title" || free.meaning === "field")
    return { meaning: free.meaning, sureness: "possible", why: "contents-differ" };
  return free.isClear
    ? { meaning: free.meaning, sureness: "certain", why: "header" }
    : { meaning: free.meaning, sureness: "likely", why: "usual-header" };
}

export const isRole = (meaning: HeaderMeaning): meaning is ColumnRole =>
  ROLES.some((role) => role === meaning);

/** The items that the rows are, and rows with something filled in that are none. */
function matchedItems(
  table: FormTable,
  roles: DetectedColumns["roles"],
  numbers: "item" | "no",
  { items, nodes }: IndicatorSystem,
): { found: Item[]; unknown: string[] } {
  const at = (role: ColumnRole) => {
    const header = roles[role];
    return header === undefined ? undefined : table.columnsOf(header)[0];
  };
  const inputs = (["value", "numerator", "self"] as const).flatMap((role) => at(role) ?? []);
  const found = new Set<Item>();
  const unknown: string[] = [];
  for (let row = table.headerRow + 1; row <= table.grid.lastRow; row += 1) {
    const number = bareText(table.text(row, at("number")));
    const title = bareText(table.text(row, at("title")));
    const item = items.find(
      (one) =>
        (number !== "" && number === (numbers === "item" ? plain(one.id) : String(one.no))) ||
        (title !== "" && title === bareText(one.title)),
    );
    const isLevel = nodes.some((node) => bareText(node.title) === title);
    const isFilled = inputs.some((column) => table.grid.text(row, column) !== "");
    if (item) found.add(item);
    else if (isFilled && !isLevel && !isTotal(number) && !isTotal(title) && (number !== "" || title !== ""))
      unknown.push(`${row}: ${number} ${title}`.trim());
  }
  return { found: [...found], unknown };
}
