import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { systemSchemas } from "../src/index.js";
import { loadSystem } from "../src/system/load.js";

const FOLDER = join(import.meta.dirname, "../indicators");

describe("the JSON Schemas for editors", () => {
  for (const [name, schema] of Object.entries(systemSchemas())) {
    it(`${name} is what the code reads (else: npm run schema)`, () => {
      expect(JSON.parse(readFileSync(join(FOLDER, name), "utf8"))).toEqual(
        JSON.parse(JSON.stringify(schema)),
      );
    });
  }
});

describe("indicators/published-report", () => {
  const folder = join(FOLDER, "published-report");
  const read = (name: string) => readFileSync(join(folder, name));
  const { system, findings } = loadSystem({ name: "system.json", bytes: read("system.json"), read });
  const items = system?.items ?? [];
  const scored = items.filter(({ kind }) => kind === "scored");

  it("passes the lint without a warning or a note", () => {
    expect(findings).toEqual([]);
  });

  it("has 30 to 45 scored items in three levels, 100 points, and says that they are illustrative", () => {
    expect(scored.length).toBeGreaterThanOrEqual(30);
    expect(scored.length).toBeLessThanOrEqual(45);
    expect(system?.levels).toHaveLength(3);
    expect(system?.total).toEqual({ n: 100n, d: 1n });
    expect(system?.ranking.minCoverage).toEqual({ n: 3n, d: 5n });
    expect(system?.notice).toContain("分值为示例");
  });

  it("uses every form of amount, every effect and every kind of veto", () => {
    const effects = items.flatMap(({ clauses }) => clauses.map(({ effect }) => effect));
    const forms = new Set(effects.flatMap((effect) => ("amount" in effect ? [effect.amount.form] : [])));
    expect([...forms].sort()).toEqual(["choice", "each", "fixed", "share", "tiers"]);
    expect([...new Set(effects.map(({ kind }) => kind))].sort()).toEqual(["award", "deduct", "set", "veto"]);
    expect(system?.vetoes.map(({ effect }) => effect.kind).sort()).toEqual([
      "capGrade",
      "capTotal",
      "disqualify",
      "zero",
    ]);
  });

  it("tells for every item what is judged, who answers for it and what to do", () => {
    for (const item of items) {
      expect(item.criterion, item.id).not.toBe("");
      expect(item.responsible, item.id).not.toEqual([]);
      expect(item.remedy ?? item.clauses.every(({ remedy }) => remedy), item.id).toBeTruthy();
    }
  });
});
