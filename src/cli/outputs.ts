import { randomBytes } from "node:crypto";
import {
  closeSync,
  createWriteStream,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { isFolder } from "./files.js";

/**
 * Files that belong together, each written whole under another name first; only when all are there do they
 * take the places of the old ones. A full disk or an interruption leaves what was there before.
 */
export class Outputs {
  readonly #made: { readonly temporary: string; readonly path: string }[] = [];

  write(path: string, pieces: Iterable<string | Uint8Array>): void {
    const file = openSync(this.#temporary(path), "wx");
    try {
      for (const piece of pieces) {
        const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
        for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      }
    } finally {
      closeSync(file);
    }
  }

  /** The same for a writer that wants a stream. */
  async writeBy(path: string, write: (stream: Writable) => Promise<void>): Promise<void> {
    const stream = createWriteStream(this.#temporary(path), { flags: "wx" });
    // A writer may wait for ever for a stream that has failed.
    await Promise.all([write(stream), finished(stream)]);
  }

  /** Puts everything in its place. Nothing but names changes here, which needs no space. */
  commit(): void {
    for (const { temporary } of this.#made) onDisk(temporary);
    for (const { temporary, path } of this.#made.splice(0)) renameSync(temporary, path);
  }

  /** Takes away what is not in its place yet. */
  discard(): void {
    for (const { temporary } of this.#made.splice(0)) rmSync(temporary, { force: true });
  }

  #temporary(path: string): string {
    mkdirSync(dirname(path), { recursive: true });
    const mark = randomBytes(4).toString("hex");
    const temporary = join(dirname(path), `.${basename(path).slice(0, 40)}.${mark}.tmp`);
    this.#made.push({ temporary, path });
    return temporary;
  }
}

/** A renamed file whose content is still on its way to the disk would be an empty one after a power cut. */
function onDisk(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Writes together what belongs together. */
export async function writeTogether(write: (outputs: Outputs) => Promise<void> | void): Promise<void> {
  const outputs = new Outputs();
  try {
    await write(outputs);
    outputs.commit();
  } finally {
    outputs.discard();
  }
}

/** Writes one file whole or not at all. */
export function writeWhole(path: string, pieces: Iterable<string | Uint8Array>): void {
  const outputs = new Outputs();
  try {
    outputs.write(path, pieces);
    outputs.commit();
  } finally {
    outputs.discard();
  }
}

const LEFTOVER = /^\..*\.[0-9a-f]{8}\.tmp$/s;

/** Takes away what an interrupted run could not. */
export function removeLeftovers(folder: string): void {
  if (!isFolder(folder)) return;
  for (const name of readdirSync(folder))
    if (LEFTOVER.test(name)) rmSync(join(folder, name), { force: true });
}
