import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ReaderPool } from "../../../src/cli/reading/pool.js";
import type { Outcome } from "../../../src/cli/reading/protocol.js";

const scratch = mkdtempSync(join(tmpdir(), "faping-pool-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const MIB = 1024 * 1024;
const LIMITS = { milliseconds: 1500, residentBytes: 200 * MIB, heapBytes: 64 * MIB };

/** A child that does with each file what the file's name says. */
const CHILD = `
import { appendFileSync, existsSync, writeFileSync } from "node:fs";
const acts = {
  hangs: () => { for (;;); },
  swells: () => { const kept = []; for (;;) kept.push(Buffer.alloc(4 * 1024 * 1024, 1)); },
  heaps: () => { const kept = []; for (;;) kept.push({ a: [kept.length] }); },
  killed: () => process.kill(process.pid, "SIGKILL"),
  exits: () => process.exit(7),
  aborts: () => process.abort(),
  once: (path) => { if (!existsSync(path)) { writeFileSync(path, ""); process.exit(7); } },
  large: () => { globalThis.kept = Buffer.alloc(90 * 1024 * 1024, 1); },
  reads: () => undefined,
};
process.on("message", ({ order, path, name }) => {
  if (order !== "read") return;
  appendFileSync(${JSON.stringify(join(scratch, "log"))}, process.pid + " " + name + "\\n");
  acts[name.split("-")[0]](path);
  process.send({ report: "done", told: { kind: "read", value: name }, residentBytes: process.memoryUsage.rss() });
});
process.on("disconnect", () => process.exit());
process.send({ report: "ready" });
`;
const program = join(scratch, "child.mjs");
writeFileSync(program, CHILD);

async function outcomes(names: readonly string[], options: { processes?: number; program?: string } = {}) {
  const pool = new ReaderPool({ limits: LIMITS, processes: 1, program, ...options });
  try {
    const read = names.map((name) => pool.read("children", undefined, { path: join(scratch, name), name }));
    return (await Promise.all(read)) as Outcome[];
  } finally {
    pool.close();
  }
}
const read = (name: string) => ({ kind: "read", value: name });
const processesOf = (name: string): string[] =>
  readFileSync(join(scratch, "log"), "utf8")
    .split("\n")
    .filter((line) => line.endsWith(` ${name}`))
    .map((line) => line.split(" ")[0] ?? "");

describe("a file that breaks its reader", () => {
  it("is stopped when it takes too long, and the next one is read", async () => {
    expect(await outcomes(["hangs", "reads-1"])).toEqual([{ kind: "stopped", why: "time" }, read("reads-1")]);
  });

  it("is stopped when buffers swell that no heap limit sees", async () => {
    expect(await outcomes(["swells", "reads-2"])).toEqual([
      { kind: "stopped", why: "memory" },
      read("reads-2"),
    ]);
  });

  it("is stopped when the heap is full, for which it is not tried again", async () => {
    expect(await outcomes(["heaps", "reads-3"])).toEqual([
      { kind: "stopped", why: "memory" },
      read("reads-3"),
    ]);
    expect(processesOf("heaps")).toHaveLength(1);
  });

  it("is tried once more when its process was killed by somebody else, then told", async () => {
    expect(await outcomes(["killed", "exits", "reads-4"])).toEqual([
      { kind: "crashed", detail: "SIGKILL" },
      { kind: "crashed", detail: "exit 7" },
      read("reads-4"),
    ]);
    expect(processesOf("killed")).toHaveLength(2);
  });

  it("is read when only the first process ended over it", async () => {
    expect(await outcomes(["once"])).toEqual([read("once")]);
    expect(processesOf("once")).toHaveLength(2);
  });

  it("is told when no process comes up at all", async () => {
    const broken = join(scratch, "broken.mjs");
    writeFileSync(broken, "process.exit(3);");
    expect(await outcomes(["reads-5", "reads-6"], { program: broken })).toEqual([
      { kind: "crashed", detail: "exit 3" },
      { kind: "crashed", detail: "exit 3" },
    ]);
  });
});

describe("processes", () => {
  it("are used again and again", async () => {
    const names = Array.from({ length: 6 }, (_, n) => `reads-again-${n}`);
    expect(await outcomes(names)).toEqual(names.map(read));
    expect(new Set(names.flatMap(processesOf)).size).toBe(1);
  });

  it("are no more than asked for, and each file has its own outcome whichever is done first", async () => {
    const names = ["reads-a", "hangs-b", "reads-c", "exits-d", "reads-e", "swells-f", "reads-g"];
    const kinds = (await outcomes(names, { processes: 2 })).map((one) => ("why" in one ? one.why : one.kind));
    expect(kinds).toEqual(["read", "time", "read", "crashed", "read", "memory", "read"]);
  });

  it("are started only where many files wait, or one has waited long behind another", async () => {
    const few = Array.from({ length: 8 }, (_, n) => `reads-few-${n}`);
    await outcomes(few, { processes: 4 });
    expect(new Set(few.flatMap(processesOf)).size).toBe(1);
    const pool = new ReaderPool({ limits: { ...LIMITS, milliseconds: 2500 }, processes: 2, program });
    const read = (name: string) => pool.read("children", undefined, { path: join(scratch, name), name });
    const [stuck, behind] = [read("hangs-first"), read("reads-behind")];
    expect(await Promise.race([stuck, behind])).toEqual({ kind: "read", value: "reads-behind" });
    await stuck;
    pool.close();
  });

  it("that a file has blown up are given no other file", async () => {
    expect(await outcomes(["large-1", "reads-after"])).toEqual([read("large-1"), read("reads-after")]);
    expect(processesOf("large-1")).not.toEqual(processesOf("reads-after"));
  });
});
