import { z } from "zod";

/**
 * `results.json` (`faping-results/1`): the one results object. Every output is a projection of it; none
 * computes a score. All figures are strings of decimals, so that no reader rounds them: points with the
 * system's digits ("88.35"), amounts exact or to 6 digits, shares 0–1 to 6 digits.
 */
const Decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe("a decimal figure");
const SourceJson = z.object({ file: z.string(), sheet: z.string(), cell: z.string() });
const ValueJson = z.union([z.string(), z.boolean(), z.null()]);
const FactUseJson = z.object({
  fact: z.string(),
  value: ValueJson,
  status: z.enum(["known", "unsupported", "blank", "refused", "notApplicable"]),
  sources: z.array(SourceJson),
});

export const FindingJson = z.object({
  code: z.string(),
  sheet: z.string().optional(),
  cell: z.string().optional(),
  item: z.string().optional(),
  fact: z.string().optional(),
  params: z.record(z.string(), z.string()),
  message: z.string(),
});
export type FindingJson = z.infer<typeof FindingJson>;

export type ConditionJson =
  | { all: ConditionJson[] }
  | { any: ConditionJson[] }
  | { not: ConditionJson }
  | LeafJson;
const LeafJson = z.object({
  fact: z.string(),
  operator: z.string(),
  value: z.union([
    z.string(),
    z.boolean(),
    z.array(z.union([z.string(), z.boolean()])),
    z.object({ fact: z.string() }),
  ]),
});
export type LeafJson = z.infer<typeof LeafJson>;
const ConditionJson: z.ZodType<ConditionJson> = z.lazy(() =>
  z.union([
    z.object({ all: z.array(ConditionJson) }),
    z.object({ any: z.array(ConditionJson) }),
    z.object({ not: ConditionJson }),
    LeafJson,
  ]),
);

export const GapJson = z.object({
  kind: z.enum(["missing", "unsupported", "below-standard", "occurrence", "pending", "veto"]),
  item: z.string().optional(),
  clause: z.string().optional(),
  veto: z.string().optional(),
  lost: Decimal,
  lostTotal: Decimal,
  actual: z.array(FactUseJson),
  required: LeafJson.optional(),
  unmet: ConditionJson.optional(),
  steps: z.array(z.object({ fact: z.string(), to: z.union([z.string(), z.boolean()]), gain: Decimal })),
  remedy: z.string().optional(),
  responsible: z.array(z.string()),
  /** Why, in a sentence of the run's language. */
  message: z.string(),
});
export type GapJson = z.infer<typeof GapJson>;

const standing = { points: Decimal, proven: Decimal, claimed: Decimal };

export const ItemResultJson = z.object({
  id: z.string(),
  status: z.enum(["scored", "partial", "missing", "pending", "notApplicable"]),
  ...standing,
  max: Decimal,
  self: Decimal.nullable(),
  rule: Decimal,
  notApplicable: z
    .object({
      by: z.enum(["applicable", "declared", "onEmpty", "blank"]),
      reason: z.string().optional(),
      facts: z.array(FactUseJson),
    })
    .optional(),
  clauses: z.array(
    z.object({
      id: z.string(),
      outcome: z.enum(["applied", "notApplied", "missing", "notApplicable", "pending"]),
      superseded: z.literal(true).optional(),
      amount: Decimal,
      lost: Decimal,
      facts: z.array(FactUseJson),
    }),
  ),
});
export type ItemResultJson = z.infer<typeof ItemResultJson>;

export const NodeResultJson = z.object({
  id: z.string(),
  applicable: z.boolean(),
  points: Decimal,
  /** "n/d" where the printed points are rounded. */
  exact: z.string(),
  max: Decimal,
  /** Share 0–1; null where nothing below applies. */
  rate: Decimal.nullable(),
  veto: z.string().optional(),
});
export type NodeResultJson = z.infer<typeof NodeResultJson>;

export const AssessmentJson = z.object({
  file: z.string(),
  unit: z.object({ code: z.string(), name: z.string(), facts: z.record(z.string(), ValueJson) }),
  total: z.object({ ...standing, max: Decimal, rate: Decimal, self: Decimal.nullable() }),
  bonus: Decimal,
  deduction: Decimal,
  coverage: Decimal,
  /** Set by the ranking; null where none is reached or the unit is listed apart. */
  grade: z.string().nullable(),
  vetoes: z.array(
    z.object({
      id: z.string(),
      status: z.enum(["applied", "pending"]),
      effect: z.union([
        z.object({ kind: z.literal("disqualify") }),
        z.object({ kind: z.literal("capTotal"), capTotal: Decimal }),
        z.object({ kind: z.literal("capGrade"), grade: z.string() }),
        z.object({ kind: z.literal("zero"), place: z.string() }),
      ]),
      by: z.object({ item: z.string(), clause: z.string() }).optional(),
      facts: z.array(FactUseJson),
      lost: Decimal,
    }),
  ),
  nodes: z.array(NodeResultJson),
  items: z.array(ItemResultJson),
  gaps: z.array(GapJson),
  findings: z.array(FindingJson),
});
export type AssessmentJson = z.infer<typeof AssessmentJson>;

/** scored 已评分 · returned 退回 · manual 转人工 (the reader could not be run on it) */
export const InputJson = z.object({
  file: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  outcome: z.enum(["scored", "returned", "manual"]),
  unit: z.object({ code: z.string(), name: z.string() }).optional(),
  findings: z.array(FindingJson),
  /** What stopped the reader, for a file that goes to a person. */
  reason: z.string().optional(),
});
export type InputJson = z.infer<typeof InputJson>;

/** What the outputs show of the system, so that results can be read without it. */
const ClauseOutline = z.object({
  id: z.string(),
  kind: z.enum(["award", "deduct", "set", "veto"]),
  /** The most it can move; absent for set and veto. */
  whole: Decimal.optional(),
});
export const ItemOutline = z.object({
  id: z.string(),
  parent: z.string().optional(),
  no: z.int().optional(),
  title: z.string(),
  kind: z.enum(["scored", "bonus", "deduction", "info"]),
  points: Decimal,
  /** Where the score begins; bonus and deduction items begin with nothing. */
  start: z.enum(["full", "zero"]),
  criterion: z.string(),
  basis: z.array(z.string()),
  responsible: z.array(z.string()),
  remedy: z.string().optional(),
  clauses: z.array(ClauseOutline),
});
export type ItemOutline = z.infer<typeof ItemOutline>;
export const NodeOutline = z.object({
  id: z.string(),
  parent: z.string().optional(),
  title: z.string(),
  level: z.int(),
  points: Decimal,
  contribution: Decimal,
});
export type NodeOutline = z.infer<typeof NodeOutline>;

export const SystemOutline = z.object({
  id: z.string(),
  version: z.string(),
  sha256: z.string(),
  overlay: z.object({ sha256: z.string() }).optional(),
  title: z.string(),
  issuer: z.string().optional(),
  source: z.string().optional(),
  notice: z.string(),
  levels: z.array(z.string()),
  total: Decimal,
  digits: z.int(),
  nodes: z.array(NodeOutline),
  items: z.array(ItemOutline),
  facts: z.record(
    z.string(),
    z.object({
      label: z.string(),
      unit: z.string().optional(),
      /** Made of others, and not filled in by anyone. */
      derived: z.literal(true).optional(),
    }),
  ),
  vetoes: z.array(z.object({ id: z.string(), title: z.string() })),
  grades: z.array(
    z.object({
      name: z.string(),
      min: Decimal,
      eachLevel1AtLeast: Decimal.optional(),
      quota: Decimal.optional(),
    }),
  ),
  ranking: z.object({
    groupBy: z.string().optional(),
    tieBreak: z.array(z.string()),
    minCoverage: Decimal.optional(),
  }),
});
export type SystemOutline = z.infer<typeof SystemOutline>;

const UnitLine = z.object({ code: z.string(), name: z.string() });
export const RankingJson = z.object({
  groups: z.array(
    z.object({
      /** Value of the grouping fact; "" when there is one group or the fact is blank. */
      group: z.string(),
      /** In rank order; units of one rank by code. */
      ranked: z.array(
        UnitLine.extend({ rank: z.int(), tied: z.boolean(), total: Decimal, grade: z.string().nullable() }),
      ),
    }),
  ),
  /** Scored and listed apart: vetoed, or too little handed in. */
  apart: z.array(
    UnitLine.extend({ group: z.string(), reason: z.enum(["disqualified", "coverage"]), total: Decimal }),
  ),
});
export type RankingJson = z.infer<typeof RankingJson>;

export const Results = z.object({
  format: z.literal("faping-results/1"),
  engine: z.object({ name: z.literal("faping"), version: z.string() }),
  system: SystemOutline,
  /** By file name. */
  inputs: z.array(InputJson),
  /** By unit code. */
  assessments: z.array(AssessmentJson),
  ranking: RankingJson,
});
export type Results = z.infer<typeof Results>;
