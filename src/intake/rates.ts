import type { FormRow } from "../model/form.js";
import type { Field } from "../model/indicator-system.js";
import {
  compare,
  divide,
  HUNDRED,
  isZero,
  max,
  multiply,
  type Rational,
  rational,
  subtract,
  toDecimal,
} from "../model/rational.js";
import type { Answer } from "../model/submission.js";
import { number } from "../model/value.js";
import type { Findings } from "./report.js";
import { boundsProblem } from "./values.js";

/** Spreadsheets compute printed rates in doubles; no agreement is asked for beyond this. */
const FINEST: Rational = rational(1n, 1_000_000_000n);

/**
 * What the three rows of a rate say together: a numerator above its denominator, a printed rate that does
 * not agree, or a rate beyond its bounds. Which of them is wrong can't be known, so none is believed.
 */
export function checkRates(form: readonly FormRow[], answers: Map<string, Answer>, findings: Findings): void {
  for (const { field, part } of form) {
    if (field?.type !== "rate" || part !== "numerator") continue;
    const rows = [`${field.fact}.numerator`, `${field.fact}.denominator`, field.fact];
    const [n, d, printed] = rows.map((row) => figureOf(answers.get(row)));
    const problem = n && d ? disagreement(field, n, d, printed) : undefined;
    const emptyButPrinted =
      d && isZero(d) && printed ? { code: "E33" as const, params: { why: "empty" } } : undefined;
    const found = problem ?? emptyButPrinted;
    if (!found) continue;
    const source = answers.get(rows[0] ?? "")?.source;
    findings.add(
      found.code,
      { label: field.label, ...found.params },
      { ...(source ? { source } : {}), item: field.item, fact: field.fact },
    );
    for (const row of rows) {
      const answer = answers.get(row);
      if (answer?.status === "value")
        answers.set(row, { status: "refused", source: answer.source, raw: answer.raw });
    }
  }
}

function figureOf(answer: Answer | undefined): Rational | undefined {
  return answer?.status === "value" && answer.value.type === "number" ? answer.value.number : undefined;
}

function disagreement(field: Field, n: Rational, d: Rational, printed: Rational | undefined) {
  // A rate that may be above 100 (完成率 up to 150) has its numerator above its denominator by right.
  const mayExceed = field.type === "rate" && field.max !== undefined && compare(field.max, HUNDRED) > 0;
  if (compare(n, d) > 0 && !mayExceed) {
    return {
      code: "E33" as const,
      params: { why: "above", numerator: toDecimal(n), denominator: toDecimal(d) },
    };
  }
  if (isZero(d)) return undefined;
  const rate = multiply(divide(n, d), HUNDRED);
  if (printed && !agrees(rate, printed)) {
    return {
      code: "E33" as const,
      params: { why: "printed", printed: toDecimal(printed), computed: toDecimal(rate) },
    };
  }
  return boundsProblem(number(rate), field, toDecimal(rate));
}

/** A printed rate agrees when the exact one rounds to it, at the digits that were printed. */
function agrees(rate: Rational, printed: Rational): boolean {
  const decimals = toDecimal(printed).split(".")[1]?.length ?? 0;
  const half = rational(1n, 2n * 10n ** BigInt(decimals));
  const difference = subtract(rate, printed);
  const size = difference.n < 0n ? { n: -difference.n, d: difference.d } : difference;
  return compare(size, max(half, FINEST)) <= 0;
}
