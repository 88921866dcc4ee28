import { halfWidth } from "../intake/text.js";
import { parseDecimal, type Rational } from "../model/rational.js";
import { printed } from "./wording/sentence.js";

/** `二、政府职能（17分）` → 政府职能, 17. */
export interface Heading {
  readonly title: string;
  readonly points?: Rational;
}

const POINTS = /[(（【[](?:满分|分值|共|计|权重|合计)?[:：]?(\d+(?:\.\d+)?)分[)）】\]]$/;
const NUMBERING = [
  /^[(（](?:[一二三四五六七八九十]+|\d{1,3})[)）][、.．]?/,
  /^[一二三四五六七八九十]+[、.．]/,
  /^\d{1,3}(?:\.\d{1,3})*[、．]/,
  /^\d{1,3}\.(?!\d)/,
  /^\d{1,3}(?:\.\d{1,3})+\.?\s+/,
  /^[①-⑳]/,
];

export function readHeading(text: string): Heading {
  const line = text.replace(/\s*[\r\n]+\s*/g, "").trim();
  const match = POINTS.exec(halfWidth(line).replace(/\s+(?=[^\s]*$)/g, ""));
  // Cut from the text as written: only the brackets and what is in them go.
  const rest = match ? line.replace(/\s*[(（【[][^()（）【】[\]]*[)）】\]]\s*$/, "") : line;
  const title = withoutNumber(rest);
  const points = match?.[1] === undefined ? undefined : parseDecimal(match[1]);
  return { title: title || printed(rest), ...(points ? { points } : {}) };
}

function withoutNumber(text: string): string {
  for (const pattern of NUMBERING) {
    if (pattern.test(text)) return text.replace(pattern, "").trim();
  }
  return text;
}
