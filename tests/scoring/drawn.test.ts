import { describe, expect, it } from "vitest";
import { findGaps } from "../../src/gaps/find-gaps.js";
import { assess, drawn, every } from "../support/arbitrary-assessment.js";

/** What has to come up often enough for the laws to mean something. */
const KINDS = [
  ...["levels 1", "levels 2", "levels 3", "levels 4"],
  ...["rescale-parent", "rescale-level1", "rescale-total", "full", "zero", "exclude", "accept", "missing"],
  ...["item scored", "item partial", "item missing", "item pending", "item notApplicable"],
  ...["applied", "notApplied", "missing", "notApplicable", "pending"].map((outcome) => `clause ${outcome}`),
  ...["fixed", "each", "share", "tiers", "choice"],
  ...["disqualify", "capTotal", "capGrade", "zero"].map((effect) => `veto ${effect}`),
  ...["missing", "unsupported", "below-standard", "occurrence", "pending", "veto"].map(
    (kind) => `gap ${kind}`,
  ),
  ...[
    "a required value",
    "a condition in words",
    "a step",
    "less proven",
    "more claimed",
    "scaled",
    "superseded",
  ],
];

describe("the systems and units that the laws are tried on", () => {
  it("pass the lint, and are not all alike", async () => {
    const seen = new Map<string, number>(KINDS.map((kind) => [kind, 0]));
    const see = (...kinds: readonly string[]) => {
      for (const kind of kinds) seen.set(kind, (seen.get(kind) ?? 0) + 1);
    };
    await every(drawn, 120, async (one) => {
      const { system } = one;
      const assessment = await assess(one);
      see(`levels ${system.levels.length}`, ...Object.values(system.policies));
      if (system.nodes.some(({ points, contribution }) => points !== contribution)) see("scaled");
      for (const { effect } of system.items.flatMap(({ clauses }) => clauses)) {
        if ("amount" in effect) see(effect.amount.form);
      }
      for (const { status, clauses, points, proven, claimed } of assessment.items) {
        see(`item ${status}`, ...clauses.map(({ outcome }) => `clause ${outcome}`));
        if (clauses.some(({ superseded }) => superseded)) see("superseded");
        if (proven !== points) see("less proven");
        if (claimed !== points) see("more claimed");
      }
      for (const { effect } of assessment.vetoes) see(`veto ${effect.kind}`);
      for (const { kind, required, unmet, steps } of findGaps(system, assessment)) {
        see(`gap ${kind}`);
        if (required) see("a required value");
        if (unmet) see("a condition in words");
        if (steps.length > 0) see("a step");
      }
    });
    expect([...seen].filter(([, times]) => times < 10)).toEqual([]);
  });
});
