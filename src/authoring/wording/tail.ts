import { compare, type Rational } from "../../model/rational.js";
import { FIGURE, figure, NUMBER, UNIT, unitOf } from "./figures.js";

/** What may stand behind the points of a sentence: a cap, and how part steps count. */
export interface Tail {
  readonly cap?: Rational;
  readonly partial?: "exact" | "down" | "up";
}

const SUMMED =
  "(?:累计|合计|总计|共计|本项|累计扣分|累计得分|累计加分|合计扣分|总扣分|总加分|总分|扣分|得分|加分)";
const CAPS = [
  new RegExp(`^(?:${SUMMED}|最多|最高)?(?:不超过|不得超过|最多不超过|最高不超过)(${FIGURE})分$`),
  new RegExp(`^(?:本项)?(?:累计|合计)?(?:最多|最高)(?:可)?(?:扣|得|加|计)?(${FIGURE})分$`),
  new RegExp(`^(?:${SUMMED})?以(${FIGURE})分为(?:限|上限)$`),
  new RegExp(`^(${FIGURE})分封顶$`),
  new RegExp(`^上限(?:为)?(${FIGURE})分$`),
];
/** The floor of an item is 0: it says what holds anyway. */
const DOWN_TO_NOTHING = /^(?:直至)?扣完(?:本项|该项)?(?:分值|分数|分)?(?:为止)?$/;
const PART_STEP = new RegExp(
  `^不足(${NUMBER})(${UNIT})(?:的)?(?:部分)?(?:的)?(不计|不计分|不得分|不扣|不扣分|按.+)$`,
);
const COUNTED_WHOLE = new RegExp(`^按(${NUMBER})(${UNIT})(?:计|计算|扣分)$`);
const IN_PROPORTION = /^(?:不足部分)?按(?:实际)?(?:差额|比例)折算$|^按实际差额折算$/;

/** Every part between the commas must be known; `step` and `unit` are the sentence's own. */
export function readTail(
  rest: string,
  own?: { readonly step: Rational; readonly unit: string },
): Tail | undefined {
  let tail: Tail = {};
  for (const part of rest.split(",").filter(Boolean)) {
    const more = readPart(part, own);
    // Said twice: whichever is meant, it is not certain.
    if (!more || Object.keys(more).some((key) => key in tail)) return undefined;
    tail = { ...tail, ...more };
  }
  return tail;
}

function readPart(part: string, own?: { readonly step: Rational; readonly unit: string }): Tail | undefined {
  for (const pattern of CAPS) {
    const [, cap] = pattern.exec(part) ?? [];
    if (cap !== undefined) return { cap: figure(cap) };
  }
  if (DOWN_TO_NOTHING.test(part)) return {};
  if (own && IN_PROPORTION.test(part)) return { partial: "exact" };
  const [, step, unit, how] = PART_STEP.exec(part) ?? [];
  if (!own || step === undefined || unit === undefined || how === undefined) return undefined;
  const isOwn = (number: string, counted: string) =>
    compare(figure(number), own.step) === 0 && unitOf(counted) === own.unit;
  if (!isOwn(step, unit)) return undefined;
  if (how.startsWith("不")) return { partial: "down" };
  const [, whole, of] = COUNTED_WHOLE.exec(how) ?? [];
  return whole !== undefined && of !== undefined && isOwn(whole, of) ? { partial: "up" } : undefined;
}
