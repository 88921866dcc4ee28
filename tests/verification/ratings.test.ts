import { describe, expect, it } from "vitest";
import { fromNumber, toExact } from "../../src/model/rational.js";
import { itemRatings, itemsSpokenOf, type Rating } from "../../src/verification/ratings.js";
import { assessorOf } from "../../src/verification/signed.js";
import { copyOf, SYSTEM } from "./copies.js";

/** `spoke`: the items that the copy speaks of; all of them where nothing is given. */
const rating = (
  unit: string,
  assessor: string,
  points: Record<string, number>,
  spoke: readonly string[] = Object.keys(points),
): Rating => ({
  unit,
  assessor,
  points: new Map(Object.entries(points).map(([item, one]) => [item, fromNumber(one)])),
  spokenOf: new Set(spoke),
});

const told = (...ratings: Rating[]): string[] =>
  [...itemRatings(SYSTEM, ratings)].map(([item, { units, pairs, percent, alpha }]) => {
    const [share, chance] = [percent, alpha].map((one) => (one ? toExact(one) : "null"));
    return `${item}: ${units} ${pairs} ${share} ${chance}`;
  });

describe("agreement per item", () => {
  it("is that of the points by each copy alone", () => {
    // 3 3 and 5 4. Observed: (5 − 4)² = 1. Of 3 3 5 4: 4·59 − 15² = 11, each meets 3: 11/3. Alpha: 1 − 3/11.
    const ratings = [
      rating("1", "张三", { 1: 3 }),
      rating("1", "李四", { 1: 3 }),
      rating("2", "张三", { 1: 5 }),
      rating("2", "李四", { 1: 4 }),
    ];
    expect(told(...ratings)).toEqual(["1: 2 2 0.5 8/11"]);
    expect(told(...ratings.toReversed())).toEqual(["1: 2 2 0.5 8/11"]);
  });

  it("is shown in the order of the system, for items that two rated", () => {
    const one = rating("1", "张三", { 2: 1, 1: 3 });
    expect(told(one, rating("1", "李四", { 2: 1 }))).toEqual(["2: 1 1 1 null"]);
    expect(told(one, rating("1", "李四", { 2: 2, 1: 3 }))).toEqual(["1: 1 1 1 null", "2: 1 1 0 0"]);
    expect(told(one, rating("2", "李四", { 2: 1, 1: 3 }))).toEqual([]);
  });

  it("counts the silent beside those who spoke, and no unit where nobody did", () => {
    const ratings = [
      rating("1", "张三", { 1: 2 }, ["1"]),
      rating("1", "李四", { 1: 6 }, []),
      rating("2", "张三", { 1: 6 }, []),
      rating("2", "李四", { 1: 6 }, []),
    ];
    expect(told(...ratings)).toEqual(["1: 1 1 0 0"]);
    expect(told(...ratings.slice(2))).toEqual([]);
  });

  it("takes two copies of one assessor as one, by the copy that speaks of the item", () => {
    const silent = rating("1", "张三", { 1: 6 }, []);
    const speaking = rating("1", "张三", { 1: 2 });
    expect(told(silent, speaking)).toEqual([]);
    expect(told(silent, speaking, rating("1", "李四", { 1: 2 }))).toEqual(["1: 1 1 1 null"]);
    expect(told(speaking, rating("1", "张三", { 1: 3 }), rating("1", "李四", { 1: 2 }))).toEqual([]);
  });
});

describe("a copy", () => {
  it("speaks of the items of its rows, judgements, records and scores", () => {
    const spoken = (says: Parameters<typeof copyOf>[1]) => [...itemsSpokenOf(SYSTEM, copyOf("1.xlsx", says))];
    expect(spoken({})).toEqual([]);
    expect(spoken({ fields: { "r.numerator": 1 } })).toEqual(["1"]);
    expect(spoken({ struck: [2] })).toEqual(["2"]);
    expect(spoken({ judged: { "2#b": 1 } })).toEqual(["2"]);
    expect(spoken({ scores: { 2: 1 }, fields: { hours: 1 } })).toEqual(["1", "2"]);
  });

  it("is known by who is named in it, else by its file", () => {
    expect(assessorOf(copyOf("1.xlsx", { by: "张三", fields: { hours: 1, files: true } }))).toBe("张三");
    expect(assessorOf(copyOf("1.xlsx", { fields: { hours: 1 } }))).toBe("1.xlsx");
    expect(assessorOf(copyOf("1.xlsx", { by: "张三" }))).toBe("1.xlsx");
  });
});
