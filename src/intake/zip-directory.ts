import { Bytes } from "./bytes.js";
import { MAX_ENTRIES } from "./limits.js";
import { damaged, Refusal } from "./refusal.js";

/** One member of the archive as the central directory declares it; `start`–`end` are its stored bytes. */
export interface Entry {
  readonly name: string;
  readonly headerAt: number;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly start: number;
  readonly end: number;
}

interface Declared extends Omit<Entry, "start" | "end"> {
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly storedSize: number;
}

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const END64_LOCATOR_SIGNATURE = 0x07064b50;
const END64_LOCATOR_LENGTH = 20;
const END64_SIGNATURE = 0x06064b50;
const END64_LENGTH = 56;
const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_LENGTH = 30;
const MAX_COMMENT = 0xffff;
const NO_U16 = 0xffff;
const NO_U32 = 0xffffffff;
const ZIP64_EXTRA = 0x0001;

/** Bit 0: encrypted; 6: strongly encrypted; 13: the directory itself is masked. */
const ENCRYPTED_FLAGS = 0x0001 | 0x0040 | 0x2000;
/** Bit 3: CRC and sizes follow the data, so that the local header does not state them. */
const DESCRIPTOR_FLAG = 0x0008;

/**
 * The members of a zip archive, nothing inflated yet. Everything that two zip readers could understand
 * differently (prepended or overlapping data, a local header that contradicts the directory) is refused.
 */
export function readZipDirectory(array: Uint8Array): Entry[] {
  const bytes = new Bytes(array);
  const directory = findDirectory(bytes);
  if (directory.count > MAX_ENTRIES) {
    throw new Refusal("E06", { what: "entries", found: `${directory.count}`, limit: `${MAX_ENTRIES}` });
  }
  const entries = declaredEntries(bytes, directory).map((declared) => located(bytes, declared, directory));
  refuseOverlaps(entries);
  return entries;
}

function findDirectory(bytes: Bytes): Directory {
  const endAt = findEnd(bytes);
  const plain = { count: bytes.u16(endAt + 10), size: bytes.u32(endAt + 12), start: bytes.u32(endAt + 16) };
  const locatorAt = endAt - END64_LOCATOR_LENGTH;
  const isZip64 = locatorAt >= 0 && bytes.u32(locatorAt) === END64_LOCATOR_SIGNATURE;
  const wide = isZip64 ? findZip64Directory(bytes, locatorAt) : { ...plain, at: endAt };
  const consistent =
    wide.start + wide.size === wide.at &&
    (plain.count === NO_U16 || plain.count === wide.count) &&
    (plain.size === NO_U32 || plain.size === wide.size) &&
    (plain.start === NO_U32 || plain.start === wide.start);
  if (!consistent) throw damaged("directory");
  return { count: wide.count, start: wide.start, end: wide.at };
}

/** The end record whose comment reaches exactly to the end of the file: a longer file is not this archive. */
function findEnd(bytes: Bytes): number {
  const lowest = Math.max(0, bytes.length - END_LENGTH - MAX_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= lowest; at -= 1) {
    if (bytes.u32(at) === END_SIGNATURE && at + END_LENGTH + bytes.u16(at + 20) === bytes.length) return at;
  }
  throw damaged("no-directory");
}

function findZip64Directory(bytes: Bytes, locatorAt: number) {
  const at = bytes.u64(locatorAt + 8);
  if (at + END64_LENGTH > locatorAt || bytes.u32(at) !== END64_SIGNATURE) throw damaged("directory");
  return { count: bytes.u64(at + 32), size: bytes.u64(at + 40), start: bytes.u64(at + 48), at };
}

function declaredEntries(bytes: Bytes, directory: Directory): Declared[] {
  const entries: Declared[] = [];
  let at = directory.start;
  while (at < directory.end) {
    if (at + CENTRAL_LENGTH > directory.end || bytes.u32(at) !== CENTRAL_SIGNATURE)
      throw damaged("directory");
    const extraAt = at + CENTRAL_LENGTH + bytes.u16(at + 28);
    const extraEnd = extraAt + bytes.u16(at + 30);
    const next = extraEnd + bytes.u16(at + 32);
    if (next > directory.end) throw damaged("directory");
    entries.push(declaredEntry(bytes, at, extraAt, extraEnd));
    at = next;
  }
  if (entries.length !== directory.count) throw damaged("directory");
  return entries;
}

function declaredEntry(bytes: Bytes, at: number, extraAt: number, extraEnd: number): Declared {
  const rawName = bytes.slice(at + CENTRAL_LENGTH, extraAt);
  const [size, storedSize, headerAt] = wideFields(
    bytes,
    [bytes.u32(at + 24), bytes.u32(at + 20), bytes.u32(at + 42)],
    extraAt,
    extraEnd,
  );
  return {
    name: decodeName(rawName),
    rawName,
    flags: bytes.u16(at + 8),
    method: bytes.u16(at + 10),
    crc: bytes.u32(at + 16),
    size,
    storedSize,
    headerAt,
  };
}

type SizesAndOffset = [size: number, storedSize: number, headerAt: number];

/** Zip64 keeps, in this order, only those of the three fields that are all ones in the record itself. */
function wideFields(bytes: Bytes, fields: SizesAndOffset, extraAt: number, extraEnd: number): SizesAndOffset {
  if (!fields.includes(NO_U32)) return fields;
  for (let at = extraAt; at + 4 <= extraEnd; at += 4 + bytes.u16(at + 2)) {
    if (bytes.u16(at) !== ZIP64_EXTRA) continue;
    const end = Math.min(extraEnd, at + 4 + bytes.u16(at + 2));
    let wideAt = at + 4;
    const wide = (field: number): number => {
      if (field !== NO_U32) return field;
      wideAt += 8;
      if (wideAt > end) throw damaged("directory");
      return bytes.u64(wideAt - 8);
    };
    return [wide(fields[0]), wide(fields[1]), wide(fields[2])];
  }
  throw damaged("directory");
}

/** Part names are ASCII by the standard; UTF-8 is what writers use beyond it, whether flagged or not. */
function decodeName(raw: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(raw);
}

/** The entry with the place of its data, once its local header is seen to say the same as the directory. */
function located(bytes: Bytes, declared: Declared, directory: Directory): Entry {
  const { name, rawName, flags, method, crc, size, storedSize, headerAt } = declared;
  if ((flags & ENCRYPTED_FLAGS) !== 0) throw new Refusal("E03", { part: name });
  const nameAt = headerAt + LOCAL_LENGTH;
  if (nameAt > directory.start || bytes.u32(headerAt) !== LOCAL_SIGNATURE)
    throw damaged("local-header", name);
  const localFlags = bytes.u16(headerAt + 6);
  if ((localFlags & ENCRYPTED_FLAGS) !== 0) throw new Refusal("E03", { part: name });
  const nameEnd = nameAt + bytes.u16(headerAt + 26);
  const start = nameEnd + bytes.u16(headerAt + 28);
  const end = start + storedSize;
  if (end > directory.start) throw damaged("local-header", name);
  const agrees = (at: number, value: number) => bytes.u32(at) === value || bytes.u32(at) === NO_U32;
  const same =
    bytes.u16(headerAt + 8) === method &&
    sameBytes(bytes.slice(nameAt, nameEnd), rawName) &&
    ((localFlags & DESCRIPTOR_FLAG) !== 0 ||
      (bytes.u32(headerAt + 14) === crc && agrees(headerAt + 18, storedSize) && agrees(headerAt + 22, size)));
  if (!same) throw damaged("local-header", name);
  return { name, headerAt, method, crc, size, start, end };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Members that share stored bytes are how a small file inflates without bound. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const inPlace = [...entries].sort((a, b) => a.headerAt - b.headerAt);
  for (const [i, entry] of inPlace.entries()) {
    const next = inPlace[i + 1];
    if (next !== undefined && entry.end > next.headerAt) throw damaged("overlap", next.name);
  }
}
