import { isRequired } from "../../model/form.js";
import type { AnswerRow } from "./answers.js";
import { type Expression, firstOf, iff, text } from "./expression.js";
import { STATE } from "./fact.js";
import type { Facts } from "./facts.js";

/** How 填报提示 begins, by what is told; the summary counts by these words. */
export const TOLD = { wrong: "有误：", blank: "未填", unsupported: "缺佐证材料" } as const;

/** What a row is told as it is filled in: what is wrong with it, what is missing; else "". */
export function toldOf(row: AnswerRow, facts: Facts, documents: ReadonlyMap<string, Expression>): Expression {
  const { form, line, problem, state } = row;
  const { field, part } = form;
  if (!field) return '""';
  const fact = facts.unexcluded(field.fact);
  const contradiction = facts.contradictions.get(field.fact);
  const named = documents.get(field.fact);
  const cases: [Expression, Expression][] = [[`${problem}<>""`, `${text(TOLD.wrong)}&${problem}`]];
  if (contradiction !== undefined)
    cases.push([
      iff(`${state}=${STATE.value}`, `${contradiction}<>""`, "FALSE"),
      `${text(TOLD.wrong)}&${contradiction}`,
    ]);
  if (isRequired(form)) cases.push([`${state}=${STATE.blank}`, text(TOLD.blank)]);
  cases.push([`${state}=${STATE.notApplicable}`, text("不适用")]);
  // Of a rate, the documents stand with either part and are told once.
  if (named !== undefined && (part === undefined || part === "numerator")) {
    const isNothing = ["text", "choice", "date"].includes(field.type) ? "FALSE" : `${fact.value}=0`;
    const isGiven = `OR(${fact.state}=${STATE.value},${fact.state}=${STATE.unsupported})`;
    cases.push([
      iff(isGiven, `AND(${named}<${field.documents},NOT(${isNothing}))`, "FALSE"),
      `${text(`${TOLD.unsupported}：须${field.documents}份，已登记`)}&${named}&${text("份")}`,
    ]);
  }
  return line.add(firstOf(cases, '""'));
}
