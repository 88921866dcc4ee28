import { NO, RATE_PARTS, type RatePart, recordsSheet, VERIFICATION_COLUMNS, YES } from "../model/form.js";
import type { Clause, Column, Field, Item, UnitFact } from "../model/indicator-system.js";
import { type Rational, toDecimal } from "../model/rational.js";

/** 填报要求 of one row: in words what to enter, so that nobody needs the rules file. */
export function hint(item: Item, field: Field, part?: RatePart): string {
  return sentences([
    part ? rateHint(field, part) : typeHint(field),
    part && part !== "rate" ? "" : boundsHint(field),
    part === "rate" ? "" : documentsHint(field, part),
    field.optional && part !== "rate" ? "可不填" : "",
    item.mayBeNotApplicable ? `如不适用，在“不适用”列填“${YES}”并在备注说明原因` : "",
  ]);
}

/** 填写要求 of a unit fact in 基本信息. */
export function unitFactHint(fact: UnitFact): string {
  return sentences([typeHint(fact), boundsHint(fact), fact.optional ? "可不填" : ""]);
}

/** What a column of a records sheet wants. */
export function columnHint(column: Column): string {
  const figures = ["integer", "number", "percent"].includes(column.type);
  const needed = column.optional ? "可不填" : figures ? "" : "不得留空";
  return sentences([typeHint(column), boundsHint(column), needed]);
}

const BY: Record<Field["by"], string> = {
  unit: "",
  assessor: "评估方提供",
  "third-party": "第三方提供",
  results: "取自评分结果",
};

/** 填报要求 of a field that the unit does not supply: who does, and what to enter; blank it is pending. */
export function othersHint(field: Field, part?: RatePart): string {
  const blank = { ...field, optional: true };
  return sentences([
    BY[field.by],
    part ? rateHint(blank, part) : typeHint(blank),
    part && part !== "rate" ? "" : boundsHint(field),
    part === "rate" ? "" : "留空为待核实",
  ]);
}

/** 填报要求 of a clause that the assessor judges. */
export function judgementHint({ effect }: Clause): string {
  if (!("amount" in effect) || effect.amount.form !== "judge") return "";
  const { min, max, step } = effect.amount;
  const what = effect.kind === "award" ? "得分" : "扣分";
  return sentences([
    `由评估方评判：在“${VERIFICATION_COLUMNS.points}”填${what}，${toDecimal(min)}至${toDecimal(max)}分`,
    step ? `从${toDecimal(min)}分起，每档${toDecimal(step)}分` : "",
    `须填“${VERIFICATION_COLUMNS.reason}”；留空为待核实`,
  ]);
}

const sentences = (parts: readonly string[]) =>
  parts
    .filter((part) => part !== "")
    .map((part) => `${part}。`)
    .join("");

function typeHint(field: Field | UnitFact): string {
  const unit = field.unit ? `（单位：${field.unit}）` : "";
  const zero = field.optional ? "没有的填0" : "没有的填0，不得留空";
  switch (field.type) {
    case "boolean":
      return `填“${YES}”或“${NO}”`;
    case "integer":
      return `填整数${unit}，${zero}`;
    case "number":
      return `填数字${unit}，${zero}`;
    case "percent":
      return `填百分比，如 95% 或 95；不超过1%的须带“%”；${zero}`;
    case "rate":
      return "";
    case "date":
      return "填日期，如 2024-03-01";
    case "text":
      return "填文字";
    case "choice":
      return `选填其一：${field.options.join("／")}`;
    case "records":
      return `在“${recordsSheet(field)}”表逐行填写，此处填总条数；没有的填0`;
  }
}

function rateHint(field: Field, part: RatePart): string {
  const unit = field.unit ? `（单位：${field.unit}）` : "";
  if (part === "rate") {
    const { numerator, denominator } = RATE_PARTS;
    return `可不填，供核对；填写的须等于${numerator}÷${denominator}，如 95% 或 95`;
  }
  const above = part === "numerator" ? `，不大于${RATE_PARTS.denominator}` : "";
  return `填${RATE_PARTS[part]}的数值${unit}${above}；没有的填0${field.optional ? "" : "，不得留空"}`;
}

function boundsHint(field: Field | UnitFact): string {
  if (field.type === "boolean" || field.type === "text" || field.type === "choice") return "";
  if (field.type === "records") return "";
  const sign = field.type === "percent" || field.type === "rate" ? "%" : "";
  const show = (bound: Rational | string) => (typeof bound === "string" ? bound : toDecimal(bound) + sign);
  const { min, max } = field;
  const [before, after] = field.type === "date" ? ["不早于", "不晚于"] : ["不小于", "不大于"];
  return [min && `${before}${show(min)}`, max && `${after}${show(max)}`].filter(Boolean).join("，");
}

function documentsHint(field: Field, part?: RatePart): string {
  if (field.documents === 0) return "";
  const place = part ? `（填在${RATE_PARTS.numerator}行或${RATE_PARTS.denominator}行）` : "";
  const none = field.type === "boolean" ? `填“${NO}”的不需要` : "填0的不需要";
  const spared = ["text", "choice", "date"].includes(field.type) ? "" : `，${none}`;
  return `须附佐证材料${field.documents}份${place}${spared}`;
}
