import { compare, equals, toDecimal } from "../../model/rational.js";
import { lintCondition } from "./conditions.js";
import { everyFact, type LintContext } from "./context.js";
import { notNegative } from "./points.js";

/** Vetoes, grades and the rules of the ranking: whatever they name must be there. */
export function lintVerdicts(context: LintContext): void {
  const { head, root, items } = context;
  const places = new Set([...head.nodes.map((node) => node.id), ...items.map(({ item }) => item.id)]);
  const scored = new Set([
    ...head.nodes.map((node) => node.id),
    ...items.flatMap(({ item }) => (item.kind === "scored" ? [item.id] : [])),
  ]);
  const grades = head.grades.map((grade) => grade.name);
  const called = new Set(items.flatMap(({ item }) => item.clauses.map((clause) => clause.veto)));

  for (const [index, veto] of head.vetoes.entries()) {
    const at = root.key("vetoes").index(index);
    if (veto.when) lintCondition(context, veto.when, at.key("when"), everyFact(context));
    else if (!called.has(veto.id)) context.report("veto-without-cause", at, { id: veto.id });
    if (typeof veto.effect === "string") continue;
    if ("capTotal" in veto.effect) {
      notNegative(context, veto.effect.capTotal, at.key("effect").key("capTotal"));
    }
    if ("zero" in veto.effect && !scored.has(veto.effect.zero)) {
      context.report("unknown-place", at.key("effect").key("zero"), { id: veto.effect.zero });
    }
    if ("capGrade" in veto.effect && !grades.includes(veto.effect.capGrade)) {
      context.report("unknown-grade", at.key("effect").key("capGrade"), { grade: veto.effect.capGrade });
    }
  }
  for (const [index, grade] of head.grades.entries()) {
    const above = head.grades[index - 1];
    if (above && compare(grade.min, above.min) > 0) {
      context.report("grade-order", root.key("grades").index(index).key("min"), {
        grade: grade.name,
        min: toDecimal(grade.min),
        above: above.name,
      });
    }
  }
  lintEqualGrades(context);
  for (const [index, id] of head.ranking.tieBreak.entries()) {
    if (id !== "bonus" && !places.has(id)) {
      context.report("unknown-place", root.key("ranking").key("tieBreak").index(index), { id });
    }
  }
  const { groupBy } = head.ranking;
  if (groupBy !== undefined && context.facts.get(groupBy)?.origin !== "unit") {
    context.report("unknown-fact", root.key("ranking").key("groupBy"), { fact: groupBy, scope: "unit" });
  }
}

/**
 * Whoever reaches a grade has the one above of the same minimum, unless that one asks for more or the unit is
 * kept from it by a veto.
 */
function lintEqualGrades(context: LintContext): void {
  const { head, root } = context;
  const capped = new Set(
    head.vetoes.map(({ effect }) =>
      typeof effect === "object" && "capGrade" in effect ? effect.capGrade : "",
    ),
  );
  for (const [index, grade] of head.grades.entries()) {
    const above = head.grades
      .slice(0, index)
      .find(({ min, eachLevel1AtLeast, quota }) => equals(min, grade.min) && !eachLevel1AtLeast && !quota);
    if (!above || capped.has(grade.name)) continue;
    context.report("grade-unreachable", root.key("grades").index(index).key("min"), {
      grade: grade.name,
      above: above.name,
      min: toDecimal(grade.min),
    });
  }
}
