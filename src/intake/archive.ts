import { Inflate } from "fflate";
import { crc32 } from "./crc32.js";
import { MAX_PART_BYTES, MAX_RATIO, MAX_TOTAL_BYTES, RATIO_COUNTS_FROM_BYTES } from "./limits.js";
import { damaged, Refusal } from "./refusal.js";
import { type Entry, readZipDirectory } from "./zip-directory.js";

const STORED = 0;
const DEFLATED = 8;

/** Compressed bytes given to the inflater at once: at most 1032 times as much can come out before we look. */
const PIECE_BYTES = 16 * 1024;
/** A stored block of 64 KiB comes out whole, after four pieces; more than this without output is padding. */
const MAX_IDLE_PIECES = 8;

/** The parts of an OPC package by name. Nothing is inflated but what is asked for. */
export class Archive {
  readonly #entries = new Map<string, Entry>();
  readonly #bytes: Uint8Array;
  #inflated = 0;

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

  /** The content of a part, checked against its declared size and checksum. */
  read(part: string): Uint8Array {
    const entry = this.#entries.get(part.toLowerCase());
    if (entry === undefined) throw damaged("missing-part", part);
    const stored = this.#bytes.subarray(entry.start, entry.end);
    this.#claim(entry);
    const content = contentOf(entry, stored);
    if (crc32(content) !== entry.crc) throw new Refusal("E05", { part });
    return content;
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

function contentOf(entry: Entry, stored: Uint8Array): Uint8Array {
  switch (entry.method) {
    case STORED:
      if (stored.length !== entry.size) throw damaged("size", entry.name);
      return stored;
    case DEFLATED:
      return inflated(entry, stored);
    default:
      throw damaged("method", entry.name);
  }
}

/**
 * Inflates into exactly the declared size. A stream that gives more is stopped within one piece, one that
 * gives less or ends elsewhere is damaged.
 */
function inflated({ name, size }: Entry, stored: Uint8Array): Uint8Array {
  const content = new Uint8Array(size);
  let written = 0;
  const inflate = new Inflate((chunk) => {
    if (written + chunk.length > size) throw damaged("size", name);
    content.set(chunk, written);
    written += chunk.length;
  });
  let idle = 0;
  for (let at = 0; at < stored.length || at === 0; at += PIECE_BYTES) {
    const before = written;
    push(inflate, name, stored.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= stored.length);
    idle = written > before ? 0 : idle + 1;
    if (idle > MAX_IDLE_PIECES) throw damaged("compressed-data", name);
  }
  if (written !== size) throw damaged("size", name);
  return content;
}

/** Whatever the inflater throws at a stream, the stream is at fault. */
function push(inflate: Inflate, part: string, piece: Uint8Array, last: boolean): void {
  try {
    inflate.push(piece, last);
  } catch (error) {
    throw error instanceof Refusal ? error : damaged("compressed-data", part);
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
