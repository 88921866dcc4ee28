import type ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { Language } from "../../src/messages/messages.js";
import type { RemediedUnit, RemedyLine } from "../../src/model/remedy.js";
import type { Results } from "../../src/model/results.js";
import { writeGapWorkbook } from "../../src/report/gap-workbook.js";
import { labelsIn } from "../../src/report/languages.js";
import { readLedgerFile } from "../../src/run/remedy/read-ledger-file.js";
import { remedy } from "../../src/run/remedy/remedy.js";
import { replay } from "../../src/run/replay.js";
import { type CaseUnit, systemOf } from "../support/case.js";
import { filledCounty, open, save } from "../support/county.js";
import { sheetOf } from "../support/places.js";
import { BING, JIA, run, SYSTEM, YI } from "./run.js";

const system = systemOf(SYSTEM);
const ON = "2026-03-31";
type Written = string | number | boolean | Date;
/** By the end of a row's key, what is written into which of its columns. */
type Filled = Readonly<Record<string, Readonly<Record<string, Written>>>>;

/** The gap workbook of a unit as it comes back. */
async function filledIn(
  results: Results,
  code: string,
  filled: Filled,
  language: Language = "zh-CN",
): Promise<Uint8Array> {
  const { sheets, columns } = labelsIn(language);
  const book = await open(await writeGapWorkbook(results, code, language));
  for (const [key, cells] of Object.entries(filled))
    for (const [header, value] of Object.entries(cells)) {
      const name = header === columns.newValue ? sheets.remedyData : sheets.ledger;
      put(sheetOf(book, name), columns.key, `${code} ${key}`, header, value);
    }
  return save(book);
}

const HEADER = 4;
function put(sheet: ExcelJS.Worksheet, keys: string, key: string, header: string, value: Written): void {
  const at = (name: string) => (sheet.getRow(HEADER).values as unknown[]).indexOf(name);
  for (let row = HEADER + 1; row <= sheet.rowCount; row += 1)
    if (sheet.getCell(row, at(keys)).value === key) {
      sheet.getCell(row, at(header)).value = value;
      return;
    }
  throw new Error(`no row ${key} in ${sheet.name}`);
}

/** What one ledger wins back. */
async function remediedBy(results: Results, code: string, filled: Filled, on = ON) {
  const ledger = readLedgerFile(system, {
    name: "台账.xlsx",
    bytes: await filledIn(results, code, filled),
  });
  return remedy(results, [ledger], on);
}

const short = ({ lines }: RemediedUnit) =>
  lines.map(({ gap, wonBack, left, state, overdue }: RemedyLine) =>
    [`${gap.item}#${gap.clause}`, wonBack, left, state, ...(overdue ? ["overdue"] : [])].join(" "),
  );
const first = (units: readonly RemediedUnit[]): RemediedUnit => {
  const [unit] = units;
  if (!unit) throw new Error("no unit was remedied");
  return unit;
};

describe("a ledger that comes back", () => {
  it("with nothing new in it changes nothing", async () => {
    const results = await run(system, [JIA, YI, BING]);
    const { after, remedy: told } = await remediedBy(results, "3", {});
    expect(after).toEqual(results);
    // 丙: 10 − 20 × 0.1 − 2 + 5 of 10.
    expect(short(first(told.units))).toEqual(["C#a 0 5 open", "H#a 0 2 open", "H#b 0 2 open"]);
    expect(told.files).toMatchObject([{ file: "台账.xlsx", outcome: "used", findings: [] }]);
  });

  it("wins back what its new values are worth, all of a gap or part of it", async () => {
    const results = await run(system, [JIA, YI, BING]);
    const { remedy: told } = await remediedBy(results, "3", {
      hours: { 整改后的值: 55 },
      open: { 整改后的值: "是" },
      cases: { 整改后的值: 5 },
    });
    const unit = first(told.units);
    // 11 + 1.5 of the 2 for hours + 2 for openness; the same number of cases is no change.
    expect([unit.before, unit.after]).toEqual([
      { total: "11.00", rank: 3, grade: null },
      { total: "14.50", rank: 3, grade: null },
    ]);
    expect(short(unit)).toEqual(["C#a 0 5 open", "H#a 1.5 0.5 partly", "H#b 2 0 won"]);
    expect(unit.lines[1]?.changes).toMatchObject([
      { fact: "hours", to: "55", source: { sheet: "整改数据" } },
    ]);
    expect(unit.appeared).toEqual([]);
  });

  it("moves the others through what they are compared with", async () => {
    const results = await run(system, [JIA, YI, BING]);
    const { after, remedy: told } = await remediedBy(results, "3", { cases: { 整改后的值: 20 } });
    // The most is 20 now: 甲 10 + 4, 乙 9 + 5, 丙 6 + 10.
    expect(after.assessments.map(({ total }) => total.points)).toEqual(["14.00", "14.00", "16.00"]);
    expect(first(told.units)).toMatchObject({ before: { rank: 3 }, after: { rank: 1, grade: "优秀" } });
  });

  it("says what was changed in vain, what is only said to be done, and what is overdue", async () => {
    const results = await run(system, [JIA, YI, BING]);
    const { remedy: told } = await remediedBy(results, "3", {
      hours: { 整改后的值: 35 },
      "H#a": { 整改时限: new Date("2026-03-30T00:00:00Z"), 责任人: "张三" },
      "H#b": { 完成情况: "已完成", 整改时限: "2026年3月31日" },
      "C#a": { 完成情况: "尚未完成", 整改时限: "2026-01-31" },
    });
    const unit = first(told.units);
    expect(short(unit)).toEqual([
      "C#a 0 5 open overdue",
      // Five hours less than before cost half a point more.
      "H#a -0.5 2.5 short overdue",
      "H#b 0 2 claimed",
    ]);
    expect(unit.lines[1]).toMatchObject({ person: "张三", deadline: "2026-03-30" });
  });

  it("is read in the other language too", async () => {
    const results = await run(system, [BING]);
    const bytes = await filledIn(
      results,
      "3",
      { hours: { "New value": 60 }, "H#a": { [labelsIn("en").columns.done]: "done" } },
      "en",
    );
    const ledger = readLedgerFile(system, { name: "ledger.xlsx", bytes });
    const { remedy: told } = await remedy(results, [ledger], ON);
    expect(short(first(told.units))).toContain("H#a 2 0 won");
  });

  it("keeps what it can't read out, and says where it stands", async () => {
    const results = await run(system, [JIA, BING]);
    const { remedy: told } = await remediedBy(results, "3", {
      hours: { 整改后的值: "约55" },
      "H#a": { 整改时限: "明年" },
    });
    expect(first(told.units).after.total).toBe(first(told.units).before.total);
    expect(told.files[0]?.findings.map(({ code, sheet, cell }) => `${code} ${sheet}!${cell}`)).toEqual([
      "E21 整改台账!J6",
      "E19 整改数据!G6",
    ]);
  });

  it("of another unit, of a gap that is not there, or given twice is told", async () => {
    const [results, other] = [await run(system, [JIA, BING]), await run(system, [YI])];
    const stranger = readLedgerFile(system, { name: "乙.xlsx", bytes: await filledIn(other, "2", {}) });
    const bytes = await filledIn(results, "3", { hours: { 整改后的值: 60 } });
    const [one, two] = ["一.xlsx", "二.xlsx"].map((name) => readLedgerFile(system, { name, bytes }));
    if (!one || !two) throw new Error("two ledgers");
    const { remedy: told } = await remedy(results, [stranger, one, two], ON);
    const codes = told.files.map(({ findings }) => [...new Set(findings.map(({ code }) => code))]);
    expect(codes).toEqual([["E37"], [], ["E38"]]);
    expect(told.files[0]?.findings).toHaveLength(1);
    expect(told.files.map(({ outcome }) => outcome)).toEqual(["returned", "used", "returned"]);
    expect(told.units.map(({ name, after }) => [name, after.total])).toEqual([["丙县", "14.25"]]);
  });

  it("that is no ledger is returned whole", async () => {
    const ledger = readLedgerFile(system, { name: "县.xlsx", bytes: await filledCounty() });
    const { remedy: told } = await remedy(await run(system, [JIA]), [ledger], ON);
    expect(told).toMatchObject({ units: [], files: [{ outcome: "returned", findings: [{ code: "E11" }] }] });
  });
});

/** 10 points: one lost for each percentage point below 100, all of them without a document. */
const COURT = systemOf({
  format: "faping-system/1",
  id: "court",
  version: "1.0.0",
  title: "示例指标体系",
  levels: ["指标"],
  total: 10,
  policies: { missing: "zero", unsupported: "missing", notApplicable: "rescale-parent" },
  items: [
    {
      id: "R",
      title: "出庭应诉",
      points: 10,
      onEmpty: "full",
      evidence: [{ fact: "court", label: "出庭率", type: "rate", documents: 1 }],
      derive: [{ fact: "short", shortfall: { target: 100, of: "court" } }],
      clauses: [{ id: "a", deduct: { each: 1, per: "short" } }],
    },
  ],
});

describe("a rate", () => {
  const unit: CaseUnit = {
    code: "5",
    name: "戊县",
    answers: { "court.numerator": 38, "court.denominator": 40, court: 95 },
  };
  const by = async (filled: Filled, more: Partial<CaseUnit> = {}) => {
    const results = await run(COURT, [{ ...unit, ...more }]);
    const bytes = await filledIn(results, "5", filled);
    const { remedy: told } = await remedy(results, [readLedgerFile(COURT, { name: "台账.xlsx", bytes })], ON);
    return { told, unit: first(told.units) };
  };

  it("has room for its parts alone", async () => {
    const results = await run(COURT, [unit]);
    const book = await open(await writeGapWorkbook(results, "5", "zh-CN"));
    const fields = sheetOf(book, "整改数据")
      .getColumn(4)
      .values.slice(HEADER + 1);
    expect(fields).toEqual(["出庭率（分子）", "出庭率（分母）"]);
  });

  it("takes a new part, and the printed rate gives way", async () => {
    // 39 of 40 are 97.5: 2.5 of the 10 points are lost where 5 were.
    const { told, unit: after } = await by({ "court.numerator": { 整改后的值: 39 } });
    expect(told.files[0]?.findings).toEqual([]);
    expect(after.after.total).toBe("7.50");
    expect(short(after)).toEqual(["R#a 2.5 2.5 partly"]);
  });

  it("leaves out a part that contradicts the other, with its cell", async () => {
    const { told, unit: after } = await by({ "court.numerator": { 整改后的值: 41 } });
    expect(told.files[0]?.findings).toMatchObject([{ code: "E33", sheet: "整改数据", cell: "G5" }]);
    expect([after.before.total, after.after.total]).toEqual(["5.00", "5.00"]);
    expect(short(after)).toEqual(["R#a 0 5 open"]);
  });

  it("counts once the ledger names its document", async () => {
    const without = { documents: { court: 0 } };
    const { unit: nothing } = await by({}, without);
    expect(nothing.before.total).toBe("0.00");
    const { unit: named } = await by({ "R#a": { 佐证材料: "出庭统计表；委托书" } }, without);
    expect(named.after.total).toBe("5.00");
    expect(named.lines[0]).toMatchObject({ state: "partly", documents: ["出庭统计表", "委托书"] });
  });
});

describe("after verification", () => {
  it("a new value stands for itself, whatever was said of the old one", async () => {
    const found = [{ unit: "3", subject: "hours", value: "20" }];
    const results = await replay(await run(system, [BING]), found);
    // Alone: 10 − 40 × 0.1 − 2, and 10 for the most cases.
    expect(results.assessments[0]?.total.points).toBe("14.00");
    const { remedy: told } = await remediedBy(results, "3", { hours: { 整改后的值: 60 } });
    expect(short(first(told.units))).toEqual(["H#a 4 0 won", "H#b 0 2 open"]);
  });
});
