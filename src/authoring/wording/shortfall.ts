import { compare, min } from "../../model/rational.js";
import type { Draft, ReadSentence, Worth } from "./draft.js";
import { FIGURE, figure, isName, json, NUMBER, typed, UNIT, unitOf } from "./figures.js";
import { printed } from "./sentence.js";
import { readTail } from "./tail.js";

const LEAST = "(?:应|须|要)?(?:不少于|不低于|不得少于|不得低于|达到|达|至少|≥)?";
const MOST = "(?:应|须|要)?(?:不超过|不高于|不多于|不得超过|不得高于|控制在|≤)";
/** The same bound, told from where points are lost: 低于95%的，每低1个百分点扣0.5分. */
const BELOW = "(?:低于|少于|不足|未达到|未达|不到)";
const ABOVE = "(?:超过|高于|多于|大于)";
const FULL = `(?:的)?,?(?:得满分|不扣分|得(${FIGURE})分)?`;
const MISSED = `每(?:少|缺|缺少|低|低于|降低|减少|差|下降)(${NUMBER})(${UNIT})(?:的)?,?扣(${FIGURE})分((?:,.*)?)$`;
const EXCEEDED = `每(?:超|超过|高|高于|多|超出|高出)(${NUMBER})(${UNIT})(?:的)?,?扣(${FIGURE})分((?:,.*)?)$`;

const SHORT = new RegExp(
  `^([^\\d,]*?)(${LEAST}|${BELOW})(${NUMBER})(${UNIT})(?:及以上|以上)?${FULL},${MISSED}`,
);
const OVER = new RegExp(
  `^([^\\d,]*?)(${MOST}|${ABOVE})(${NUMBER})(${UNIT})(?:以内|以下)?${FULL},${EXCEEDED}`,
);

/** 不少于4次，每少1次扣0.3分，累计不超过1.2分；达到95%得满分，每低一个百分点扣0.5分，扣完为止。 */
export const readShortfall: ReadSentence = (sentence, worth) =>
  read(SHORT.exec(sentence), worth, "shortfall") ?? read(OVER.exec(sentence), worth, "excess");

const LOST = new RegExp(`^(?:${BELOW}|${ABOVE})$`);

function read(
  match: RegExpExecArray | null,
  { title, points }: Worth,
  form: "shortfall" | "excess",
): Draft | undefined {
  const [
    ,
    subject = "",
    sign = "",
    target = "",
    unit = "",
    full,
    number = "",
    of = "",
    each = "",
    rest = "",
  ] = match ?? [];
  const step = match && figure(number);
  const tail = step && readTail(rest, { step, unit: unitOf(unit) });
  if (!match || !step || !tail || unitOf(unit) !== unitOf(of)) return undefined;
  // 得2分 of an item of 5 points: what the rest is for, nobody says.
  if (full !== undefined && compare(figure(full), points) !== 0) return undefined;
  // 每少10次: whether 15 are one step or one and a half must be said.
  if (json(step) !== 1 && !tail.partial) return undefined;
  if (!isName(subject)) return undefined;
  if (/满分|不扣分/.test(match[0]) && LOST.test(sign)) return undefined;
  const label = printed(subject.replace(/(?:的|数量|须|应|要)$/, "")) || title;
  const measured = typed(unitOf(unit));
  const exact = measured.type !== "integer" && !tail.partial;
  const cap = tail.cap && min(tail.cap, points);
  return {
    family: "shortfall",
    effect: "deduct",
    whole: cap ?? points,
    ...(exact ? { readings: ["exact-steps"] } : {}),
    fields: [{ ...measured, label }],
    rules: ([fact = ""]) => {
      const derived = `${fact}_${form === "shortfall" ? "short" : "over"}`;
      const bound = json(figure(target));
      return {
        derive: [
          form === "shortfall"
            ? {
                fact: derived,
                label: `${label}（低于${target}${unit}的差额）`,
                shortfall: { target: bound, of: fact },
              }
            : {
                fact: derived,
                label: `${label}（超过${target}${unit}的部分）`,
                excess: { limit: bound, of: fact },
              },
        ],
        clauses: [
          {
            deduct: {
              each: json(figure(each)),
              per: derived,
              ...(json(step) === 1 ? {} : { step: json(step) }),
              ...(tail.partial && tail.partial !== "exact" ? { partial: tail.partial } : {}),
              ...(cap ? { cap: json(cap) } : {}),
            },
          },
        ],
      };
    },
  };
}
