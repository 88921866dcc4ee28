import type { Archive } from "./archive.js";
import { MAX_STRINGS, MAX_TEXT } from "./limits.js";
import { Refusal, tooMany } from "./refusal.js";
import { rootReader } from "./relationships.js";
import { scanPart } from "./scan-part.js";
import type { ElementReader } from "./xml-elements.js";

/** Collects the text directly inside one element. */
export class TextReader implements ElementReader {
  #text = "";

  /** A copy of its own: a piece of a long string keeps the whole of that string alive. */
  get value(): string {
    return this.#text.length < LEAST_SLICED ? this.#text : ` ${this.#text}`.slice(1);
  }

  reset(): this {
    this.#text = "";
    return this;
  }

  /** Bounded as a whole too, since a text may come in any number of runs. */
  text(text: string): void {
    this.#text += text;
    if (this.#text.length > MAX_TEXT) throw new Refusal("E07", { what: "text", limit: `${MAX_TEXT}` });
  }
}

/** Shorter pieces are copied by the engine itself. */
const LEAST_SLICED = 13;

/**
 * The text of a string item (`si`, `is`): its `t`, or the `t` of its runs put together. Phonetic text
 * (`rPh`) is how it is pronounced, not what it says, and is skipped.
 */
export class RichTextReader implements ElementReader {
  readonly #leaf = new TextReader();
  readonly #run: ElementReader = { child: (name) => (name === "s:t" ? this.#leaf : undefined) };

  get value(): string {
    return decodeEscapes(this.#leaf.value);
  }

  /** The value of an item that is one text. */
  ofPlain(text: string): string {
    this.#leaf.reset().text(text);
    return this.value;
  }

  reset(): this {
    this.#leaf.reset();
    return this;
  }

  child(name: string): ElementReader | undefined {
    return name === "s:t" ? this.#leaf : name === "s:r" ? this.#run : undefined;
  }
}

/** Characters that XML cannot hold are stored as `_x000D_`, and an underscore before such a look as `_x005F_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** A string item as most are written: one text, and nothing in it that needs decoding. */
const PLAIN_ITEM = /<si><t(?: xml:space="preserve")?>([^<&\r\]]*)<\/t><\/si>/y;

/** The strings of the workbook, in the order by which cells name them. */
export function readSharedStrings(archive: Archive, part: string): string[] {
  const strings: string[] = [];
  const add = (text: string) => {
    if (strings.length === MAX_STRINGS) throw tooMany("strings", MAX_STRINGS);
    strings.push(text);
  };
  const item = new RichTextReader();
  const table: ElementReader = {
    plainChild(text, at, elements) {
      PLAIN_ITEM.lastIndex = at;
      const found = PLAIN_ITEM.exec(text);
      if (found === null) return -1;
      elements.left -= 2;
      add(item.ofPlain(found[1] ?? ""));
      return PLAIN_ITEM.lastIndex;
    },
    child(name) {
      if (name !== "s:si") return undefined;
      item.reset();
      return reader;
    },
  };
  const reader: ElementReader = {
    child: (name) => item.child(name),
    end: () => add(item.value),
  };
  scanPart(archive, part, rootReader("s:sst", part, table));
  return strings;
}
