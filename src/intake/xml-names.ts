const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";

/**
 * The namespaces the reader knows, each under the prefix by which our code names it. Transitional and
 * strict OOXML say the same under different URIs. An element or attribute of any other namespace is named
 * `{uri}local`; an attribute without a prefix belongs to no namespace and keeps its bare name.
 */
const VOCABULARY: ReadonlyMap<string, string> = new Map([
  ["", ""],
  [XML_NAMESPACE, "xml:"],
  ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", "s:"],
  ["http://purl.oclc.org/ooxml/spreadsheetml/main", "s:"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r:"],
  ["http://purl.oclc.org/ooxml/officeDocument/relationships", "r:"],
  ["http://schemas.openxmlformats.org/package/2006/relationships", "pr:"],
  ["http://schemas.openxmlformats.org/package/2006/content-types", "ct:"],
]);

const START =
  "A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}";
const NC_NAME = `[${START}][${START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*`;
const PREFIX = new RegExp(`^${NC_NAME}$`, "u");
const QUALIFIED_NAME = new RegExp(`^(?:(${NC_NAME}):)?(${NC_NAME})$`, "u");

/** Beyond this many distinct names in one scope, names are resolved anew each time: memory over speed. */
const MAX_REMEMBERED = 4096;

/** True for what a processing instruction may be called; `xml` is reserved for the declaration. */
export function isInstructionTarget(name: string): boolean {
  return QUALIFIED_NAME.test(name) && name.toLowerCase() !== "xml";
}

/** The namespace declarations in force at some element. Names are resolved once and remembered. */
export class Scope {
  readonly #elements = new Map<string, string>();
  readonly #attributes = new Map<string, string>();
  readonly #declared = new Map<string, string>();
  /** Asked once all of an element's declarations are known. */
  #plain: boolean | undefined;

  constructor(readonly parent?: Scope) {
    if (parent === undefined) this.#declared.set("", "").set("xml", XML_NAMESPACE);
  }

  /** Takes the declaration `xmlns` or `xmlns:prefix`; false where XML forbids it. */
  declare(attribute: string, uri: string): boolean {
    const prefix = attribute === "xmlns" ? "" : attribute.slice("xmlns:".length);
    if (attribute !== "xmlns" && !PREFIX.test(prefix)) return false;
    if (prefix === "xmlns" || uri === XMLNS_NAMESPACE) return false;
    if ((prefix === "xml") !== (uri === XML_NAMESPACE)) return false;
    if (prefix !== "" && uri === "") return false;
    this.#declared.set(prefix, uri);
    return true;
  }

  /** Are elements without a prefix those of spreadsheets? */
  get isPlain(): boolean {
    this.#plain ??= VOCABULARY.get(this.#uri("") ?? "") === "s:";
    return this.#plain;
  }

  /** The name of an element in our vocabulary; undefined where it is malformed or its prefix unbound. */
  element(raw: string): string | undefined {
    return this.#elements.get(raw) ?? this.#remember(this.#elements, raw, this.#resolve(raw, ""));
  }

  attribute(raw: string): string | undefined {
    return this.#attributes.get(raw) ?? this.#remember(this.#attributes, raw, this.#resolve(raw));
  }

  #resolve(raw: string, defaultPrefix?: string): string | undefined {
    const match = QUALIFIED_NAME.exec(raw);
    if (match === null) return undefined;
    const prefix = match[1] ?? defaultPrefix;
    const uri = prefix === undefined ? "" : this.#uri(prefix);
    if (uri === undefined) return undefined;
    return `${VOCABULARY.get(uri) ?? `{${uri}}`}${match[2]}`;
  }

  #uri(prefix: string): string | undefined {
    const uri = this.#declared.get(prefix);
    return uri === undefined && this.parent !== undefined ? this.parent.#uri(prefix) : uri;
  }

  #remember(names: Map<string, string>, raw: string, name: string | undefined): string | undefined {
    if (name !== undefined && names.size < MAX_REMEMBERED) names.set(raw, name);
    return name;
  }
}
