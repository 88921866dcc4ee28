import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import type { Results } from "../../src/model/results.js";
import { writeFeedback } from "../../src/report/feedback/feedback-document.js";
import { RESULTS } from "./fixture.js";
import { VERIFIED } from "./verified-fixture.js";

interface Document {
  /** Text of every paragraph outside tables. */
  readonly paragraphs: readonly string[];
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly parts: Readonly<Record<string, string>>;
}

async function read(results: Results, code: string): Promise<Document> {
  const zip = unzipSync(await writeFeedback(results, code));
  const parts = Object.fromEntries(Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const paragraphs: string[] = [];
  const tables: string[][][] = [];
  let text = "";
  let depth = 0;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    if (name === "w:tbl") depth = tables.push([]);
    if (name === "w:tr") tables.at(-1)?.push([]);
    if (name === "w:tc") tables.at(-1)?.at(-1)?.push("");
    if (name === "w:p") text = "";
  });
  parser.on("text", (found) => {
    text += found;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "w:tbl") depth = 0;
    if (name !== "w:p") return;
    const row = tables.at(-1)?.at(-1);
    if (depth > 0 && row) row[row.length - 1] += row[row.length - 1] === "" ? text : `\n${text}`;
    else paragraphs.push(text);
  });
  parser.write(parts["word/document.xml"] ?? "").close();
  return { paragraphs, tables, parts };
}

const assessmentOf = (results: Results, code: string) => {
  const found = results.assessments.find(({ unit }) => unit.code === code);
  if (!found) throw new Error(`no unit ${code} in the fixture`);
  return found;
};
/** Figures are compared as figures: a document prints them with the system's digits. */
const cents = (points: string) => Math.round(Number(points) * 100) / 100;

describe("评估反馈意见书", () => {
  it("says the overall result with the results' own figures", async () => {
    const { paragraphs } = await read(RESULTS, "990101");
    expect(paragraphs.slice(0, 10)).toEqual([
      "评估反馈意见书",
      RESULTS.system.title,
      "（分值为示例，非官方分值）",
      "",
      "甲县：",
      `依据《${RESULTS.system.title}》（版本${RESULTS.system.version}），对你单位申报材料进行了评估。现将结果反馈如下。`,
      "一、总体结果",
      "你单位总得分88.35分，满分100.00分，得分率88.4%；其中加分1.00分，减分0.00分。在县组2个单位中列第1位（并列），等次为合格。",
      "填报覆盖率95.3%。其中有佐证并已核实的为80.00分；待核实、缺佐证的部分如全部认可，为92.50分。",
      "否决事项待核实：发生重大负面事件。",
    ]);
  });

  it("lists every level-1 place", async () => {
    const { tables } = await read(RESULTS, "990101");
    expect(tables[0]).toEqual([
      ["一级指标", "分值", "得分", "得分率", "失分"],
      ["依法履职", "60.00", "53.88", "89.8%", "6.12"],
      ["组织保障", "40.00", "33.47", "83.7%", "6.53"],
    ]);
  });

  it.each([
    ["a plain run", RESULTS],
    ["a run after verification", VERIFIED],
  ])("tells of every lost point once, by responsible unit: %s", async (_, results) => {
    for (const { unit, gaps } of results.assessments) {
      const { paragraphs, tables } = await read(results, unit.code);
      const lost = gaps.filter(({ kind }) => kind !== "pending");
      const rows = (tables[1] ?? []).slice(1);
      const bands = rows.filter((row) => row.length === 1).map(([text]) => text ?? "");
      const told = rows.filter((row) => row.length === 3);
      expect(told).toHaveLength(lost.length);
      expect(told.map(([, points]) => Number(points)).sort()).toEqual(
        lost.map(({ lostTotal }) => cents(lostTotal)).sort(),
      );
      expect(bands.map((band) => Number(/（(\d+)项）$/.exec(band)?.[1])).reduce((a, b) => a + b, 0)).toBe(
        lost.length,
      );
      const largest = paragraphs.filter((text) => /^（[一二三四五六七八九十]）/.test(text));
      expect(largest.map((text) => Number(/影响总分([\d.]+)分/.exec(text)?.[1]))).toEqual(
        lost.slice(0, 10).map(({ lostTotal }) => cents(lostTotal)),
      );
      const pending = gaps.length - lost.length;
      expect(paragraphs.some((text) => text.includes(`另有${pending}处待评估方核定`))).toBe(pending > 0);
    }
  });

  it("says why a unit is not ranked", async () => {
    const { paragraphs } = await read(RESULTS, "990104");
    expect(paragraphs.join("\n")).toContain("填报覆盖率低于60.0%，资料不足，不参与排名。");
  });

  it("has the page, lines, fonts and page numbers of an official document", async () => {
    const { parts } = await read(RESULTS, "990101");
    const document = parts["word/document.xml"] ?? "";
    expect(document).toMatch(
      /<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"|<w:pgSz [^>]*w:h="16838"[^>]*w:w="11906"/,
    );
    expect(document).toContain('w:line="560"');
    expect(document).not.toMatch(/w:lineRule="(?!exact)/);
    for (const font of ["方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"]) {
      expect(document).toContain(`w:eastAsia="${font}"`);
      expect(parts["word/fontTable.xml"]).toContain(`w:name="${font}"><w:altName w:val="宋体"/>`);
    }
    expect(parts["word/footer1.xml"]).toContain("PAGE");
  });

  it("is Chinese, and the same bytes, whatever the language of the run and the hour", async () => {
    const inEnglish = structuredClone(RESULTS);
    for (const { gaps } of inEnglish.assessments) for (const gap of gaps) gap.message = "in English";
    const [one, other] = await Promise.all([
      writeFeedback(RESULTS, "990101"),
      writeFeedback(inEnglish, "990101"),
    ]);
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it("takes a unit's name for text", async () => {
    const name = '甲<w:p/>&"\u0007县';
    const results = structuredClone(RESULTS);
    assessmentOf(results, "990101").unit.name = name;
    expect((await read(results, "990101")).paragraphs).toContain('甲<w:p/>&"县：');
  });

  it("is of an assessed unit", async () => {
    await expect(writeFeedback(RESULTS, "000000")).rejects.toThrow(RangeError);
  });
});
