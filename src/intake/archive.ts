import { crc32 } from "./crc32.js";
import { inflate } from "./inflate.js";
import {
  MAX_ELEMENTS,
  MAX_PART_BYTES,
  MAX_RATIO,
  MAX_TOTAL_BYTES,
  PIECE_BYTES,
  RATIO_COUNTS_FROM_BYTES,
} from "./limits.js";
import { damaged, Refusal } from "./refusal.js";
import { type Entry, readZipDirectory } from "./zip-directory.js";

/** The parts of an OPC package by name. Nothing is inflated but what is asked for. */
export class Archive {
  readonly #entries = new Map<string, Entry>();
  readonly #bytes: Uint8Array;
  #inflated = 0;
  /** How many XML elements the parts may still have, all together. */
  readonly elements = { left: MAX_ELEMENTS };

  /** Reads the directory and refuses, before anything is inflated, what no workbook needs. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    for (const entry of readZipDirectory(bytes)) {
      const key = entry.name.toLowerCase();
      if (this.#entries.has(key) || !isLegalName(entry.name)) throw new Refusal("E08", { part: entry.name });
      this.#entries.set(key, entry);
    }
  }

  /** The stored name of a part. Names are equivalent regardless of case, and may be percent-encoded. */
  find(name: string): string | undefined {
    const key = name.toLowerCase();
    return (this.#entries.get(key) ?? this.#entries.get(percentDecoded(key)))?.name;
  }

  /**
   * Hands over the content of a part in pieces, each valid during its call only. Where `take` refuses one,
   * the rest is still inflated: that the content is not what was stored is the better reason.
   */
  read(part: string, take: (piece: Uint8Array) => void): void {
    const entry = this.#entries.get(part.toLowerCase());
    if (entry === undefined) throw damaged("missing-part", part);
    this.#claim(entry);
    let crc = 0;
    let refused: { readonly error: unknown } | undefined;
    inflate(entry, this.#bytes.subarray(entry.start, entry.end), (piece) => {
      crc = crc32(piece, crc);
      for (let at = 0; at < piece.length && refused === undefined; at += PIECE_BYTES) {
        try {
          take(piece.subarray(at, at + PIECE_BYTES));
        } catch (error) {
          refused = { error };
        }
      }
    });
    if (crc !== entry.crc) throw new Refusal("E05", { part });
    if (refused !== undefined) throw refused.error;
  }

  /** Refuses by the declared size; that no more comes out than declared is seen to while inflating. */
  #claim({ name, size, start, end }: Entry): void {
    const beyond = (what: string, limit: number) =>
      new Refusal("E07", { part: name, what, limit: `${limit}` });
    if (size > MAX_PART_BYTES) throw beyond("part", MAX_PART_BYTES);
    if (size > RATIO_COUNTS_FROM_BYTES && size > (end - start) * MAX_RATIO) throw beyond("ratio", MAX_RATIO);
    this.#inflated += size;
    if (this.#inflated > MAX_TOTAL_BYTES) throw beyond("total", MAX_TOTAL_BYTES);
  }
}

/** Nothing that, written to a disk, would land elsewhere; an entry that ends in `/` is a folder. */
function isLegalName(name: string): boolean {
  if (name.includes("\\") || name.includes("\0") || /^[A-Za-z]:/.test(name)) return false;
  const segments = name.split("/");
  if (segments.length > 1 && segments.at(-1) === "") segments.pop();
  return segments.every((segment) => segment !== "" && segment !== "." && segment !== "..");
}

function percentDecoded(name: string): string {
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name;
  }
}
