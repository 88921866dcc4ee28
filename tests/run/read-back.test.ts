import { describe, expect, it } from "vitest";
import { Results } from "../../src/model/results.js";
import { submissionOf as readBack } from "../../src/report/evidence-json.js";
import { resultsJson } from "../../src/report/json.js";
import { combine } from "../../src/run/combine.js";
import { RulesDiffer, systemOf as rulesOf, unitsOf } from "../../src/run/read-back.js";
import { rescore } from "../../src/run/rescore.js";
import { scoreFiles } from "../../src/run/score-files.js";
import { drawn, every } from "../support/arbitrary-assessment.js";
import { submissionOf, systemOf } from "../support/case.js";
import { BING, fileOf, JIA, run, SYSTEM, YI } from "./run.js";

const bytes = (results: Results) => [...resultsJson(results)].join("");
const written = (results: Results): Results => Results.parse(JSON.parse(bytes(results)));

describe("results read back from their file", () => {
  it("hold what was handed in, whatever it was", async () => {
    await every(drawn, 40, async ({ system, unit }) => {
      const submission = submissionOf(system, unit);
      const results = written(await scoreFiles(system, [fileOf(system, unit)], { language: "zh-CN" }));
      const [assessment] = results.assessments;
      expect(assessment && readBack(assessment)).toEqual(submission);
    });
  });

  it("score to the same bytes again", async () => {
    await every(drawn, 25, async ({ system, unit }) => {
      const results = written(await scoreFiles(system, [fileOf(system, unit)], { language: "zh-CN" }));
      expect(bytes(await rescore(results, unitsOf(results)))).toBe(bytes(results));
    });
  });

  it("are not believed where their rules were changed", async () => {
    const results = await run(systemOf(SYSTEM), [JIA]);
    const [file] = results.system.files;
    const text = file?.text.replace('"points":10', '"points":10.0') ?? "";
    const changed = { ...results, system: { ...results.system, files: [{ name: "system.json", text }] } };
    expect(rulesOf(results).sha256).toBe(results.system.sha256);
    expect(() => rulesOf(changed)).toThrow(RulesDiffer);
  });
});

describe("several runs together", () => {
  it("are what one run over all would have given, also where units are compared", async () => {
    const system = systemOf(SYSTEM);
    const apart = await Promise.all([run(system, [JIA, BING]), run(system, [YI])]);
    const together = await run(system, [JIA, YI, BING]);
    const [first, ...others] = apart.map(written);
    if (!first) throw new Error("no run");
    expect(bytes(await combine(first, ...others))).toBe(bytes(together));
  });
});
