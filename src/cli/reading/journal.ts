import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { ENGINE, type ReadFile } from "../../index.js";
import type { InputPath } from "../files.js";
import { hashFile } from "../files.js";
import type { Rules } from "./protocol.js";

const FOLDER = ".readings";

/**
 * What a run has read so far, kept in its folder until its outputs are there: an interrupted run is resumed
 * without reading the same files by the same rules again.
 */
export class Journal {
  readonly #folder: string;
  readonly #rules: string;

  /** `resume`: what an interrupted run left is used; else it is thrown away. */
  constructor(
    runFolder: string,
    { system, mappings }: Rules,
    { resume = false, convert = false }: { readonly resume?: boolean; readonly convert?: boolean },
  ) {
    this.#folder = join(runFolder, FOLDER);
    // Engine and Node too: what another version has read is not what this one would read.
    this.#rules = JSON.stringify([
      ...[ENGINE, process.version, system.sha256, system.overlay?.sha256],
      ...[mappings.map(({ sha256 }) => sha256), convert],
    ]);
    if (!resume) this.end();
  }

  /** What was read of this very file under this very name; undefined where it has to be read. */
  find({ path, name }: InputPath): ReadFile | undefined {
    try {
      const kept = readFileSync(this.#entry(name, hashFile(path)));
      const content = kept.subarray(DIGEST_BYTES);
      // An entry may be half written: the run was interrupted.
      if (!digest(content).equals(kept.subarray(0, DIGEST_BYTES))) return undefined;
      return deserialize(content) as ReadFile;
    } catch {
      return undefined;
    }
  }

  /** Files that went to a person are tried again instead. */
  add(read: ReadFile): void {
    if (read.reason !== undefined || read.findings.some(({ code }) => code === "E25")) return;
    mkdirSync(this.#folder, { recursive: true });
    const content = serialize(read);
    writeFileSync(this.#entry(read.file, read.sha256), Buffer.concat([digest(content), content]));
  }

  /** The outputs are there; nothing is left to resume. */
  end(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #entry(name: string, sha256: string): string {
    const key = JSON.stringify([this.#rules, name, sha256]);
    return join(this.#folder, createHash("sha256").update(key).digest("hex"));
  }
}

const DIGEST_BYTES = 32;
const digest = (content: Uint8Array): Buffer => createHash("sha256").update(content).digest();
