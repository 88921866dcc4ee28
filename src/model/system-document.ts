import { z } from "zod";
import { fromNumber } from "./rational.js";

/**
 * The file format `faping-system/1`, as it is written by people. `system/` turns a document that passes
 * these schemas and the lint into an `IndicatorSystem`; the JSON Schema for editors is made from them.
 * Unknown keys are errors everywhere: a misspelt key must never be ignored.
 */

/** A decimal figure; exact from here on. */
const Figure = z.number().transform(fromNumber);
const Id = z
  .string()
  .regex(/^[^\s/#]+$/)
  .describe("letters, digits, dots; no blanks, “/” or “#”");
const FactName = z.string().regex(/^[\p{L}_][\p{L}\p{N}_]*$/u);
const FactReference = z
  .string()
  .min(1)
  .describe(
    "a fact: trainingHours, courtRate.numerator, unit.kind; reported.trainingHours is the unit's own value",
  );
const Day = z.iso.date();

export type ConditionDocument =
  | { all: ConditionDocument[] }
  | { any: ConditionDocument[] }
  | { not: ConditionDocument }
  | { fact: string; operator: string; value: LeafValue };
type Scalar = string | number | boolean;
export type LeafValue = Scalar | Scalar[] | { fact: string };

const Scalar = z.union([z.string(), z.number(), z.boolean()]);
const Leaf = z.strictObject({
  fact: FactReference,
  operator: z.string(),
  value: z.union([Scalar, z.array(Scalar), z.strictObject({ fact: FactReference })]),
});
export const ConditionDocument: z.ZodType<ConditionDocument> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(ConditionDocument) }),
      z.strictObject({ any: z.array(ConditionDocument) }),
      z.strictObject({ not: ConditionDocument }),
      Leaf,
    ]),
  )
  .meta({ id: "Condition" });

/** Where a field takes its value from an earlier results file, matched by the unit's code. */
const FromResults = z
  .strictObject({
    system: Id.describe("id of the system that those results were made by"),
    of: z.enum(["unit", "children"]).describe("the unit itself, or the units below it"),
    take: z
      .enum(["total", "rate", "grade", "share", "mean", "min", "max", "count"])
      .describe(
        "of the unit its total, its rate (0–100) or its grade; of the units below it the share (0–100) that has one of the grades, the mean, least or highest total, or their number",
      ),
    grades: z.array(z.string().min(1)).min(1).optional().describe("that count for the share"),
  })
  .describe("only with by: results");
export type FromResults = z.output<typeof FromResults>;

const fieldCommon = {
  fact: FactName,
  label: z.string().min(1).describe("填报项"),
  unit: z.string().min(1).optional().describe("计量单位, stripped after a number"),
  documents: z.int().min(0).default(0).describe("how many 佐证材料 the value needs"),
  optional: z.boolean().default(false).describe("may stay blank without a gap"),
  by: z
    .enum(["unit", "assessor", "third-party", "results"])
    .default("unit")
    .describe(
      "who supplies it: the unit, the assessor, or a third party (court, survey, experts); what the unit does not supply is not asked of it, needs no documents, and is pending while it is blank",
    ),
};
const fromResults = { from: FromResults.optional() };
const bounds = { min: Figure.optional(), max: Figure.optional() };
const options = z.array(z.string().min(1)).min(1);

const unitFactCommon = {
  fact: FactName,
  label: z.string().min(1),
  unit: z.string().min(1).optional(),
  optional: z.boolean().default(false),
};
export const UnitFactDocument = z.discriminatedUnion("type", [
  z.strictObject({ ...unitFactCommon, type: z.literal("boolean") }),
  z.strictObject({ ...unitFactCommon, type: z.literal("integer"), ...bounds }),
  z.strictObject({ ...unitFactCommon, type: z.literal("number"), ...bounds }),
  z.strictObject({ ...unitFactCommon, type: z.literal("percent"), ...bounds }),
  z.strictObject({ ...unitFactCommon, type: z.literal("date"), min: Day.optional(), max: Day.optional() }),
  z.strictObject({ ...unitFactCommon, type: z.literal("text") }),
  z.strictObject({ ...unitFactCommon, type: z.literal("choice"), options }),
]);
export type UnitFactDocument = z.output<typeof UnitFactDocument>;

/** A column of a `records` field; in a `where` condition its `fact` is the name that leaves go by. */
export const ColumnDocument = UnitFactDocument;
export type ColumnDocument = UnitFactDocument;

export const FieldDocument = z.discriminatedUnion("type", [
  z.strictObject({ ...fieldCommon, type: z.literal("boolean") }),
  z.strictObject({ ...fieldCommon, type: z.literal("integer"), ...bounds, ...fromResults }),
  z.strictObject({ ...fieldCommon, type: z.literal("number"), ...bounds, ...fromResults }),
  z.strictObject({ ...fieldCommon, type: z.literal("percent"), ...bounds, ...fromResults }),
  z.strictObject({ ...fieldCommon, type: z.literal("rate"), ...bounds }),
  z.strictObject({ ...fieldCommon, type: z.literal("date"), min: Day.optional(), max: Day.optional() }),
  z.strictObject({ ...fieldCommon, type: z.literal("text"), ...fromResults }),
  z.strictObject({ ...fieldCommon, type: z.literal("choice"), options, ...fromResults }),
  z.strictObject({
    ...fieldCommon,
    by: z.literal("unit").default("unit").describe("records are always the unit's own"),
    type: z.literal("records"),
    columns: z
      .array(ColumnDocument)
      .min(1)
      .describe(
        "of a sheet of its own, named after the label, one row per record; a condition names a column by its fact",
      ),
  }),
]);
export type FieldDocument = z.output<typeof FieldDocument>;

export const COHORT_STATISTICS = [
  "max",
  "min",
  "mean",
  "median",
  "count",
  "rank",
  "rankLow",
  "rankShare",
] as const;
export type CohortStatistic = (typeof COHORT_STATISTICS)[number];
/** A figure of the whole ranking group: 相对法, 排名赋分. */
export const CohortDocument = z.strictObject({
  cohort: z
    .enum(COHORT_STATISTICS)
    .describe("rank: 1 is the highest; rankLow: 1 is the lowest; rankShare: rank ÷ count × 100"),
  of: FactReference.describe("a number that needs no cohort itself, of every unit of the ranking group"),
});
export type CohortDocument = z.output<typeof CohortDocument>;

const Operand = z.union([FactReference, Figure, CohortDocument]);
export type OperandDocument = z.output<typeof Operand>;
const derivedCommon = { fact: FactName, label: z.string().min(1).optional() };
const operands = z.array(Operand).min(1);

const RecordsReference = FactReference.describe("a field of type records");
const Where = ConditionDocument.optional().describe("on the columns of one row, each named by its fact");

/** One derived fact; the key beside `fact` names its form. */
export const DerivedDocument = z.union([
  z.strictObject({ ...derivedCommon, ratio: z.tuple([Operand, Operand]) }),
  z.strictObject({ ...derivedCommon, sum: operands }),
  z.strictObject({ ...derivedCommon, difference: z.tuple([Operand, Operand]) }),
  z.strictObject({ ...derivedCommon, product: operands }),
  z.strictObject({ ...derivedCommon, min: operands }),
  z.strictObject({ ...derivedCommon, max: operands }),
  z.strictObject({
    ...derivedCommon,
    mean: z.strictObject({ of: operands, trim: z.int().min(0).default(0) }),
  }),
  z.strictObject({ ...derivedCommon, shortfall: z.strictObject({ target: Operand, of: Operand }) }),
  z.strictObject({ ...derivedCommon, excess: z.strictObject({ limit: Operand, of: Operand }) }),
  z.strictObject({
    ...derivedCommon,
    count: z.union([
      z.array(FactReference).min(1).describe("how many of these booleans are true"),
      z
        .strictObject({ of: RecordsReference, where: Where })
        .describe("how many rows of a records field there are, or how many the condition holds for"),
    ]),
  }),
  z.strictObject({
    ...derivedCommon,
    sumOf: z
      .strictObject({
        of: RecordsReference,
        column: FactName.describe("the integer, number or percent column that is added up"),
        where: Where,
      })
      .describe(
        "the sum of a column over the rows of a records field, or over those the condition holds for",
      ),
  }),
  z.strictObject({ ...derivedCommon, daysBetween: z.tuple([FactReference, FactReference]) }),
  z.strictObject({
    ...derivedCommon,
    scale: z.strictObject({
      of: Operand,
      from: z.tuple([Figure, Figure]),
      to: z.tuple([Figure, Figure]),
    }),
  }),
]);
export type DerivedDocument = z.output<typeof DerivedDocument>;

const tierList = z.array(z.tuple([Figure, Figure])).min(1);
/** What a clause awards or deducts; the key names its form. */
export const AmountDocument = z.union([
  Figure.describe("fixed points"),
  z.strictObject({
    each: Figure,
    per: FactReference,
    step: Figure.optional(),
    partial: z.enum(["exact", "down", "up"]).default("exact"),
    cap: Figure.optional(),
  }),
  z.strictObject({ share: FactReference, of: Figure.optional() }),
  z.strictObject({
    tiers: z.union([
      z.strictObject({ of: FactReference, atLeast: tierList }),
      z.strictObject({ of: FactReference, atMost: tierList }),
    ]),
  }),
  z.strictObject({ choice: FactReference, points: z.record(z.string(), Figure) }),
  z.strictObject({
    judge: z
      .strictObject({
        min: Figure,
        max: Figure.describe("at most the item's points"),
        step: Figure.optional().describe("counted from min; max is one of the steps"),
      })
      .describe("酌情: the assessor decides from min to max, with a reason"),
  }),
]);
export type AmountDocument = z.output<typeof AmountDocument>;

export const ClauseDocument = z.strictObject({
  id: Id,
  when: ConditionDocument.optional(),
  award: AmountDocument.optional(),
  deduct: AmountDocument.optional(),
  set: z.union([z.enum(["full", "zero"]), Figure]).optional(),
  veto: Id.optional(),
  oneOf: z.string().min(1).optional(),
  missing: z.literal("skip").optional(),
  remedy: z.string().min(1).optional(),
});
export type ClauseDocument = z.output<typeof ClauseDocument>;

export const ItemDocument = z.strictObject({
  id: Id,
  parent: Id.optional(),
  no: z.int().min(0).optional(),
  title: z.string().min(1),
  kind: z.enum(["scored", "bonus", "deduction", "info"]).default("scored"),
  points: Figure.optional(),
  max: Figure.optional(),
  criterion: z.string().min(1).optional(),
  basis: z.array(z.string().min(1)).default([]),
  responsible: z.array(z.string().min(1)).default([]),
  remedy: z.string().min(1).optional(),
  applicable: ConditionDocument.optional(),
  mayBeNotApplicable: z.boolean().default(false),
  onEmpty: z.enum(["full", "exclude", "zero"]).optional(),
  evidence: z.array(FieldDocument).default([]),
  derive: z.array(DerivedDocument).default([]),
  start: z.enum(["full", "zero"]).optional(),
  floor: Figure.optional(),
  clauses: z.array(ClauseDocument).default([]),
});
export type ItemDocument = z.output<typeof ItemDocument>;
export const ItemsPartDocument = z.array(ItemDocument);

export const NodeDocument = z.strictObject({
  id: Id,
  parent: Id.optional(),
  title: z.string().min(1),
  points: Figure.optional(),
  scaleTo: Figure.optional(),
});
export type NodeDocument = z.output<typeof NodeDocument>;

const effect = z.union([
  z.literal("disqualify"),
  z.strictObject({ capTotal: Figure }),
  z.strictObject({ capGrade: z.string().min(1) }),
  z.strictObject({ zero: Id }),
]);
export const VetoDocument = z.strictObject({
  id: Id,
  title: z.string().min(1),
  when: ConditionDocument.optional(),
  effect,
  remedy: z.string().min(1).optional(),
});
export type VetoDocument = z.output<typeof VetoDocument>;

const share = z.number().min(0).max(1).transform(fromNumber);
const cap = z.strictObject({ cap: Figure });

/** `items` is either the items themselves or the names of files that hold them. */
export const SystemDocument = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal("faping-system/1"),
  id: Id,
  version: z.string().min(1),
  title: z.string().min(1),
  issuer: z.string().optional(),
  source: z.string().optional(),
  notice: z.string().min(1).optional(),
  levels: z.array(z.string().min(1)).min(1).max(4),
  period: z.strictObject({ from: Day, to: Day }).optional(),
  total: Figure,
  rounding: z.strictObject({ digits: z.int().min(0).max(10).default(2) }).default({ digits: 2 }),
  policies: z
    .strictObject({
      missing: z.enum(["zero", "exclude"]).default("zero"),
      unsupported: z.enum(["accept", "missing"]).default("accept"),
      notApplicable: z
        .enum(["rescale-parent", "rescale-level1", "rescale-total", "full", "zero"])
        .default("rescale-parent"),
    })
    .default({ missing: "zero", unsupported: "accept", notApplicable: "rescale-parent" }),
  unitFacts: z.array(UnitFactDocument).default([]),
  nodes: z.array(NodeDocument).default([]),
  items: z.union([z.array(ItemDocument), z.array(z.string().min(1)).min(1)]),
  bonus: cap.optional(),
  deduction: cap.optional(),
  totalCap: Figure.optional(),
  totalFloor: Figure.optional(),
  vetoes: z.array(VetoDocument).default([]),
  grades: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        min: Figure,
        eachLevel1AtLeast: share.optional(),
        quota: share.optional(),
      }),
    )
    .default([]),
  ranking: z
    .strictObject({
      groupBy: z.string().min(1).optional(),
      tieBreak: z.array(z.string().min(1)).default([]),
      style: z.literal("competition").default("competition"),
      minCoverage: share.optional(),
    })
    .default({ tieBreak: [], style: "competition" }),
});
export type SystemDocument = z.output<typeof SystemDocument>;
