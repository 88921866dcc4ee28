import { z } from "zod";
import { FACT_STATUSES } from "./assessment.js";
import { GAP_KINDS } from "./gap.js";
import { PANEL_RULES } from "./verification.js";

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
  status: z.enum(FACT_STATUSES),
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
  kind: z.enum(GAP_KINDS),
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
const ledger = { self: Decimal.nullable(), rule: Decimal };
const signed = {
  /** 核查意见, 核查人, 核查日期 as written; "" where there is none. */
  reason: z.string(),
  by: z.string(),
  date: z.string(),
  sources: z.array(SourceJson),
};
const verdicts = z.enum(["accepted", "rejected", "value"]);

/** What assessors found of one item: 核查结论 and 核查值 per row, judgements per clause, 核查分. */
const ItemVerificationJson = z.object({
  fields: z.array(
    z.object({ fact: z.string(), verdict: verdicts, reported: ValueJson, value: ValueJson, ...signed }),
  ),
  rows: z.array(z.object({ fact: z.string(), row: SourceJson, ...signed })),
  judgements: z.array(z.object({ clause: z.string(), points: Decimal, ...signed })),
  score: z.object({ points: Decimal, ...signed }).optional(),
});
export type ItemVerificationJson = z.infer<typeof ItemVerificationJson>;

/** A value that keeps its type; figures are exact. */
const TypedValueJson = z.union([
  /** A decimal, or "n/d" where there is none. */
  z.object({ number: z.string() }),
  z.object({ boolean: z.boolean() }),
  z.object({ date: z.string() }),
  z.object({ text: z.string() }),
]);
export type TypedValueJson = z.infer<typeof TypedValueJson>;

const AnswerJson = z.object({
  status: z.enum(["blank", "refused", "rejected", "value", "notApplicable"]),
  value: TypedValueJson.optional(),
  raw: z.string(),
  documents: z.array(z.string()).optional(),
  reason: z.string().optional(),
  source: SourceJson,
  sources: z.array(SourceJson).optional(),
});
export type AnswerJson = z.infer<typeof AnswerJson>;

/** All that was read of the unit, so that it can be scored again without its files. */
export const EvidenceJson = z.object({
  unitFacts: z.record(z.string(), AnswerJson),
  answers: z.record(z.string(), AnswerJson),
  records: z.record(
    z.string(),
    z.array(z.object({ source: SourceJson, cells: z.record(z.string(), AnswerJson) })),
  ),
  selfScores: z.record(z.string(), z.object({ points: Decimal, source: SourceJson })),
  documents: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      cells: z.record(z.string(), z.string()).optional(),
      source: SourceJson,
    }),
  ),
});
export type EvidenceJson = z.infer<typeof EvidenceJson>;

/** What the assessors' copies come to, so that it can be applied again. */
export const VerificationJson = z.object({
  files: z.array(z.string()),
  fields: z.record(z.string(), z.object({ verdict: verdicts, value: TypedValueJson.optional(), ...signed })),
  /** 核查分 by item; exact, also where a panel's mean does not terminate: "n/d". */
  scores: z.record(z.string(), z.object({ points: z.string(), ...signed })),
  judgements: z.record(z.string(), z.object({ points: z.string(), ...signed })),
  rows: z.record(z.string(), z.record(z.string(), z.object(signed))),
});
export type VerificationJson = z.infer<typeof VerificationJson>;

/** A verdict, a value or points: what an assessor found, or what was made of it. */
const FoundJson = z.union([
  z.object({ verdict: z.enum(["accepted", "rejected"]) }),
  z.object({ value: TypedValueJson }),
  /** Exact, also where a panel's mean does not terminate: "n/d". */
  z.object({ points: z.string() }),
]);
export type FoundJson = z.infer<typeof FoundJson>;

/** Where the members of a panel differ: who found what, and what was made of it. */
export const DisagreementJson = z.object({
  item: z.string(),
  /** The row, clause or, where both are absent, the item's 核查分. */
  fact: z.string().optional(),
  clause: z.string().optional(),
  /** With `fact`: the cell of the unit's own row of its records. */
  row: SourceJson.optional(),
  /** In the order of the copies' names. */
  votes: z.array(
    z.object({ file: z.string(), by: z.string(), found: FoundJson, sources: z.array(SourceJson) }),
  ),
  /** Absent where nothing was taken over: the unit's own value stays. */
  taken: FoundJson.optional(),
});
export type DisagreementJson = z.infer<typeof DisagreementJson>;

export const ItemResultJson = z.object({
  id: z.string(),
  status: z.enum(["scored", "partial", "missing", "pending", "notApplicable"]),
  ...standing,
  max: Decimal,
  /**
   * What one point of a scored item is worth in the total, exact ("n/d" where no decimal is), given which items
   * apply. "0" for the other kinds: bonus and deductions go into the total one to one, up to their caps.
   */
  weight: z.string(),
  ...ledger,
  verification: ItemVerificationJson.optional(),
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
  ...standing,
  ...ledger,
  /** The points before they are printed, "n/d". */
  exact: z.string(),
  /** The same of proven and of claimed. */
  exactProven: z.string(),
  exactClaimed: z.string(),
  max: Decimal,
  /** Share 0–1; null where nothing below applies. */
  rate: Decimal.nullable(),
  veto: z.string().optional(),
});
export type NodeResultJson = z.infer<typeof NodeResultJson>;

export const AssessmentJson = z.object({
  /** One, or one per department. */
  files: z.array(z.string()),
  unit: z.object({ code: z.string(), name: z.string(), facts: z.record(z.string(), ValueJson) }),
  total: z.object({ ...standing, max: Decimal, rate: Decimal, ...ledger }),
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
  /** Where the unit hands in by departments. */
  departments: z.object({ handedIn: z.array(z.string()), missing: z.array(z.string()) }).optional(),
  disagreements: z.array(DisagreementJson).optional(),
  evidence: EvidenceJson,
  verification: VerificationJson.optional(),
});
export type AssessmentJson = z.infer<typeof AssessmentJson>;

/** scored 已评分 · returned 退回 · manual 转人工 (the reader could not be run on it) */
export const InputJson = z.object({
  file: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  outcome: z.enum(["scored", "returned", "manual"]),
  unit: z.object({ code: z.string(), name: z.string() }).optional(),
  /** Of a foreign form with many units in one table. */
  units: z.array(z.object({ code: z.string(), name: z.string() })).optional(),
  /** Whose part of the unit's submission it is, where departments hand in by themselves. */
  part: z.string().optional(),
  findings: z.array(FindingJson),
  /** What stopped the reader, for a file that goes to a person. */
  reason: z.string().optional(),
});
export type InputJson = z.infer<typeof InputJson>;

/** A table of facts that others supply, or an assessor's copy. */
export const SupplementJson = z.object({
  file: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  /** used: something of it counts. unused: nothing in it concerns a unit of this run. returned 退回. */
  outcome: z.enum(["used", "unused", "returned"]),
  /** Of an assessor's copy. */
  unit: z.object({ code: z.string(), name: z.string() }).optional(),
  findings: z.array(FindingJson),
});
export type SupplementJson = z.infer<typeof SupplementJson>;

/** How far assessors agree on an item, over the units for which several of them gave it points. */
export const AgreementJson = z.object({
  item: z.string(),
  units: z.int(),
  pairs: z.int(),
  /** Share 0–1 of the pairs that agree. */
  percent: Decimal,
  /** Krippendorff's alpha; null where nobody differs at all, or one unit alone was rated. */
  alpha: Decimal.nullable(),
});
export type AgreementJson = z.infer<typeof AgreementJson>;

/** What a clause awards or deducts; `per`, `share`, `of` and `choice` are facts. */
export const AmountJson = z.discriminatedUnion("form", [
  z.object({ form: z.literal("fixed"), points: Decimal }),
  z.object({
    form: z.literal("each"),
    each: Decimal,
    per: z.string(),
    step: Decimal,
    partial: z.enum(["exact", "down", "up"]),
    cap: Decimal.optional(),
  }),
  z.object({ form: z.literal("share"), share: z.string(), of: Decimal }),
  z.object({
    form: z.literal("tiers"),
    of: z.string(),
    direction: z.enum(["atLeast", "atMost"]),
    /** Best first. */
    tiers: z.array(z.object({ bound: Decimal, points: Decimal })),
  }),
  z.object({ form: z.literal("choice"), choice: z.string(), points: z.record(z.string(), Decimal) }),
  z.object({ form: z.literal("judge"), min: Decimal, max: Decimal, step: Decimal.optional() }),
]);
export type AmountJson = z.infer<typeof AmountJson>;

/** What the outputs show of the system, so that results can be read without it. */
export const ClauseOutline = z.object({
  id: z.string(),
  kind: z.enum(["award", "deduct", "set", "veto"]),
  /** The most it can move; absent for set and veto. */
  whole: Decimal.optional(),
  /** Absent where it always applies. */
  when: ConditionJson.optional(),
  /** Of award and deduct. */
  amount: AmountJson.optional(),
  /** Of set: the points. */
  to: Decimal.optional(),
  /** The veto that it brings about. */
  veto: z.string().optional(),
});
export type ClauseOutline = z.infer<typeof ClauseOutline>;
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
  /** The rules themselves, as read; their hash is `sha256`. */
  files: z.array(z.object({ name: z.string(), text: z.string() })),
  overlay: z.object({ sha256: z.string(), name: z.string(), text: z.string() }).optional(),
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
      /** Counted or summed from a list. */
      ofRecords: z.literal(true).optional(),
      /** Who supplies it, where that is not the unit; group: it compares the units of the run. */
      by: z.enum(["assessor", "third-party", "results", "group"]).optional(),
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
        UnitLine.extend({
          rank: z.int(),
          tied: z.boolean(),
          total: Decimal,
          grade: z.string().nullable(),
          /** The best and the worst rank if everything open went its way, or against it; the others' likewise. */
          best: z.int(),
          worst: z.int(),
        }),
      ),
    }),
  ),
  /** Units that may yet come above the line of a grade, or below it, and the open items that could do it. */
  lines: z.array(
    UnitLine.extend({
      group: z.string(),
      grade: z.string(),
      /** Has it the grade, or a better one, as things stand? */
      reached: z.boolean(),
      /** The larger effect first; none where the grade depends on what is open of other units. */
      items: z.array(
        z.object({
          item: z.string(),
          /** What it could add to the total, or take from it, caps left out of account. */
          up: Decimal,
          down: Decimal,
          /** Does it alone carry the total across the least that the grade asks for? */
          alone: z.boolean(),
        }),
      ),
    }),
  ),
  /** Scored and listed apart: vetoed, or too little handed in. */
  apart: z.array(
    UnitLine.extend({ group: z.string(), reason: z.enum(["disqualified", "coverage"]), total: Decimal }),
  ),
});
export type RankingJson = z.infer<typeof RankingJson>;

/** Another format is another program's, or another version's. */
export const RESULTS_FORMAT = "faping-results/1";

export const Results = z.object({
  format: z.literal(RESULTS_FORMAT),
  engine: z.object({ name: z.literal("faping"), version: z.string() }),
  /** Of the sentences in it. */
  language: z.enum(["zh-CN", "en"]),
  system: SystemOutline,
  /** By file name. */
  inputs: z.array(InputJson),
  /** Facts by others, by file name; absent where none were given. */
  facts: z.array(SupplementJson).optional(),
  /** Assessors' copies, by file name; absent where none were given. */
  verified: z.array(SupplementJson).optional(),
  /** The table that said which units stand below which, where one was given. */
  children: z.object({ file: z.string(), sha256: z.string(), bytes: z.int() }).optional(),
  /** Mappings by which foreign forms could be read, by file name; absent where none were given. */
  forms: z.array(z.object({ id: z.string(), file: z.string(), sha256: z.string() })).optional(),
  /** Earlier results that fields take their values from, by file name. */
  earlier: z
    .array(
      z.object({
        file: z.string(),
        sha256: z.string(),
        bytes: z.int(),
        system: z.object({ id: z.string(), version: z.string(), sha256: z.string() }),
      }),
    )
    .optional(),
  /** The results of the time before, which the ranking is compared with; absent where none were given. */
  previous: z
    .object({
      file: z.string(),
      sha256: z.string(),
      bytes: z.int(),
      system: z.object({ id: z.string(), version: z.string(), sha256: z.string() }),
      /** By code; rank null: listed apart. */
      units: z.array(z.object({ code: z.string(), total: Decimal, rank: z.int().nullable() })),
    })
    .optional(),
  /** How several copies of one unit were put together. */
  panel: z.enum(PANEL_RULES).optional(),
  /** By item in document order; absent where nobody's points can be compared. */
  agreement: z.array(AgreementJson).optional(),
  /** By unit code. */
  assessments: z.array(AssessmentJson),
  ranking: RankingJson,
});
export type Results = z.infer<typeof Results>;
