import type { DataValidation, Worksheet } from "exceljs";
import { NO, type RatePart, VERDICTS, YES } from "../model/form.js";
import type { Field, UnitFact } from "../model/indicator-system.js";
import { type Rational, toDecimal } from "../model/rational.js";

/**
 * Validation only warns: the reader accepts more than a spreadsheet's rules can say (`60学时`, `√`), and
 * refuses what they can't see. It must never block what the reader takes.
 */
const WARNING = { allowBlank: true, showErrorMessage: true, errorStyle: "warning", errorTitle: "请核对" };

/** Longest list that a validation holds in itself, the quotes not counted. */
const LIST_LIMIT = 255;

/** Longest message of a validation. */
const MESSAGE_LIMIT = 225;

function list(options: readonly string[]): DataValidation {
  const formula = `"${options.join(",").replaceAll('"', '""')}"`;
  const error = `应为：${options.join("、")}。确定保留吗？`;
  return { ...WARNING, type: "list", formulae: [formula], error: error.slice(0, MESSAGE_LIMIT) };
}

/** A comma would part an option in two, and outer blanks are lost. */
const fitsList = (options: readonly string[]) =>
  options.join(",").replaceAll('"', '""').length <= LIST_LIMIT &&
  options.every((option) => !/[,\n]|^\s|\s$/.test(option));

export const yesOnly = (): DataValidation => list([YES]);
export const verdicts = (): DataValidation => list(Object.values(VERDICTS));

/** A number between two bounds; undefined where neither is given. */
export function between(min?: Rational, max?: Rational): DataValidation | undefined {
  return bounded("decimal", min && toDecimal(min), max && toDecimal(max), ["小于", "大于"]);
}

function bounded(
  type: "decimal" | "whole" | "date",
  min: string | undefined,
  max: string | undefined,
  [below, above]: readonly [string, string],
): DataValidation | undefined {
  const not = [min && `不应${below}${min}`, max && `不应${above}${max}`].filter(Boolean).join("，");
  const common = { ...WARNING, type, error: `${not}，确定保留吗？` };
  if (min !== undefined && max !== undefined) {
    return { ...common, operator: "between", formulae: [min, max] };
  }
  if (min !== undefined) return { ...common, operator: "greaterThanOrEqual", formulae: [min] };
  if (max !== undefined) return { ...common, operator: "lessThanOrEqual", formulae: [max] };
  return undefined;
}

/** The rule of the cell that a field is filled into; undefined where anything may stand. */
export function validation(field: Field | UnitFact, part?: RatePart): DataValidation | undefined {
  if (part === "numerator" || part === "denominator") return undefined;
  switch (field.type) {
    case "boolean":
      return list([YES, NO]);
    case "choice":
      return fitsList(field.options) ? list(field.options) : undefined;
    case "text":
      return undefined;
    case "date":
      return bounded("date", field.min, field.max, ["早于", "晚于"]);
    case "integer":
      return bounded("whole", field.min && toDecimal(field.min), field.max && toDecimal(field.max), [
        "小于",
        "大于",
      ]);
    case "records":
      return bounded("whole", "0", undefined, ["小于", ""]);
    case "number":
      return between(field.min, field.max);
    case "percent":
    case "rate":
      // 95% is stored as 0.95: a lower bound in hundredths would question every figure typed with its sign.
      return between(undefined, field.max);
  }
}

/** Sets on one column the rule of each row of a list; the first row stands at `first`. */
export function validateRows<Row>(
  sheet: Worksheet,
  column: number,
  first: number,
  rows: readonly Row[],
  ruleOf: (row: Row) => DataValidation | undefined,
): void {
  const rules = new Map<number, DataValidation>();
  rows.forEach((row, index) => {
    const rule = ruleOf(row);
    if (rule) rules.set(first + index, rule);
  });
  validate(sheet, sheet.getColumn(column).letter, rules);
}

/** Sets rules on cells of one column, by row in rising order; neighbours with the same rule share a range. */
export function validate(sheet: Worksheet, column: string, rules: ReadonlyMap<number, DataValidation>): void {
  let first: number | undefined;
  for (const [row, rule] of rules) {
    first ??= row;
    if (same(rules.get(row + 1), rule)) continue;
    rangesOf(sheet).add(`${column}${first}:${column}${row}`, rule);
    first = undefined;
  }
}

const same = (a: DataValidation | undefined, b: DataValidation) => JSON.stringify(a) === JSON.stringify(b);

/** In exceljs but not in its types: one rule for a range; cell by cell its writer makes ranges that overlap. */
interface Ranges {
  add(range: string, rule: DataValidation): void;
}
const rangesOf = (sheet: Worksheet): Ranges =>
  (sheet as unknown as { dataValidations: Ranges }).dataValidations;
