import { compare, divide, HUNDRED, multiply, type Rational, ZERO } from "../../model/rational.js";
import type { Draft, ReadSentence, Worth } from "./draft.js";
import { FIGURE, figure, json } from "./figures.js";

/** What an alternative gives: 得满分, 得3分, 可得50%, 得分值的50%, 不得分. */
const GIVES = `(?:的)?,?(?:可)?(?:(得满分)|(不得分|得0分)|得(${FIGURE})分|得(?:(?:本项|该项)?(?:分值|分数|满分)的)?(${FIGURE})%(?:的?(?:分值|分数|分))?)`;
const REACHED = new RegExp(
  `^(?:([^\\d,]*?),?(?:全面|完全)?达到(?:要求|标准|目标)?${GIVES},)?基本达到(?:要求|标准|目标)?${GIVES}(?:,(?:未|没有|达不)达?到(?:要求|标准|目标)?${GIVES})?$`,
);
const GRADES = [
  "优秀",
  "良好",
  "较好",
  "合格",
  "不合格",
  "基本合格",
  "一般",
  "较差",
  "优",
  "良",
  "中",
  "差",
  "好",
];
const PART = new RegExp(
  `^([^\\d,]*?)(?:为|评为|被评为|获评)?(${GRADES.join("|")})(?:等次|等级|档次)?${GIVES}$`,
);

/** 基本达到的可得50%; 优秀得3分，良好得2分，合格得1分. */
export const readChoice: ReadSentence = (sentence, worth) =>
  readReached(sentence, worth) ?? readGrades(sentence, worth);

type Gives = readonly (string | undefined)[];

function given([full, none, points, share]: Gives, worth: Worth): Rational | undefined {
  if (full !== undefined) return worth.points;
  if (none !== undefined) return ZERO;
  if (points !== undefined) return figure(points);
  return share === undefined ? undefined : divide(multiply(worth.points, figure(share)), HUNDRED);
}

function readReached(sentence: string, worth: Worth): Draft | undefined {
  const match = REACHED.exec(sentence);
  if (!match) return undefined;
  const [, subject, ...gives] = match;
  const reached = given(gives.slice(0, 4), worth) ?? worth.points;
  const nearly = given(gives.slice(4, 8), worth);
  const missed = given(gives.slice(8, 12), worth) ?? ZERO;
  if (!nearly) return undefined;
  return draft(
    subject || worth.title,
    [
      ["达到", reached],
      ["基本达到", nearly],
      ["未达到", missed],
    ],
    worth,
  );
}

function readGrades(sentence: string, worth: Worth): Draft | undefined {
  const parts = sentence
    .replace(/的,(?=可?得|不得分)/g, "的")
    .split(",")
    .map((part) => PART.exec(part));
  if (parts.length < 2) return undefined;
  const options: [string, Rational][] = [];
  let subject = "";
  for (const [index, match] of parts.entries()) {
    const [, about = "", grade = "", ...gives] = match ?? [];
    const points = given(gives, worth);
    if (!points || (index > 0 && about !== "" && about !== subject)) return undefined;
    if (index === 0) subject = about;
    if (options.some(([name]) => name === grade)) return undefined;
    options.push([grade, points]);
  }
  // Who has none of the grades named gets nothing by any of them.
  if (options.every(([, points]) => compare(points, ZERO) > 0)) options.push(["其他", ZERO]);
  return draft(subject || worth.title, options, worth);
}

/** undefined where the alternatives do not fall from the highest, or give more than the item has. */
function draft(
  label: string,
  options: readonly (readonly [string, Rational])[],
  { points }: Worth,
): Draft | undefined {
  const falls = options.every(([, value], index) => {
    const before = options[index - 1];
    return !before || compare(value, before[1]) < 0;
  });
  const [[, highest] = ["", ZERO]] = options;
  if (!falls || compare(highest, points) > 0) return undefined;
  return {
    family: "choice",
    effect: "award",
    whole: highest,
    fields: [{ type: "choice", label, options: options.map(([name]) => name) }],
    rules: ([choice = ""]) => ({
      clauses: [
        {
          award: { choice, points: Object.fromEntries(options.map(([name, value]) => [name, json(value)])) },
        },
      ],
    }),
  };
}
