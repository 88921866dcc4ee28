import { type ChildProcess, fork } from "node:child_process";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Order, ReadingKind, Report, Told } from "./protocol.js";
import { watchMemory } from "./resident-memory.js";

const MIB = 1024 * 1024;

/** What one file may take. Real workbooks take some 50 ms and 100 MB; none comes near. */
export interface Limits {
  readonly milliseconds: number;
  /** Of the whole process, as the system counts it. */
  readonly residentBytes: number;
  /** Of JavaScript's heap alone. */
  readonly heapBytes: number;
}

/** Below 400 MB with what may come between two looks at it. */
export const LIMITS: Limits = { milliseconds: 20_000, residentBytes: 352 * MIB, heapBytes: 256 * MIB };

const YOUNG_MIB = 32;

/** With a small heap V8 makes the young one tiny, and most of a reading would go into clearing it. */
export const heapFlags = ({ heapBytes }: Limits): readonly string[] => [
  `--max-old-space-size=${Math.floor(heapBytes / MIB)}`,
  `--max-semi-space-size=${YOUNG_MIB}`,
  "--single-threaded-gc",
];

/** Why a process ended before it had told what it read. */
export type Stop = { readonly why: "time" | "memory" } | { readonly why: "crash"; readonly detail: string };

/** The child's program, as it lies beside this one: built, or as TypeScript where that is run directly. */
export const CHILD = fileURLToPath(new URL(`./child${extname(import.meta.url)}`, import.meta.url));

/** One child process, reading one file at a time. */
export class ReaderProcess {
  readonly #child: ChildProcess;
  readonly #limits: Limits;
  readonly #readsBy = new Map<ReadingKind, unknown>();
  #stop: Stop | undefined;
  #residentBytes = 0;

  private constructor(child: ChildProcess, limits: Limits) {
    this.#child = child;
    this.#limits = limits;
    // Told to whoever waits for a report; where nobody does, nothing is lost.
    child.on("error", () => undefined);
  }

  /** Starts one; rejects where it does not come up. */
  static async start(program: string, limits: Limits): Promise<ReaderProcess> {
    const child = fork(program, [], {
      serialization: "advanced",
      // Nothing of our environment is of use to it, NODE_OPTIONS least of all.
      env: process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot },
      execArgv: [...process.execArgv.filter((arg) => !arg.startsWith("--inspect")), ...heapFlags(limits)],
      stdio: ["ignore", "ignore", process.env.FAPING_DEBUG ? "inherit" : "ignore", "ipc"],
    });
    const reader = new ReaderProcess(child, limits);
    await reader.#report("ready");
    return reader;
  }

  /** What came of a file, or why the process ended over it; then it is of no more use. */
  async read(kind: ReadingKind, by: unknown, file: { path: string; name: string }): Promise<Told | Stop> {
    const { milliseconds, residentBytes } = this.#limits;
    const clock = setTimeout(() => this.#kill({ why: "time" }), milliseconds);
    const unwatch =
      this.#child.pid === undefined
        ? () => undefined
        : watchMemory(this.#child.pid, { maxBytes: residentBytes }, () => this.#kill({ why: "memory" }));
    try {
      if (!this.#readsBy.has(kind) || this.#readsBy.get(kind) !== by) this.#order({ order: "by", kind, by });
      this.#readsBy.set(kind, by);
      this.#order({ order: "read", kind, path: file.path, name: file.name });
      const { told, residentBytes: size } = await this.#report("done");
      this.#residentBytes = size;
      return told;
    } catch (error) {
      return this.#stop ?? { why: "crash", detail: error instanceof Error ? error.message : String(error) };
    } finally {
      clearTimeout(clock);
      unwatch();
    }
  }

  /** A large one is not given another file: what is left of the last one would count against it. */
  get isFit(): boolean {
    return this.#child.connected && this.#residentBytes < this.#limits.residentBytes / 2;
  }

  end(): void {
    this.#child.kill("SIGKILL");
  }

  #kill(why: Stop): void {
    this.#stop = why;
    this.end();
  }

  #order(order: Order): void {
    this.#child.send(order);
  }

  /** The next report; rejects where the process ends instead. */
  #report<R extends Report["report"]>(expected: R): Promise<Extract<Report, { report: R }>> {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const done = () => {
        child.off("message", take);
        child.off("exit", ended);
        child.off("error", failed);
      };
      const take = (message: unknown) => {
        const report = message as Report;
        done();
        if (report.report === expected) resolve(report as Extract<Report, { report: R }>);
        else reject(new Error(`${report.report} instead of ${expected}`));
      };
      const ended = (code: number | null, signal: NodeJS.Signals | null) => {
        done();
        // V8 aborts where its heap limit is reached.
        if (signal === "SIGABRT" || code === ABORTED) this.#stop ??= { why: "memory" };
        reject(new Error(signal ?? `exit ${code}`));
      };
      const failed = (error: Error) => {
        done();
        reject(error);
      };
      child.on("message", take);
      child.on("exit", ended);
      child.on("error", failed);
    });
  }
}

/** SIGABRT as an exit code, where there are no signals or a shell stands between. */
const ABORTED = 134;
