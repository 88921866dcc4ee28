import { describe, expect, it } from "vitest";
import type { FactDefinition, IndicatorSystem } from "../../src/model/indicator-system.js";
import { isJudged, judgementKey, usesCohort } from "../../src/model/indicator-system.js";
import { toDecimal } from "../../src/model/rational.js";
import { date, number, text } from "../../src/model/value.js";
import { loadSystem } from "../../src/system/load.js";
import { systemOf } from "../support/case.js";
import { systemFiles } from "../support/files.js";

const field = (fact: string, type: string, more = {}) => ({ fact, label: fact, type, ...more });
const TRAININGS = field("trainings", "records", {
  label: "培训记录",
  columns: [
    { fact: "day", label: "日期", type: "date" },
    { fact: "kind", label: "形式", type: "choice", options: ["讲座", "研讨"] },
    { fact: "hours", label: "学时", type: "number", unit: "学时" },
  ],
});
const per = (id: string, fact: string) => ({ id, deduct: { each: 0.1, per: fact } });

/** One item of a point. */
const document = (evidence: object[], derive: object[], clauses: object[]) => ({
  format: "faping-system/1",
  id: "facts",
  version: "1",
  title: "试行指标",
  levels: ["指标"],
  total: 1,
  unitFacts: [{ fact: "people", label: "人口", type: "integer", unit: "万人" }],
  items: [{ id: "1", title: "培训", points: 1, onEmpty: "full", evidence, derive, clauses }],
});
const fact = (system: IndicatorSystem, name: string): FactDefinition | undefined => system.facts.get(name);

describe("cohort operands", () => {
  const system = systemOf(
    document(
      [field("hours", "number", { unit: "学时", label: "学时" })],
      [
        { fact: "behind", shortfall: { target: { cohort: "max", of: "hours" }, of: "hours" } },
        {
          fact: "place",
          sum: [
            { cohort: "rankShare", of: "hours" },
            { cohort: "rank", of: "double" },
          ],
        },
        { fact: "double", product: ["hours", 2] },
        {
          fact: "again",
          difference: [
            { cohort: "max", of: "hours" },
            { cohort: "min", of: "unit.people" },
          ],
        },
        { fact: "told", sum: [{ cohort: "mean", of: "reported.hours" }, 0] },
      ],
      [per("a", "behind"), per("b", "place"), per("c", "again"), per("d", "told")],
    ),
  );

  it("become facts of their own, each once, with the item of what is compared", () => {
    const cohort = [...system.facts.values()].filter(({ origin }) => origin === "cohort");
    expect(cohort.map(({ name }) => name)).toEqual([
      "cohort.max.hours",
      "cohort.rankShare.hours",
      "cohort.rank.double",
      "cohort.min.unit.people",
      "cohort.mean.reported.hours",
    ]);
    expect(fact(system, "cohort.max.hours")).toEqual({
      name: "cohort.max.hours",
      origin: "cohort",
      item: "1",
      statistic: "max",
      of: "hours",
      type: "number",
      label: "学时·本组最大值",
      unit: "学时",
    });
    expect(fact(system, "cohort.rankShare.hours")?.unit).toBe("%");
    expect(fact(system, "cohort.rank.double")?.unit).toBeUndefined();
    expect(fact(system, "cohort.min.unit.people")).toMatchObject({ item: "", unit: "万人" });
    expect(usesCohort(system)).toBe(true);
  });

  it("keep what the unit reported where only the comparison reads it", () => {
    expect(fact(system, "reported.hours")?.origin).toBe("reported");
  });

  it("leave a system without them uncompared", () => {
    const alone = systemOf(document([field("hours", "number")], [], [per("a", "hours")]));
    expect(usesCohort(alone)).toBe(false);
  });

  it("order derived facts after those that they are made of, whatever is compared", () => {
    const chain = systemOf(
      document(
        [field("hours", "number")],
        [
          { fact: "c", sum: ["b", { cohort: "max", of: "a" }] },
          { fact: "b", product: ["a", 2] },
          { fact: "a", sum: ["hours", 1] },
        ],
        [per("a", "c")],
      ),
    );
    expect(chain.derived.map((one) => one.fact)).toEqual(["a", "b", "c"]);
  });
});

describe("reported facts", () => {
  const evidence = [
    field("grade", "choice", { options: ["优", "良"] }),
    field("rate", "rate"),
    field("late", "integer"),
    field("found", "integer", { by: "assessor" }),
    TRAININGS,
  ];
  const derive = [{ fact: "held", count: { of: "trainings" } }];
  const clauses = [
    {
      id: "a",
      when: {
        all: [
          { fact: "reported.grade", operator: "notEqual", value: { fact: "grade" } },
          { fact: "reported.grade", operator: "equal", value: "优" },
          { fact: "reported.rate.numerator", operator: "greaterThan", value: { fact: "rate.numerator" } },
        ],
      },
      deduct: 0.5,
    },
    ...[per("b", "late"), per("c", "found"), per("d", "held")],
  ];
  const system = systemOf(document(evidence, derive, clauses));

  it("are there where a clause reads them, with the type and options of what is reported, and nowhere else", () => {
    const reported = [...system.facts.keys()].filter((name) => name.startsWith("reported."));
    expect(reported).toEqual(["reported.grade", "reported.rate.numerator"]);
    expect(fact(system, "reported.grade")).toMatchObject({
      origin: "reported",
      item: "1",
      type: "text",
      label: "grade（单位填报）",
      options: ["优", "良"],
      reports: { name: "grade", origin: "field" },
    });
    expect(fact(system, "reported.rate.numerator")).toMatchObject({
      reports: { origin: "part", part: "numerator" },
    });
  });
});

describe("records", () => {
  const where = {
    all: [
      { fact: "day", operator: "onOrAfter", value: "2024-03-01" },
      { fact: "kind", operator: "in", value: ["讲座"] },
      { not: { fact: "hours", operator: "lessThan", value: 1.5 } },
    ],
  };
  const system = systemOf(
    document(
      [TRAININGS],
      [
        { fact: "lectures", count: { of: "trainings", where } },
        { fact: "study", sumOf: { of: "trainings", column: "hours" } },
      ],
      [per("a", "lectures"), per("b", "study")],
    ),
  );
  const derived = (name: string) => system.derived.find((one) => one.fact === name);

  it("have conditions whose constants are of the columns' types: a day is a date, not a text", () => {
    expect(derived("lectures")?.where).toEqual({
      all: [
        { fact: "day", operator: "onOrAfter", value: date("2024-03-01") },
        { fact: "kind", operator: "in", value: [text("讲座")] },
        { not: { fact: "hours", operator: "lessThan", value: number({ n: 3n, d: 2n }) } },
      ],
    });
    expect(derived("study")?.where).toBeUndefined();
  });

  it("are a fact of their own type; their columns are none of the system", () => {
    expect(fact(system, "trainings")).toMatchObject({ type: "records", origin: "field", unit: "条" });
    expect(fact(system, "lectures")).toMatchObject({ type: "number", origin: "derived" });
    expect(system.facts.has("hours")).toBe(false);
  });

  it("are part of the form: another column is another form, another bound is not", () => {
    const hash = (columns: object[]) =>
      systemOf(
        document(
          [{ ...TRAININGS, columns }],
          [{ fact: "held", count: { of: "trainings" } }],
          [per("a", "held")],
        ),
      ).formHash;
    const day = { fact: "day", label: "日期", type: "date" };
    const before = hash([day]);
    expect(hash([{ ...day, min: "2024-01-01" }])).toBe(before);
    expect(hash([{ ...day, label: "时间" }])).not.toBe(before);
    expect(hash([day, { fact: "hours", label: "学时", type: "number" }])).not.toBe(before);
  });
});

describe("what others supply", () => {
  it("is not part of the form that the unit fills in", () => {
    const own = document([field("late", "integer")], [], [per("a", "late")]);
    const more = document(
      [field("late", "integer"), field("score", "percent", { by: "third-party" })],
      [],
      [per("a", "late"), per("b", "score")],
    );
    expect(systemOf(more).formHash).toBe(systemOf(own).formHash);
  });
});

describe("judged clauses", () => {
  const judged = document([], [], [{ id: "a", deduct: { judge: { min: 0.2, max: 0.8, step: 0.3 } } }]);

  it("have the largest judgement as their whole", () => {
    const [clause] = systemOf(judged).items[0]?.clauses ?? [];
    if (!clause || !("amount" in clause.effect) || clause.effect.amount.form !== "judge")
      throw new Error("no judged clause");
    const { min, max, step } = clause.effect.amount;
    expect([min, max, step ?? max, clause.effect.whole].map(toDecimal)).toEqual(["0.2", "0.8", "0.3", "0.8"]);
    expect(isJudged(clause)).toBe(true);
    expect(judgementKey("1", clause.id)).toBe("1#a");
  });

  it("go up and down with an overlay's points, steps and all", () => {
    const overlay = { format: "faping-points/1", system: { id: "facts", version: "1" }, points: { "1": 3 } };
    const { system, findings } = loadSystem(systemFiles({ "system.json": { ...judged, total: 3 } }), {
      name: "points.json",
      bytes: new TextEncoder().encode(JSON.stringify(overlay)),
    });
    expect(findings.filter(({ code }) => code === "judge-step")).toEqual([]);
    const effect = system?.items[0]?.clauses[0]?.effect;
    if (!effect || !("amount" in effect) || effect.amount.form !== "judge") throw new Error("not judged");
    const { min, max, step } = effect.amount;
    expect([min, max, step ?? max, effect.whole].map(toDecimal)).toEqual(["0.6", "2.4", "0.9", "2.4"]);
  });
});
