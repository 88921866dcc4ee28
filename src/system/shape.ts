import type { z } from "zod";
import type { LintFinding } from "../model/lint-finding.js";
import { jsonPath } from "./json.js";

type Issue = z.core.$ZodIssue;

/** The value in its schema's form, or what is wrong with its shape; every offender at once. */
export function readShape<T>(
  schema: z.ZodType<T>,
  value: unknown,
  file: string,
  base: readonly PropertyKey[] = [],
): { value?: T; findings: LintFinding[] } {
  const first = schema.safeParse(value);
  if (first.success) return { value: first.data, findings: [] };
  const issues = first.error.issues.flatMap((issue) => innermost(issue, []));
  const findings = issues.flatMap((issue) => toFindings(issue, value, file, base));
  // A misspelt key alone does not keep the rest of the file from being checked.
  const unknown = issues.filter((issue) => issue.code === "unrecognized_keys");
  if (unknown.length !== issues.length) return { findings };
  const second = schema.safeParse(without(value, unknown));
  return second.success ? { value: second.data, findings } : { findings };
}

/** Of a value that fits none of several forms, the complaints of the form that it comes nearest to. */
function innermost(issue: Issue, prefix: PropertyKey[]): Issue[] {
  const path = [...prefix, ...issue.path];
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [{ ...issue, path } as Issue];
  const nearest = issue.errors.reduce((best, branch) => (distance(branch) < distance(best) ? branch : best));
  return nearest.flatMap((inner) => innermost(inner, path));
}

function distance(branch: readonly Issue[]): number {
  return branch.reduce((sum, issue) => {
    if (issue.code === "unrecognized_keys") return sum + issue.keys.length;
    const wrongKind = issue.code === "invalid_type" && issue.path.length === 0;
    return sum + (wrongKind ? 1000 : 1);
  }, 0);
}

function toFindings(issue: Issue, value: unknown, file: string, base: readonly PropertyKey[]): LintFinding[] {
  const path = [...base, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      code: "unknown-key" as const,
      file,
      path: jsonPath([...path, key]),
      params: { key },
    }));
  }
  const found = at(value, issue.path);
  return [
    {
      code: "wrong-shape",
      file,
      path: jsonPath(path),
      params: {
        found: found === undefined ? "" : JSON.stringify(found).slice(0, 80),
        expected: expected(issue),
      },
    },
  ];
}

/** In schema words, not in any language's prose: the message table frames it. */
function expected(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected;
    case "invalid_value":
      return issue.values.map((value) => JSON.stringify(value)).join(" | ");
    case "invalid_format":
      return issue.pattern ?? issue.format;
    case "too_small":
      return `≥ ${issue.minimum}`;
    case "too_big":
      return `≤ ${issue.maximum}`;
    case "invalid_union":
      return issue.discriminator ?? issue.message;
    default:
      return issue.message;
  }
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (inner as Record<PropertyKey, unknown> | undefined)?.[step],
    value,
  );
}

function without(value: unknown, issues: readonly Issue[]): unknown {
  const copy = structuredClone(value);
  for (const issue of issues) {
    const holder = at(copy, issue.path);
    if (issue.code !== "unrecognized_keys" || typeof holder !== "object" || holder === null) continue;
    for (const key of issue.keys) delete (holder as Record<string, unknown>)[key];
  }
  return copy;
}
