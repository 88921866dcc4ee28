import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importList } from "../../src/authoring/import-list.js";
import { readCriterion } from "../../src/authoring/wording/read-criterion.js";
import { isLintError } from "../../src/model/lint-finding.js";
import { fromNumber } from "../../src/model/rational.js";
import { loadSystem } from "../../src/system/load.js";
import { bookOf } from "../support/hand-made.js";

const SENTENCES = [
  "制定年度计划的得满分，未制定的不得分",
  "专题学习不少于4次，每少1次扣0.3分，累计不超过1.2分",
  "达到95%得满分，每低一个百分点扣0.5分，扣完为止",
  "达到100%得4分，95%以上得3分，90%以上得1分",
  "不超过10%的得2分，不超过20%的得1分，超过20%的不得分",
  "发生一起扣5分",
  "每组织1次培训得0.5分，最多得2分",
  "优秀得3分，良好得2分",
  "基本达到的可得50%",
  "办结率按比例计分",
  "未建立档案的扣0.5分",
  "发生重大事件的，一票否决",
  "酌情扣1—2分",
  "国家级表彰加4分，省级加3分，总分不超过5分",
  "由考评组评定",
  "扣完为止",
  "出台方案的得1分",
];
const criterion = fc
  .array(fc.tuple(fc.constantFrom(...SENTENCES), fc.constantFrom("。", "；", "，", "\n")), { maxLength: 4 })
  .map((parts) => parts.flat().join(""));
const points = fc.constantFrom(0, 0.5, 1, 2, 3, 4, 5, 10);
const kind = fc.constantFrom("计分", "加分", "扣分");

describe("whatever the criteria of a list", () => {
  it("the system that comes of it passes the lint", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(criterion, points, kind), { minLength: 1, maxLength: 6 }),
        async (items) => {
          const rows = items.map(([text, worth, word], index) => ["法治", `第${index}项`, worth, text, word]);
          const bytes = await bookOf({ 甲: [["一级指标", "二级指标", "分值", "评分标准", "类别"], ...rows] });
          const outcome = importList(bytes, "清单.xlsx", { id: "drawn", title: "试行指标" });
          if ("refused" in outcome) throw new Error(outcome.refused);
          const file = (name: string) => new TextEncoder().encode(outcome.files.get(name) ?? "");
          const { findings } = loadSystem({ name: "system.json", bytes: file("system.json"), read: file });
          expect(findings.filter(isLintError)).toEqual([]);
        },
      ),
      { numRuns: 150, seed: 20260301 },
    );
  });

  it("a sentence that is not understood leaves no clause of the others", () => {
    fc.assert(
      fc.property(criterion, points, (text, worth) => {
        const outcome = readCriterion(`${text}\n由考评组评定`, {
          title: "执法",
          kind: "scored",
          points: fromNumber(worth),
        });
        expect("reasons" in outcome).toBe(true);
      }),
      { numRuns: 300, seed: 20260302 },
    );
  });

  it("blanks, full-width signs and a mark at the end change nothing", () => {
    const worth = { title: "执法", kind: "scored" as const, points: fromNumber(4) };
    const shape = (text: string) => {
      const outcome = readCriterion(text, worth);
      return "reasons" in outcome
        ? "judged"
        : outcome.sentences.map(({ draft }) => [draft.family, draft.effect, draft.fields]);
    };
    fc.assert(
      fc.property(fc.constantFrom(...SENTENCES), (text) => {
        const wide = text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
        expect(shape(` ${wide.replaceAll("，", ", ")}。`)).toEqual(shape(text));
      }),
      { numRuns: 100, seed: 20260303 },
    );
  });
});
