import { Bytes } from "./bytes.js";

/** What a file is that is not an .xlsx workbook: `params.format` of E02. */
export type FileFormat =
  | "xls"
  | "et"
  | "doc"
  | "ppt"
  | "ole"
  | "xlsb"
  | "docx"
  | "pptx"
  | "ods"
  | "odt"
  | "ofd"
  | "zip"
  | "pdf"
  | "html"
  | "xml"
  | "csv"
  | "text"
  | "rar"
  | "7z"
  | "gzip"
  | "image"
  | "unknown";

export type FileKind =
  | { readonly kind: "zip" | "empty" | "encrypted" }
  | { readonly kind: "other"; readonly format: FileFormat };

const other = (format: FileFormat): FileKind => ({ kind: "other", format });

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** First bytes of formats that are submitted by mistake. */
const SIGNATURES: readonly (readonly [readonly number[], FileFormat])[] = [
  [[0x25, 0x50, 0x44, 0x46], "pdf"],
  [[0x52, 0x61, 0x72, 0x21], "rar"],
  [[0x37, 0x7a, 0xbc, 0xaf], "7z"],
  [[0x1f, 0x8b], "gzip"],
  [[0x89, 0x50, 0x4e, 0x47], "image"],
  [[0xff, 0xd8, 0xff], "image"],
  [[0x47, 0x49, 0x46, 0x38], "image"],
  [[0x42, 0x4d], "image"],
];

/** What a file is by its content; its name counts only to tell WPS's .et from .xls, which are built alike. */
export function fileKind(bytes: Uint8Array, file: string): FileKind {
  if (bytes.length === 0) return { kind: "empty" };
  const startsWith = (signature: readonly number[]) => signature.every((byte, i) => bytes[i] === byte);
  if (startsWith([0x50, 0x4b]) && (bytes[2] ?? 0) < 9 && (bytes[3] ?? 0) < 9) return { kind: "zip" };
  if (startsWith(OLE)) return oleKind(bytes, file);
  const format = SIGNATURES.find(([signature]) => startsWith(signature))?.[1];
  // "BM" may begin a text as well: a picture is known by not being one.
  return other(
    format === "image" || format === undefined ? (textFormat(bytes) ?? format ?? "unknown") : format,
  );
}

/**
 * Told by the streams it holds. A document may embed another, so the outer kinds are asked for first; an
 * encrypted package embeds nothing that can be seen.
 */
function oleKind(bytes: Uint8Array, file: string): FileKind {
  const streams = oleNames(bytes);
  if (streams.has("WordDocument")) return other("doc");
  if (streams.has("PowerPoint Document")) return other("ppt");
  if (streams.has("Workbook") || streams.has("Book")) {
    return other(file.toLowerCase().endsWith(".et") ? "et" : "xls");
  }
  if (streams.has("EncryptedPackage") || streams.has("EncryptionInfo")) return { kind: "encrypted" };
  return other("ole");
}

const OLE_ENTRY = 128;
const OLE_NAME_LENGTH_AT = 64;
const OLE_TYPE_AT = 66;
const OLE_COLOUR_AT = 67;
const OLE_STREAM = 2;

/**
 * The names of the streams of a compound file. Directory entries are found by their form: sectors being
 * multiples of 128 bytes, so are the places of entries, and a damaged sector chain hides none.
 */
function oleNames(array: Uint8Array): Set<string> {
  const bytes = new Bytes(array);
  const names = new Set<string>();
  const decoder = new TextDecoder("utf-16le");
  for (let at = 0; at + OLE_ENTRY <= bytes.length; at += OLE_ENTRY) {
    const nameBytes = bytes.u16(at + OLE_NAME_LENGTH_AT);
    const isEntry =
      bytes.array[at + OLE_TYPE_AT] === OLE_STREAM &&
      (bytes.array[at + OLE_COLOUR_AT] ?? 2) <= 1 &&
      nameBytes >= 4 &&
      nameBytes <= OLE_NAME_LENGTH_AT &&
      nameBytes % 2 === 0 &&
      bytes.u16(at + nameBytes - 2) === 0;
    if (isEntry) names.add(decoder.decode(bytes.slice(at, at + nameBytes - 2)));
  }
  return names;
}

const SAMPLE_BYTES = 4096;
/** Control characters that no text in any encoding used for one contains; by byte or by code unit. */
export const isControl = (code: number): boolean =>
  code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1b;

/** Text of some kind (in whatever encoding, GBK included), or undefined. */
function textFormat(bytes: Uint8Array): FileFormat | undefined {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (!wide && sample.some(isControl)) return undefined;
  const text = new TextDecoder(wide && bytes[0] === 0xfe ? "utf-16be" : wide ? "utf-16le" : "utf-8").decode(
    sample,
  );
  const start = text.trimStart().toLowerCase();
  if (/^<(?:!doctype html|html|head|meta|body|table|style)\b|^mime-version:/.test(start)) return "html";
  if (/^<[?a-z!]/.test(start)) return /<html\b/.test(start) ? "html" : "xml";
  return /[,\t;,]/.test(start.split("\n", 1)[0] ?? "") ? "csv" : "text";
}
