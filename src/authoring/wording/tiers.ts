import { add, compare, equals, ONE, type Rational, ZERO } from "../../model/rational.js";
import type { Draft, ReadSentence, Worth } from "./draft.js";
import { FIGURE, figure, isName, json, NUMBER, typed, UNIT, unitOf } from "./figures.js";
import { printed } from "./sentence.js";

type Direction = "atLeast" | "atMost";

const POINTS = `(?:的)?,?得(?:(${FIGURE})分|满分)$`;
/** 达到95%的得3分; 95%以上得3分; 90%以上不足95%的得1分 */
const AT_LEAST = new RegExp(
  `^([^\\d,]*?)(达到|达|不低于|不少于|≥)?(${NUMBER})(${UNIT})(\\(含\\))?(及以上|以上)?(?:,?(?:不足|不到|低于|未达到)(${FIGURE})(${UNIT})?)?${POINTS}`,
);
const AT_MOST = new RegExp(
  `^([^\\d,]*?)(不超过|不高于|不多于|≤)?(${NUMBER})(${UNIT})()(及以下|以下|以内)?()()${POINTS}`,
);
/** 低于90%的不得分 */
const BELOW = new RegExp(
  `^([^\\d,]*?)(?:(?:低于|不足|不到|未达到|少于|<)(${NUMBER})(${UNIT})|(${NUMBER})(${UNIT})以下)(?:的)?,?不得分$`,
);
const ABOVE = new RegExp(
  `^([^\\d,]*?)(?:(?:超过|高于|多于|>)(${NUMBER})(${UNIT})|(${NUMBER})(${UNIT})以上)(?:的)?,?不得分$`,
);
const REST = /^(?:其余|其他|否则|未达到)(?:的)?,?不得分$/;

interface Tier {
  readonly subject: string;
  readonly bound: Rational;
  readonly unit: string;
  readonly points: Rational;
  /** The bound is named by itself: “1次的得0.5分”. */
  readonly bare: boolean;
  /** Where the tier above begins, if the wording says so. */
  readonly upTo?: Rational | undefined;
}

/** 达到100%得4分，95%以上得3分，90%以上得1分，低于90%不得分。 */
export const readTiers: ReadSentence = (sentence, worth) =>
  read(sentence, worth, "atLeast") ?? read(sentence, worth, "atMost");

function read(sentence: string, worth: Worth, direction: Direction): Draft | undefined {
  const parts = sentence.replace(/的,(?=得|不得分)/g, "的").split(",");
  const end = readEnd(parts[parts.length - 1] ?? "", direction);
  const tiers = (end ? parts.slice(0, -1) : parts).map((part) => readTier(part, worth, direction));
  const [first] = tiers;
  const last = tiers[tiers.length - 1];
  if (!first || !last || !tiers.every((tier) => tier !== undefined)) return undefined;
  // One bound with nothing below it is certain only where the end is told.
  if (tiers.length === 1 && !end) return undefined;
  if (!isLadder(tiers, direction) || compare(first.points, worth.points) > 0) return undefined;
  if (end?.bound && (!equals(end.bound, last.bound) || end.unit !== last.unit)) return undefined;
  const subjects = [...tiers.map(({ subject }) => subject), end?.subject ?? ""];
  if (subjects.some((subject) => subject !== "" && subject !== first.subject)) return undefined;
  return {
    family: "tiers",
    effect: "award",
    whole: first.points,
    fields: [{ ...typed(first.unit), label: printed(first.subject) || worth.title }],
    rules: ([of = ""]) => {
      const list = tiers.map(({ bound, points }): [number, number] => [json(bound), json(points)]);
      return {
        clauses: [
          { award: { tiers: direction === "atLeast" ? { of, atLeast: list } : { of, atMost: list } } },
        ],
      };
    },
  };
}

function readTier(part: string, { points }: Worth, direction: Direction): Tier | undefined {
  const match = (direction === "atLeast" ? AT_LEAST : AT_MOST).exec(part);
  if (!match) return undefined;
  const [, subject = "", sign, number = "", unit = "", , side, upTo, upToUnit, given] = match;
  if (!isName(subject)) return undefined;
  if (upToUnit !== undefined && upToUnit !== "" && unitOf(upToUnit) !== unitOf(unit)) return undefined;
  return {
    subject,
    bound: figure(number),
    unit: unitOf(unit),
    points: given === undefined ? points : figure(given),
    bare: sign === undefined && side === undefined,
    upTo: upTo === undefined || upTo === "" ? undefined : figure(upTo),
  };
}

function readEnd(
  part: string,
  direction: Direction,
): { subject: string; bound?: Rational; unit?: string } | undefined {
  if (REST.test(part)) return { subject: "" };
  const match = (direction === "atLeast" ? BELOW : ABOVE).exec(part);
  if (!match) return undefined;
  const [, subject = "", a, b, c = "", d = ""] = match;
  return { subject, bound: figure(a ?? c), unit: unitOf(b ?? d) };
}

const HUNDRED_PERCENT = figure("100");

/** One unit; bounds and points fall (or bounds rise); what is named by itself leaves nothing open. */
function isLadder(tiers: readonly Tier[], direction: Direction): boolean {
  const wanted = direction === "atLeast" ? -1 : 1;
  return tiers.every((tier, index) => {
    const before = tiers[index - 1];
    if (compare(tier.points, ZERO) <= 0) return false;
    if (tier.upTo && !(before && equals(tier.upTo, before.bound))) return false;
    if (tier.bare && !isClosed(tier, before, direction)) return false;
    if (!before) return true;
    if (tier.unit !== before.unit) return false;
    return compare(tier.bound, before.bound) === wanted && compare(tier.points, before.points) < 0;
  });
}

/** 100% is the most there is, 0 the least; of what is counted one by one, 1次 stands right below 2次以上. */
function isClosed({ bound, unit }: Tier, before: Tier | undefined, direction: Direction): boolean {
  if (!before) {
    return direction === "atLeast" ? unit === "%" && equals(bound, HUNDRED_PERCENT) : equals(bound, ZERO);
  }
  if (typed(unit).type !== "integer") return false;
  return direction === "atLeast"
    ? equals(add(bound, ONE), before.bound)
    : equals(bound, add(before.bound, ONE));
}
