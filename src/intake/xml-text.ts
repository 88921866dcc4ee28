import { damaged, Refusal } from "./refusal.js";

const UTF8_NAMES = new Set(["utf-8", "utf8"]);
const UTF16_NAMES = new Set(["utf-16", "utf-16le", "utf-16be"]);

const DECLARATION =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.\d+"|'1\.\d+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"([^"]*)"|'([^']*)'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/;

/** Anything outside the `Char` production of XML 1.0; lone surrogates never leave the decoder. */
const ILLEGAL_CHARACTER = /[^\t\n\r\u0020-\uFFFD]/;

/**
 * The characters of an XML part, decoded as the bytes come. Only UTF-8, or UTF-16 with a byte order
 * mark: in any other encoding what is read would be a guess.
 */
export class XmlDecoder {
  readonly #part: string;
  #decoder: Decoder | undefined;
  #encodings = UTF8_NAMES;
  /** The first bytes, while they are too few to tell the encoding. */
  #first: Uint8Array = new Uint8Array();
  /** The first characters, while they may be part of a declaration; undefined behind it. */
  #start: string | undefined = "";
  /** Where, in the characters just decoded, the declaration ends; it is left there, for a cut copy reads slower. */
  declarationEnd = 0;

  constructor(part: string) {
    this.#part = part;
  }

  /** What can be told of the characters with these bytes, which may be nothing yet; `last`: there are no more. */
  decode(bytes: Uint8Array, last: boolean): string {
    let given = bytes;
    if (this.#decoder === undefined) {
      given = joined(this.#first, bytes);
      if (given.length < 2 && !last) {
        this.#first = given;
        return "";
      }
      this.#decoder = this.#decoderOf(given);
    }
    const text = this.#decoded(this.#decoder, given, last);
    if (ILLEGAL_CHARACTER.test(text)) throw damaged("xml", this.#part);
    this.declarationEnd = 0;
    return this.#start === undefined ? text : this.#withDeclaration(this.#start + text, last);
  }

  /** UTF-16 by its byte order mark. Without the mark, `<` beside a zero byte gives it away and is refused. */
  #decoderOf([first, second]: Uint8Array): Decoder {
    const isLittle = first === 0xff && second === 0xfe;
    if (isLittle || (first === 0xfe && second === 0xff)) {
      this.#encodings = UTF16_NAMES;
      return new TextDecoder(isLittle ? "utf-16le" : "utf-16be", { fatal: true });
    }
    if (first === 0 || second === 0) throw new Refusal("E10", { part: this.#part, found: "UTF-16/UTF-32" });
    return new Utf8Decoder();
  }

  #decoded(decoder: Decoder, bytes: Uint8Array, last: boolean): string {
    try {
      return decoder.decode(bytes, { stream: !last });
    } catch {
      throw new Refusal("E10", { part: this.#part, found: "?" });
    }
  }

  #withDeclaration(start: string, last: boolean): string {
    const isDeclared = DECLARED.test(start);
    const mayBecome = isDeclared ? !start.includes("?>") : DECLARED_AT_MOST.startsWith(start);
    if (mayBecome && !last && start.length < MAX_DECLARATION) {
      this.#start = start;
      return "";
    }
    this.#start = undefined;
    if (!isDeclared) return start;
    const declaration = DECLARATION.exec(start);
    if (declaration === null) throw damaged("xml", this.#part);
    const declared = declaration[1] ?? declaration[2];
    if (declared !== undefined && !this.#encodings.has(declared.toLowerCase())) {
      throw new Refusal("E10", { part: this.#part, found: declared });
    }
    this.declarationEnd = declaration[0].length;
    return start;
  }
}

type Decoder = Pick<InstanceType<typeof TextDecoder>, "decode">;

/** Cuts the pieces between characters by itself: a decoder that is told that more will come is several times slower. */
class Utf8Decoder implements Decoder {
  #decoder = new TextDecoder("utf-8", { fatal: true });
  /** Bytes of a character that is not all there yet. */
  #kept: Uint8Array = new Uint8Array();

  decode(bytes: Uint8Array, { stream }: { stream: boolean }): string {
    const given = joined(this.#kept, bytes);
    const end = stream ? endOfCharacters(given) : given.length;
    this.#kept = given.slice(end);
    if (end === 0) return "";
    const text = this.#decoder.decode(given.subarray(0, end));
    // A byte order mark is one at the very beginning only.
    if (!this.#decoder.ignoreBOM) this.#decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return text;
  }
}

const LEAST_LEAD = 0xc0;
const LEAST_LEAD_OF_THREE = 0xe0;
const LEAST_LEAD_OF_FOUR = 0xf0;

/** Where the last character ends that is all there; what is not UTF-8 at all is left to the decoder. */
function endOfCharacters(bytes: Uint8Array): number {
  for (let at = bytes.length - 1; at >= Math.max(0, bytes.length - 3); at -= 1) {
    const byte = bytes[at] as number;
    if (byte < LEAST_LEAD) continue;
    const length = byte >= LEAST_LEAD_OF_FOUR ? 4 : byte >= LEAST_LEAD_OF_THREE ? 3 : 2;
    return at + length > bytes.length ? at : bytes.length;
  }
  return bytes.length;
}

const DECLARED = /^<\?xml[ \t\r\n]/;
const DECLARED_AT_MOST = "<?xml";
/** Characters; none is a hundredth of it. */
const MAX_DECLARATION = 4096;

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
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
