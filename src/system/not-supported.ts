import type { LintFinding } from "../model/lint-finding.js";
import { jsonPath } from "./json.js";

/**
 * Parts of the format that this version does not score yet. They are told by name, since “unknown key”
 * would send the author looking for a misspelling.
 */
export function findNotSupported(value: unknown, file: string, path: PropertyKey[] = []): LintFinding[] {
  const found = (feature: string, key: PropertyKey): LintFinding => ({
    code: "not-supported-yet",
    file,
    path: jsonPath([...path, key]),
    params: { feature },
  });
  if (Array.isArray(value)) {
    return value.flatMap((inner, index) => findNotSupported(inner, file, [...path, index]));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const feature = featureOf(key, inner, path);
    return feature ? [found(feature, key)] : findNotSupported(inner, file, [...path, key]);
  });
}

function featureOf(key: string, value: unknown, path: readonly PropertyKey[]): string | undefined {
  // Free text can stand under any of these; only the places where the format has meaning count.
  if (path.at(-1) === "points") return undefined;
  if (key === "by" && (value === "assessor" || value === "third-party")) return `by: "${value}"`;
  if (key === "type" && value === "records") return 'type: "records"';
  if (key === "judge") return "judge";
  if (key === "cohort") return "cohort";
  if (key === "sumOf") return "sumOf";
  if (key === "count" && typeof value === "object" && !Array.isArray(value)) return "count … where";
  return undefined;
}
