import { MAX_ATTRIBUTES, MAX_CONSTRUCT, MAX_DEPTH, MAX_ELEMENTS, MAX_TEXT } from "./limits.js";
import { type Damage, damaged, Refusal, tooMany } from "./refusal.js";
import {
  APOSTROPHE,
  CHARACTERS_NEED_CARE,
  EQUALS,
  EXCLAMATION,
  endOfName,
  GREATER,
  isDeclaration,
  LESS,
  NEEDS_CARE,
  NOT_SPACE,
  QUESTION,
  QUOTE,
  SLASH,
  skipSpace,
} from "./xml-characters.js";
import { Attributes, type ElementReader } from "./xml-elements.js";
import { isInstructionTarget, Scope } from "./xml-names.js";
import { type Open, Shape } from "./xml-shape.js";
import { decodeReferences, withLineFeeds, XmlDecoder } from "./xml-text.js";

/** Thrown where a construct is not all there yet; it is read anew once more has come. */
const UNFINISHED = Symbol("unfinished");

/**
 * The scanner proper. Pieces may end anywhere: what is unfinished is kept, and readers are told of a construct
 * only once it is whole.
 */
export class XmlScanner {
  readonly #part: string;
  readonly #open: Open[];
  readonly #attributes = new Attributes();
  readonly #decoder: XmlDecoder;
  readonly #elements: { left: number };
  #text = "";
  #at = 0;
  /** Where a tag that is written as before ends. */
  #tagEnd = 0;
  #isLast = false;
  #sawRoot = false;

  /** `elements`: how many there may still be; counted down. */
  constructor(part: string, document: ElementReader, elements: { left: number }) {
    this.#part = part;
    const scope = new Scope();
    this.#open = [{ rawName: "", reader: document, scope, shape: new Shape("", "", scope, [], []) }];
    this.#decoder = new XmlDecoder(part);
    this.#elements = elements;
  }

  push(bytes: Uint8Array): void {
    this.#scan(this.#decoder.decode(bytes, false));
  }

  end(): void {
    this.#isLast = true;
    this.#scan(this.#decoder.decode(new Uint8Array(), true));
    if (this.#depth > 0 || !this.#sawRoot) throw this.#damage("xml-ends-early");
  }

  #scan(more: string): void {
    const kept = this.#text.slice(this.#at);
    this.#text = kept === "" ? more : kept + more;
    this.#at = this.#decoder.declarationEnd;
    try {
      while (this.#at < this.#text.length) this.#next();
    } catch (error) {
      if (error !== UNFINISHED) throw error;
      if (this.#text.length - this.#at > MAX_CONSTRUCT) throw this.#tooLong(MAX_CONSTRUCT);
    }
  }

  /** Reads the text up to the next tag, if there is any, else what begins here. */
  #next(): void {
    const text = this.#text;
    const at = this.#at;
    const next = text.charCodeAt(at) === LESS ? at : text.indexOf("<", at);
    if (next !== at) {
      if (next < 0 && !this.#isLast) throw UNFINISHED;
      this.#characters(at, next < 0 ? text.length : next);
      this.#at = next < 0 ? text.length : next;
      return;
    }
    const code = text.charCodeAt(next + 1);
    if (code === SLASH) this.#endTag(next);
    else if (code === EXCLAMATION) this.#markup(next);
    else if (code === QUESTION) this.#instruction(next);
    else this.#startTag(next);
  }

  get #depth(): number {
    return this.#open.length - 1;
  }

  get #current(): Open {
    return this.#open[this.#depth] as Open;
  }

  #characters(from: number, to: number): void {
    const chunk = this.#text.slice(from, to);
    if (this.#depth === 0) {
      if (NOT_SPACE.test(chunk)) throw this.#damage("xml");
      return;
    }
    const text = CHARACTERS_NEED_CARE.test(chunk) ? this.#decodedCharacters(chunk) : this.#bounded(chunk);
    this.#current.reader?.text?.(text);
  }

  #decodedCharacters(chunk: string): string {
    if (chunk.includes("]]>")) throw this.#damage("xml");
    const text = decodeReferences(withLineFeeds(this.#bounded(chunk)));
    if (text === undefined) throw this.#damage("xml");
    return text;
  }

  #startTag(at: number): void {
    const parent = this.#current;
    const reader = parent.scope.isPlain ? parent.reader : undefined;
    const end = reader?.plainChild?.(this.#text, at, this.#elements) ?? -1;
    if (end < 0) this.#openElement(at, parent);
    else this.#at = end;
    if (this.#elements.left < 0) throw tooMany("elements", MAX_ELEMENTS);
  }

  #openElement(at: number, parent: Open): void {
    const known = this.#asBefore(at, parent);
    const nameEnd = known ? 0 : endOfName(this.#text, at + 1);
    const end = known ? this.#tagEnd : this.#readAttributes(nameEnd);
    const empty = this.#text.charCodeAt(end) === SLASH;
    if (empty && this.#text.charCodeAt(end + 1) !== GREATER) throw this.#damageAt(end + 1);
    // From here on the tag is whole.
    this.#elements.left -= 1;
    if (this.#depth === 0 && this.#sawRoot) throw this.#damage("xml");
    if (this.#depth === MAX_DEPTH) throw this.#damage("xml-depth");
    this.#sawRoot = true;
    const scope = known ? parent.scope : this.#declareNamespaces(parent.scope);
    const shape = known ?? this.#resolve(this.#text.slice(at + 1, nameEnd), scope, parent);
    const reader = parent.reader?.child?.(shape.name, this.#attributes);
    if (empty) reader?.end?.();
    else this.#open.push({ rawName: shape.rawName, reader, scope, shape });
    this.#at = empty ? end + 2 : end + 1;
  }

  /** The shape of the tag, where it is written as the one before it; its attributes are read then. */
  #asBefore(at: number, { shape: { child }, scope }: Open): Shape | undefined {
    const nameEnd = child?.nameEnd(this.#text, at, scope) ?? -1;
    if (child === undefined || nameEnd < 0) return undefined;
    this.#tagEnd = child.readAttributes(this.#text, nameEnd, this.#attributes);
    return this.#tagEnd < 0 ? undefined : child;
  }

  /** Resolves the names of a tag as it is written, and remembers how that was. */
  #resolve(rawName: string, scope: Scope, parent: Open): Shape {
    const name = scope.element(rawName);
    if (name === undefined) throw this.#damage("xml");
    const { names, count } = this.#attributes;
    const raw = names.slice(0, count);
    this.#resolveAttributes(scope);
    const shape = new Shape(rawName, name, parent.scope, raw, names.slice(0, count));
    if (scope === parent.scope) {
      // Of two that take turns, with children or without, what is known of children is kept.
      if (parent.shape.child?.rawName === rawName) shape.child = parent.shape.child.child;
      parent.shape.child = shape;
    }
    return shape;
  }

  /** Collects names and values as written, up to the `>` or `/` that ends the tag; returns its place. */
  #readAttributes(from: number): number {
    this.#attributes.count = 0;
    let at = from;
    for (;;) {
      const next = skipSpace(this.#text, at);
      const code = this.#text.charCodeAt(next);
      if (code === GREATER || code === SLASH) return next;
      if (next === at) throw this.#damageAt(next);
      if (this.#attributes.count === MAX_ATTRIBUTES) throw this.#damage("xml-attributes");
      at = this.#readAttribute(next);
    }
  }

  #readAttribute(at: number): number {
    const nameEnd = endOfName(this.#text, at);
    const equalsAt = skipSpace(this.#text, nameEnd);
    if (this.#text.charCodeAt(equalsAt) !== EQUALS) throw this.#damageAt(equalsAt);
    const quoteAt = skipSpace(this.#text, equalsAt + 1);
    const quote = this.#text.charCodeAt(quoteAt);
    if (quote !== QUOTE && quote !== APOSTROPHE) throw this.#damageAt(quoteAt);
    const end = this.#find(quote === QUOTE ? '"' : "'", quoteAt + 1);
    const value = this.#text.slice(quoteAt + 1, end);
    const name = this.#text.slice(at, nameEnd);
    this.#attributes.add(name, NEEDS_CARE.test(value) ? this.#attributeValue(value) : value);
    return end + 1;
  }

  #attributeValue(raw: string): string {
    const spaced = withLineFeeds(this.#bounded(raw)).replace(/[\t\n]/g, " ");
    const value = raw.includes("<") ? undefined : decodeReferences(spaced);
    if (value === undefined) throw this.#damage("xml");
    return value;
  }

  /** The scope of an element: its parent's, unless it declares namespaces of its own. */
  #declareNamespaces(outer: Scope): Scope {
    const { names, values, count } = this.#attributes;
    let scope = outer;
    for (let i = 0; i < count; i += 1) {
      const name = names[i] ?? "";
      if (!isDeclaration(name)) continue;
      if (scope === outer) scope = new Scope(outer);
      if (!scope.declare(name, values[i] ?? "")) throw this.#damage("xml");
    }
    return scope;
  }

  /** Puts resolved names in the place of those written; two alike, as written or resolved, are malformed. */
  #resolveAttributes(scope: Scope): void {
    const attributes = this.#attributes;
    for (let i = 0; i < attributes.count; i += 1) {
      const raw = attributes.names[i] ?? "";
      const name = isDeclaration(raw) ? raw : scope.attribute(raw);
      if (name === undefined || attributes.indexOf(name, i) >= 0) throw this.#damage("xml");
      attributes.names[i] = name;
    }
  }

  #endTag(at: number): void {
    const { rawName, reader } = this.#current;
    const nameAt = at + 2;
    if (this.#depth === 0 || !this.#text.startsWith(rawName, nameAt)) {
      const rest = this.#text.slice(nameAt);
      throw rawName.startsWith(rest) ? this.#cutOff() : this.#damage("xml");
    }
    const end = skipSpace(this.#text, nameAt + rawName.length);
    if (this.#text.charCodeAt(end) !== GREATER) throw this.#damageAt(end);
    this.#open.pop();
    this.#at = end + 1;
    reader?.end?.();
  }

  /** Comment, CDATA section or document type declaration: all that begins with `<!`. */
  #markup(at: number): void {
    if (this.#text.startsWith("<!--", at)) {
      const end = this.#find("--", at + 4);
      if (this.#text.charCodeAt(end + 2) !== GREATER) throw this.#damageAt(end + 2);
      this.#at = end + 3;
    } else if (this.#text.startsWith("<![CDATA[", at) && this.#depth > 0) {
      const end = this.#find("]]>", at + 9);
      this.#current.reader?.text?.(withLineFeeds(this.#bounded(this.#text.slice(at + 9, end))));
      this.#at = end + 3;
    } else if (this.#text.startsWith("<!DOCTYPE", at)) {
      throw new Refusal("E09", { part: this.#part });
    } else {
      throw this.#damageAt(at + 9);
    }
  }

  #instruction(at: number): void {
    const end = this.#find("?>", at + 2);
    const target = /^[^ \t\r\n]*/.exec(this.#text.slice(at + 2, end))?.[0] ?? "";
    if (!isInstructionTarget(target)) throw this.#damage("xml");
    this.#at = end + 2;
  }

  #find(what: string, from: number): number {
    const at = this.#text.indexOf(what, from);
    if (at < 0) throw this.#cutOff();
    return at;
  }

  /** Refuses a text that no cell can hold before anything is done to it. */
  #bounded(text: string): string {
    if (text.length <= MAX_TEXT) return text;
    throw this.#tooLong(MAX_TEXT);
  }

  #tooLong(limit: number): Refusal {
    return new Refusal("E07", { part: this.#part, what: "text", limit: `${limit}` });
  }

  /** Malformed at this place, unless the text has ended there: then it was cut off. */
  #damageAt(at: number): Refusal | typeof UNFINISHED {
    return at >= this.#text.length ? this.#cutOff() : this.#damage("xml");
  }

  /** The text ends within a construct: more is to come, or it was cut off. */
  #cutOff(): Refusal | typeof UNFINISHED {
    return this.#isLast ? this.#damage("xml-ends-early") : UNFINISHED;
  }

  #damage(reason: Damage): Refusal {
    return damaged(reason, this.#part);
  }
}
