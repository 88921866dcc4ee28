import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readCsv } from "../scripts/samples/csv.js";
import { PLACES } from "../scripts/samples/published-map.js";
import { readSystem } from "../scripts/samples/system.js";
import {
  type Results,
  readCopyFile,
  readFactsFile,
  readFile,
  resultsJson,
  scoreFiles,
} from "../src/index.js";
import { readSubmission } from "../src/intake/read-submission.js";

const ROOT = join(import.meta.dirname, "..");
const system = readSystem(join(ROOT, "indicators/published-report"));
const filesIn = (folder: string) =>
  readdirSync(join(ROOT, "samples", folder)).map((name) => ({
    name,
    bytes: new Uint8Array(readFileSync(join(ROOT, "samples", folder, name))),
  }));

async function run(folder: string, order = (names: ReturnType<typeof filesIn>) => names): Promise<Results> {
  const read = order(filesIn(folder)).map((file) => readFile(system, file));
  return scoreFiles(system, read, { language: "zh-CN" });
}

const bytesOf = (results: Results) => [...resultsJson(results)].join("");

describe.each(["demo-counties", "published-reports"])("samples/%s", (folder) => {
  let results: Results;
  beforeAll(async () => {
    results = await run(folder);
  });

  it("gives every file one outcome, and the counts add up", () => {
    expect(results.inputs).toHaveLength(filesIn(folder).length);
    expect(results.inputs.every(({ outcome }) => outcome === "scored")).toBe(true);
    const ranked = results.ranking.groups.flatMap((group) => group.ranked);
    expect(ranked.length + results.ranking.apart.length).toBe(results.assessments.length);
  });

  it("gives the same bytes again, in whatever order the files come", async () => {
    expect(bytesOf(await run(folder, (files) => files.reverse()))).toBe(bytesOf(results));
  });

  it("leads every point to a cell, or to the absence of one", () => {
    for (const { items, unit } of results.assessments) {
      for (const item of items) {
        for (const clause of item.clauses) {
          const place = `${unit.name} ${item.id}/${clause.id}`;
          expect(clause.facts.length, place).toBeGreaterThan(0);
          for (const fact of clause.facts) {
            if (fact.value !== null) expect(fact.sources.length, `${place} ${fact.fact}`).toBeGreaterThan(0);
            else
              expect(["blank", "refused", "notApplicable"], `${place} ${fact.fact}`).toContain(fact.status);
          }
        }
        if (item.status === "notApplicable")
          expect(item.notApplicable, `${unit.name} ${item.id}`).toBeDefined();
      }
    }
  });

  it("tells of every lost point of the total by a gap", () => {
    for (const { gaps, total, unit, bonus, vetoes } of results.assessments) {
      if (vetoes.some(({ status }) => status === "applied")) continue;
      const lost = gaps.reduce((sum, gap) => sum + Number(gap.lostTotal), 0);
      // Each item is rounded once, so that its clauses and its loss may differ by half a hundredth.
      const slack = 0.005 * system.items.length;
      expect(Math.abs(100 + Number(bonus) - lost - Number(total.points)), unit.name).toBeLessThan(slack);
    }
  });
});

/** By its own wording 1 April of the year after the report: no published figure, and said so in 备注. */
const DUE_DATE = "reportDue";

/** What reports say in words instead of figures: “未出现纠错案件”, “已按计划全部完成”. */
const IN_WORDS = ["0", "是"];

describe("samples/published-reports", () => {
  const facts = readCsv(readFileSync(join(ROOT, "samples/facts/published-facts.csv"), "utf8"));

  it("ranks no place: a report is not an assessment", async () => {
    const { ranking } = await run("published-reports");
    expect(ranking.groups).toEqual([]);
    expect(ranking.apart.map(({ reason }) => reason)).toEqual(Array(PLACES.length).fill("coverage"));
  });

  it("holds nothing but published figures, each with the words it was taken from", () => {
    for (const { name, bytes } of filesIn("published-reports")) {
      const { submission } = readSubmission(bytes, name, system);
      const own = facts.filter(({ place = "" }) => place.endsWith(name.split("-")[0] ?? ""));
      const quotes = own.map(({ quote = "" }) => quote);
      expect(own.length, name).toBeGreaterThan(0);
      for (const document of submission?.documents ?? []) {
        expect(
          quotes.some((quote) => document.title.includes(quote)),
          `${name} ${document.title}`,
        ).toBe(true);
      }
      for (const [fact, answer] of submission?.answers ?? []) {
        if (answer.raw === "" || fact === DUE_DATE) continue;
        const inWords =
          IN_WORDS.includes(answer.raw) && answer.status === "value" && answer.documents.length > 0;
        if (!inWords)
          expect(
            own.map(({ value }) => value),
            `${name} ${fact}`,
          ).toContain(answer.raw);
      }
    }
  });
});

describe("samples/verification", () => {
  const rules = readSystem(join(ROOT, "samples/verification/system"));
  const inputs = (folder: string) => filesIn(`verification/${folder}`);
  const facts = [
    { name: "facts.csv", bytes: new Uint8Array(readFileSync(join(ROOT, "samples/verification/facts.csv"))) },
  ];
  const score = (order: <T>(list: T[]) => T[] = (list) => list) =>
    scoreFiles(rules, order(inputs("handed-in").map((file) => readFile(rules, file))), {
      language: "zh-CN",
      facts: facts.map((file) => readFactsFile(rules, file)),
      copies: order(inputs("copies").map((file) => readCopyFile(rules, file))),
      panel: "mean",
    });

  it("shows a point on its way from claim to verdict, as the README tells it", async () => {
    const { assessments, ranking } = await score();
    const county = assessments.find(({ unit }) => unit.name === "青岚县");
    expect(county?.total).toMatchObject({ self: "19.00", rule: "23.43", points: "25.21" });
    expect(county?.items.find(({ id }) => id === "1.1")).toMatchObject({
      self: "3",
      rule: "3.00",
      points: "1.78",
      proven: "1.78",
      claimed: "1.78",
      verification: {
        fields: [{ fact: "trainingHours", verdict: "value", reported: "62", value: "45.5" }, {}],
      },
    });
    const [group] = ranking.groups;
    expect(group?.ranked.map(({ name, best, rank, worst }) => [name, best, rank, worst])).toEqual([
      ["澄麓县", 1, 1, 2],
      ["青岚县", 2, 2, 3],
      ["云栖市", 1, 3, 4],
      ["霁川县", 3, 4, 4],
    ]);
  });

  it("uses every file that it has, and finds nothing wrong in any", async () => {
    const results = await score();
    expect(results.inputs.map(({ outcome, findings }) => [outcome, findings])).toEqual(
      results.inputs.map(() => ["scored", []]),
    );
    const supplements = [...(results.facts ?? []), ...(results.verified ?? [])];
    expect(supplements).toHaveLength(5);
    expect(supplements.filter(({ outcome, findings }) => outcome !== "used" || findings.length > 0)).toEqual(
      [],
    );
    expect(results.assessments.map(({ departments }) => departments)).toEqual([
      undefined,
      undefined,
      undefined,
      { handedIn: ["司法局", "政府办公室"], missing: ["市场监督管理局"] },
    ]);
  });

  it("gives the same bytes in whatever order files and copies come", async () => {
    expect(bytesOf(await score((list) => list.toReversed()))).toBe(bytesOf(await score()));
  });
});

describe("README", () => {
  const shown = (transcript: string, from: string, to: string) =>
    readFileSync(join(ROOT, "tests/cli", `${transcript}.txt`), "utf8")
      .split("\n")
      .slice(1, -2)
      .join("\n")
      .replaceAll(from, to);

  it.each(["README.md", "README.zh-CN.md"])("%s shows what the command line prints", (name) => {
    const readme = readFileSync(join(ROOT, name), "utf8");
    expect(readme).toContain(
      shown("transcripts-of-samples/score-the-demo-province", "OUT/province", "out/demo-province"),
    );
    expect(readme).toContain(shown("transcripts/replay-a-ruling", "OUT/verified", "out/verification"));
  });
});
