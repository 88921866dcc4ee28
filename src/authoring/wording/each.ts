import { min } from "../../model/rational.js";
import type { ReadSentence } from "./draft.js";
import { COUNTED_UNIT, FIGURE, figure, json, NUMBER, typed, UNIT } from "./figures.js";
import { printed } from "./sentence.js";
import { readTail } from "./tail.js";

const POINTS = `(?:的)?,?(扣|得|加)(${FIGURE})分((?:,.*)?)$`;
/** 被通报批评的，每次扣0.5分 */
const OF_CASES = new RegExp(`^([^\\d,]+?)(?:的)?,?每()(${NUMBER})?(${UNIT})()${POINTS}`);
/** 每发生1起群体性事件扣5分; 每组织1次专题培训得0.3分 */
const OF_HAPPENINGS = new RegExp(`^()每([^\\d,]{0,20}?)(${NUMBER})(${UNIT})([^\\d,]{0,30}?)${POINTS}`);
/** 发生一起扣5分; 发现1例不规范的扣0.5分 */
const OF_ONE = new RegExp(
  `^()((?:发生|出现|发现|查实|存在|有|缺|缺少|漏报|迟报))(一|1)(${COUNTED_UNIT})([^\\d,]{0,30}?)${POINTS}`,
);
/** 行政复议被撤销的，每发生一件扣1分 */
const OF_SUBJECT = new RegExp(
  `^([^\\d,]+?)(?:的)?,每?((?:发生|出现|发现|查实|存在|有|缺|缺少|逾期|迟报|漏报))(${NUMBER})(${UNIT})()${POINTS}`,
);

/** Measured against something that the sentence does not name. */
const COMPARED = /[少低差高超增减降升]|不足|提升|提高|下降|比/;
/** 每月开展1次, 每万人拥有2名: how often or among how many, not for how much. */
const RHYTHM = /^(?:[万千百十个人名家件年月季周半日天镇乡县村所次项届轮]|部门|单位)/;
const OTHERWISE = /[,;:]|扣|得|满分|分别|各|之一|酌情|其中|比上年|同比|较上年|高于|低于|超过|少于|不足/;

/** 发生一起扣5分: every case costs or gives so many points, no more than the cap or the item's points. */
export const readEach: ReadSentence = (sentence, { title, points, kind: of }) => {
  for (const pattern of [OF_ONE, OF_HAPPENINGS, OF_SUBJECT, OF_CASES]) {
    const match = pattern.exec(sentence);
    if (!match) continue;
    const [
      ,
      subject = "",
      verb = "",
      number = "1",
      unit = "",
      object = "",
      effect = "",
      each = "",
      rest = "",
    ] = match;
    if ((COMPARED.test(verb) && verb !== "缺少") || RHYTHM.test(verb)) continue;
    if (OTHERWISE.test(subject + verb + object) || unit === "%" || unit.endsWith("百分点")) continue;
    // 加 stands on top of something, which only a bonus does.
    if (effect === "加" && of !== "bonus") continue;
    const step = figure(number);
    const tail = readTail(rest, { step, unit });
    if (!tail || (json(step) !== 1 && !tail.partial)) continue;
    const measured = typed(unit);
    const about = subject ? subject + verb : verb + object || title;
    const cap = tail.cap && min(tail.cap, points);
    const kind = effect === "扣" ? "deduct" : "award";
    return {
      family: "each",
      effect: kind,
      whole: cap ?? points,
      open: cap === undefined,
      ...(measured.type === "number" && !tail.partial ? { readings: ["exact-steps"] } : {}),
      fields: [{ ...measured, label: `${labelOf(about, verb, title)}（${unit}）` }],
      rules: ([per = ""]) => {
        const amount = {
          each: json(figure(each)),
          per,
          ...(json(step) === 1 ? {} : { step: json(step) }),
          ...(tail.partial && tail.partial !== "exact" ? { partial: tail.partial } : {}),
          ...(cap ? { cap: json(cap) } : {}),
        };
        return { clauses: [kind === "deduct" ? { deduct: amount } : { award: amount }] };
      },
    };
  }
  return undefined;
};

/** A bare 发生 is told with the item's title. */
const labelOf = (about: string, verb: string, title: string): string =>
  about === verb && about !== title ? `${title}：${printed(about)}` : printed(about);
