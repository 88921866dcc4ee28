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
  const streams = oleStreams(bytes);
  if (streams.has("WordDocument")) return other("doc");
  if (streams.has("PowerPoint Document")) return other("ppt");
  const workbook = streams.get("Workbook") ?? streams.get("Book");
  if (workbook !== undefined) {
    if (hasPassword(bytes, workbook)) return { kind: "encrypted" };
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
const OLE_SECTOR_AT = 116;
const OLE_HEADER = 512;
const OLE_SECTOR_SHIFT_AT = 30;

/** Records of an .xls begin with their type and length, both little-endian. */
const FILE_PASS = 0x2f;
const RECORDS_LOOKED_AT = 8;

/**
 * Is an old workbook protected with a password to open it? Its stream says so right behind its first record;
 * `sector` is where the stream begins.
 */
function hasPassword(array: Uint8Array, sector: number): boolean {
  const bytes = new Bytes(array);
  if (bytes.length < OLE_HEADER) return false;
  const size = 1 << (bytes.u16(OLE_SECTOR_SHIFT_AT) & 0x0f);
  let at = (sector + 1) * size;
  const end = Math.min(at + size, bytes.length);
  for (let n = 0; n < RECORDS_LOOKED_AT && at + 4 <= end; n += 1) {
    if (bytes.u16(at) === FILE_PASS) return true;
    at += 4 + bytes.u16(at + 2);
  }
  return false;
}

/**
 * The streams of a compound file by name, each with its first sector. Directory entries are found by their form: sectors being
 * multiples of 128 bytes, so are the places of entries, and a damaged sector chain hides none.
 */
function oleStreams(array: Uint8Array): Map<string, number> {
  const bytes = new Bytes(array);
  const streams = new Map<string, number>();
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
    if (!isEntry) continue;
    streams.set(decoder.decode(bytes.slice(at, at + nameBytes - 2)), bytes.u32(at + OLE_SECTOR_AT));
  }
  return streams;
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
