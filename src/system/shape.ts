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

/**
 * Of a value that fits none of several forms, the complaints of the form that it comes nearest to; where
 * several are as near, what each of them would ask for.
 */
function innermost(issue: Issue, prefix: PropertyKey[]): Issue[] {
  const path = [...prefix, ...issue.path];
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [{ ...issue, path } as Issue];
  const least = Math.min(...issue.errors.map(distance));
  const nearest = issue.errors.filter((branch) => distance(branch) === least);
  const [only] = nearest;
  if (only && nearest.length === 1) return only.flatMap((inner) => innermost(inner, path));
  const asked = [
    ...new Set(nearest.flatMap((branch) => askedBy(branch.flatMap((one) => innermost(one, []))))),
  ];
  const alike = { code: "custom", path, message: asked.join(" | ") || ONE_FORM } as Issue;
  return [alike, ...unknownToAll(nearest).map((inner) => ({ ...inner, path }) as Issue)];
}

/** It has all that two forms ask for, and is neither. */
const ONE_FORM = "one-form";

/** What a form asks for that the value is not: another kind of value, else the keys that it misses. */
function askedBy(branch: readonly Issue[]): string[] {
  const wanted = branch.filter((issue) => issue.code !== "unrecognized_keys");
  const kinds = wanted.filter((issue) => issue.path.length === 0);
  return kinds.length > 0 ? kinds.map(expected) : wanted.slice(0, 1).map((issue) => issue.path.join("."));
}

/** The keys that none of the forms knows. */
function unknownToAll(branches: readonly (readonly Issue[])[]): Issue[] {
  const keysOf = (branch: readonly Issue[]) =>
    branch.flatMap((issue) =>
      issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys : [],
    );
  const [first = [], ...others] = branches.map(keysOf);
  const keys = first.filter((key) => others.every((other) => other.includes(key)));
  return keys.length > 0 ? [{ code: "unrecognized_keys", keys, path: [], message: "" }] : [];
}

function distance(branch: readonly Issue[]): number {
  return branch.reduce((sum, issue) => {
    if (issue.code === "unrecognized_keys") return sum + issue.keys.length;
    const wrongKind = issue.path.length === 0 && KINDS.has(issue.code);
    return sum + (wrongKind ? 1000 : 1);
  }, 0);
}
const KINDS: ReadonlySet<string> = new Set(["invalid_type", "invalid_value", "invalid_union"]);

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
        found: found === undefined ? "" : written(found).slice(0, 80),
        expected: expected(issue),
      },
    },
  ];
}

/** Infinity is what becomes of `1e999`. */
const written = (value: unknown): string =>
  typeof value === "number" && !Number.isFinite(value) ? String(value) : JSON.stringify(value);

/** In schema words, not in any language's prose: the message table frames it. */
function expected(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected;
    case "invalid_value":
      return issue.values.map((value) => JSON.stringify(value)).join(" | ");
    case "invalid_format":
      if (issue.format !== "regex") return issue.format;
      return issue.path.at(-1) === "fact" ? "fact-name" : "id";
    case "too_small":
      return `${sizeOf(issue.origin)}≥ ${issue.minimum}`;
    case "too_big":
      return `${sizeOf(issue.origin)}≤ ${issue.maximum}`;
    case "invalid_union":
      return "options" in issue && issue.options?.length
        ? issue.options.map((option) => JSON.stringify(option)).join(" | ")
        : ONE_FORM;
    default:
      return issue.message;
  }
}

const sizeOf = (origin: string): string => (origin === "string" || origin === "array" ? "length " : "");

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
