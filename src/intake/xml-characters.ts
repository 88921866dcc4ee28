/** What the scanner of XML looks for, by code. */
export const TAB = 9;
export const LINE_FEED = 10;
export const RETURN = 13;
export const SPACE = 32;
export const EXCLAMATION = 33;
export const QUOTE = 34;
export const AMPERSAND = 38;
export const APOSTROPHE = 39;
export const SLASH = 47;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const QUESTION = 63;

export const isSpace = (code: number) =>
  code === SPACE || code === LINE_FEED || code === RETURN || code === TAB;
/** What in an attribute value needs a closer look: references, `<`, and white space other than spaces. */
export const NEEDS_CARE = /[&<\t\r\n]/;
/** The same for characters; `]` may begin the end of a CDATA section that never began. */
export const CHARACTERS_NEED_CARE = /[&\r\]]/;
export const NOT_SPACE = /[^ \t\r\n]/;

/** The end of the name that begins at some place: where white space, `>`, `/` or `=` stands, or nothing more. */
export function endOfName(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isSpace(code) || code === GREATER || code === SLASH || code === EQUALS || Number.isNaN(code))
      return at;
    at += 1;
  }
}

export function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** A namespace declaration, which is no attribute for our purposes; `xmlnsfoo` is one like any other. */
export function isDeclaration(name: string): boolean {
  return name.startsWith("xmlns") && (name.length === 5 || name[5] === ":");
}
