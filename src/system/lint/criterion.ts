import { compare, fromNumber, type Rational, toDecimal } from "../../model/rational.js";
import type { ItemDocument } from "../../model/system-document.js";
import { worth } from "../amounts.js";
import type { At, LintContext } from "./context.js";

/** “每少1次扣0.3分，累计不超过1.2分”: how much each time, and how much at most. */
const EACH =
  /每[^，。；]*?(?:扣|得|加)(\d+(?:\.\d+)?)分(?:(?!(?:扣|得|加)\d)[^。；])*?(?:最多[扣得加]|累计不超过|合计不超过|以)(\d+(?:\.\d+)?)分?/g;

interface Said {
  readonly text: string;
  readonly each: Rational;
  readonly cap: Rational;
}

/** What the official wording says of figures, and what the clauses make of it. */
export function lintCriterion(context: LintContext, item: ItemDocument, at: At): void {
  if (!item.criterion || item.kind === "info") return;
  const known = new Set(numbersIn(JSON.stringify({ ...item, criterion: "", title: "" }, exact)));
  const absent = numbersIn(item.criterion).filter((figure) => !known.has(figure));
  if (absent.length > 0) {
    context.report("criterion-number", at.key("criterion"), {
      id: item.id,
      figures: [...new Set(absent)].join(", "),
    });
  }
  lintEach(context, item, item.criterion, known, at);
}

/** Where the wording says how much each time and how much at most, one clause says both. */
function lintEach(
  context: LintContext,
  item: ItemDocument,
  criterion: string,
  known: ReadonlySet<string>,
  at: At,
): void {
  const amounts = item.clauses.flatMap((clause) => {
    const amount = clause.award ?? clause.deduct;
    return amount && "each" in amount ? [amount] : [];
  });
  for (const { text, each, cap } of saidIn(criterion)) {
    const ofEach = amounts.filter((amount) => compare(amount.each, each) === 0);
    const isSaid = ofEach.some((amount) => compare(amount.cap ?? worth(item), cap) === 0);
    // What no clause has is told by its figure; here both are there, but apart.
    const areKnown = ofEach.length > 0 && known.has(toDecimal(cap));
    if (areKnown && !isSaid) context.report("criterion-clause", at.key("criterion"), { id: item.id, text });
  }
}

const saidIn = (criterion: string): Said[] =>
  [...criterion.matchAll(EACH)].map(([text, each = "0", cap = "0"]) => ({
    text,
    each: fromNumber(Number(each)),
    cap: fromNumber(Number(cap)),
  }));

const numbersIn = (text: string): string[] =>
  [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([figure]) => String(Number(figure)));

/** Rationals hold bigints, which JSON has no form for. */
function exact(_key: string, value: unknown): unknown {
  if (typeof value === "object" && value !== null && "n" in value && "d" in value) {
    return Number(value.n) / Number(value.d);
  }
  return value;
}
