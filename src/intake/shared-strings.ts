import { MAX_TEXT } from "./limits.js";
import { Refusal } from "./refusal.js";
import { rootReader } from "./relationships.js";
import { type ElementReader, scanXml } from "./xml.js";

/** Collects the text directly inside one element. */
export class TextReader implements ElementReader {
  value = "";

  reset(): this {
    this.value = "";
    return this;
  }

  /** Bounded as a whole too, since a text may come in any number of runs. */
  text(text: string): void {
    this.value += text;
    if (this.value.length > MAX_TEXT) throw new Refusal("E07", { what: "text", limit: `${MAX_TEXT}` });
  }
}

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

/** The strings of the workbook, in the order by which cells name them. */
export function readSharedStrings(xml: Uint8Array, part: string): string[] {
  const strings: string[] = [];
  const item = new RichTextReader();
  const table: ElementReader = {
    child(name) {
      if (name !== "s:si") return undefined;
      item.reset();
      return reader;
    },
  };
  const reader: ElementReader = {
    child: (name) => item.child(name),
    end: () => {
      strings.push(item.value);
    },
  };
  scanXml(xml, part, rootReader("s:sst", part, table));
  return strings;
}
