import { Inflate } from "fflate";
import { PIECE_BYTES } from "./limits.js";
import { damaged, Refusal } from "./refusal.js";
import type { Entry } from "./zip-directory.js";

const STORED = 0;
const DEFLATED = 8;

/** Compressed bytes given to the inflater at once: at most 1032 times as much can come out before we look. */
const STORED_PIECE_BYTES = 32 * 1024;
/** A stored block of 64 KiB comes out whole, after two pieces; more than this without output is padding. */
const MAX_IDLE_PIECES = 8;

/** Inflates all at once, or throws, at the latest where more than one byte beyond `size` comes out. */
export type WholeInflater = (deflated: Uint8Array, size: number) => Uint8Array;

let ofPlatform: WholeInflater | undefined;

/**
 * Lets the platform's own code inflate parts of ordinary size: it takes a third of the time. Whatever it
 * stumbles over, ours looks at again, so that what comes out and every finding are the same with and without.
 */
export function inflateBy(whole: WholeInflater | undefined): void {
  ofPlatform = whole;
}

/** Hands over the content of an entry in pieces, each valid during its call only. */
export function inflate(entry: Entry, stored: Uint8Array, take: (piece: Uint8Array) => void): void {
  if (entry.method === STORED) {
    if (stored.length !== entry.size) throw damaged("size", entry.name);
    take(stored);
  } else if (entry.method === DEFLATED) {
    const isOrdinary = entry.size <= PIECE_BYTES && stored.length <= MAX_IDLE_PIECES * STORED_PIECE_BYTES;
    const whole = isOrdinary ? inflatedWhole(entry, stored) : undefined;
    if (whole) take(whole);
    else inflateInPieces(entry, stored, take);
  } else {
    throw damaged("method", entry.name);
  }
}

function inflatedWhole({ size }: Entry, stored: Uint8Array): Uint8Array | undefined {
  try {
    const whole = ofPlatform?.(stored, size);
    return whole?.length === size ? whole : undefined;
  } catch {
    return undefined;
  }
}

/** A stream that gives more than the declared size is stopped within one piece; one that gives less is damaged. */
function inflateInPieces({ name, size }: Entry, stored: Uint8Array, take: (piece: Uint8Array) => void): void {
  let given = 0;
  const inflater = new Inflate((chunk) => {
    given += chunk.length;
    if (given > size) throw damaged("size", name);
    take(chunk);
  });
  let idle = 0;
  for (let at = 0; at < stored.length || at === 0; at += STORED_PIECE_BYTES) {
    const before = given;
    const end = at + STORED_PIECE_BYTES;
    push(inflater, name, stored.subarray(at, end), end >= stored.length);
    idle = given > before ? 0 : idle + 1;
    if (idle > MAX_IDLE_PIECES) throw damaged("compressed-data", name);
  }
  if (given !== size) throw damaged("size", name);
}

/** Whatever the inflater throws at a stream, the stream is at fault. */
function push(inflater: Inflate, part: string, piece: Uint8Array, last: boolean): void {
  try {
    inflater.push(piece, last);
  } catch (error) {
    throw error instanceof Refusal ? error : damaged("compressed-data", part);
  }
}
