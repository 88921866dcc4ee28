import { describe, expect, it } from "vitest";
import { readChildren } from "../../src/intake/read-children.js";
import type { Results } from "../../src/model/results.js";
import type { EarlierResults } from "../../src/run/earlier-results.js";
import { scoreFiles } from "../../src/run/score-files.js";
import { systemOf } from "../support/case.js";
import { fileOf } from "./run.js";

/** Townships are worth 10 points, one lost for each task that is not done. */
const TOWNSHIPS = systemOf({
  format: "faping-system/1",
  id: "townships",
  version: "1.0.0",
  title: "镇街示例",
  levels: ["指标"],
  total: 10,
  items: [
    {
      id: "T",
      title: "任务",
      points: 10,
      criterion: "每少1项扣1分。",
      responsible: ["党政办"],
      remedy: "补做。",
      evidence: [{ fact: "open", label: "未完成任务", type: "integer" }],
      clauses: [{ id: "a", deduct: { each: 1, per: "open" } }],
    },
  ],
  grades: [
    { name: "达标", min: 8 },
    { name: "未达标", min: 4 },
  ],
});

const field = (fact: string, type: string, from: object) => ({
  fact,
  label: fact,
  type,
  by: "results",
  from: { system: "townships", ...from },
});

/** A county gets 10 points where two thirds of its townships are 达标; the other facts are only looked at. */
const COUNTY = systemOf({
  format: "faping-system/1",
  id: "county",
  version: "1.0.0",
  title: "县级示例",
  levels: ["指标"],
  total: 10,
  items: [
    {
      id: "C",
      title: "镇街达标",
      points: 10,
      criterion: "达标镇街占2/3以上得10分。",
      responsible: ["司法局"],
      remedy: "督促镇街。",
      onEmpty: "zero",
      start: "zero",
      evidence: [
        field("share", "percent", { of: "children", take: "share", grades: ["达标"] }),
        field("mean", "number", { of: "children", take: "mean" }),
        field("least", "number", { of: "children", take: "min" }),
        field("most", "number", { of: "children", take: "max" }),
        field("number", "integer", { of: "children", take: "count" }),
        field("own", "number", { of: "unit", take: "total" }),
        field("ownRate", "percent", { of: "unit", take: "rate" }),
        field("ownGrade", "text", { of: "unit", take: "grade" }),
      ],
      derive: [{ fact: "needed", ratio: [2, 3] }],
      clauses: [
        {
          id: "a",
          when: { all: [{ fact: "share", operator: "greaterThanInclusive", value: { fact: "needed" } }] },
          award: 10,
        },
      ],
    },
  ],
});

const townships = async (open: Readonly<Record<string, number>>): Promise<EarlierResults> => {
  const files = Object.entries(open).map(([code, count]) =>
    fileOf(TOWNSHIPS, { code, name: `镇${code}`, answers: { open: count } }),
  );
  const results = await scoreFiles(TOWNSHIPS, files, { language: "zh-CN" });
  return { file: "镇街.json", sha256: "a".repeat(64), bytes: 1, results };
};

const county = (earlier: readonly EarlierResults[], children?: ReadonlyMap<string, readonly string[]>) =>
  scoreFiles(COUNTY, [fileOf(COUNTY, { code: "990121", name: "甲县" })], {
    language: "zh-CN",
    earlier,
    ...(children ? { children: { file: "上下级.csv", sha256: "b".repeat(64), bytes: 1, children } } : {}),
  });
const values = ({ assessments }: Results) =>
  Object.fromEntries(
    Object.entries(assessments[0]?.evidence.answers ?? {}).map(([fact, { value, status }]) => [
      fact,
      value ? Object.values(value)[0] : status,
    ]),
  );

describe("facts from the results of an earlier run", () => {
  it("are taken over the units whose codes begin with the unit's own", async () => {
    // 10, 8, 5 and, of another county, 9.
    const earlier = await townships({ "990121001": 0, "990121002": 2, "990121003": 5, "990122001": 1 });
    const results = await county([earlier]);
    expect(values(results)).toEqual({
      share: "200/3",
      mean: "23/3",
      least: "5",
      most: "10",
      number: "3",
    });
    // 2 of 3 is two thirds exactly, and not 66.67 of 100.
    expect(results.assessments[0]?.total).toMatchObject({ points: "10.00", rule: "10.00" });
    expect(results.earlier).toEqual([
      {
        file: "镇街.json",
        sha256: "a".repeat(64),
        bytes: 1,
        system: { id: "townships", version: "1.0.0", sha256: TOWNSHIPS.sha256 },
      },
    ]);
    expect(results.assessments[0]?.items[0]?.clauses[0]?.facts[0]?.sources).toEqual(
      ["990121001", "990121002", "990121003"].map((cell) => ({
        file: "镇街.json",
        sheet: "assessments",
        cell,
      })),
    );
  });

  it("are taken by a table where codes do not say who stands below whom", async () => {
    const earlier = await townships({ A1: 0, A2: 4, B1: 9 });
    const children = readChildren(
      new TextEncoder().encode("上级代码,代码\r\n990121,A1\r\n990121,A2\r\n990122,B1\r\n"),
      "上下级.csv",
    );
    const results = await county([earlier], children);
    expect(values(results)).toMatchObject({ share: "50", number: "2", least: "6" });
    expect(results.assessments[0]?.total.points).toBe("0.00");
    expect(results.children?.file).toBe("上下级.csv");
  });

  it("are the unit's own where the unit itself was scored", async () => {
    const results = await county([await townships({ "990121": 3 })]);
    expect(values(results)).toEqual({ own: "7", ownRate: "70", ownGrade: "未达标" });
  });

  it("are not there for a unit that has no grade", async () => {
    const results = await county([await townships({ "990121": 9 })]);
    expect(values(results)).toEqual({ own: "1", ownRate: "10", ownGrade: "refused" });
  });

  it("are pending where no results speak of them, and not missing", async () => {
    const results = await county([]);
    const [item] = results.assessments[0]?.items ?? [];
    expect(item).toMatchObject({ status: "pending", points: "0.00", proven: "0.00", claimed: "10.00" });
    expect(results.assessments[0]?.findings).toEqual([]);
  });

  it("are not taken from results of another system", async () => {
    const earlier = await townships({ "990121001": 0 });
    const other = {
      ...earlier,
      results: { ...earlier.results, system: { ...earlier.results.system, id: "x" } },
    };
    expect(values(await county([other]))).toEqual({});
  });
});

describe("a table of units above and below", () => {
  it("is known by its headers, and is no other file", () => {
    expect(readChildren(new TextEncoder().encode("代码,名称\r\n1,2\r\n"), "x.csv")).toBeUndefined();
    expect(readChildren(new TextEncoder().encode("PK\u0003\u0004"), "x.csv")).toBeUndefined();
    expect(readChildren(new TextEncoder().encode("代码,上级代码\r\n1,2\r\n3,2\r\n,4\r\n"), "x.csv")).toEqual(
      new Map([["2", ["1", "3"]]]),
    );
  });
});
