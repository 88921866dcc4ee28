import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readSystem } from "../../scripts/samples/system.js";
import { readSubmission } from "../../src/intake/read-submission.js";
import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import type { Submission } from "../../src/model/submission.js";
import { writeVerificationCopy } from "../../src/template/copy/verification-copy.js";
import { unitOf, unitSeed } from "../support/arbitrary-unit.js";
import { submissionOf } from "../support/case.js";
import { COUNTY, filledCounty } from "../support/county.js";
import { edited } from "../support/edits.js";
import { contentOf } from "../support/in-words.js";

/** The law: a copy read as if a unit had handed it in says what the unit said. */

const ROOT = join(import.meta.dirname, "../..");
const PUBLISHED = readSystem(join(ROOT, "indicators/published-report"));
const SAMPLES = ["demo-counties", "published-reports"].flatMap((folder) =>
  readdirSync(join(ROOT, "samples", folder)).map((name) => `${folder}/${name}`),
);

function read(bytes: Uint8Array, system: IndicatorSystem): Submission {
  const { submission, findings } = readSubmission(bytes, "甲县.xlsx", system);
  if (!submission) throw new Error(JSON.stringify(findings));
  return submission;
}
const copyOf = (submission: Submission, system: IndicatorSystem) =>
  writeVerificationCopy(system, submission, { hashes: ["0".repeat(64)] });

const content = (submission: Submission) => ({
  ...contentOf(submission),
  rows: submission.documents.map(({ cells }) => cells),
});

it.each(SAMPLES)("of %s", async (path) => {
  const submission = read(readFileSync(join(ROOT, "samples", path)), PUBLISHED);
  const again = read(await copyOf(submission, PUBLISHED), PUBLISHED);
  expect(content(again)).toEqual(content(submission));
  for (const [fact, { raw, status }] of submission.answers) {
    if (status === "refused") expect(again.answers.get(fact)?.raw, fact).toBe(raw);
  }
});

it("of a county whose cells are formatted in every way", async () => {
  const bytes = await edited(await filledCounty(), [
    { set: { "1.1/passed": 0.975 }, format: "0.0%" },
    { set: { "1.2/court": 0.95 }, format: "0%" },
    { set: { "1.1/files": true, "D1/criticised": { formula: "1-1", result: 0 } } },
    { set: { "1.1/people": " 1，200 人 ", "1.1/hours": "45.50" } },
    { set: { "2.1/issued": { date: "2024-03-01" } }, format: 'm"月"d"日"' },
    { set: { "2.1/name": { date: "2024-05-06" } }, format: "yyyy-mm-dd" },
    { set: { "1.10/reports": "约20", "2.1/level": { error: "#REF!" } } },
    { set: { "1.1/briefs": 5 } },
    { set: { "1.1/briefs": "是" }, column: "不适用" },
  ]);
  const submission = read(bytes, COUNTY);
  expect(content(submission).answers).toMatchObject({
    passed: "number 97.5",
    people: "number 1200",
    issued: "date 2024-03-01 [4]",
    name: 'text "2024-05-06"',
    reports: "refused",
    briefs: "refused",
  });
  expect(content(read(await copyOf(submission, COUNTY), COUNTY))).toEqual(content(submission));
});

it("of whatever a unit may have handed in", async () => {
  await fc.assert(
    fc.asyncProperty(unitSeed, async (seed) => {
      // What is drawn may be what no reader would let pass; what is read of it was read.
      const drawn = submissionOf(COUNTY, unitOf(COUNTY, seed));
      const submission = read(await copyOf(drawn, COUNTY), COUNTY);
      expect(content(read(await copyOf(submission, COUNTY), COUNTY))).toEqual(content(submission));
      expect(statuses(submission, "notApplicable")).toEqual(declared(drawn));
      expect(statuses(submission, "blank")).toEqual(statuses(drawn, "blank"));
      expect(statuses(submission, "refused")).toEqual(expect.arrayContaining(statuses(drawn, "refused")));
    }),
    { seed: 2024, numRuns: 30 },
  );
});

const statuses = ({ answers }: Submission, status: string): string[] =>
  [...answers].filter(([, answer]) => answer.status === status).map(([fact]) => fact);

/** Only some items may be declared away. */
const declared = (submission: Submission): string[] =>
  statuses(submission, "notApplicable").filter((fact) =>
    COUNTY.items.some((item) => item.mayBeNotApplicable && item.fields.some((field) => field.fact === fact)),
  );
