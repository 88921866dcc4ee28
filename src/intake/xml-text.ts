import { damaged, Refusal } from "./refusal.js";

const UTF8_NAMES = new Set(["utf-8", "utf8"]);
const UTF16_NAMES = new Set(["utf-16", "utf-16le", "utf-16be"]);

const DECLARATION =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.\d+"|'1\.\d+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"([^"]*)"|'([^']*)'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/;

/** Anything outside the `Char` production of XML 1.0; lone surrogates never leave the decoder. */
const ILLEGAL_CHARACTER = /[^\t\n\r\u0020-\uFFFD]/;

/**
 * The characters of an XML part after its declaration. Only UTF-8, or UTF-16 with a
 * byte order mark: in any other encoding what is read would be a guess.
 */
export function decodeXml(bytes: Uint8Array, part: string): string {
  const wide = utf16Of(bytes, part);
  const text = decode(bytes, wide ?? "utf-8", part);
  if (ILLEGAL_CHARACTER.test(text)) throw damaged("xml", part);
  if (!/^<\?xml[ \t\r\n]/.test(text)) return text;
  const declaration = DECLARATION.exec(text);
  if (declaration === null) throw damaged("xml", part);
  const declared = declaration[1] ?? declaration[2];
  const names = wide === undefined ? UTF8_NAMES : UTF16_NAMES;
  if (declared !== undefined && !names.has(declared.toLowerCase())) {
    throw new Refusal("E10", { part, found: declared });
  }
  return text.slice(declaration[0].length);
}

/** UTF-16 by its byte order mark. Without the mark, `<` beside a zero byte gives it away and is refused. */
function utf16Of(bytes: Uint8Array, part: string): "utf-16le" | "utf-16be" | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0 || second === 0) throw new Refusal("E10", { part, found: "UTF-16/UTF-32" });
  return undefined;
}

function decode(bytes: Uint8Array, encoding: "utf-8" | "utf-16le" | "utf-16be", part: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("E10", { part, found: "?" });
  }
}

/** The ends of lines as XML hands them over: each as one line feed. */
export function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

const PREDEFINED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const REFERENCE = /&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(amp|lt|gt|quot|apos));|&/g;

/** Replaces entity and character references; undefined where one is unknown, unfinished or illegal. */
export function decodeReferences(text: string): string | undefined {
  if (!text.includes("&")) return text;
  let sound = true;
  const decoded = text.replace(REFERENCE, (_, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return PREDEFINED[name] ?? "";
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    if (isXmlCharacter(code)) return String.fromCodePoint(code);
    sound = false;
    return "";
  });
  return sound ? decoded : undefined;
}

function isXmlCharacter(code: number): boolean {
  return (
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff) ||
    code === 0x9 ||
    code === 0xa ||
    code === 0xd
  );
}
