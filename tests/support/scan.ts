import { Archive } from "../../src/intake/archive.js";
import { XmlScanner } from "../../src/intake/xml.js";
import type { ElementReader } from "../../src/intake/xml-elements.js";
import { zip } from "./raw-xlsx.js";

/** Scans a document whose bytes come in pieces of these sizes, over and over; in one piece without. */
export function scanXml(
  bytes: Uint8Array,
  part: string,
  document: ElementReader,
  sizes: readonly number[] = [],
): void {
  const scanner = new XmlScanner(part, document, { left: Number.MAX_SAFE_INTEGER });
  let n = 0;
  for (let at = 0; at < bytes.length; n += 1) {
    const size = sizes[n % sizes.length] ?? bytes.length;
    scanner.push(bytes.subarray(at, at + size));
    at += size;
  }
  scanner.end();
}

/** An archive of one part. */
export const archiveOf = (name: string, content: string | Uint8Array): Archive =>
  new Archive(zip([{ name, content, method: 0 }]));

export function contentOf(archive: Archive, part: string): Uint8Array {
  const pieces: Uint8Array[] = [];
  archive.read(part, (piece) => pieces.push(piece.slice()));
  return new Uint8Array(Buffer.concat(pieces));
}
