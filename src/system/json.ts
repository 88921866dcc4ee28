import { type JSONPath, visit } from "jsonc-parser";
import type { LintFinding } from "../model/lint-finding.js";

/** A rules file is written by people; one beyond this is not. */
const MAX_BYTES = 1024 * 1024;
/** Deeper than any system needs (conditions: 32), shallow enough for every recursive reader. */
const MAX_NESTING = 100;
/** A double keeps the decimal that was written up to here. */
const MAX_DIGITS = 15;

export type JsonOutcome =
  | { readonly value: unknown; readonly findings: readonly LintFinding[] }
  | { readonly value?: undefined; readonly findings: readonly LintFinding[] };

/** `["items", 3, "points"]` → `$.items[3].points`; a key that is no name is quoted: `$.points["5.2.1"]` */
export function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return NAME.test(String(step)) ? `${text}.${String(step)}` : `${text}[${JSON.stringify(String(step))}]`;
  }, "$");
}

const NAME = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u;

/**
 * Strict JSON. Beside what `JSON.parse` refuses, also an error: a key given twice (the first would be lost
 * silently), `__proto__`, and a number with more digits than a double keeps.
 */
export function readJson(bytes: Uint8Array, file: string): JsonOutcome {
  const findings: LintFinding[] = [];
  const report = (code: LintFinding["code"], path: string, params: Record<string, string>) =>
    findings.push({ code, file, path, params });
  if (bytes.length > MAX_BYTES) {
    report("too-large", "$", { bytes: String(bytes.length), limit: String(MAX_BYTES) });
    return { findings };
  }
  const text = decode(bytes);
  if (text === undefined) {
    report("not-json", "$", { line: "1", column: "1", problem: "encoding" });
    return { findings };
  }
  if (nesting(text) > MAX_NESTING) {
    report("too-deep", "$", { limit: String(MAX_NESTING) });
    return { findings };
  }
  check(text, report);
  if (findings.some((finding) => finding.code === "not-json")) return { findings };
  return { value: JSON.parse(text), findings };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Deepest nesting of braces and brackets, found without recursion. */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  // Strings are skipped whole: a brace in a title is no nesting.
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function check(
  text: string,
  report: (code: LintFinding["code"], path: string, params: Record<string, string>) => void,
): void {
  const keys: Set<string>[] = [];
  let stumbled = false;
  const place = (line: number, column: number) => ({ line: String(line + 1), column: String(column + 1) });
  visit(
    text,
    {
      onObjectBegin: () => {
        keys.push(new Set());
      },
      onObjectEnd: () => {
        keys.pop();
      },
      onObjectProperty: (key, _offset, _length, line, column, parent: () => JSONPath) => {
        const seen = keys.at(-1);
        const path = jsonPath([...parent(), key]);
        if (key === "__proto__") report("unknown-key", path, { key });
        if (seen?.has(key)) report("duplicate-key", path, { key, ...place(line, column) });
        seen?.add(key);
      },
      onLiteralValue: (value, offset, length, _line, _column, path: () => JSONPath) => {
        const written = text.slice(offset, offset + length);
        if (typeof value === "number" && significantDigits(written) > MAX_DIGITS) {
          report("number-too-long", jsonPath(path()), { found: written, limit: String(MAX_DIGITS) });
        }
      },
      onError: (_error, _offset, _length, line, column) => {
        // One slip makes the scanner stumble again and again; only where it began helps.
        if (stumbled) return;
        stumbled = true;
        report("not-json", "$", { ...place(line, column), problem: "syntax" });
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
}

function significantDigits(written: string): number {
  const digits = written
    .replace(/[eE].*$/, "")
    .replace(/[-.]/g, "")
    .replace(/^0+/, "");
  return digits.replace(/0+$/, "").length;
}
