import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readFile, scoreFiles } from "../../src/index.js";
import { readSubmission } from "../../src/intake/read-submission.js";
import { readVerification } from "../../src/intake/read-verification.js";
import { messagesIn } from "../../src/messages/languages.js";
import { INTAKE_CODES } from "../../src/model/finding.js";
import type { FindingJson } from "../../src/model/results.js";
import type { Submission } from "../../src/model/submission.js";
import { toFindingJson } from "../../src/run/findings.js";
import { COUNTY, filledCounty } from "../support/county.js";
import { type Edit, edited } from "../support/edits.js";
import { answerInWords, contentOf, valueInWords, withoutCell } from "../support/in-words.js";

const FOLDER = new URL("../cases/intake/", import.meta.url);
const FILE = "甲县.xlsx";

/** What happened to one filled template, or to several files of a run. */
interface Case {
  readonly rule: string;
  readonly edits?: readonly Edit[];
  readonly expect: Expected & Run;
  readonly files?: Readonly<Record<string, readonly Edit[]>>;
  /** An assessor's copy instead: what was done to the filled template to make it one. */
  readonly copy?: readonly Edit[];
}
interface Expected {
  readonly outcome: "scored" | "returned";
  /** All of them, in order. */
  readonly findings: readonly Told[];
  /** By fact, with the cell; whatever is not named is as in the untouched workbook. */
  readonly answers?: Readonly<Record<string, string>>;
  readonly unitFacts?: Readonly<Record<string, string>>;
  readonly selfScores?: Readonly<Record<string, string>>;
  readonly documents?: readonly string[];
  /** Of an assessor's copy: what is taken over, by fact, with the reason. */
  readonly verdicts?: Readonly<Record<string, string>>;
}
interface Run {
  readonly inputs: Readonly<Record<string, Pick<Expected, "outcome" | "findings">>>;
  /** Codes of the units that are assessed. */
  readonly scored: readonly string[];
}
type Told = Pick<FindingJson, "code" | "message" | "sheet" | "cell">;

const UNTOUCHED = await filledCounty();
const read = (bytes: Uint8Array) => readSubmission(bytes, FILE, COUNTY).submission;
const CASES = readdirSync(FOLDER)
  .sort()
  .map((name) => {
    const text = readFileSync(new URL(`${name}/case.json`, FOLDER), "utf8");
    return { name, golden: JSON.parse(text) as Case };
  });

describe("golden cases of reading: what happens to a filled template, and what the user is told", () => {
  for (const { name, golden } of CASES) {
    it(`${name}: ${golden.rule}`, () => {
      if (golden.files) return ofRun(golden.files, golden.expect);
      return golden.copy ? ofCopy(golden.copy, golden.expect) : ofFile(golden);
    });
  }
});

async function ofFile({ edits = [], expect: expected }: Case): Promise<void> {
  const bytes = await edited(UNTOUCHED, edits);
  const results = await scoreFiles(COUNTY, [readFile(COUNTY, { name: FILE, bytes })], { language: "zh-CN" });
  const [input] = results.inputs;
  const [assessment] = results.assessments;
  expect({ outcome: input?.outcome, findings: input?.findings.map(told) }).toEqual({
    outcome: expected.outcome,
    findings: expected.findings,
  });
  expect(assessment === undefined).toBe(expected.outcome === "returned");
  const [before, after] = [read(UNTOUCHED), read(bytes)];
  if (before && after) compare(before, after, expected);
}

function compare(before: Submission, after: Submission, expected: Expected): void {
  const { answers = {}, unitFacts = {}, selfScores = {} } = expected;
  const untouched = contentOf(before);
  const stripped = (list: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(list).map(([fact, words]) => [fact, withoutCell(words)]));
  const wanted = {
    ...untouched,
    answers: there({ ...untouched.answers, ...stripped(answers) }),
    unitFacts: there({ ...untouched.unitFacts, ...stripped(unitFacts) }),
    selfScores: there({ ...untouched.selfScores, ...selfScores }),
    ...(expected.documents ? { documents: expected.documents } : {}),
  };
  expect(contentOf(after)).toEqual(wanted);
  for (const [fact, words] of Object.entries(answers))
    expect(answerInWords(after.answers.get(fact)), fact).toBe(words);
  for (const [fact, words] of Object.entries(unitFacts)) {
    expect(answerInWords(after.unitFacts.get(fact)), fact).toBe(words);
  }
}

const there = (list: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(list).filter(([, words]) => words !== "absent"));

async function ofCopy(edits: readonly Edit[], expected: Expected): Promise<void> {
  const bytes = await edited(UNTOUCHED, edits);
  const { verification, findings } = readVerification(bytes, "甲县核查.xlsx", COUNTY);
  const messages = messagesIn("zh-CN");
  const verdicts = [...(verification?.fields ?? [])].map(([fact, one]) => {
    const value = one.verdict === "value" ? `${valueInWords(one.value)}: ` : "";
    return [fact, `${one.verdict} ${value}${one.reason}`.trim()];
  });
  expect({
    outcome: verification ? "scored" : "returned",
    findings: findings.map((finding) => told(toFindingJson(finding, messages))),
    verdicts: Object.fromEntries(verdicts),
  }).toEqual(expected);
}

async function ofRun(files: Readonly<Record<string, readonly Edit[]>>, expected: Run): Promise<void> {
  const read = await Promise.all(
    Object.entries(files).map(async ([name, edits]) =>
      readFile(COUNTY, { name, bytes: await edited(UNTOUCHED, edits) }),
    ),
  );
  const results = await scoreFiles(COUNTY, read, { language: "zh-CN" });
  const inputs = results.inputs.map(({ file, outcome, findings }) => [
    file,
    { outcome, findings: findings.map(told) },
  ]);
  expect(Object.fromEntries(inputs)).toEqual(expected.inputs);
  expect(results.assessments.map(({ unit }) => unit.code)).toEqual(expected.scored);
}

const told = ({ code, message, sheet, cell }: FindingJson): Told => ({
  code,
  ...(sheet === undefined ? {} : { sheet }),
  ...(cell === undefined ? {} : { cell }),
  message,
});

/** Of the archive, the XML and the format; their cases stand beside those readers. */
const OF_THE_FILE = /^(?:E(?:0\d|10|12|14|15|16|25)|W11)$/;
/** Of a form that is not ours; its cases stand in `tests/forms`. */
const OF_A_FOREIGN_FORM = /^W10$/;
/** Of a copy beside the files that it was made from: no file by itself shows it. */
const OF_THE_RUN = /^W09$/;

it("has a case for every code of layout and values, named after it", () => {
  const named = CASES.flatMap(({ name, golden: { expect: expected } }) =>
    [expected, ...Object.values(expected.inputs ?? {})]
      .flatMap(({ findings = [] }) => findings)
      .filter(({ code }) => name.startsWith(code)),
  );
  const covered = new Set(named.map(({ code }) => code));
  const elsewhere = [OF_THE_FILE, OF_A_FOREIGN_FORM, OF_THE_RUN];
  const codes = Object.keys(INTAKE_CODES).filter((code) => !elsewhere.some((those) => those.test(code)));
  expect(codes.filter((code) => !covered.has(code))).toEqual([]);
});
