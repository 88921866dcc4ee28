import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { DEMO_COUNTIES } from "../scripts/samples/demo-counties.js";
import { PENDING, PROVINCE, TOWNSHIPS, WITH_TOWNSHIPS } from "../scripts/samples/province-counties.js";
import { readSystem } from "../scripts/samples/system.js";
import {
  labelsIn,
  type Results,
  readCopyFile,
  readEarlierFile,
  readFactsFile,
  readFile,
  resultsJson,
  scoreFiles,
} from "../src/index.js";
import { selfHighTable } from "../src/report/self-high-table.js";

const ROOT = join(import.meta.dirname, "..");
const countyRules = readSystem(join(ROOT, "indicators/model-county"));
const townshipRules = readSystem(join(ROOT, "indicators/township"));
const bytesAt = (path: string) => new Uint8Array(readFileSync(join(ROOT, "samples", path)));
const filesIn = (folder: string) =>
  readdirSync(join(ROOT, "samples", folder)).map((name) => ({ name, bytes: bytesAt(join(folder, name)) }));
const factsOf = (folder: string) => ({ name: `${folder}-facts.csv`, bytes: bytesAt(`${folder}-facts.csv`) });
const bytesOf = (results: Results) => [...resultsJson(results)].join("");

type Order = <T>(list: T[]) => T[];
const asRead: Order = (list) => list;

const scoreTownships = (order: Order = asRead) =>
  scoreFiles(townshipRules, order(filesIn("demo-townships").map((file) => readFile(townshipRules, file))), {
    language: "zh-CN",
    facts: [readFactsFile(townshipRules, factsOf("demo-townships"))],
  });

function scoreProvince(townships: Results, order: Order = asRead): Promise<Results> {
  const bytes = new TextEncoder().encode(bytesOf(townships));
  return scoreFiles(countyRules, order(filesIn("demo-province").map((file) => readFile(countyRules, file))), {
    language: "zh-CN",
    facts: [readFactsFile(countyRules, factsOf("demo-province"))],
    copies: order(filesIn("demo-province-copies").map((file) => readCopyFile(countyRules, file))),
    earlier: [readEarlierFile({ name: "results.json", bytes })],
  });
}

let townships: Results;
let province: Results;
beforeAll(async () => {
  townships = await scoreTownships();
  province = await scoreProvince(townships);
}, 60_000);

const county = (name: string) => {
  const found = province.assessments.find(({ unit }) => unit.name === name);
  if (!found) throw new Error(`${name} was not scored`);
  return found;
};
const group = (name: string) => province.ranking.groups.find((one) => one.group === name)?.ranked ?? [];

describe("samples/demo-province", () => {
  it("gives every file one outcome, and the counts add up", () => {
    expect(province.inputs.map(({ outcome }) => outcome)).toEqual(Array(24).fill("scored"));
    expect(province.ranking.groups.map((one) => [one.group, one.ranked.length])).toEqual([
      ["县", 10],
      ["县级市", 6],
      ["市辖区", 6],
    ]);
    expect(province.ranking.apart).toHaveLength(2);
    expect(province.assessments.map(({ unit }) => unit.code)).toEqual(
      PROVINCE.map(({ code }) => code).toSorted(),
    );
  });

  it("uses the table of facts and every copy, and finds nothing wrong in them", () => {
    const supplements = [...(province.facts ?? []), ...(province.verified ?? [])];
    expect(supplements.map(({ outcome, findings }) => [outcome, findings])).toEqual(
      Array(4).fill(["used", []]),
    );
  });

  it("gives the same bytes in whatever order files and copies come", async () => {
    const again = await scoreProvince(townships, (list) => list.toReversed());
    expect(bytesOf(again)).toBe(bytesOf(province));
  }, 60_000);

  it("has a believable spread of totals", () => {
    const totals = province.ranking.groups
      .flatMap(({ ranked }) => ranked.map(({ total }) => Number(total)))
      .sort((a, b) => a - b);
    expect(totals.at(0)).toBeGreaterThan(52);
    expect(totals.at(0)).toBeLessThan(60);
    expect(totals[11]).toBeGreaterThan(78);
    expect(totals[11]).toBeLessThan(88);
    expect(totals.at(-1)).toBeGreaterThan(92);
    expect(totals.at(-1)).toBeLessThan(98);
  });

  it("has the totals that the README tells", () => {
    const readme = readFileSync(join(ROOT, "samples/README.md"), "utf8").split("\n");
    for (const { unit, total } of province.assessments) {
      const line = readme.find((one) => one.includes(`${unit.code}-${unit.name}`));
      expect(line, unit.name).toContain(total.points);
    }
  });

  it("has the point that the README follows from its cell to the rank", () => {
    const { items, nodes, total } = county("鸢汀区");
    expect(items.find(({ id }) => id === "6.2.1")).toMatchObject({
      points: "1.12",
      clauses: [{ id: "a", amount: "0.384615" }, {}, {}],
    });
    const level = nodes.find(({ id }) => id === "6")?.points;
    for (const name of ["README.md", "README.zh-CN.md"]) {
      const readme = readFileSync(join(ROOT, name), "utf8");
      expect(readme).toContain(`社会矛盾纠纷依法有效化解 ${level}`);
      expect(readme).toContain(`**${total.points}**`);
    }
  });

  it("ranks 竹笙县 and 澄垣县 equally, also by the tie-breaks, though their figures differ", () => {
    const tied = group("县").filter(({ tied }) => tied);
    expect(tied.map(({ name, rank }) => [name, rank])).toEqual([
      ["竹笙县", 6],
      ["澄垣县", 6],
    ]);
    const [one, other] = tied.map(({ name }) => county(name));
    const drills = (of: typeof one) =>
      of?.items.find(({ id }) => id === "6.3.2")?.clauses[1]?.facts[0]?.value;
    expect([drills(one), drills(other)]).toEqual(["320", "586"]);
    expect(one?.nodes.map(({ points }) => points)).toEqual(other?.nodes.map(({ points }) => points));
  });

  it("lists the vetoed county and the one of low coverage apart, with their scores", () => {
    expect(province.ranking.apart.map(({ name, reason }) => [name, reason])).toEqual([
      ["霜泊县", "disqualified"],
      ["蓼汀县", "coverage"],
    ]);
    expect(Number(county("霜泊县").total.points)).toBeGreaterThan(80);
    expect(Number(county("蓼汀县").coverage)).toBeLessThan(0.6);
  });

  it("gives 优秀 to three of ten counties; the next falls out by the quota, another by its veto", () => {
    const above = group("县").filter(({ total }) => Number(total) >= 90);
    expect(above.map(({ name, grade }) => [name, grade])).toEqual([
      ["霁岫县", "优秀"],
      ["岚汀县", "优秀"],
      ["萤川县", "优秀"],
      ["麓汐县", "良好"],
      ["苔矶县", "良好"],
    ]);
    expect(county("麓汐县").vetoes.map(({ id, status }) => [id, status])).toContainEqual([
      "judgment-defied",
      "applied",
    ]);
  });

  it("puts 锦汐市 first where self-scores are too high, and lowers it by what was found", () => {
    const [first] = selfHighTable(province, labelsIn("zh-CN")).rows;
    expect(first?.slice(1, 3)).toEqual(["锦汐市", "980183"]);
    const { total, items } = county("锦汐市");
    expect(Number(total.self) - Number(total.points)).toBeGreaterThan(10);
    expect(items.find(({ id }) => id === "6.2.1")).toMatchObject({
      self: "1.5",
      rule: "1.50",
      points: "0.00",
    });
    expect(items.find(({ id }) => id === "K4")).toMatchObject({ rule: "0.00", points: "0.50" });
  });

  it("shows who moved what in a verified county", () => {
    const hours = county("霁岫县").items.find(({ id }) => id === "8.3.1");
    expect(hours?.verification?.fields).toEqual([
      expect.objectContaining({ fact: "officerHours", verdict: "value", value: "57.5", by: "周衡" }),
    ]);
    expect(Number(hours?.points)).toBeLessThan(Number(hours?.rule));
    const { total } = county("霁岫县");
    expect(Number(total.points)).toBeGreaterThan(Number(total.rule));
  });

  it("leaves pending what nobody has supplied, and costs nobody an omission by it", () => {
    for (const [code, facts] of Object.entries(PENDING)) {
      const found = province.assessments.find(({ unit }) => unit.code === code);
      const uses = found?.items.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.facts)) ?? [];
      const waiting = uses.filter(({ status }) => status === "pending").map(({ fact }) => fact);
      for (const fact of facts)
        expect(
          waiting.some((one) => one.startsWith(fact)),
          `${code} ${fact}`,
        ).toBe(true);
      expect(found?.gaps.filter(({ kind }) => kind === "missing")).toEqual([]);
    }
  });

  it("takes nine items out of 槿汀区 for the reasons that it gives", () => {
    const left = county("槿汀区").items.filter(({ status }) => status === "notApplicable");
    expect(left.map(({ id }) => id)).toEqual([
      "1.4.2",
      "2.2.4",
      "3.1.3",
      "3.2.1",
      "3.2.2",
      "3.3.1",
      "3.3.2",
      "4.6.2",
      "4.6.3",
    ]);
  });

  it("refuses what the sloppy counties wrote, and nothing of the others", () => {
    const codes = (name: string) =>
      [
        ...new Set(province.inputs.find(({ file }) => file.includes(name))?.findings.map(({ code }) => code)),
      ].toSorted();
    expect(codes("云蓼县")).toEqual(["E19", "E21", "E23", "E32"]);
    expect(codes("鹭汀市")).toEqual(["E19", "E20", "E23", "E33"]);
    const others = province.inputs.filter(({ file }) => !/云蓼县|鹭汀市|蓼汀县/.test(file));
    expect(others.flatMap(({ findings }) => findings)).toEqual([]);
  });
});

describe("samples/demo-townships", () => {
  it("are townships of one county, graded with and without success", () => {
    expect(townships.assessments).toHaveLength(12);
    expect(townships.assessments.every(({ unit }) => unit.code.startsWith(WITH_TOWNSHIPS))).toBe(true);
    const grades = townships.assessments.map(({ grade }) => grade);
    expect(["示范", "达标", "未达标"].map((name) => grades.filter((one) => one === name).length)).toEqual([
      4, 4, 4,
    ]);
    expect(townships.inputs.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it("carry their share of 示范 and 达标 into their county, and into no other", () => {
    const share = ({ items }: Results["assessments"][number]) =>
      items.find(({ id }) => id === "9.3.2")?.clauses.find(({ id }) => id === "b");
    // 8 of 12; 0.4 × 66.67 % = 0.2667
    expect(share(county("霁岫县"))).toMatchObject({ outcome: "applied", amount: "0.266667" });
    expect(share(county("霁岫县"))?.facts[0]?.sources).toHaveLength(12);
    const others = province.assessments.filter(({ unit }) => unit.code !== WITH_TOWNSHIPS);
    expect(new Set(others.map((one) => share(one)?.outcome))).toEqual(new Set(["pending"]));
  });

  it("gives the same bytes in whatever order the files come", async () => {
    expect(bytesOf(await scoreTownships((list) => list.toReversed()))).toBe(bytesOf(townships));
  });
});

describe("invented places", () => {
  const real = new Set(
    readFileSync(join(import.meta.dirname, "support/county-names.txt"), "utf8")
      .split("\n")
      .slice(1)
      .join(" ")
      .split(" "),
  );

  it("bear the name of no real county, and of no other sample", () => {
    expect(real).toContain("河东区");
    const names = [...PROVINCE, ...DEMO_COUNTIES].map(({ name }) => name);
    expect([...names, ...TOWNSHIPS.map(([, name]) => name)].filter((name) => real.has(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(["demo-province", "demo-townships"])("say so in every workbook of %s", (folder) => {
    for (const { name, bytes } of filesIn(folder)) {
      const texts = unzipSync(bytes, { filter: (file) => file.name === "xl/sharedStrings.xml" });
      expect(new TextDecoder().decode(texts["xl/sharedStrings.xml"]), name).toContain("本表为虚构样例");
    }
  });
});
