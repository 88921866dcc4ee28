import type { ReadSentence } from "./draft.js";
import { FIGURE, figure, json } from "./figures.js";
import { readStatement } from "./statement.js";

const ALL_OR_NOTHING = new RegExp(
  `^(.+?)(?:的)?,?得(满分|${FIGURE}分),(?:(否则|反之)(?:的)?|(?:未|没有)(.+?)(?:的)?),?不得分$`,
);
const MOVES = new RegExp(`^(.+?)(?:的)?,?(?:再)?(扣|得|加|可得|计)(?:除)?(满分|${FIGURE}分)$`);
const NOTHING = /^(.+?)(?:的)?,?(本项|该项)?(?:不得分|得0分|不予得分)$/;

/** 制定方案的得2分，未制定的不得分；未建立档案的扣0.5分: a yes or no, and what it moves. */
export const readCondition: ReadSentence = (sentence, worth) => {
  const both = ALL_OR_NOTHING.exec(sentence);
  if (both) {
    const [, text = "", given = "", , denied] = both;
    return denied === undefined || isDenialOf(denied, text) ? moved(text, "award", given, worth) : undefined;
  }
  const [, text, verb, given] = MOVES.exec(sentence) ?? [];
  if (text !== undefined && verb !== undefined && given !== undefined) {
    // 加 stands on top of something, which only a bonus does.
    if (verb === "加" && worth.kind !== "bonus") return undefined;
    return moved(text, verb === "扣" ? "deduct" : "award", given, worth);
  }
  const [, absent, wholly] = NOTHING.exec(sentence) ?? [];
  // All points rather than “set”: a blank answer must cost them too.
  const lost = absent === undefined ? undefined : moved(absent, "deduct", "满分", worth);
  return lost && { ...lost, loses: wholly === undefined };
};

/** 未制定 denies 制定年度计划; 未完成 does not deny 全部完成: between them lies 完成一部分. */
const isDenialOf = (denied: string, text: string): boolean =>
  text.includes(denied) && !(/全部|均|全面|都|所有/.test(text) && !/全部|均|全面|都|所有/.test(denied));

function moved(
  text: string,
  effect: "award" | "deduct",
  given: string,
  { points, kind }: Parameters<ReadSentence>[1],
): ReturnType<ReadSentence> {
  const statement = readStatement(text);
  const isFull = given === "满分";
  if (!statement || (isFull && kind !== "scored")) return undefined;
  const amount = isFull ? points : figure(given.replace("分", ""));
  return {
    family: "condition",
    effect,
    whole: amount,
    fields: [{ type: "boolean", label: statement.label }],
    rules: ([fact = ""]) => ({
      clauses: [
        {
          when: { all: [{ fact, operator: "equal", value: statement.holds }] },
          [effect]: json(amount),
        },
      ],
    }),
  };
}
