import type { AssessmentJson } from "../index.js";
import type { Context } from "./context.js";
import { bold, safe } from "./terminal.js";

/** Who of a unit's departments has not handed in; a unit that hands in as a whole is left out. */
export function printDepartments(assessments: readonly AssessmentJson[], { out, messages }: Context): void {
  const { headings, sentences } = messages.console;
  const lines = assessments.flatMap(({ unit, departments }) =>
    departments && departments.missing.length > 0
      ? [`  ${safe(sentences.departments(unit.name, departments.missing, departments.handedIn.length))}`]
      : [],
  );
  if (lines.length > 0) out(`\n${bold(headings.departments)}\n${lines.join("\n")}`);
}
