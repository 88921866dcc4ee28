import type { Archive } from "./archive.js";
import { MAX_STYLES } from "./limits.js";
import { builtInCode, type NumberFormat, PLAIN, parseFormat } from "./number-format.js";
import { tooMany } from "./refusal.js";
import { rootReader } from "./relationships.js";
import { scanPart } from "./scan-part.js";
import type { ElementReader } from "./xml-elements.js";

/** How cells of one style show what they hold. */
export interface CellFormat {
  /** The number format's code; undefined for General. */
  readonly code: string | undefined;
  readonly shownAs: NumberFormat;
}

/** The format of each cell style (`c@s`), in the order of `cellXfs`. */
export type Styles = readonly CellFormat[];

const GENERAL: CellFormat = { code: undefined, shownAs: PLAIN };

/**
 * Reads the style part. Only what stands under `numFmts` and `cellXfs` counts: conditional formats (`dxfs`)
 * hold `numFmt` elements too, with numbers of their own that say nothing about cells.
 */
export function readStyles(archive: Archive, part: string): Styles {
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  const numFmts: ElementReader = {
    child(name, attributes) {
      const code = attributes.get("formatCode");
      if (name === "s:numFmt" && code !== undefined) codes.set(Number(attributes.get("numFmtId")), code);
      return undefined;
    },
  };
  const cellXfs: ElementReader = {
    child(name, attributes) {
      if (name !== "s:xf") return undefined;
      if (formatIds.length === MAX_STYLES) throw tooMany("styles", MAX_STYLES);
      formatIds.push(Number(attributes.get("numFmtId") ?? "0"));
      return undefined;
    },
  };
  const styleSheet: ElementReader = {
    child: (name) => (name === "s:numFmts" ? numFmts : name === "s:cellXfs" ? cellXfs : undefined),
  };
  scanPart(archive, part, rootReader("s:styleSheet", part, styleSheet));

  const formats = new Map<number, CellFormat>();
  const formatOf = (id: number): CellFormat => {
    const known = formats.get(id);
    if (known) return known;
    const code = codes.get(id) ?? builtInCode(id);
    const isGeneral = code === undefined || code.toLowerCase() === "general";
    const format = isGeneral ? GENERAL : { code, shownAs: parseFormat(code) };
    formats.set(id, format);
    return format;
  };
  return formatIds.map(formatOf);
}
