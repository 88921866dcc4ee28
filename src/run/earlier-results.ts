import type { Field, IndicatorSystem } from "../model/indicator-system.js";
import {
  add,
  compare,
  divide,
  HUNDRED,
  isZero,
  multiply,
  parseDecimal,
  type Rational,
  rational,
  ZERO,
} from "../model/rational.js";
import type { AssessmentJson, Results } from "../model/results.js";
import type { Answer } from "../model/submission.js";
import type { FromResults } from "../model/system-document.js";
import { byText } from "../model/text-order.js";
import { number, text, type Value } from "../model/value.js";

/** Results of an earlier run, and the file that they were read from. */
export interface EarlierResults {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly results: Results;
}

/** Which units stand below which: by the code above, the codes below. Without it, codes begin with the one above. */
export type Children = ReadonlyMap<string, readonly string[]>;

/** A table of them, and the file that it was read from. */
export interface ChildrenTable {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly children: Children;
}

/** The fields that results supply, for one unit. What no results speak of stays out, and is pending. */
export function factsFromResults(
  system: IndicatorSystem,
  code: string,
  earlier: readonly EarlierResults[],
  children: Children | undefined,
): Map<string, Answer> {
  const fields = system.items
    .flatMap((item) => item.fields)
    .flatMap((field) => (withFrom(field) ? [field] : []));
  return new Map(
    fields.flatMap((field) => {
      const answer = answerOf(field.from, code, earlier, children);
      return answer ? [[field.fact, answer] as const] : [];
    }),
  );
}

type Taking = Field & { readonly from: FromResults };
const withFrom = (field: Field): field is Taking =>
  field.by === "results" && "from" in field && field.from !== undefined;

interface Found {
  readonly assessment: AssessmentJson;
  readonly file: string;
}

function answerOf(
  from: FromResults,
  code: string,
  earlier: readonly EarlierResults[],
  children: Children | undefined,
): Answer | undefined {
  const units = earlier
    .filter(({ results }) => results.system.id === from.system)
    .flatMap(({ results, file }) => results.assessments.map((assessment): Found => ({ assessment, file })));
  const isBelow = (one: string) =>
    children ? (children.get(code)?.includes(one) ?? false) : one !== code && one.startsWith(code);
  const found = units
    .filter(({ assessment: { unit } }) => (from.of === "unit" ? unit.code === code : isBelow(unit.code)))
    .sort((a, b) => byText(a.assessment.unit.code, b.assessment.unit.code));
  const [first] = found;
  if (!first) return undefined;
  const sources = found.map(({ assessment, file }) => ({
    file,
    sheet: "assessments",
    cell: assessment.unit.code,
  }));
  const value = take(
    from,
    found.map(({ assessment }) => assessment),
  );
  const place = { source: sources[0] ?? { file: first.file, sheet: "assessments", cell: code }, sources };
  // Nobody can mend a grade that was not reached: it is there, and it is none.
  if (!value) return { status: "refused", raw: "", ...place };
  return { status: "value", value, documents: [], accepted: true, raw: "", ...place };
}

/** undefined where a unit has no grade. */
function take({ take, grades = [] }: FromResults, units: readonly AssessmentJson[]): Value | undefined {
  const totals = units.map(({ total }) => figure(total.points));
  const count = rational(BigInt(units.length));
  switch (take) {
    case "total":
      return number(totals[0] ?? ZERO);
    case "rate":
      return number(rateOf(units[0]));
    case "grade": {
      const grade = units[0]?.grade;
      return grade === null || grade === undefined ? undefined : text(grade);
    }
    case "share": {
      const reached = units.filter(({ grade }) => grade !== null && grades.includes(grade)).length;
      return number(multiply(divide(rational(BigInt(reached)), count), HUNDRED));
    }
    case "mean":
      return number(divide(totals.reduce(add, ZERO), count));
    case "min":
      return number(totals.reduce((least, one) => (compare(one, least) < 0 ? one : least)));
    case "max":
      return number(totals.reduce((most, one) => (compare(one, most) > 0 ? one : most)));
    case "count":
      return number(count);
  }
}

/** Exactly: the share in the results is cut to six digits. */
function rateOf(unit: AssessmentJson | undefined): Rational {
  const max = figure(unit?.total.max ?? "0");
  return isZero(max) ? ZERO : multiply(divide(figure(unit?.total.points ?? "0"), max), HUNDRED);
}

const figure = (decimal: string): Rational => parseDecimal(decimal) ?? ZERO;
