import type { Results } from "../model/results.js";
import { byText } from "../model/text-order.js";
import { rank } from "../ranking/rank.js";

/** The results in their order, with ranking and grades made anew. */
export function ranked(results: Results): Results {
  const ranking = rank(results.assessments, results.system);
  const grades = new Map(
    ranking.groups.flatMap(({ ranked }) => ranked.map(({ code, grade }) => [code, grade])),
  );
  const assessments = results.assessments.map((assessment) => ({
    ...assessment,
    grade: grades.get(assessment.unit.code) ?? null,
  }));
  return {
    ...results,
    inputs: [...results.inputs].sort((a, b) => byText(a.file, b.file) || byText(a.sha256, b.sha256)),
    assessments: assessments.sort((a, b) => byText(a.unit.code, b.unit.code)),
    ranking,
  };
}

/** Several runs by the same system as one. That no unit is in two of them is the caller's to check. */
export function combine(first: Results, ...others: readonly Results[]): Results {
  return ranked({
    ...first,
    inputs: [first, ...others].flatMap(({ inputs }) => inputs),
    assessments: [first, ...others].flatMap(({ assessments }) => assessments),
  });
}
