import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCsv } from "../scripts/samples/csv.js";
import { zhCN } from "../src/messages/zh-CN/index.js";
import { departmentsOf, rowsOfPart } from "../src/model/departments.js";
import { formRows } from "../src/model/form.js";
import type { Field } from "../src/model/indicator-system.js";
import { assessUnits } from "../src/run/assess-units.js";
import { loadSystem } from "../src/system/load.js";
import { type CaseUnit, submissionOf, unverified } from "./support/case.js";

const ROOT = join(import.meta.dirname, "..");
const FOLDER = join(ROOT, "indicators/hedong-plan");
const read = (name: string) => readFileSync(join(FOLDER, name));
const json = (name: string) => JSON.parse(read(name).toString("utf8"));

/** `sources.json`: what the plan prints, word for word, task by task. */
interface Sources {
  readonly source: { title: string; publisher: string; published: string; index: string };
  readonly tasks: readonly Task[];
}
interface Task {
  readonly no: number;
  readonly heading: string;
  readonly title: string;
  /** “责任单位:…”, as printed between the brackets. */
  readonly responsible: string;
  /** Each measurable target, the phrase it stands in, and the bound of the system that it became, if one did. */
  readonly targets: readonly { printed: string; quote: string; threshold?: Threshold }[];
}
interface Threshold {
  readonly fact: string;
  readonly value: number | string;
}

const sources = json("sources.json") as Sources;
const { system: loaded, findings } = loadSystem({ name: "system.json", bytes: read("system.json"), read });
if (!loaded) throw new Error(JSON.stringify(findings));
const system = loaded;
const taskOf = (id: string): Task => {
  const task = sources.tasks.find(({ no }) => String(no) === id);
  if (!task) throw new Error(`no task ${id}`);
  return task;
};
const unitsOf = ({ responsible }: Task) => responsible.replace(/^责任单位:/, "").split(/[、,]/);

/** The bounds that rules of an item compare with, other than 是/否 and options; points are no bounds. */
function thresholdsIn(part: unknown): Threshold[] {
  if (typeof part !== "object" || part === null) return [];
  const { fact, operator, value, ratio, per, step } = part as Record<string, unknown>;
  const found: Threshold[] = [];
  const isBound = typeof value === "number" || (typeof value === "string" && /^\d/.test(value));
  if (operator !== undefined && isBound) found.push({ fact: String(fact), value });
  if (Array.isArray(ratio) && ratio.every((one) => typeof one === "number"))
    found.push({ fact: String(fact), value: ratio.join("/") });
  if (typeof step === "number") found.push({ fact: String(per), value: step });
  return [...found, ...Object.values(part).flatMap(thresholdsIn)];
}

describe("indicators/hedong-plan", () => {
  it("passes the lint without a warning or a note", () => {
    expect(findings).toEqual([]);
  });

  it("has the plan's 29 tasks in its order, one item each, under its headings, 100 points", () => {
    expect(system.items.map(({ id, no }) => [id, no])).toEqual(
      Array.from({ length: 29 }, (_, index) => [String(index + 1), index + 1]),
    );
    expect(system.items.map(({ title }) => title)).toEqual(sources.tasks.map(({ title }) => title));
    expect(system.roots.flatMap((root) => (root.type === "node" ? [root.title] : []))).toEqual([
      ...new Set(sources.tasks.map(({ heading }) => heading.replaceAll(",", "，"))),
    ]);
    for (const root of system.roots) {
      for (const item of root.type === "node" ? root.children : [])
        expect(taskOf(item.id).heading.replaceAll(",", "，"), item.id).toBe(root.title);
    }
    expect(system.total).toEqual({ n: 100n, d: 1n });
  });

  it("says whose plan it is, that it is a draft, and that points are illustrative", () => {
    const { title, publisher, published, index } = sources.source;
    for (const words of [title, publisher, published, index]) expect(system.source).toContain(words);
    for (const words of ["分值为示例", "征求意见稿", "目标而非结果"]) expect(system.notice).toContain(words);
  });

  it("names the responsible units as printed, in the printed order", () => {
    for (const item of system.items) expect(item.responsible, item.id).toEqual(unitsOf(taskOf(item.id)));
  });

  it("names every target in the criterion as printed", () => {
    for (const { id, criterion } of system.items) {
      for (const { printed, quote } of taskOf(id).targets) {
        expect(quote, id).toContain(printed);
        expect(criterion, id).toContain(printed);
      }
    }
  });

  it("compares with the plan's own figures and no others", () => {
    const { items: files } = json("system.json") as { items: string[] };
    for (const item of files.flatMap((name) => json(name) as { id: string }[])) {
      const printed = taskOf(item.id).targets.flatMap(({ threshold }) => threshold ?? []);
      const used = thresholdsIn(item).map((one) => JSON.stringify(one));
      expect([...new Set(used)].sort(), item.id).toEqual(printed.map((one) => JSON.stringify(one)).sort());
    }
  });

  it("leaves out no published target of the plan", () => {
    const { source, tasks } = sources;
    const facts = readCsv(readFileSync(join(ROOT, "samples/facts/published-facts.csv"), "utf8"));
    const own = facts.filter(({ source_file = "" }) => source_file.startsWith("004_"));
    const words = [
      source.index,
      `发布时间:${source.published}`,
      ...tasks.map(({ no, title }) => `${no}.${title}`),
      ...tasks.flatMap(({ targets }) => targets.map(({ quote }) => quote)),
    ];
    expect(own).toHaveLength(19);
    for (const { quote = "" } of own)
      expect(
        words.some((one) => one.includes(quote)),
        quote,
      ).toBe(true);
  });

  it("gives each unit the part that the plan gives it, compound units as printed", () => {
    const printed = new Set(sources.tasks.flatMap(unitsOf));
    expect(new Set(departmentsOf(system))).toEqual(printed);
    for (const unit of printed) {
      const items = [...new Set(rowsOfPart(system, unit).map(({ item }) => item.id))];
      const tasks = sources.tasks.filter((task) => unitsOf(task).includes(unit));
      expect(items, unit).toEqual(tasks.map(({ no }) => String(no)));
    }
  });
});

type Answers = Partial<Pick<CaseUnit, "answers" | "records">>;

/** The printed points of each item and the total, of an invented district that gives these answers. */
async function scored(given: Answers): Promise<Record<string, string>> {
  const own = submissionOf(system, { code: "990199", name: "青岚区", ...given });
  const [result] = await assessUnits(
    system,
    [{ unit: unverified(own), findings: [] }],
    "zh-CN",
    zhCN,
    "alone",
  );
  if (!result) throw new Error("not assessed");
  return Object.fromEntries([
    ["total", result.total.points],
    ...result.items.map(({ id, points }) => [id, points]),
  ]);
}
const points = async (item: string, given: Answers) => (await scored(given))[item];
const rate = (fact: string, numerator: number, denominator: number) => ({
  [`${fact}.numerator`]: numerator,
  [`${fact}.denominator`]: denominator,
});

/** Every task done: 是 (否 where something must not be found), 完成, 1 of 1, in time. */
function everythingDone(): NonNullable<CaseUnit["answers"]> {
  const others = {
    disguisedLicences: false,
    decisionsAltered: false,
    dishonestNew: 0,
    drillsPlanned: 1,
    normSearchDate: "2023-12-31",
    townsReachedDate: "2025-12-31",
  };
  const done = (part: string | undefined, field: Field): string | number | boolean | null => {
    if (part) return part === "rate" ? null : 1;
    if (field.type === "choice") return field.options[0] ?? null;
    return field.type === "boolean" ? true : null;
  };
  const rows = formRows(system).flatMap(({ fact, field, part }): [string, ReturnType<typeof done>][] =>
    fact && field ? [[fact, done(part, field)]] : [],
  );
  return { ...Object.fromEntries(rows), ...others };
}

describe("indicators/hedong-plan, scored by hand", () => {
  it("gives 100 points where every task is done, and none where nothing is handed in", async () => {
    const records = {
      drills: [{ day: "2024-05-12", name: "防汛演练", organiser: "应急局", planned: true }],
      lawLectures: ["行政处罚法", "行政复议法"].map((topic) => ({ topic })),
      officerTraining: [{ hours: 60 }],
    };
    expect((await scored({ answers: everythingDone(), records })).total).toBe("100.00");
    expect((await scored({})).total).toBe("0.00");
  });

  it("holds 2/3 of the towns exactly: 8 of 12 by 2025 1.5, later 1.2; 7 of 12 ÷ 2/3 = 0.875", async () => {
    const towns = (reached: number, townsReachedDate: string | null) =>
      points("27", { answers: { ...rate("townsReached", reached, 12), townsReachedDate } });
    expect(await towns(8, "2025-12-31")).toBe("1.50");
    expect(await towns(8, "2026-01-01")).toBe("1.20");
    expect(await towns(8, null)).toBe("1.20");
    expect(await towns(7, null)).toBe("0.88");
  });

  it("asks for every enterprise case and every public-interest case; without cases both are full", async () => {
    const courts = (enterprise: [number, number], publicInterest: [number, number]) =>
      points("17", {
        answers: {
          ...rate("enterpriseCourt", ...enterprise),
          ...rate("publicInterestCourt", ...publicInterest),
        },
      });
    expect(await courts([20, 20], [3, 3])).toBe("2.50");
    expect(await courts([19, 20], [2, 3])).toBe("0.95");
    expect(await courts([0, 0], [0, 0])).toBe("2.50");
  });

  it("counts officers with 60 hours (1 of 2: 0.6) and lectures up to two (1: 0.4)", async () => {
    const study = (hours: number[], lectures: number) =>
      points("28", {
        records: {
          officerTraining: hours.map((one) => ({ hours: one })),
          lawLectures: Array.from({ length: lectures }, () => ({ topic: "行政处罚法" })),
        },
      });
    expect(await study([60, 59.5], 1)).toBe("1.00");
    expect(await study([60, 80], 3)).toBe("2.00");
  });

  it("gives 1.5 for a legality review of 100% and at most 1 below (9 of 10: 0.9)", async () => {
    expect(await points("4", { answers: rate("normReview", 10, 10) })).toBe("1.50");
    expect(await points("4", { answers: rate("normReview", 9, 10) })).toBe("0.90");
  });

  it("wants the public search by the end of 2023", async () => {
    const search = (normSearchOpen: boolean, normSearchDate: string | null) =>
      points("23", { answers: { normSearchOpen, normSearchDate } });
    expect(await search(true, "2023-12-31")).toBe("1.50");
    expect(await search(true, "2024-01-01")).toBe("0.80");
    expect(await search(false, null)).toBe("0.00");
  });
});
