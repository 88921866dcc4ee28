import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { messagesIn } from "../../src/messages/languages.js";
import { isLintError, LINT_CODES, type LintFinding } from "../../src/model/lint-finding.js";
import { loadSystem } from "../../src/system/load.js";
import { type CaseFile, systemFiles } from "../support/files.js";

const FOLDER = new URL("../cases/lint/", import.meta.url);

interface Case {
  readonly rule: string;
  readonly system?: object;
  readonly files?: Readonly<Record<string, CaseFile>>;
  /** A points overlay. */
  readonly points?: object;
  /** All of the findings. */
  readonly expect: readonly Expected[];
}
interface Expected {
  readonly code: string;
  readonly file: string;
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}

const CASES = readdirSync(FOLDER)
  .sort()
  .map((name) => {
    const text = readFileSync(new URL(`${name}/case.json`, FOLDER), "utf8");
    return { name, golden: JSON.parse(text) as Case };
  });

describe("golden cases of the system lint: one fault, told alone, with its file and path", () => {
  for (const { name, golden } of CASES) {
    it(`${name}: ${golden.rule}`, () => {
      const { system, findings } = loadSystem(
        systemFiles(golden.files ?? { "system.json": golden.system ?? {} }),
        golden.points && {
          name: "points.json",
          bytes: new TextEncoder().encode(JSON.stringify(golden.points)),
        },
      );
      expect(findings.map(told)).toEqual(golden.expect);
      expect(system === undefined, "nothing is scored by a system with an error").toBe(
        findings.some(isLintError),
      );
    });
  }
});

function told({ code, file, path, params }: LintFinding): Expected {
  const sentence = (language: "zh-CN" | "en") => messagesIn(language).lint[code](params);
  return { code, file, path, zh: sentence("zh-CN"), en: sentence("en") };
}

/** Of mappings, whose cases stand in tests/forms. */
const OF_A_MAPPING = /^form-/;

it("has a case for every code, named after it", () => {
  const named = CASES.filter(({ name, golden }) => golden.expect.some(({ code }) => name.startsWith(code)));
  const covered = new Set(named.flatMap(({ golden }) => golden.expect.map(({ code }) => code)));
  const codes = Object.keys(LINT_CODES).filter((code) => !OF_A_MAPPING.test(code));
  expect(codes.filter((code) => !covered.has(code))).toEqual([]);
});

it("leaves no hole in a sentence", () => {
  for (const { name, golden } of CASES) {
    for (const { zh, en } of golden.expect)
      expect(`${zh} ${en}`, name).not.toMatch(/undefined|null|\[object/);
  }
});
