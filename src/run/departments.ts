import type { IndicatorSystem } from "../model/indicator-system.js";
import type { AssessmentJson } from "../model/results.js";
import type { ReadFile } from "./read-file.js";

/**
 * Which departments have handed in, where the unit hands in by departments; undefined where it does not. An
 * item that several answer for is handed in with any one of them.
 */
export function handedInBy(
  system: IndicatorSystem,
  files: readonly ReadFile[],
  { items }: AssessmentJson,
): AssessmentJson["departments"] {
  const parts = new Set(files.flatMap(({ part }) => part ?? []));
  if (parts.size === 0 || files.some(({ part }) => part === undefined)) return undefined;
  const inapplicable = new Set(items.filter(({ status }) => status === "notApplicable").map(({ id }) => id));
  const asked = system.items.filter(
    ({ id, fields }) => !inapplicable.has(id) && fields.some(({ by }) => by === "unit"),
  );
  const open = asked.filter(({ responsible }) => !responsible.some((one) => parts.has(one)));
  return { handedIn: [...parts], missing: [...new Set(open.flatMap(({ responsible }) => responsible))] };
}
