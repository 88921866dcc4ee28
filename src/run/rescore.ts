import { messagesIn } from "../messages/languages.js";
import type { AssessmentJson, Results } from "../model/results.js";
import { assessUnits, type FoundUnit } from "./assess-units.js";
import { ranked } from "./ranked.js";
import { systemOf } from "./read-back.js";

/**
 * The results with their units scored anew, each from its evidence (or from what stands in its place). What
 * only the files could tell stays as it was.
 *
 * @param units in the order of the assessments
 */
export async function rescore(results: Results, units: readonly FoundUnit[]): Promise<Results> {
  const { language } = results;
  const assessed = await assessUnits(systemOf(results), units, language, messagesIn(language));
  const assessments = assessed.map((assessment, index) =>
    circumstances(results.assessments[index], assessment),
  );
  return ranked({ ...results, assessments });
}

function circumstances(before: AssessmentJson | undefined, after: AssessmentJson): AssessmentJson {
  const { departments, disagreements } = before ?? {};
  return {
    ...after,
    ...(departments ? { departments } : {}),
    ...(disagreements ? { disagreements } : {}),
  };
}
