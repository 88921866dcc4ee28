import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { zhCN } from "../../src/messages/zh-CN/index.js";
import type { AssessmentJson, RankingJson } from "../../src/model/results.js";
import { rank } from "../../src/ranking/rank.js";
import { outline } from "../../src/report/system-outline.js";
import { assessUnits } from "../../src/run/assess-units.js";
import { type CaseUnit, systemOf } from "../support/case.js";
import { unitCaseOf } from "../support/case-verification.js";

const FOLDER = new URL("../cases/scoring/", import.meta.url);

interface Case {
  readonly rule: string;
  readonly system: unknown;
  readonly units: readonly CaseUnit[];
  /** alone: each unit by itself, as `check` does it; together where nothing is said. */
  readonly compared?: "compared" | "alone";
  readonly expect: { readonly units: Record<string, Expected> };
}
interface Expected {
  /** Its points, or as much of its ledger as the case is about. */
  readonly total: string | object;
  readonly coverage?: string;
  readonly grade?: string | null;
  readonly rank?: number | null;
  readonly apart?: string;
  readonly items?: Record<string, object & { clauses?: Record<string, object> }>;
  readonly nodes?: Record<string, string | object>;
  readonly vetoes?: Record<string, string>;
  readonly gaps?: readonly object[];
  /** Items that nothing is to be won back from. */
  readonly withoutGaps?: readonly string[];
}

describe("golden cases of the scoring rules, added up by hand", () => {
  for (const name of readdirSync(FOLDER).sort()) {
    const golden = JSON.parse(readFileSync(new URL(`${name}/case.json`, FOLDER), "utf8")) as Case;
    it(`${name}: ${golden.rule}`, async () => {
      const { assessments, ranking } = await run(golden);
      for (const [code, expected] of Object.entries(golden.expect.units)) {
        const assessment = assessments.find(({ unit }) => unit.code === code);
        if (!assessment) throw new Error(`no unit ${code}`);
        compare(assessment, ranking, expected);
      }
    });
  }
});

async function run(golden: Case): Promise<{ assessments: AssessmentJson[]; ranking: RankingJson }> {
  const system = systemOf(golden.system);
  const units = golden.units.map((unit) => ({ unit: unitCaseOf(system, unit), findings: [] }));
  const assessments = await assessUnits(system, units, "zh-CN", zhCN, golden.compared);
  return { assessments, ranking: rank(assessments, outline(system)) };
}

/** Only what the case is about is listed in it. */
function compare(actual: AssessmentJson, ranking: RankingJson, expected: Expected): void {
  const { items = {}, nodes = {}, vetoes = {}, gaps = [], withoutGaps = [] } = expected;
  const ledger = (given: string | object) => (typeof given === "string" ? { points: given } : given);
  const byId = <T extends { id: string }>(list: readonly T[], id: string) =>
    list.find((one) => one.id === id);
  expect(actual.total, "total").toMatchObject(ledger(expected.total));
  if (expected.coverage !== undefined) expect(actual.coverage).toBe(expected.coverage);
  for (const [id, { clauses = {}, ...item }] of Object.entries(items)) {
    expect(byId(actual.items, id), `item ${id}`).toMatchObject(item);
    for (const [clause, outcome] of Object.entries(clauses)) {
      expect(byId(byId(actual.items, id)?.clauses ?? [], clause), `clause ${id}/${clause}`).toMatchObject(
        outcome,
      );
    }
  }
  for (const [id, points] of Object.entries(nodes))
    expect(byId(actual.nodes, id), `node ${id}`).toMatchObject(ledger(points));
  for (const [id, status] of Object.entries(vetoes))
    expect(byId(actual.vetoes, id)?.status, `veto ${id}`).toBe(status);
  for (const gap of gaps) expect(actual.gaps).toContainEqual(expect.objectContaining(gap));
  for (const id of withoutGaps) expect(actual.gaps.filter(({ item }) => item === id)).toEqual([]);
  const line = ranking.groups.flatMap(({ ranked }) => ranked).find(({ code }) => code === actual.unit.code);
  const apart = ranking.apart.find(({ code }) => code === actual.unit.code);
  if (expected.rank !== undefined) expect(line?.rank ?? null).toBe(expected.rank);
  if (expected.grade !== undefined) expect(line?.grade ?? null).toBe(expected.grade);
  if (expected.apart !== undefined) expect(apart?.reason).toBe(expected.apart);
}
