import type { FactDefinition, FactType } from "./indicator-system.js";
import type { Rational } from "./rational.js";
import type {
  CohortDocument,
  ConditionDocument,
  DerivedDocument,
  OperandDocument,
} from "./system-document.js";

/** The facts that a derived one is made of; numbers among the operands are left out. */
export function operandsOf(derived: DerivedDocument): string[] {
  return operandList(derived).flatMap((operand) => (isFigure(operand) ? [] : operandName(operand)));
}

/** The cohort operands of a derived fact. */
export function cohortsOf(derived: DerivedDocument): CohortDocument[] {
  return operandList(derived).filter(isCohort);
}

export const isCohort = (operand: OperandDocument): operand is CohortDocument =>
  typeof operand === "object" && "cohort" in operand;

/** A number written in the system. */
export const isFigure = (operand: OperandDocument): operand is Rational =>
  typeof operand === "object" && "n" in operand;

/** By what name an operand that is no number is looked up. */
export const operandName = (operand: string | CohortDocument): string =>
  typeof operand === "string" ? operand : cohortName(operand);

/** The name of a cohort's figure among the facts: `cohort.max.trainingHours`. */
export const cohortName = ({ cohort, of }: CohortDocument): string => `cohort.${cohort}.${of}`;

/** Which records a derived fact counts or sums. */
export interface RecordsOperand {
  readonly of: string;
  /** The column that is summed; absent for a count. */
  readonly column?: string;
  readonly where?: ConditionDocument | undefined;
}

/** undefined for a fact that is not made of records. */
export function recordsUnder(derived: DerivedDocument): RecordsOperand | undefined {
  if ("sumOf" in derived) return derived.sumOf;
  return "count" in derived && !Array.isArray(derived.count) ? derived.count : undefined;
}

function operandList(derived: DerivedDocument): readonly OperandDocument[] {
  if ("ratio" in derived) return derived.ratio;
  if ("sum" in derived) return derived.sum;
  if ("difference" in derived) return derived.difference;
  if ("product" in derived) return derived.product;
  if ("min" in derived) return derived.min;
  if ("max" in derived) return derived.max;
  if ("mean" in derived) return derived.mean.of;
  if ("shortfall" in derived) return [derived.shortfall.target, derived.shortfall.of];
  if ("excess" in derived) return [derived.excess.limit, derived.excess.of];
  const records = recordsUnder(derived);
  if (records) return [records.of];
  if ("count" in derived) return derived.count as readonly string[];
  if ("daysBetween" in derived) return derived.daysBetween;
  if ("scale" in derived) return [derived.scale.of];
  return [];
}

/** The type that every operand of a derived fact must have. */
export function operandType(derived: DerivedDocument): FactType {
  if (recordsUnder(derived)) return "records";
  if ("count" in derived) return "boolean";
  return "daysBetween" in derived ? "date" : "number";
}

/** The facts named, with every derived one replaced by those that it is made of; each once. */
export function fieldsUnder(names: Iterable<string>, facts: ReadonlyMap<string, FactDefinition>): string[] {
  const found = new Set<string>();
  const visit = (name: string) => {
    const fact = facts.get(name);
    if (fact?.origin === "derived") operandsOf(fact.derived).forEach(visit);
    else if (fact?.origin === "cohort") visit(fact.of);
    else found.add(name);
  };
  for (const name of names) visit(name);
  return [...found];
}
