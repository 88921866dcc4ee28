import type { Archive } from "./archive.js";
import { MAX_STYLES } from "./limits.js";
import { builtInFormat, type NumberFormat, parseFormat } from "./number-format.js";
import { tooMany } from "./refusal.js";
import { rootReader } from "./relationships.js";
import { type ElementReader, scanPart } from "./xml.js";

/** The number format of each cell style (`c@s`), in the order of `cellXfs`. */
export type Styles = readonly NumberFormat[];

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

  const formats = new Map<number, NumberFormat>();
  const formatOf = (id: number): NumberFormat => {
    const code = codes.get(id);
    const format = formats.get(id) ?? (code === undefined ? builtInFormat(id) : parseFormat(code));
    formats.set(id, format);
    return format;
  };
  return formatIds.map(formatOf);
}
