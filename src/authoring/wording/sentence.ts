import { plain } from "../../intake/text.js";

/**
 * A criterion as it is matched: half-width, without blanks; line ends become full stops, so that lines do
 * not run into each other.
 */
export function normal(criterion: string): string {
  const lines = criterion.split(/\r\n|\r|\n/).map((line) => plain(line).replace(NUMBERING, ""));
  return lines
    .filter((line) => line !== "")
    .map((line) => line.replace(/[;,。]+$/, ""))
    .join("。")
    .replace(/[—–~～]/g, "-");
}

/** `1.` `1、` `（1）` `①` in front of a sentence; never `1.5`. */
const NUMBERING =
  /^(?:[(]?\d{1,2}[)、]|\d{1,2}\.(?!\d)|[(][一二三四五六七八九十]+[)]|[①-⑳]|[一二三四五六七八九十]+、)/;

const without = (text: string): string => text.replace(NUMBERING, "");

/** Without the marks at its end; what stands between its parts is always a comma. */
export const asOne = (text: string): string => text.replace(/[;。]+$/, "").replace(/[;。]/g, ",");

/** Ways to take a text apart, the coarsest first; a comma parts sentences only behind points. */
const BREAKS = [/。/, /[;。]/, /[;。]|(?<=分),/] as const;

/** The sentences of a text, taken apart at each kind of mark. */
export const apart = (text: string): string[][] =>
  BREAKS.map((mark) => text.split(mark).map(without).filter(Boolean)).filter(({ length }) => length > 1);

/** As it is printed: with the punctuation of Chinese. */
export const printed = (text: string): string =>
  text.replace(/[,;:()?!]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));
