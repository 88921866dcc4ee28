const FULL_WIDTH = /[\uFF01-\uFF5E\u3000]/;

/**
 * Full-width letters, digits and signs as half-width ones. Not NFKC: that would read “10²” as 102 and “①”
 * as 1.
 */
export function halfWidth(text: string): string {
  if (!FULL_WIDTH.test(text)) return text;
  return text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ");
}

const INVISIBLE_ENDS = /^[\s\u200B-\u200D\u2060\uFEFF]+|[\s\u200B-\u200D\u2060\uFEFF]+$/gu;

const INVISIBLE_END = /^[\s\u200B-\u200D\u2060\uFEFF]|[\s\u200B-\u200D\u2060\uFEFF]$/u;

/** Without the blanks around, the invisible ones too. */
export const trimmed = (text: string): string =>
  INVISIBLE_END.test(text) ? text.replace(INVISIBLE_ENDS, "") : text;

/** A value as it is read: half-width, without the blanks around. */
export const tidy = (text: string): string => trimmed(halfWidth(text));

const NOT_PLAIN = /[\s\u200B-\u200D\u2060\uFEFF\uFF01-\uFF5E]/u;

/** Headers, options and labels are compared without any blanks, line breaks and full-width forms. */
export const plain = (text: string): string =>
  NOT_PLAIN.test(text) ? halfWidth(text).replace(/[\s\u200B-\u200D\u2060\uFEFF]+/gu, "") : text;

/** Do the two say the same? Nearly always they are the very same. */
export const isAlike = (one: string, other: string): boolean => one === other || plain(one) === plain(other);
