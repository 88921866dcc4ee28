import { compare, min } from "../../model/rational.js";
import type { ReadSentence } from "./draft.js";
import { FIGURE, figure, json } from "./figures.js";
import { readTail } from "./tail.js";

const DISCRETION = "(?:视(?:具体)?情况?(?:节|节轻重)?|视情|根据(?:具体)?情况|酌情(?:予以)?)";
const PATTERN = new RegExp(
  `^(?:[^扣得加]*?(?:的)?,?)${DISCRETION},?(?:酌情)?(扣|给|得|计|赋|评|打|加)(?:除)?(?:(?:(${FIGURE})(?:分)?-)?(${FIGURE}))?分((?:,.*)?)$`,
);

/** 酌情扣1—2分: from nothing to the most that is said, else to the item's points. */
export const readJudge: ReadSentence = (sentence, { points }) => {
  const [, verb, low, high, rest = ""] = PATTERN.exec(sentence) ?? [];
  if (verb === undefined) return undefined;
  const tail = readTail(rest);
  if (!tail || (high !== undefined && tail.cap)) return undefined;
  const said = high === undefined ? (tail.cap ?? points) : figure(high);
  if (low !== undefined && compare(figure(low), said) > 0) return undefined;
  const most = min(said, points);
  const amount = { judge: { min: 0, max: json(most) } };
  return {
    family: "judge",
    effect: verb === "扣" ? "deduct" : "award",
    whole: most,
    ...(low === undefined ? {} : { readings: ["judged-from-zero"] }),
    fields: [],
    rules: () => ({ clauses: [verb === "扣" ? { deduct: amount } : { award: amount }] }),
  };
};
