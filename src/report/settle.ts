import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Archives know no time before 1980; the same content must give the same bytes. */
const NO_TIME = new Date(1980, 0, 1);
const GENERATED = /\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}/g;
/** Excel draws a bar of its first kind from a tenth of the cell to nine tenths, unless it is told otherwise. */
const BAR_START = /<dataBar>/g;

/**
 * An office document that says nothing of when and where it was made: no time in its archive, generated names
 * counted instead. `mend` may change the text of a part.
 */
export function settle(document: Uint8Array, mend?: (name: string, xml: string) => string): Uint8Array {
  const names = new Map<string, string>();
  const counted = (generated: string): string => {
    const known =
      names.get(generated) ?? `{${String(names.size + 1).padStart(8, "0")}-0000-4000-8000-000000000000}`;
    names.set(generated, known);
    return known;
  };
  // Only there are names generated; a text that looks like one stays as it is.
  const isSheet = (name: string) => name.startsWith("xl/worksheets/");
  const parts = Object.entries(unzipSync(document)).map(([name, bytes]) => {
    // What is no text is a picture, which is packed already.
    if (!/\.(?:xml|rels)$/.test(name)) return [name, [bytes, { level: 0 }]] as const;
    const text = strFromU8(bytes);
    const xml = isSheet(name)
      ? text.replace(GENERATED, counted).replace(BAR_START, '<dataBar minLength="0" maxLength="100">')
      : text;
    return [name, strToU8(mend ? mend(name, xml) : xml)] as const;
  });
  return zipSync(Object.fromEntries(parts), { mtime: NO_TIME });
}
