import type { Archive } from "./archive.js";
import { XmlScanner } from "./xml.js";
import type { ElementReader } from "./xml-elements.js";

/**
 * Reads an XML part in one pass, as its bytes come: `document.child` is asked for the root's reader. Refuses
 * what is not well-formed (E04), a DTD (E09), encodings other than UTF-8 and marked UTF-16 (E10), and more
 * elements than a workbook may have in all (E14).
 */
export function scanPart(archive: Archive, part: string, document: ElementReader): void {
  const scanner = new XmlScanner(part, document, archive.elements);
  archive.read(part, (piece) => scanner.push(piece));
  scanner.end();
}
