import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exportList } from "../../src/authoring/export-list.js";
import { importList } from "../../src/authoring/import-list.js";
import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import { isLintError } from "../../src/model/lint-finding.js";
import { toDecimal } from "../../src/model/rational.js";
import { loadSystem } from "../../src/system/load.js";

const ROOT = join(import.meta.dirname, "../..");
const SHIPPED = [
  ...readdirSync(join(ROOT, "indicators"))
    .map((name) => `indicators/${name}`)
    .filter((path) => existsSync(join(ROOT, path, "system.json"))),
  "samples/verification/system",
];

function shipped(path: string): IndicatorSystem {
  const read = (name: string) => readFileSync(join(ROOT, path, name));
  return loaded(loadSystem({ name: "system.json", bytes: read("system.json"), read }));
}

function loaded({ system, findings }: ReturnType<typeof loadSystem>): IndicatorSystem {
  expect(findings.filter(isLintError)).toEqual([]);
  if (!system) throw new Error("no system");
  return system;
}

async function throughExcel(system: IndicatorSystem): Promise<IndicatorSystem> {
  const outcome = importList(await exportList(system), "list.xlsx", { id: system.id, title: system.title });
  if ("refused" in outcome) throw new Error(outcome.refused);
  const bytes = (name: string) => new TextEncoder().encode(outcome.files.get(name) ?? "");
  return loaded(loadSystem({ name: "system.json", bytes: bytes("system.json"), read: bytes }));
}

/** What a plain list tells of a system. */
const told = ({ nodes, items, total, levels }: IndicatorSystem) => ({
  depth: levels.length,
  total: toDecimal(total),
  nodes: nodes.map(({ id, parent, title, points }) => ({ id, parent, title, points: toDecimal(points) })),
  items: items.map((item) => ({
    place: [item.id, item.parent, item.title, item.kind],
    points: toDecimal(item.points),
    texts: [item.criterion, item.remedy, ...item.basis],
    responsible: item.responsible,
  })),
});

const rules = ({ items, vetoes }: IndicatorSystem) => ({
  vetoes,
  items: items.map(({ clauses, fields, start, floor }) => ({ clauses, fields, start, floor })),
});

describe("a system that is exported and imported again", () => {
  it("has systems to try", () => {
    expect(SHIPPED).toContain("indicators/published-report");
  });

  for (const path of SHIPPED) {
    it(`is the same list: ${path}`, async () => {
      const system = shipped(path);
      expect(told(await throughExcel(system))).toEqual(told(system));
    });

    it(`keeps its rules once they come from a list: ${path}`, async () => {
      const once = await throughExcel(shipped(path));
      expect(rules(await throughExcel(once))).toEqual({ ...rules(once) });
    });
  }
});
