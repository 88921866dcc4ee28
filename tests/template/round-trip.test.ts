import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSystem } from "../../scripts/samples/system.js";
import { readSubmission } from "../../src/intake/read-submission.js";
import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import { writeVerificationCopy } from "../../src/template/copy/verification-copy.js";
import { writeTemplate } from "../../src/template/template.js";
import { COUNTY, COUNTY_ANSWERS, filledCounty } from "../support/county.js";
import { edited } from "../support/edits.js";
import { contentOf } from "../support/in-words.js";
import {
  type Files,
  filledByOpenpyxl,
  findPython,
  hasLibreOffice,
  needs,
  savedByLibreOffice,
  tablesOf,
} from "../support/other-programs.js";

/** The law: whichever program filled or saved a template, it reads back as the same submission. */

const ROOT = join(import.meta.dirname, "../..");
const PUBLISHED = readSystem(join(ROOT, "indicators/published-report"));
const SAMPLES = join(ROOT, "samples/demo-counties");
/** A complete county, and one whose values are of the wrong types. */
const DEMO = { "demo.xlsx": "990122-澄麓县.xlsx", "wrong.xlsx": "990183-锦棠市.xlsx" };

const folder = mkdtempSync(join(tmpdir(), "faping-round-trip-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the unit handed in and what is told about it; only the file's name is another. */
function read(bytes: Uint8Array | undefined, system: IndicatorSystem) {
  if (!bytes) throw new Error("no workbook");
  const { submission, findings } = readSubmission(bytes, "甲县.xlsx", system);
  return { submission, findings };
}

const systemOf = (name: string) => (name in DEMO ? PUBLISHED : COUNTY);

const originals: Record<string, Uint8Array> = {};
beforeAll(async () => {
  const county = await filledCounty();
  originals["county.xlsx"] = county;
  originals["formats.xlsx"] = await edited(county, [
    { set: { "1.1/passed": 0.975 }, format: "0.0%" },
    { set: { "1.1/files": true, "D1/criticised": { formula: "1-1", result: 0 } } },
    { set: { "1.1/people": { formula: "100+20", result: 120 } } },
    { set: { "1.1/briefs": { date: "2024-03-01" } }, format: 'm"月"d"日"' },
    { set: { "2.1/level": { error: "#REF!" }, "2.1/name": "=1+1 <甲&乙>\n“规划”\u3000①10²" } },
    { hide: "指标填报!5" },
    { merge: "指标填报!J9:J10" },
  ]);
  originals["empty.xlsx"] = await writeTemplate(COUNTY, { unit: { code: "110101", name: "甲县" } });
  const { submission } = read(county, COUNTY);
  if (!submission) throw new Error("the county is not read");
  originals["copy.xlsx"] = await writeVerificationCopy(COUNTY, submission, { hashes: ["0".repeat(64)] });
  for (const [name, sample] of Object.entries(DEMO)) originals[name] = readFileSync(join(SAMPLES, sample));
});

it("exceljs: what was filled in is what is read, without a finding", () => {
  const { submission, findings } = read(originals["county.xlsx"], COUNTY);
  expect(findings).toEqual([]);
  expect(submission && contentOf(submission)).toEqual(FILLED_IN);
});

it("the odd workbook is odd", () => {
  const { submission, findings } = read(originals["formats.xlsx"], COUNTY);
  expect(findings.map(({ code, cell = "" }) => `${code} ${cell}`)).toEqual([
    "W05 ",
    "E19 I8",
    "E22 J9",
    "E22 J10",
    "E17 I14",
  ]);
  const answers = submission && contentOf(submission).answers;
  expect(answers).toMatchObject({
    passed: "number 97.5",
    people: "number 120",
    criticised: "number 0",
    name: 'text "=1+1 <甲&乙>\\n“规划”\u3000①10²"',
  });
});

/** `COUNTY_ANSWERS`, as they are to be read. */
const FILLED_IN = {
  unit: { code: "110101", name: "甲县" },
  unitFacts: { "unit.kind": 'text "县"', "unit.population": "number 42.5" },
  answers: {
    hours: "number 45.5 [1 2]",
    files: "boolean true",
    people: "number 120",
    passed: "number 95",
    briefs: "number 4",
    "court.numerator": "number 38 [3]",
    "court.denominator": "number 40",
    court: "number 95",
    reports: "number 2",
    issued: "date 2024-03-01 [4]",
    level: 'text "优"',
    name: 'text "甲县法治建设规划"',
    awards: "number 1",
    criticised: "number 0",
  },
  selfScores: { "1.1": "3.5", "1.2": "2", "1.10": "2", "2.1": "2", B1: "1" },
  documents: ["1 培训台账", "2 培训通知文件", "3 出庭应诉情况统计表", "4 法治建设规划"],
};

const office = needs("LibreOffice", hasLibreOffice());
describe.skipIf(office.skip)(office.title, () => {
  let saved: Files = {};
  beforeAll(async () => {
    saved = await savedByLibreOffice(originals, folder);
  });

  it.each(["county.xlsx", "formats.xlsx", "empty.xlsx", "copy.xlsx", ...Object.keys(DEMO)])(
    "opens and saves %s, and it reads back as before",
    (name) => {
      const before = read(originals[name], systemOf(name));
      expect(before.submission).toBeDefined();
      expect(saved[name]).not.toEqual(originals[name]);
      expect(read(saved[name], systemOf(name))).toEqual(before);
    },
  );
});

const python = findPython();
const openpyxl = needs("openpyxl", python !== undefined);
describe.skipIf(openpyxl.skip)(openpyxl.title, () => {
  let saved: Files = {};
  beforeAll(async () => {
    const template = await writeTemplate(COUNTY);
    const untouched = Object.entries(originals).map(([name, from]) => [name, { from, tables: {} }]);
    const jobs = {
      ...Object.fromEntries(untouched),
      "filled.xlsx": { from: template, tables: tablesOf(COUNTY_ANSWERS) },
    };
    saved = filledByOpenpyxl(python ?? "", jobs, folder);
  });

  it("fills the template, and it reads as if exceljs had", () => {
    expect(read(saved["filled.xlsx"], COUNTY)).toEqual(read(originals["county.xlsx"], COUNTY));
  });

  it.each(["county.xlsx", "empty.xlsx", "copy.xlsx", ...Object.keys(DEMO)])(
    "opens and saves %s, and it reads back as before",
    (name) => expect(read(saved[name], systemOf(name))).toEqual(read(originals[name], systemOf(name))),
  );

  it("saves formulas without their results: told, not guessed", () => {
    const { submission, findings } = read(saved["formats.xlsx"], COUNTY);
    const told = findings.filter(({ code }) => code === "E18").map(({ cell }) => cell);
    expect(told).toEqual(["I6", "I18"]);
    expect(submission?.answers.get("people")?.status).toBe("refused");
  });
});
