import { compare } from "../../model/rational.js";
import type { ReadSentence } from "./draft.js";
import { json } from "./figures.js";
import { printed } from "./sentence.js";
import { readTail } from "./tail.js";

const PATTERN =
  /^([^\d,]*?),?(?:按|按照)(?:实际)?([^\d,]{0,8}?(?:比例|比率|率|占比))?(?:比例)?(?:折算)?(?:计分|得分|赋分|给分|折算分值|折算|计算得分)((?:,.*)?)$/;
const RATE = /(?:率|比例|占比|比重|覆盖面)(?:\(.*\))?$/;

/** 出庭应诉率按比例计分: the points times a rate that the wording or the title names. */
export const readShare: ReadSentence = (sentence, { title, points }) => {
  const [whole, subject = "", by, rest = ""] = PATTERN.exec(sentence) ?? [];
  if (whole === undefined || by === undefined) return undefined;
  const tail = readTail(rest);
  if (!tail || (tail.cap && compare(tail.cap, points) > 0)) return undefined;
  const label = nameOfRate(subject, by, title);
  if (label === undefined) return undefined;
  const of = tail.cap ?? points;
  return {
    family: "share",
    effect: "award",
    whole: of,
    fields: [{ type: "percent", label }],
    rules: ([share = ""]) => ({
      clauses: [{ award: { share, ...(tail.cap ? { of: json(of) } : {}) } }],
    }),
  };
};

/** undefined where nothing says which rate it is. */
function nameOfRate(subject: string, by: string, title: string): string | undefined {
  if (RATE.test(subject)) return /^(?:比例|比率)$/.test(by) ? printed(subject) : undefined;
  if (subject !== "") return undefined;
  if (!/^(?:比例|比率|率)$/.test(by)) return title.endsWith(by) ? title : `${title}：${by}`;
  return RATE.test(title) ? title : undefined;
}
