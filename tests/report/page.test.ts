import { createHash } from "node:crypto";
import { strFromU8, unzlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { PageData, UnitDetail } from "../../src/report/page/page-data.js";
import { writePage } from "../../src/report/page/write-page.js";
import { RESULTS } from "./fixture.js";
import { VERIFIED } from "./verified-fixture.js";

const PARTS = { script: 'console.log("</script>")', style: "p{color:red}" };
const pageOf = (results = RESULTS, language: "zh-CN" | "en" = "zh-CN") =>
  [...writePage(results, language, PARTS)].join("");
const dataIn = (html: string, id: string): string => {
  const content = new RegExp(`<script type="application/json" id="${id}">([^<]*)</script>`).exec(html)?.[1];
  if (content === undefined) throw new Error(`no data ${id}`);
  return content;
};
const page = (html: string) => JSON.parse(dataIn(html, "page")) as PageData;
const detail = (html: string, unit: number) =>
  JSON.parse(
    strFromU8(unzlibSync(new Uint8Array(Buffer.from(JSON.parse(dataIn(html, `unit-${unit}`)), "base64")))),
  ) as UnitDetail;

describe("report.html", () => {
  it("lets one program run: its own, by its hash", () => {
    const html = pageOf();
    const program = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
    expect(program).toBe('console.log("<\\/script>")');
    const hash = createHash("sha256").update(program).digest("base64");
    expect(html).toContain(`default-src 'none'; script-src 'sha256-${hash}'`);
    expect(html).not.toMatch(/(?:src|href)="(?!data:)/);
  });

  it("keeps what a unit is called out of the markup", () => {
    const name = '</script><img src=x onerror="alert(1)">县';
    const [first, ...others] = RESULTS.assessments;
    if (!first) throw new Error("an empty fixture");
    const html = pageOf({
      ...RESULTS,
      assessments: [{ ...first, unit: { ...first.unit, name } }, ...others],
    });
    expect(html).not.toContain("<img");
    expect(page(html).units.find(({ code }) => code === first.unit.code)?.name).toBe(name);
  });

  it("has every unit and item with the results' own figures", () => {
    const { units, items, total, places } = page(pageOf());
    expect(total).toBe("100");
    expect(places.map(({ title }) => title)).toEqual(["依法履职", "组织保障"]);
    expect(items.map(({ id, place, points }) => [id, place, points])).toEqual([
      ["1.1", "依法履职", "40"],
      ["1.2", "依法履职", "20"],
      ["2.1", "组织保障", "40"],
      ["B1", "加分项", "3"],
    ]);
    expect(
      units.map(({ code, rank, total: points, grade, apart }) => [code, rank, points, grade, apart]),
    ).toEqual([
      ["990101", 1, "88.35", "合格", ""],
      ["990102", 1, "88.35", "合格", ""],
      ["990103", null, "91.00", null, "触发否决：发生重大负面事件"],
      ["990104", null, "20.00", null, "资料不足，不参与排名：填报覆盖率 25%，低于 60%"],
    ]);
    for (const { code, points } of units) {
      const assessment = RESULTS.assessments.find(({ unit }) => unit.code === code);
      const own = assessment?.items.map((item) => (item.status === "notApplicable" ? null : item.points));
      expect(points, code).toEqual(own);
    }
  });

  it("tells of files that do not count", () => {
    expect(page(pageOf()).returned).toEqual([
      { file: "戊县.xls", outcome: "退回", reasons: ["E02 不是 .xlsx 文件"] },
      { file: "己县.xlsx", outcome: "转人工", reasons: [expect.any(String)] },
    ]);
  });

  it("opens each unit to its gaps, clauses, data and cells", () => {
    const { gaps, items, findings } = detail(pageOf(), 0);
    expect(gaps[0]).toMatchObject({
      item: "1.1",
      kind: "未达标",
      lostTotal: "6.125",
      required: "负责人出庭率 ≥ 100%",
      steps: "92% → 95%：+0.4\n92% → 100%：+6.125",
      cells: "甲县.xlsx 指标填报!I5、I6、I7",
    });
    expect(items).toHaveLength(4);
    expect(findings[0]).toEqual({ code: "E19", place: "指标填报!I9", message: "应为数字，实际为“60余”" });
  });

  it("says what assessors changed, and whose word it was", () => {
    const { items } = detail(pageOf(VERIFIED), 0);
    expect(items.flatMap(({ verification }) => verification).join("\n")).toContain("无签到记录");
  });

  it.each([RESULTS, VERIFIED])("leads from the first figure to the total without a gap", (results) => {
    for (const [index] of results.assessments.entries()) {
      const { steps } = detail(pageOf(results), index);
      let at = 0;
      for (const { kind, value } of steps) {
        if (kind === "sum" && at !== 0) expect(Number(value)).toBeCloseTo(at, 9);
        at = kind === "sum" ? Number(value) : at + Number(value);
      }
    }
  });

  it("is the same for the same results, and speaks English too", () => {
    expect(pageOf()).toBe(pageOf());
    expect(page(pageOf(RESULTS, "en")).labels.columns.total).toBe("Total");
    expect(pageOf(RESULTS, "en")).toContain('<html lang="en">');
  });
});
