import type { Results } from "../model/results.js";
import { byText } from "../model/text-order.js";
import { rank } from "../ranking/rank.js";

interface Named {
  readonly file: string;
  readonly sha256: string;
}
const byFile = (a: Named, b: Named): number => byText(a.file, b.file) || byText(a.sha256, b.sha256);

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
    inputs: [...results.inputs].sort(byFile),
    ...(results.facts ? { facts: [...results.facts].sort(byFile) } : {}),
    ...(results.verified ? { verified: [...results.verified].sort(byFile) } : {}),
    assessments: assessments.sort((a, b) => byText(a.unit.code, b.unit.code)),
    ranking,
  };
}
