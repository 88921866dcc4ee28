import { fileKind, isControl } from "./file-kind.js";
import { Refusal } from "./refusal.js";

/**
 * The characters of a CSV file: UTF-8 or, with a byte order mark, UTF-16; otherwise GB18030, as which Excel
 * and WPS in China save it. Refuses what is no text (E02), and any encoding that would be a guess (E10).
 */
export function decodeCsv(bytes: Uint8Array, file: string): string {
  refuseOtherKinds(bytes, file);
  const text = decodeMarked(bytes) ?? decodeUnmarked(bytes);
  // The kind of a file is told by its beginning; that no NUL stands further down is seen only here.
  for (let at = 0; at < text.length; at += 1) {
    if (isControl(text.charCodeAt(at))) throw otherThanCsv("unknown");
  }
  return text;
}

const otherThanCsv = (format: string) => new Refusal("E02", { format, expected: "csv" });

function refuseOtherKinds(bytes: Uint8Array, file: string): void {
  const found = fileKind(bytes, file);
  switch (found.kind) {
    case "empty":
      throw new Refusal("E01");
    case "encrypted":
      throw new Refusal("E03");
    case "zip":
      throw otherThanCsv("zip");
    case "other":
      if (found.format !== "csv" && found.format !== "text") throw otherThanCsv(found.format);
  }
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

const MARKS: readonly (readonly [readonly number[], Encoding])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** By the byte order mark; undefined where there is none. A mark is held to: what contradicts it is damage. */
function decodeMarked(bytes: Uint8Array): string | undefined {
  const encoding = MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1];
  if (encoding === undefined) return undefined;
  const text = decodedAs(encoding, bytes);
  if (text === undefined) throw new Refusal("E10", { expected: "csv", found: "?" });
  return text;
}

function decodeUnmarked(bytes: Uint8Array): string {
  const utf8 = decodedAs("utf-8", bytes);
  if (utf8 !== undefined && !mayBeGb18030(utf8)) return utf8;
  const gb18030 = decodedAs("gb18030", bytes);
  const text = utf8 ?? gb18030;
  if (text === undefined) throw new Refusal("E10", { expected: "csv", found: "?" });
  if (utf8 !== undefined && gb18030 !== undefined) {
    throw new Refusal("E10", { expected: "csv", found: "UTF-8/GB18030" });
  }
  return text;
}

/**
 * Chinese is three bytes a character in UTF-8, and GB18030 passes for that only where it is garbled already.
 * For characters of two bytes a few short words of it do pass: 袁 is D4 AC, which in UTF-8 is Ԭ.
 */
function mayBeGb18030(utf8: string): boolean {
  return /[\u0080-\u07FF]/.test(utf8) && !/[\u0800-\uFFFF]/.test(utf8);
}

/** Without the byte order mark; undefined where the bytes are not of this encoding. */
function decodedAs(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
