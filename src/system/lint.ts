import type { LintFinding } from "../model/lint-finding.js";
import { lintAdvice } from "./lint/advice.js";
import { lintClauses } from "./lint/clauses.js";
import { type Head, LintContext, type PlacedItem } from "./lint/context.js";
import { lintFacts } from "./lint/facts.js";
import { lintPoints } from "./lint/points.js";
import { lintTree } from "./lint/tree.js";
import { lintVerdicts } from "./lint/verdicts.js";

/** Everything that is wrong with a system whose files have the right shape; every offender at once. */
export function lint(head: Head, items: readonly PlacedItem[], file: string): LintFinding[] {
  const context = new LintContext(head, items, file);
  const treeIsSound = lintTree(context);
  lintPoints(context, treeIsSound);
  lintFacts(context);
  lintClauses(context);
  lintVerdicts(context);
  lintAdvice(context);
  return context.findings;
}
