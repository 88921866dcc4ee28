import { compare } from "../../model/rational.js";
import type { ReadSentence } from "./draft.js";
import { FIGURE, figure, json } from "./figures.js";
import { printed } from "./sentence.js";
import { readTail } from "./tail.js";

const LEVEL = "(?:国家级|国家部委|省部级|省级|市级|县级|乡级|中央|全国|国家|厅级|地市级)";
const PART = new RegExp(
  `^((?:受到|获得|获|被|得到|荣获)?)(${LEVEL})(?:以上)?([^\\d,]{0,20}?)(?:的)?(?:,?每[次项个])?,?加(${FIGURE})分$`,
);

/** 国家级表彰加4分，省级加3分，市级加1分，总分不超过10分: so many points for every one of each level. */
export const readLevels: ReadSentence = (sentence, { kind, points }) => {
  if (kind !== "bonus") return undefined;
  const parts = sentence.replace(/的,(?=加)/g, "的").split(",");
  const heads: RegExpExecArray[] = [];
  for (const part of parts) {
    const match = PART.exec(part);
    if (!match) break;
    heads.push(match);
  }
  if (heads.length < 2) return undefined;
  const tail = readTail(parts.slice(heads.length).join(","));
  // Another cap than the item's own would leave open which of them holds.
  if (!tail || tail.partial || (tail.cap && compare(tail.cap, points) !== 0)) return undefined;
  const [, , , honour = ""] = heads[0] ?? [];
  const levels = heads.map(([, , level = "", own = "", each = ""]) => ({ level, own: own || honour, each }));
  if (new Set(levels.map(({ level }) => level)).size < levels.length) return undefined;
  if (levels.some(({ own }) => own !== honour)) return undefined;
  return {
    family: "levels",
    effect: "award",
    whole: points,
    readings: ["counted"],
    fields: levels.map(({ level, own }) => ({
      type: "integer",
      unit: "次",
      label: `${level}${printed(own)}次数`,
    })),
    rules: (facts) => ({
      clauses: levels.map(({ each }, index) => ({
        award: { each: json(figure(each)), per: facts[index] ?? "" },
      })),
    }),
  };
};
