import { describe, expect, it } from "vitest";
import type { Submission } from "../../src/model/submission.js";
import type { PanelRule, Verification } from "../../src/model/verification.js";
import type { Clash } from "../../src/verification/join.js";
import { putTogether } from "../../src/verification/put-together.js";
import {
  copyCell,
  copyOf,
  disagreementTold,
  type Given,
  ownWith,
  pointsTold,
  recordKey,
  type Says,
  SYSTEM,
  struckTold,
  verdictsTold,
} from "./copies.js";

const NAMES = ["张三", "李四", "王五", "赵六"];
const copies = (says: readonly Says[]): Verification[] =>
  says.map((one, index) => copyOf(`${index + 1}.xlsx`, { by: NAMES[index] ?? "", ...one }));
const together = (rule: PanelRule | undefined, says: readonly Says[], own: Submission = ownWith()) =>
  putTogether(SYSTEM, copies(says), own, rule);

/** What a panel makes of verdicts on rows, and where it differs. */
function panel(rule: PanelRule, own: Record<string, Given>, ...fields: NonNullable<Says["fields"]>[]) {
  const { verification, disagreements, clashes } = together(
    rule,
    fields.map((one) => ({ fields: one })),
    ownWith(own),
  );
  expect(clashes).toEqual([]);
  return { taken: verdictsTold(verification), differ: disagreements.map(disagreementTold) };
}

describe("copies without a rule", () => {
  it("are joined where each speaks of its own, in the order of their names", () => {
    const says: Says[] = [
      { fields: { hours: 45 }, struck: [2] },
      { fields: { files: false, "r.numerator": 70 }, struck: [4], judged: { "2#b": 3 }, scores: { 1: 5 } },
    ];
    const { verification, clashes, disagreements } = together(undefined, says);
    expect(verification.files).toEqual(["1.xlsx", "2.xlsx"]);
    expect(verdictsTold(verification)).toEqual({ hours: "45", files: "false", "r.numerator": "70" });
    expect(struckTold(verification)).toEqual([`cases ${recordKey(2)}`, `cases ${recordKey(4)}`]);
    expect([pointsTold(verification.judgements), pointsTold(verification.scores)]).toEqual([
      { "2#b": "3" },
      { 1: "5" },
    ]);
    expect([clashes, disagreements]).toEqual([[], []]);
  });

  const clashing = (...says: Says[]): Clash[] => [...together(undefined, says).clashes];

  it("clash where two speak of one row, even if they say the same", () => {
    const speaking = ["1.xlsx", "2.xlsx"].map((file) => ({ file, sources: [copyCell(file, "hours")] }));
    expect(clashing({ fields: { hours: 45 } }, { fields: { hours: 45 } })).toEqual([
      { item: "1", fact: "hours", copies: speaking },
    ]);
  });

  it("clash on a score, a judgement and a row of records", () => {
    const says = { scores: { 1: 5 }, judged: { "2#b": 3 }, struck: [3] };
    const subjects = clashing(says, { fields: { files: true } }, says).map(
      ({ copies: list, ...subject }) => ({
        ...subject,
        files: list.map(({ file }) => file),
      }),
    );
    const files = ["1.xlsx", "3.xlsx"];
    expect(subjects).toEqual([
      { item: "1", files },
      { item: "2", fact: "cases", row: { file: "甲县.xlsx", sheet: "案例", cell: "A3" }, files },
      { item: "2", clause: "b", files },
    ]);
  });

  it("clash on a rate of which one gives the numerator and another the denominator", () => {
    const found = clashing({ fields: { "r.numerator": 95 } }, { fields: { "r.denominator": 92 } });
    expect(found.map(({ item, fact }) => [item, fact])).toEqual([["1", "r"]]);
  });

  it("that clash come to nothing that could be used", () => {
    const { verification } = together(undefined, [
      { scores: { 1: 5 } },
      { scores: { 1: 5 }, fields: { hours: 1 } },
    ]);
    expect([verification.scores.size, verification.fields.size]).toEqual([0, 0]);
  });

  it("of nobody come to an empty verification", () => {
    const { verification } = putTogether(SYSTEM, [], ownWith(), undefined);
    expect(verification).toEqual({ ...copyOf("", {}), files: [] });
  });
});

describe("核查分 and judgements", () => {
  const given = (rule: PanelRule, ...points: number[]): Record<string, string>[] => {
    const { verification } = together(
      rule,
      points.map((one) => ({ scores: { 1: one }, judged: { "2#b": one } })),
    );
    return [pointsTold(verification.scores), pointsTold(verification.judgements)];
  };
  it.each<[PanelRule, number[], string]>([
    // (3 + 4 + 5.5) ÷ 3 = 12.5 ÷ 3
    ["mean", [3, 4, 5.5], "25/6"],
    ["mean", [3, 3.5], "3.25"],
    ["median", [5, 3, 3.5], "3.5"],
    // (3.5 + 4) ÷ 2
    ["median", [5, 3, 3.5, 4], "3.75"],
    ["trimmed", [1, 3, 6], "3"],
    // 6 and one of the 3s are left out: (3 + 4) ÷ 2
    ["trimmed", [3, 6, 4, 3], "3.5"],
    ["trimmed", [1, 6], "3.5"],
  ])("by %s of %s are %s", (rule, points, expected) => {
    expect(given(rule, ...points)).toEqual([{ 1: expected }, { "2#b": expected }]);
  });

  it("are those of the assessors who spoke, and their differences are told", () => {
    const { verification, disagreements } = together("mean", [
      { scores: { 1: 3 }, judged: { "2#b": 2 } },
      {},
      { scores: { 1: 5 }, judged: { "2#b": 2 } },
    ]);
    expect(pointsTold(verification.scores)).toEqual({ 1: "4" });
    expect(disagreements.map(disagreementTold)).toEqual(["1 张三 3分, 王五 5分 → 4分"]);
    expect(disagreements[0]?.votes.map(({ sources }) => sources)).toEqual([
      [copyCell("1.xlsx", "1")],
      [copyCell("3.xlsx", "1")],
    ]);
  });
});

describe("figures of a panel", () => {
  it("count 认可 as the unit's own value", () => {
    // (50 + 44) ÷ 2
    expect(panel("mean", { hours: 50 }, { hours: "认可" }, { hours: 44 })).toEqual({
      taken: { hours: "47" },
      differ: ["1/hours 张三 认可, 李四 44 → 47"],
    });
  });

  it("are accepted where all accept, and where all agree nothing is told", () => {
    expect(panel("median", {}, { hours: "认可" }, { hours: "认可" })).toEqual({
      taken: { hours: "认可" },
      differ: [],
    });
    expect(panel("mean", { hours: 50 }, { hours: "认可" }, { hours: 50 })).toEqual({
      taken: { hours: "50" },
      differ: [],
    });
  });

  it("are rejected where more than half reject them", () => {
    expect(panel("mean", {}, { hours: "不认可" }, { hours: 44 }, { hours: "不认可" })).toEqual({
      taken: { hours: "不认可" },
      differ: ["1/hours 张三 不认可, 李四 44, 王五 不认可 → 不认可"],
    });
  });

  it("leave out the voices of a half that rejects, and tell them", () => {
    expect(panel("mean", {}, { hours: "不认可" }, { hours: 44 })).toEqual({
      taken: { hours: "44" },
      differ: ["1/hours 张三 不认可, 李四 44 → 44"],
    });
    expect(panel("mean", {}, { hours: "不认可" }, { hours: "认可" })).toEqual({
      taken: { hours: "认可" },
      differ: ["1/hours 张三 不认可, 李四 认可 → 认可"],
    });
  });

  it("are trimmed among those that count", () => {
    // 10 and 60 go, the rejecting voice was never in: (20 + 40) ÷ 2
    const says = [{ hours: 10 }, { hours: 20 }, { hours: "不认可" }, { hours: 40 }, { hours: 60 }];
    expect(panel("trimmed", {}, ...says).taken).toEqual({ hours: "30" });
  });

  it("leave what the unit has where most accept what is no value", () => {
    expect(panel("mean", { hours: "/" }, { hours: "认可" }, { hours: "认可" }, { hours: 40 })).toEqual({
      taken: { hours: "认可" },
      differ: ["1/hours 张三 认可, 李四 认可, 王五 40 → 认可"],
    });
    expect(panel("mean", { hours: "…" }, { hours: "认可" }, { hours: 40 }).taken).toEqual({ hours: "40" });
  });

  it("that others supply are those of the assessors alone", () => {
    expect(panel("median", {}, { survey: 90 }, { survey: 85 }, { survey: 80 }).taken).toEqual({
      survey: "85",
    });
  });
});

describe("other values of a panel", () => {
  it("are those that more than half hold", () => {
    expect(panel("mean", { files: true }, { files: false }, { files: false }, { files: "认可" })).toEqual({
      taken: { files: "false" },
      differ: ["1/files 张三 false, 李四 false, 王五 认可 → false"],
    });
    expect(
      panel("mean", { files: true }, { files: "认可" }, { files: false }, { files: "认可" }).taken,
    ).toEqual({
      files: "认可",
    });
  });

  it("stay the unit's own without such a majority", () => {
    expect(panel("median", { files: true }, { files: false }, { files: "认可" })).toEqual({
      taken: {},
      differ: ["1/files 张三 false, 李四 认可 →"],
    });
    expect(panel("median", {}, { files: false }, { files: "不认可" }, { files: "认可" })).toEqual({
      taken: {},
      differ: ["1/files 张三 false, 李四 不认可, 王五 认可 →"],
    });
  });
});

describe("a rate of a panel", () => {
  it("is combined over the same assessors, who speak for the unit's value of what they do not change", () => {
    // Own 80/100. Numerators 70 and 80, denominators 100 and 120.
    expect(panel("mean", {}, { "r.numerator": 70 }, { "r.denominator": 120 })).toEqual({
      taken: { "r.numerator": "75", "r.denominator": "110" },
      differ: ["1/r.numerator 张三 70, 李四 认可 → 75", "1/r.denominator 张三 认可, 李四 120 → 110"],
    });
  });

  it("keeps its numerator below its denominator where each part alone would not", () => {
    // 95/100 and 80/82 by two who keep the other part: 87.5/91, and not 95/82.
    expect(panel("median", {}, { "r.numerator": 95 }, { "r.denominator": 82 }).taken).toEqual({
      "r.numerator": "87.5",
      "r.denominator": "91",
    });
  });

  it("keeps the unit's own part without a word where nobody names it", () => {
    expect(panel("mean", {}, { "r.numerator": 70 }, { "r.numerator": 60 }).taken).toEqual({
      "r.numerator": "65",
    });
  });

  it("is combined as a whole where one gives it as a whole", () => {
    // 60 %, 70 ÷ 100 = 70 %, own 80 ÷ 100 = 80 %
    expect(panel("mean", {}, { r: 60 }, { "r.numerator": 70 }, { "r.denominator": "认可" })).toEqual({
      taken: { r: "70" },
      differ: ["1/r 张三 60, 李四 70, 王五 认可 → 70"],
    });
  });

  it("is rejected where more than half reject one row or the other", () => {
    const says = [{ "r.numerator": "不认可" }, { "r.denominator": "不认可" }, { "r.numerator": "认可" }];
    expect(panel("mean", {}, ...says)).toEqual({
      taken: { "r.numerator": "不认可", "r.denominator": "不认可" },
      differ: [
        "1/r.numerator 张三 不认可, 李四 认可, 王五 认可 → 不认可",
        "1/r.denominator 张三 认可, 李四 不认可, 王五 认可 → 不认可",
      ],
    });
  });

  it("leaves out who rejects it alone", () => {
    const says = [{ r: "不认可" }, { "r.numerator": 70 }, { "r.numerator": 60 }];
    expect(panel("mean", {}, ...says)).toEqual({
      taken: { "r.numerator": "65" },
      differ: ["1/r.numerator 张三 不认可, 李四 70, 王五 60 → 65"],
    });
  });

  it("is not made of the numerator of one and the denominator of another", () => {
    const blank = { "r.numerator": null, "r.denominator": null };
    expect(panel("mean", blank, { "r.numerator": 90 }, { "r.denominator": 50 })).toEqual({
      taken: {},
      differ: ["1/r.numerator 张三 90 →", "1/r.denominator 李四 50 →"],
    });
  });

  it("leaves out who gave one part only, where others gave both", () => {
    const blank = { "r.numerator": null, "r.denominator": null };
    const full = { "r.numerator": 10, "r.denominator": 20 };
    expect(panel("mean", blank, { "r.numerator": 90 }, full)).toEqual({
      taken: { "r.numerator": "10", "r.denominator": "20" },
      differ: ["1/r.numerator 张三 90, 李四 10 → 10"],
    });
    expect(panel("mean", blank, { "r.numerator": 90 }, full, { r: 60 })).toEqual({
      taken: { r: "55" },
      differ: ["1/r.numerator 张三 90 →", "1/r 李四 50, 王五 60 → 55"],
    });
  });
});

describe("rows of records", () => {
  const struck = (...rows: (readonly number[])[]) => {
    const { verification, disagreements } = together(
      "mean",
      rows.map((one) => ({ struck: one })),
    );
    return { struck: struckTold(verification), differ: disagreements.map(disagreementTold) };
  };

  it("are rejected where more than half of all copies reject them; silence accepts", () => {
    expect(struck([2, 3], [2], [2, 4])).toEqual({
      struck: [`cases ${recordKey(2)}`],
      differ: [
        "2/cases/A3 张三 不认可, 李四 认可, 王五 认可 → 认可",
        "2/cases/A4 张三 认可, 李四 认可, 王五 不认可 → 认可",
      ],
    });
    expect(struck([2], []).struck).toEqual([]);
    expect(struck([2], [2], []).differ).toEqual([
      "2/cases/A2 张三 不认可, 李四 不认可, 3.xlsx 认可 → 不认可",
    ]);
  });
});

describe("the signature of a panel", () => {
  it("names who spoke, joins the reasons that were given, and keeps every cell", () => {
    const { verification } = together("mean", [
      { fields: { hours: 40 }, reason: "台账缺页", date: "2025-03-01" },
      { fields: { hours: "认可" }, date: "2025-03-02" },
      { fields: { hours: 44 }, reason: "重复计算", date: "2025-03-01", by: "" },
      { fields: { files: true }, reason: "无关" },
    ]);
    expect(verification.fields.get("hours")).toMatchObject({
      reason: "张三：台账缺页；3.xlsx：重复计算",
      by: "张三、李四",
      date: "2025-03-01、2025-03-02",
      sources: ["1.xlsx", "2.xlsx", "3.xlsx"].map((file) => copyCell(file, "hours")),
    });
  });

  it("of one alone is his own", () => {
    const { verification } = together("mean", [{ fields: { hours: 40 }, reason: "台账缺页" }, {}]);
    expect(verification.fields.get("hours")).toMatchObject({ reason: "台账缺页", by: "张三" });
  });
});
