import { rowsByOthers } from "../intake/fact-names.js";
import { formRows } from "../model/form.js";
import type { IndicatorSystem, Item } from "../model/indicator-system.js";
import type { LintCode, LintFinding } from "../model/lint-finding.js";
import type { MappingDocument, MatrixMapping, SheetMapping } from "../model/mapping-document.js";
import { jsonPath } from "../system/json.js";

type Report = (code: LintCode, path: readonly PropertyKey[], params?: Record<string, string>) => void;

/** What of a mapping does not fit the system that it is for, or can't be read by. */
export function lintMapping(mapping: MappingDocument, file: string, system: IndicatorSystem): LintFinding[] {
  const findings: LintFinding[] = [];
  const report: Report = (code, path, params = {}) =>
    findings.push({ code, file, path: jsonPath(path), params });
  if (mapping.system.id !== system.id)
    report("form-system", ["system", "id"], { found: mapping.system.id, expected: system.id });
  if (!mapping.sheets && !mapping.matrix) report("form-empty", []);
  if (mapping.sheets && mapping.matrix) report("form-both", ["matrix"]);
  if (mapping.sheets && !mapping.unit) report("form-unit", ["unit"]);
  if (mapping.matrix && mapping.unit) report("form-unit-twice", ["unit"]);
  const check = new FactCheck(mapping, system, report);
  for (const fact of Object.keys(mapping.unit?.facts ?? {})) check.unitFact(fact, ["unit", "facts", fact]);
  for (const [index, sheet] of (mapping.sheets ?? []).entries()) lintSheet(sheet, index, check, report);
  if (mapping.matrix) lintMatrix(mapping.matrix, check);
  const open = check.notAsked();
  if (open.length > 0) report("form-not-asked", [], { items: open.map(({ id }) => id).join("、") });
  return findings;
}

function lintSheet(
  { columns, rows, numbers }: SheetMapping,
  index: number,
  check: FactCheck,
  report: Report,
): void {
  const at = ["sheets", index] as const;
  const tells = columns.number !== undefined || columns.title !== undefined;
  if (!tells) report("form-rows-unknown", [...at, "columns"]);
  const { value, numerator, denominator, rate } = columns;
  const hasOwn = rows.some((row) => row.columns !== undefined);
  if (!hasOwn && [value, numerator, denominator, rate].every((column) => column === undefined))
    report("form-no-value", [...at, "columns"]);
  if ((numerator === undefined) !== (denominator === undefined))
    report("form-half-rate", [...at, "columns", numerator === undefined ? "numerator" : "denominator"]);
  if (typeof numbers === "object")
    for (const [number, item] of Object.entries(numbers)) check.item(item, [...at, "numbers", number]);
  if (tells) check.byNumberOrTitle(columns.field !== undefined);
  for (const [n, row] of rows.entries()) {
    const path = [...at, "rows", n];
    if (row.number === undefined && row.title === undefined) report("form-row", path);
    if (!check.item(row.item, [...path, "item"])) continue;
    if (row.fact !== undefined) check.fact(row.fact, [...path, "fact"], row.item);
    for (const [header, fact] of Object.entries(row.columns ?? {}))
      check.fact(fact, [...path, "columns", header], row.item);
  }
}

function lintMatrix({ facts, self }: MatrixMapping, check: FactCheck): void {
  for (const [label, fact] of Object.entries(facts)) {
    const path = ["matrix", "facts", label];
    if (fact.startsWith("unit.")) check.unitFact(fact, path);
    else check.fact(fact, path);
  }
  for (const [label, item] of Object.entries(self)) check.item(item, ["matrix", "self", label]);
}

/** Facts and items that a mapping names, each checked where it stands. */
class FactCheck {
  readonly #asked = new Set<string>();
  readonly #facts: ReadonlyMap<string, string>;
  readonly #others: ReadonlySet<string>;

  constructor(
    readonly mapping: MappingDocument,
    readonly system: IndicatorSystem,
    readonly report: Report,
  ) {
    const rows = mapping.by === "unit" ? formRows(system) : rowsByOthers(system);
    const not = mapping.by === "unit" ? rowsByOthers(system) : formRows(system);
    this.#facts = new Map(rows.flatMap(({ fact, item }) => (fact === undefined ? [] : [[fact, item.id]])));
    this.#others = new Set(not.flatMap(({ fact }) => fact ?? []));
  }

  item(id: string, path: readonly PropertyKey[]): boolean {
    const known = this.system.items.some((item) => item.id === id);
    if (!known) this.report("unknown-place", path, { id });
    return known;
  }

  unitFact(fact: string, path: readonly PropertyKey[]): void {
    if (!this.system.unitFacts.some((one) => one.fact === fact)) this.report("unknown-fact", path, { fact });
    else if (this.mapping.by === "others") this.report("form-by", path, { fact });
  }

  /** Each fact stands in one place; in the item's own row, where a row is of an item. */
  fact(fact: string, path: readonly PropertyKey[], item?: string): void {
    const of = this.#facts.get(fact) ?? this.#facts.get(`${fact}.numerator`);
    if (of === undefined) {
      this.report(this.#others.has(fact) ? "form-by" : "unknown-fact", path, { fact });
      return;
    }
    if (item !== undefined && of !== item) this.report("form-fact-item", path, { fact, item: of });
    if (this.#asked.has(fact)) this.report("form-fact-twice", path, { fact });
    this.#asked.add(fact);
    if (this.system.facts.get(fact)?.type === "records") this.report("form-records", path, { fact });
  }

  /** Rows told by number or title reach every item with one field, with the field's name every one. */
  byNumberOrTitle(byField: boolean): void {
    for (const { id, fields } of this.system.items) {
      const own = fields.filter(({ by }) => (by === "unit") === (this.mapping.by === "unit"));
      if (own.length === 1 || byField) for (const { fact } of own) this.#asked.add(fact);
      if (own.length === 0) this.#asked.add(id);
    }
  }

  /** Items of which the form asks nothing, so that everything in them counts as not filled in. */
  notAsked(): Item[] {
    if (this.mapping.by === "others") return [];
    return this.system.items.filter(({ fields }) => {
      const own = fields.filter(({ by }) => by === "unit");
      const isAsked = ({ fact }: { fact: string }) =>
        this.#asked.has(fact) || this.#asked.has(`${fact}.numerator`);
      return own.length > 0 && !own.some(isAsked);
    });
  }
}
