import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { hashFile } from "../files.js";

export type Taken =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "tooLarge"; readonly bytes: number; readonly sha256: string }
  | { readonly kind: "changing" };

/**
 * The bytes of a file, if it stayed as it was all the while: half of what somebody is still copying would
 * pass for a damaged workbook, and a mixture of two versions for a sound one.
 */
export function readSteadily(path: string, maxBytes: number): Taken {
  const file = openSync(path, "r");
  try {
    const before = fstatSync(file, { bigint: true });
    const size = Number(before.size);
    if (size > maxBytes) return { kind: "tooLarge", bytes: size, sha256: hashFile(path) };
    const bytes = new Uint8Array(size);
    let read = 0;
    while (read < size) {
      const count = readSync(file, bytes, read, size - read, read);
      if (count === 0) return { kind: "changing" };
      read += count;
    }
    const after = fstatSync(file, { bigint: true });
    const same = after.size === before.size && after.mtimeNs === before.mtimeNs;
    return same ? { kind: "bytes", bytes } : { kind: "changing" };
  } finally {
    closeSync(file);
  }
}
