import { availableParallelism } from "node:os";
import type { InputPath } from "../files.js";
import type { Outcome, ReadingKind, Readings } from "./protocol.js";
import { CHILD, LIMITS, type Limits, ReaderProcess } from "./reader-process.js";

export interface PoolOptions {
  readonly limits?: Limits;
  readonly processes?: number;
  /** The child's program. */
  readonly program?: string;
}

/** A file over which two processes in a row ended by themselves is not tried again. */
const TRIES = 2;

/** So many are read in the time that a process takes to start… */
const FILES_PER_PROCESS = 8;
/** …but no file waits longer behind a bad one while a core is free. */
const PATIENCE_MS = 1000;

/**
 * Reads each file in a child process, as many at once as there are cores. Processes are used again and
 * again, but for those that a file has broken or blown up. Every file comes to exactly one outcome.
 */
export class ReaderPool {
  readonly #limits: Limits;
  readonly #processes: number;
  readonly #program: string;
  readonly #idle: ReaderProcess[] = [];
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  constructor({ limits = LIMITS, processes = availableParallelism(), program = CHILD }: PoolOptions = {}) {
    this.#limits = limits;
    this.#processes = processes;
    this.#program = program;
  }

  /** Never rejects. */
  async read<K extends ReadingKind>(
    kind: K,
    by: Readings[K]["by"],
    { path, name }: InputPath,
  ): Promise<Outcome<K>> {
    await this.#turn();
    try {
      return (await this.#tried(kind, by, { path, name })) as Outcome<K>;
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#busy -= 1;
    }
  }

  /** Waits until there is a process for one more file, or it is worth while to start one. */
  #turn(): Promise<void> {
    const files = this.#busy + this.#waiting.length + 1;
    if (this.#busy < Math.min(this.#processes, Math.ceil(files / FILES_PER_PROCESS))) {
      this.#busy += 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(clock);
        resolve();
      };
      const clock = setTimeout(() => {
        if (this.#busy === this.#processes) return;
        this.#busy += 1;
        this.#waiting.splice(this.#waiting.indexOf(go), 1);
        resolve();
      }, PATIENCE_MS);
      this.#waiting.push(go);
    });
  }

  /** Ends the processes. */
  close(): void {
    for (const reader of this.#idle.splice(0)) reader.end();
  }

  async #tried(kind: ReadingKind, by: unknown, file: InputPath): Promise<Outcome> {
    let detail = "";
    for (let n = 0; n < TRIES; n += 1) {
      try {
        const reader = await this.#reader();
        const outcome = await reader.read(kind, by, file);
        this.#idle.push(reader);
        if (!("why" in outcome)) return outcome;
        if (outcome.why !== "crash") return { kind: "stopped", why: outcome.why };
        detail = outcome.detail;
      } catch (error) {
        detail = error instanceof Error ? error.message : String(error);
      }
    }
    return { kind: "crashed", detail };
  }

  /** One that waits for work and is fit for it, else a new one. */
  async #reader(): Promise<ReaderProcess> {
    for (let reader = this.#idle.pop(); reader; reader = this.#idle.pop()) {
      if (reader.isFit) return reader;
      reader.end();
    }
    return ReaderProcess.start(this.#program, this.#limits);
  }
}
