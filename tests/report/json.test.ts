import { describe, expect, it } from "vitest";
import { Results } from "../../src/model/results.js";
import { resultsJson } from "../../src/report/json.js";
import { manyResults, RESULTS } from "./fixture.js";

const text = (results: Results) => [...resultsJson(results)].join("");

/** The same value with the keys of every object turned round. */
function turned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turned) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turned(part)]),
  ) as T;
}

describe("results.json", () => {
  it("says what the results say", () => {
    expect(JSON.parse(text(RESULTS))).toEqual(RESULTS);
    expect(Results.parse(JSON.parse(text(RESULTS)))).toEqual(RESULTS);
  });

  it("has the keys in the order of the format, however the object was made", () => {
    const keys = Object.keys(JSON.parse(text(turned(RESULTS))));
    expect(keys).toEqual(["format", "engine", "language", "system", "inputs", "assessments", "ranking"]);
    const [first] = JSON.parse(text(turned(RESULTS))).assessments;
    expect(Object.keys(first).slice(0, 4)).toEqual(["files", "unit", "total", "bonus"]);
  });

  it("has one item, gap or finding per line", () => {
    const lines = text(RESULTS).split("\n");
    expect(lines.filter((line) => line.includes('"id":"1.2","status"'))).toHaveLength(
      RESULTS.assessments.length,
    );
    expect(lines.filter((line) => line.includes('"code":"E19"'))).toHaveLength(2);
    expect(lines.filter((line) => line.includes('"rank":1'))).toHaveLength(2);
  });

  it("comes one assessment at a time", () => {
    const pieces = [...resultsJson(manyResults(20, 10))];
    expect(pieces.filter((piece) => piece.includes('"coverage"'))).toHaveLength(20);
  });

  it("is well formed where there is nothing", () => {
    const none = { ...RESULTS, inputs: [], assessments: [], ranking: { groups: [], lines: [], apart: [] } };
    expect(JSON.parse(text(none))).toEqual(none);
  });
});
