import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findGaps } from "../../src/gaps/find-gaps.js";
import type { AssessmentJson, RankingJson } from "../../src/model/results.js";
import { rank } from "../../src/ranking/rank.js";
import { toAssessmentJson } from "../../src/report/assessment-json.js";
import { outline } from "../../src/report/system-outline.js";
import { assessUnit } from "../../src/scoring/assess-unit.js";
import { type CaseUnit, submissionOf, systemOf, unverified } from "../support/case.js";

const FOLDER = new URL("../cases/scoring/", import.meta.url);

interface Case {
  readonly rule: string;
  readonly system: unknown;
  readonly units: readonly CaseUnit[];
  readonly expect: { readonly units: Record<string, Expected> };
}
interface Expected {
  readonly total: string;
  readonly coverage?: string;
  readonly grade?: string | null;
  readonly rank?: number | null;
  readonly apart?: string;
  readonly items?: Record<string, object & { clauses?: Record<string, object> }>;
  readonly nodes?: Record<string, string>;
  readonly vetoes?: Record<string, string>;
  readonly gaps?: readonly object[];
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
  const assessments: AssessmentJson[] = [];
  for (const unit of golden.units) {
    const unitCase = unverified(submissionOf(system, unit));
    const assessment = await assessUnit(system, unitCase);
    assessments.push(
      toAssessmentJson(system, unitCase, assessment, findGaps(system, assessment), [], () => ""),
    );
  }
  return { assessments, ranking: rank(assessments, outline(system)) };
}

/** Only what the case is about is listed in it. */
function compare(actual: AssessmentJson, ranking: RankingJson, expected: Expected): void {
  const { items = {}, nodes = {}, vetoes = {}, gaps = [] } = expected;
  const byId = <T extends { id: string }>(list: readonly T[], id: string) =>
    list.find((one) => one.id === id);
  expect(actual.total.points).toBe(expected.total);
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
    expect(byId(actual.nodes, id)?.points, `node ${id}`).toBe(points);
  for (const [id, status] of Object.entries(vetoes))
    expect(byId(actual.vetoes, id)?.status, `veto ${id}`).toBe(status);
  for (const gap of gaps) expect(actual.gaps).toContainEqual(expect.objectContaining(gap));
  const line = ranking.groups.flatMap(({ ranked }) => ranked).find(({ code }) => code === actual.unit.code);
  const apart = ranking.apart.find(({ code }) => code === actual.unit.code);
  if (expected.rank !== undefined) expect(line?.rank ?? null).toBe(expected.rank);
  if (expected.grade !== undefined) expect(line?.grade ?? null).toBe(expected.grade);
  if (expected.apart !== undefined) expect(apart?.reason).toBe(expected.apart);
}
