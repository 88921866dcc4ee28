import { beforeAll, describe, expect, it } from "vitest";
import { type Drawing, text, wrap } from "../../src/report/charts/drawing.js";
import { heat } from "../../src/report/charts/heat-map.js";
import type { Painter } from "../../src/report/charts/painter.js";
import { profileChart } from "../../src/report/charts/profile.js";
import { rankingBars } from "../../src/report/charts/ranking-bars.js";
import { svgMarkup } from "../../src/report/charts/svg.js";
import { writeGapWorkbook } from "../../src/report/gap-workbook.js";
import { writeRankingWorkbook } from "../../src/report/ranking-workbook.js";
import { medians } from "../../src/report/result-charts.js";
import { openPainter } from "../support/painter.js";
import { manyResults, RESULTS } from "./fixture.js";
import { open, sheetOf } from "./read.js";

let painter: Painter;
beforeAll(async () => {
  painter = await openPainter();
});

const said = (content: string): Drawing => ({
  width: 200,
  height: 40,
  title: "试",
  shapes: [text(10, 25, content, 16)],
});
/** Where a picture stands; the types know less of it than there is. */
interface Range {
  readonly tl: { readonly nativeRow: number };
  readonly ext: { readonly width: number; readonly height: number };
}
const textsOf = ({ shapes }: Drawing) =>
  shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []));

describe("a drawing as markup", () => {
  it("keeps text as text, whatever it looks like", () => {
    const markup = svgMarkup(said('</text><script>alert("甲")</script>&\u0001'));
    expect(markup).toContain("&lt;/text&gt;&lt;script&gt;alert(&quot;甲&quot;)&lt;/script&gt;&amp;</text>");
    expect(markup).not.toContain("<script>");
  });

  it("names each bar with its rank, name, total and grade as printed", () => {
    const bar = { rank: 1, name: "甲县", grade: "优秀", total: "91.20", proven: "90.00", claimed: "92.00" };
    const drawing = rankingBars(
      "县",
      [bar, { ...bar, rank: 2, name: "乙县", grade: null, total: "80.00" }],
      100,
    );
    expect(textsOf(drawing)).toEqual(["县", "1", "甲县", "91.20", "优秀", "2", "乙县", "80.00", ""]);
  });

  it("leaves a place that does not apply out of a radar, and says so in bars", () => {
    const radar = profileChart("图", ["一", "二", "三", "四"], [{ name: "甲县", rates: [1, null, 1, 0] }]);
    const area = radar.shapes.find((shape) => shape.kind === "path" && shape.fillOpacity === 0.14);
    expect(area?.kind === "path" && area.d.split("L")).toHaveLength(3);
    const bars = profileChart("图", ["一", "二"], [{ name: "甲县", rates: [0.5, null] }]);
    expect(textsOf(bars)).toEqual(["图", "甲县", "一", "50.0%", "二", "—"]);
  });

  it("breaks labels into lines of about one length", () => {
    expect(wrap("法治政府建设科技保障", 118, 13)).toEqual(["法治政府建", "设科技保障"]);
    expect(wrap("党的领导", 118, 13)).toEqual(["党的领导"]);
    expect(wrap("很长很长的指标名称".repeat(9), 60, 13, 2).at(-1)).toMatch(/…$/);
  });

  it("colours from red over yellow to green", () => {
    expect([-1, 0, 0.5, 1, 2].map(heat)).toEqual(["#f8b4ae", "#f8b4ae", "#fff1c9", "#a9d8b8", "#a9d8b8"]);
  });
});

describe("the middle of a group", () => {
  it("is the median of each level-1 place, over the units to which it applies", () => {
    const units = [{ code: "990101" }, { code: "990102" }];
    // 甲县 0.897917 and 乙县 0.883500 of the first; the second applies to 甲县 alone.
    const [first, second] = medians(RESULTS, units);
    const rates = RESULTS.assessments
      .filter(({ unit }) => units.some(({ code }) => code === unit.code))
      .map(({ nodes }) => nodes.map(({ rate }) => rate && Number(rate)));
    expect(first).toBeCloseTo(((rates[0]?.[0] || 0) + (rates[1]?.[0] || 0)) / 2, 12);
    expect(second).toBe(0.83675);
  });
});

describe("a picture", () => {
  it("is the same for the same drawing, and its text is really there", () => {
    const [blank, one, again] = [said(""), said("法治政府"), said("法治政府")].map(
      (each) => painter.paint(each).png,
    );
    expect([...(one?.subarray(1, 4) ?? [])]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
    expect(one).toEqual(again);
    expect(one?.length).toBeGreaterThan((blank?.length ?? 0) * 2);
  });

  it("has a shape for every character of GBK, and names those that no font has", async () => {
    const mine = await openPainter();
    const decoder = new TextDecoder("gbk");
    const characters: string[] = [];
    for (let lead = 0xb0; lead <= 0xf7; lead += 1)
      for (let trail = 0xa1; trail <= 0xfe; trail += 1)
        characters.push(decoder.decode(new Uint8Array([lead, trail])));
    const known = characters.filter((one) => /^\p{Script=Han}$/u.test(one));
    expect(known.length).toBe(6763);
    mine.paint(said(known.join("")));
    expect(mine.missing).toEqual([]);
    mine.paint(said("𠮷县🙂"));
    expect(mine.missing).toEqual(["🙂", "𠮷"]);
  });

  it("can't be made without a font", async () => {
    const none = await openPainter([]);
    expect(() => none.paint(said("甲"))).toThrow("a typeface needs a font");
    await expect(openPainter([new Uint8Array(20)])).rejects.toThrow();
  });
});

describe("workbooks with pictures", () => {
  it("show each group's totals, its first, middle and last unit, and all rates", async () => {
    const book = await open(await writeRankingWorkbook(RESULTS, "zh-CN", painter));
    expect(book.worksheets[1]?.name).toBe("总体图示");
    expect(sheetOf(book, "总体图示").getImages()).toHaveLength(3);
    expect(book.title).toBe("法治建设评估（试行） · 排名总表");
    expect(book.keywords).toContain("ab".repeat(32));
  });

  it("spread many units over several pictures, none wider than the sheet", async () => {
    const sheet = sheetOf(
      await open(await writeRankingWorkbook(manyResults(190, 20), "zh-CN", painter)),
      "总体图示",
    );
    const images = sheet.getImages();
    expect(images.length).toBeGreaterThanOrEqual(4);
    for (const { range } of images) expect((range as unknown as Range).ext.width).toBeLessThanOrEqual(1194);
  });

  it("set each unit beside the middle of its group, and cover nothing", async () => {
    const book = await open(await writeGapWorkbook(RESULTS, "990101", "zh-CN", painter));
    const sheet = sheetOf(book, "得分概览");
    const [range] = sheet.getImages().map((image) => image.range as unknown as Range);
    if (!range) throw new Error("no picture");
    const top = range.tl.nativeRow;
    expect(sheet.getCell(top, 1).value).not.toBeNull();
    const rows = Math.ceil(range.ext.height / 20);
    for (let row = top + 1; row <= top + rows; row += 1)
      expect(sheet.getRow(row).hasValues, `${row}`).toBe(false);
  });

  it("are the same bytes for the same results", async () => {
    const [one, two] = await Promise.all([
      writeRankingWorkbook(RESULTS, "zh-CN", painter),
      writeRankingWorkbook(RESULTS, "zh-CN", painter),
    ]);
    expect(Buffer.compare(one, two)).toBe(0);
  });
});
