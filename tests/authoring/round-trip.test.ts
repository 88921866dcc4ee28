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

/**
 * What a plain list tells of a system: the tree by its titles, points and texts. `scaleTo`, and with it the
 * total of a system that has it, it does not know.
 */
function told({ nodes, items, levels }: IndicatorSystem) {
  const titles = new Map(nodes.map(({ id, title }) => [id, title]));
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  const pathOf = (id: string | undefined): string[] =>
    id === undefined ? [] : [...pathOf(parents.get(id)), titles.get(id) ?? ""];
  return {
    depth: levels.length,
    nodes: nodes.map(({ id, title, points }) => ({ path: pathOf(id), title, points: toDecimal(points) })),
    items: items.map((item) => ({
      place: [...pathOf(item.parent), item.title, item.kind],
      points: toDecimal(item.points),
      texts: [item.criterion, item.remedy, ...item.basis],
      responsible: item.responsible,
    })),
  };
}

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

    it(`keeps the numbers of the items, as ids or, where they only count, as numbers: ${path}`, async () => {
      const system = shipped(path);
      const again = await throughExcel(system);
      const isCounted = system.items.every(({ id }) => /^\d+$/.test(id));
      expect(again.items.map(({ id, no }) => (isCounted ? String(no) : id))).toEqual(
        system.items.map(({ id }) => id),
      );
    });

    it(`keeps its rules once they come from a list: ${path}`, async () => {
      const once = await throughExcel(shipped(path));
      expect(rules(await throughExcel(once))).toEqual({ ...rules(once) });
    });
  }
});
