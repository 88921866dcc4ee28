import { describe, expect, it } from "vitest";
import { toNumber, ZERO } from "../../src/model/rational.js";
import type { Answer, Submission } from "../../src/model/submission.js";
import { readField } from "../../src/scoring/read-field.js";
import { applyVerification } from "../../src/verification/apply.js";
import {
  answerTold,
  copyCell,
  copyOf,
  type Given,
  ownCell,
  ownWith,
  pointsTold,
  type Says,
  SYSTEM,
} from "./copies.js";

const COPY = "核查.xlsx";
const applied = (says: Says, own: Record<string, Given> = {}): Submission =>
  applyVerification(ownWith(own), copyOf(COPY, says));
const answerAfter = (fact: string, verdict: number | boolean | string, own?: Given): Answer | undefined =>
  applied({ fields: { [fact]: verdict } }, own === undefined ? {} : { [fact]: own }).answers.get(fact);

describe("核查值", () => {
  it("takes the place of the unit's value, keeps its documents and shows both cells", () => {
    expect(answerAfter("hours", 45)).toMatchObject({
      status: "value",
      value: { type: "number", number: { n: 45n, d: 1n } },
      accepted: true,
      documents: ["1"],
      raw: "50",
      source: ownCell("hours"),
      sources: [copyCell(COPY, "hours"), ownCell("hours")],
    });
  });

  it.each<[string, Given]>([
    ["blank", null],
    ["refused", "…"],
    ["declared not applicable", "/"],
  ])("counts where the unit's row is %s", (_, own) => {
    expect(answerTold(answerAfter("hours", 45, own))).toBe("45 accepted");
  });

  it("keeps documents that were named beside a blank", () => {
    expect(answerAfter("hours", 45, null)).toMatchObject({ documents: ["1"] });
    expect(answerAfter("hours", 45, "…")).toMatchObject({ documents: [] });
  });

  it("answers a field that the unit has no row for, from the cell of the copy", () => {
    const survey = answerAfter("survey", 92.5);
    expect(answerTold(survey)).toBe("92.5 accepted");
    const cell = copyCell(COPY, "survey");
    expect(survey).toMatchObject({ source: cell, sources: [cell], documents: [] });
  });

  it("is never taken from nowhere", () => {
    const copy = copyOf(COPY, { fields: { survey: 92.5 } });
    const [verdict] = [...copy.fields.values()];
    if (!verdict) throw new Error("no verdict");
    const without = { ...copy, fields: new Map([["survey", { ...verdict, sources: [] }]]) };
    expect(() => applyVerification(ownWith(), without)).toThrow(RangeError);
  });
});

describe("不认可", () => {
  it("makes a value missing, with the copy's cell before the unit's", () => {
    expect(answerAfter("hours", "不认可")).toEqual({
      status: "rejected",
      raw: "50",
      source: ownCell("hours"),
      sources: [copyCell(COPY, "hours"), ownCell("hours")],
    });
  });

  it("holds for what was refused, and for a 不适用 that is not believed", () => {
    expect(answerTold(answerAfter("hours", "不认可", "…"))).toBe("rejected");
    expect(answerTold(answerAfter("hours", "不认可", "/"))).toBe("rejected");
  });

  it("finds nothing in a blank, which stays one", () => {
    expect(answerTold(answerAfter("hours", "不认可", null))).toBe("blank");
  });
});

describe("认可", () => {
  it("lets the unit's own value stand, whatever documents it lacks", () => {
    const answer = answerAfter("hours", "认可");
    expect(answerTold(answer)).toBe("50 accepted");
    expect(answer).toMatchObject({ sources: [ownCell("hours"), copyCell(COPY, "hours")] });
  });

  it.each<Given>([null, "…", "/"])("changes nothing where there is no value: %s", (own) => {
    expect(answerAfter("hours", "认可", own)).toEqual(ownWith({ hours: own }).answers.get("hours"));
  });
});

describe("a rate", () => {
  const rate = (fields: Says["fields"], own: Record<string, Given> = {}): string => {
    const { answers } = applied({ fields: fields ?? {} }, own);
    return ["r.numerator", "r.denominator", "r"].map((row) => answerTold(answers.get(row))).join(" | ");
  };

  it("given as a whole takes the place of the unit's numerator and denominator", () => {
    expect(rate({ r: 75 })).toBe("blank | blank | 75 accepted");
    expect(rate({ r: 75 }, { r: 80 })).toBe("blank | blank | 75 accepted");
    expect(rate({ r: 75 }, { "r.numerator": "/", "r.denominator": "/" })).toBe("blank | blank | 75 accepted");
    expect(applied({ fields: { r: 75 } }).answers.get("r.numerator")).toMatchObject({
      raw: "",
      documents: ["1"],
      sources: [copyCell(COPY, "r"), ownCell("r.numerator")],
    });
  });

  it("given as a whole stands above parts that were only accepted, and beside one that was not", () => {
    expect(rate({ r: 75, "r.numerator": "认可" })).toBe("blank | blank | 75 accepted");
    expect(rate({ r: 75, "r.numerator": "不认可" })).toBe("rejected | blank | 75 accepted");
  });

  it("comes to scoring as the assessor gave it", () => {
    const fact = SYSTEM.facts.get("r");
    if (fact?.origin !== "field") throw new Error("no rate");
    const scored = (fields: NonNullable<Says["fields"]>) => {
      const { status, value } = readField(fact, applied({ fields }));
      return [status, value && toNumber(value.type === "number" ? value.number : ZERO)];
    };
    // The unit says 80 of 100, with its document.
    expect(scored({ hours: 1 })).toEqual(["known", 80]);
    expect(scored({ r: 75 })).toEqual(["known", 75]);
    expect(scored({ "r.numerator": 70 })).toEqual(["known", 70]);
    expect(scored({ r: "不认可" })).toEqual(["rejected", null]);
    expect(scored({ "r.denominator": "不认可" })).toEqual(["rejected", null]);
  });

  it("is a cross-check where the same assessor gives a part", () => {
    expect(rate({ r: 75, "r.numerator": 75 })).toBe("75 accepted | 100 | 75 accepted");
  });

  it("keeps the unit's other part where one is given", () => {
    expect(rate({ "r.numerator": 75 })).toBe("75 accepted | 100 | blank");
  });

  it("is rejected or accepted with all its rows", () => {
    expect(rate({ r: "不认可" })).toBe("rejected | rejected | blank");
    expect(rate({ r: "认可" })).toBe("80 accepted | 100 accepted | blank");
    expect(rate({ r: "不认可", "r.numerator": "认可" })).toBe("80 accepted | rejected | blank");
  });

  it("is not saved by its printed figure where a part is rejected", () => {
    expect(rate({ "r.numerator": "不认可" }, { r: 80 })).toBe("rejected | 100 | rejected");
    expect(rate({ "r.numerator": "不认可", r: "认可" }, { r: 80 })).toBe(
      "rejected | 100 accepted | 80 accepted",
    );
  });
});

describe("records", () => {
  it("count the rows that are left, and show who struck the others out", () => {
    const { answers, records } = applied({ struck: [2, 4] });
    expect(records.get("cases")?.map(({ rejected }) => rejected ?? false)).toEqual([true, false, true]);
    expect(answers.get("cases")).toMatchObject({
      status: "value",
      value: { number: { n: 1n, d: 1n } },
      sources: [copyCell(COPY, "row2"), copyCell(COPY, "row4"), ownCell("cases")],
    });
  });

  it("are none where every row is struck out", () => {
    expect(answerTold(applied({ struck: [2, 3, 4] }).answers.get("cases"))).toBe("0");
  });

  it("stay what an assessor says of the list as a whole", () => {
    expect(answerTold(applied({ struck: [2], fields: { cases: "不认可" } }).answers.get("cases"))).toBe(
      "rejected",
    );
    expect(answerTold(applied({ struck: [2], fields: { cases: "认可" } }).answers.get("cases"))).toBe(
      "2 accepted",
    );
  });

  it("that the unit does not have are nobody's", () => {
    const { answers, records } = applied({ struck: [9] });
    expect(answers).toEqual(ownWith().answers);
    expect(records).toEqual(ownWith().records);
  });
});

describe("points", () => {
  it("stand beside the answers: judgements by clause, 核查分 by item", () => {
    const { judgements, scores, answers } = applied({ judged: { "2#b": 2.5 }, scores: { 1: 4 } });
    expect(pointsTold(judgements)).toEqual({ "2#b": "2.5" });
    expect(judgements.get("2#b")?.sources).toEqual([copyCell(COPY, "2#b")]);
    expect(pointsTold(scores)).toEqual({ 1: "4" });
    expect(scores.get("1")?.sources).toEqual([copyCell(COPY, "1")]);
    expect(answers).toEqual(ownWith().answers);
  });
});

describe("a copy that says nothing", () => {
  it("gives the very same submission", () => {
    const own = ownWith();
    expect(applyVerification(own, copyOf(COPY, {}))).toBe(own);
    expect(applyVerification(own, { ...copyOf(COPY, {}), rows: new Map([["cases", new Map()]]) })).toBe(own);
  });

  it("and one that speaks leaves the unit's own submission as it was", () => {
    const own = ownWith();
    applyVerification(own, copyOf(COPY, { fields: { hours: 1, r: 5 }, struck: [2], scores: { 1: 1 } }));
    expect(own).toEqual(ownWith());
  });
});
