import { AMPERSAND, GREATER, LESS, QUOTE, SLASH, SPACE } from "./xml-characters.js";
import type { Attributes, ElementReader } from "./xml-elements.js";
import type { Scope } from "./xml-names.js";

/** An open element: its name as written, for the end tag; its reader, unless it is skipped; its namespaces. */
export interface Open {
  rawName: string;
  reader: ElementReader | undefined;
  scope: Scope;
  /** How it was written, and with it how its children are. */
  shape: Shape;
}

/**
 * How a tag was written. Writers write the tags of one place alike, thousands of times: where the next one has
 * the same name and the same attributes in the same order, names need not be cut out and resolved again.
 */
export class Shape {
  /** That of the last child. */
  child: Shape | undefined;
  /** ` r="`, as the attributes began. */
  readonly #openings: readonly string[];

  /** `scope`: that of the parent, in which the names were resolved; such a tag declares none of its own. */
  constructor(
    readonly rawName: string,
    readonly name: string,
    readonly scope: Scope,
    rawAttributes: readonly string[],
    readonly attributeNames: readonly string[],
  ) {
    this.#openings = rawAttributes.map((raw) => ` ${raw}="`);
  }

  /** The place after the tag's name, where the tag whose `<` stands at `at` may be of this shape; else −1. */
  nameEnd(text: string, at: number, scope: Scope): number {
    if (scope !== this.scope || !text.startsWith(this.rawName, at + 1)) return -1;
    const end = at + 1 + this.rawName.length;
    const code = text.charCodeAt(end);
    return code === SPACE || code === GREATER || code === SLASH ? end : -1;
  }

  /**
   * Reads attributes up to the `>` or `/` that ends the tag, and returns its place; −1 where anything is written
   * otherwise or needs a closer look. Attributes may be left out.
   */
  readAttributes(text: string, from: number, attributes: Attributes): number {
    attributes.count = 0;
    let at = from;
    for (let i = 0; i < this.#openings.length; i += 1) {
      const opening = this.#openings[i] as string;
      if (!text.startsWith(opening, at)) continue;
      const start = at + opening.length;
      const end = plainEnd(text, start);
      if (end < 0) return -1;
      attributes.add(this.attributeNames[i] as string, text.slice(start, end));
      at = end + 1;
    }
    const code = text.charCodeAt(at);
    return code === GREATER || code === SLASH ? at : -1;
  }
}

/** The quote that ends a value without references, `<` and white space other than spaces; else −1. */
function plainEnd(text: string, from: number): number {
  for (let at = from; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    // Past the end of the text there is no code at all.
    if (code === AMPERSAND || code === LESS || !(code >= SPACE)) return -1;
  }
}
