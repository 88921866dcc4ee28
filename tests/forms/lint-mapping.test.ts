import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSystem } from "../../scripts/samples/system.js";
import { loadMapping } from "../../src/forms/load-mapping.js";
import { messagesIn } from "../../src/messages/languages.js";
import { ROOT } from "../support/faping.js";
import { HEAD, load, SYSTEM, UNIT } from "./foreign.js";

const SHEET = { columns: { number: "编号", value: "数据" } };
const told = (document: object) => load(document).findings.map(({ code, path }) => `${code} ${path}`);

describe("a mapping that does not fit its system", () => {
  it.each([
    [
      "another system",
      { ...HEAD, system: { id: "x" }, unit: UNIT, sheets: [SHEET] },
      "form-system $.system.id",
    ],
    ["nothing to read", { ...HEAD, unit: UNIT }, "form-empty $"],
    [
      "both kinds",
      { ...HEAD, sheets: [SHEET], unit: UNIT, matrix: { units: "rows", name: "县", facts: { 甲: "hours" } } },
      "form-both $.matrix",
    ],
    ["no unit", { ...HEAD, sheets: [SHEET] }, "form-unit $.unit"],
    [
      "a unit beside a matrix",
      { ...HEAD, unit: UNIT, matrix: { units: "rows", name: "县", facts: { 甲: "hours" } } },
      "form-unit-twice $.unit",
    ],
    [
      "nothing that tells rows",
      { ...HEAD, unit: UNIT, sheets: [{ columns: { value: "数据" } }] },
      "form-rows-unknown $.sheets[0].columns",
    ],
    [
      "nothing that is read",
      { ...HEAD, unit: UNIT, sheets: [{ columns: { number: "编号" } }] },
      "form-no-value $.sheets[0].columns",
    ],
    [
      "half a rate",
      { ...HEAD, unit: UNIT, sheets: [{ columns: { number: "编号", numerator: "分子" } }] },
      "form-half-rate $.sheets[0].columns.denominator",
    ],
    [
      "a row without anything to find it by",
      { ...HEAD, unit: UNIT, sheets: [{ ...SHEET, rows: [{ item: "1.1" }] }] },
      "form-row $.sheets[0].rows[0]",
    ],
    [
      "an item that is none",
      { ...HEAD, unit: UNIT, sheets: [{ ...SHEET, numbers: { 一: "9.9" } }] },
      "unknown-place $.sheets[0].numbers.一",
    ],
    [
      "a fact that is none",
      { ...HEAD, unit: UNIT, sheets: [{ ...SHEET, rows: [{ number: "1", item: "1.1", fact: "x" }] }] },
      "unknown-fact $.sheets[0].rows[0].fact",
    ],
    [
      "a fact of another item",
      { ...HEAD, unit: UNIT, sheets: [{ ...SHEET, rows: [{ number: "1", item: "1.1", fact: "listed" }] }] },
      "form-fact-item $.sheets[0].rows[0].fact",
    ],
    [
      "a fact of others",
      { ...HEAD, unit: UNIT, sheets: [{ ...SHEET, rows: [{ number: "4", item: "2.1", fact: "expert1" }] }] },
      "form-by $.sheets[0].rows[0].fact",
    ],
    [
      "a fact twice",
      { ...HEAD, matrix: { units: "rows", name: "县", facts: { 甲: "hours", 乙: "hours" } } },
      "form-fact-twice $.matrix.facts.乙",
    ],
    [
      "a unit fact that is none",
      { ...HEAD, matrix: { units: "rows", name: "县", facts: { 甲: "unit.x" } } },
      "unknown-fact $.matrix.facts.甲",
    ],
  ])("%s", (_, document, expected) => {
    expect(told(document)).toContain(expected);
  });

  it("says for information which items it asks nothing of", () => {
    const { findings, mapping } = load({
      ...HEAD,
      matrix: { units: "rows", name: "县", facts: { 甲: "hours" } },
    });
    expect(mapping).toBeDefined();
    expect(findings).toMatchObject([{ code: "form-not-asked", params: { items: "1.2、1.3" } }]);
  });

  it("a list of records", () => {
    const sheets = [{ ...SHEET, rows: [{ number: "22", item: "2.2", fact: "lectures" }] }];
    const document = { ...HEAD, system: { id: "verification-demo" }, unit: UNIT, sheets };
    const bytes = new TextEncoder().encode(JSON.stringify(document));
    const system = readSystem(join(ROOT, "samples/verification/system"));
    expect(loadMapping({ name: "m.json", bytes }, system).findings.map(({ code }) => code)).toContain(
      "form-records",
    );
  });

  it("is told in both languages", () => {
    const [finding] = load({ ...HEAD, system: { id: "x" }, unit: UNIT, sheets: [SHEET] }).findings;
    for (const language of ["zh-CN", "en"] as const)
      expect(messagesIn(language).lint["form-system"](finding?.params ?? {})).toContain("foreign");
  });
});

describe("a mapping made to do harm", () => {
  it.each([
    [
      "unknown keys",
      { ...HEAD, unit: UNIT, sheets: [{ ...SHEET, regex: "(a+)+$" }] },
      "unknown-key $.sheets[0].regex",
    ],
    [
      "paths for columns",
      { ...HEAD, unit: UNIT, sheets: [{ columns: { number: { column: "../../etc" }, value: "v" } }] },
      "wrong-shape $.sheets[0].columns.number",
    ],
    [
      "too many rows",
      {
        ...HEAD,
        unit: UNIT,
        sheets: [{ ...SHEET, rows: Array.from({ length: 10_001 }, () => ({ number: "1", item: "1.1" })) }],
      },
      "wrong-shape $.sheets[0].rows",
    ],
  ])("%s", (_, document, expected) => {
    expect(
      told(document).some((one) => one.startsWith(expected)),
      told(document).join("\n"),
    ).toBe(true);
  });

  it.each([
    ["a key of the prototype", '{"__proto__": {}}', /./],
    ["lists in lists", "[".repeat(100_000), /too-deep|not-json/],
    ["two megabytes", `"${"x".repeat(2 << 20)}"`, /too-large/],
    ["no JSON at all", "{", /not-json/],
  ])("%s", (_, text, code) => {
    const bytes = new TextEncoder().encode(text);
    expect(loadMapping({ name: "m.json", bytes }, SYSTEM).findings[0]?.code).toMatch(code);
  });
});
