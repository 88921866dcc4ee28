import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadSystem } from "../../src/system/load.js";
import { faping } from "../support/faping.js";

const encode = (text: string) => new TextEncoder().encode(text);
const HEAD = {
  ...{ format: "faping-system/1", id: "h", version: "1", title: "试行", levels: ["一级", "二级"], total: 1 },
  nodes: [{ id: "1", title: "甲" }],
};
const ITEM = {
  ...{ id: "1.1", parent: "1", title: "乙", points: 1, responsible: ["司法局"], remedy: "补" },
  evidence: [{ fact: "a", label: "数", type: "number", min: 0 }],
  clauses: [{ id: "a", deduct: { each: 1, per: "a" } }],
};

function findings(head: object, parts: Readonly<Record<string, object | string>> = {}) {
  const bytes = (content: object | string) =>
    encode(typeof content === "string" ? content : JSON.stringify(content));
  const { system, findings: told } = loadSystem({
    name: "system.json",
    bytes: bytes(head),
    read: (name) => (Object.hasOwn(parts, name) ? bytes(parts[name] ?? "") : undefined),
  });
  return { system, codes: [...new Set(told.map(({ code }) => code))] };
}
const withItem = (more: object) => findings({ ...HEAD, items: [{ ...ITEM, ...more }] });

describe("rules that are made to do harm are findings, in bounded time", () => {
  it("is sound to begin with", () => {
    expect(withItem({}).system).toBeDefined();
  });

  it("fifty thousand clauses, in files that are each small enough", () => {
    const clauses = (file: number) =>
      Array.from({ length: 5000 }, (_, n) => ({
        id: `c${file}_${n}`,
        deduct: { each: 0.1, per: `a${file}` },
      }));
    const items = (file: number) => [
      {
        ...ITEM,
        ...{ id: `1.${file}`, clauses: clauses(file), evidence: [{ ...ITEM.evidence[0], fact: `a${file}` }] },
      },
    ];
    const files = Array.from({ length: 10 }, (_, n) => [`items/${n}.json`, items(n)] as const);
    const { system, codes } = findings(
      { ...HEAD, items: files.map(([name]) => name) },
      Object.fromEntries(files),
    );
    expect(system).toBeUndefined();
    expect(codes).toContain("too-many-clauses");
  });

  it("conditions and lists nested beyond every recursion", () => {
    const deep = `${'{"not":'.repeat(20_000)}{}${"}".repeat(20_000)}`;
    const text = JSON.stringify({ ...HEAD, items: [{ ...ITEM, applicable: "@" }] }).replace('"@"', deep);
    expect(loadSystem({ name: "s", bytes: encode(text), read: () => undefined }).findings[0]?.code).toBe(
      "too-deep",
    );
    const lists = loadSystem({ name: "s", bytes: encode("[".repeat(900_000)), read: () => undefined });
    expect(lists.findings[0]?.code).toMatch(/too-deep|not-json/);
  });

  it("chains of thousands of derived facts, a circle of them, and thousands of parents", () => {
    const chain = (count: number, last: string) =>
      Array.from({ length: count }, (_, n) => ({
        fact: `d${n}`,
        sum: [n + 1 === count ? last : `d${n + 1}`, 1],
      }));
    expect(withItem({ derive: chain(100, "a") }).codes).not.toContain("derive-depth");
    expect(withItem({ derive: chain(101, "a") }).codes).toEqual(["derive-depth"]);
    expect(withItem({ derive: chain(5000, "a") }).codes).toEqual(["derive-depth"]);
    expect(withItem({ derive: chain(20, "d0") }).codes).toContain("derive-cycle");
    expect(withItem({ derive: chain(5000, "d0") }).codes).toEqual(["derive-depth"]);
    const nodes = Array.from({ length: 5000 }, (_, n) => ({
      id: `n${n}`,
      title: "x",
      parent: `n${(n + 1) % 5000}`,
    }));
    expect(findings({ ...HEAD, nodes: [...HEAD.nodes, ...nodes], items: [ITEM] }).codes).toContain(
      "parent-cycle",
    );
  });

  it("facts that are each made twice of the next, so that ways through them double", () => {
    const twice = Array.from({ length: 60 }, (_, n) => ({
      fact: `d${n}`,
      sum: n === 59 ? ["a", 1] : [`d${n + 1}`, `d${n + 1}`],
    }));
    const clauses = [{ id: "a", deduct: { each: 1, per: "d0" } }];
    expect(withItem({ derive: twice, clauses }).system).toBeDefined();
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "prototype"])(
    "%s as a key, an id, a fact and an item of an overlay",
    (name) => {
      const keyed = JSON.stringify({ ...HEAD, items: [ITEM] }).replace(
        '"id":"h"',
        `"id":"h","${name}":{"points":9}`,
      );
      const { findings: told } = loadSystem({ name: "s", bytes: encode(keyed), read: () => undefined });
      expect(told.map(({ code }) => code)).toContain("unknown-key");
      const named = withItem({
        evidence: [{ ...ITEM.evidence[0], fact: name }],
        clauses: [{ id: "a", deduct: { each: 1, per: name } }],
      });
      // A name like any other, or refused; never one that the language knows already.
      if (named.system) expect(named.system.facts.get(name)?.origin).toBe("field");
      else expect(named.codes.length).toBeGreaterThan(0);
      expect(withItem({ clauses: [{ id: "a", deduct: { each: 1, per: name } }] }).codes).toContain(
        "unknown-fact",
      );
      const points = encode(
        `{"format":"faping-points/1","system":{"id":"h","version":"1"},"points":{"${name}":1}}`,
      );
      const overlaid = loadSystem(
        { name: "s", bytes: encode(JSON.stringify({ ...HEAD, items: [ITEM] })), read: () => undefined },
        { name: "points.json", bytes: points },
      );
      expect(overlaid.system).toBeUndefined();
    },
  );

  it.each(["1e400", "-1e400", "1e-400", "0.1234567890123456789", `1${"0".repeat(400)}`])(
    "%s for points",
    (figure) => {
      const text = JSON.stringify({ ...HEAD, items: [{ ...ITEM, points: "@" }] }).replace('"@"', figure);
      const outcome = loadSystem({ name: "s", bytes: encode(text), read: () => undefined });
      expect(outcome.system).toBeUndefined();
      expect(outcome.findings.length).toBeGreaterThan(0);
    },
  );

  it.each([
    "../../etc/passwd",
    "/etc/passwd",
    "C:\\x.json",
    "a/../../x.json",
    "..",
    "\u0000",
    "items\\x.json",
    "",
  ])("%j for a file of items", (name) => {
    const read: string[] = [];
    const { findings: told } = loadSystem({
      name: "system.json",
      bytes: encode(JSON.stringify({ ...HEAD, items: [name] })),
      read: (path) => {
        read.push(path);
        return undefined;
      },
    });
    expect(told.map(({ code }) => code)).toEqual(["part-missing"]);
    expect(read.filter((path) => path.includes("..") || path.startsWith("/"))).toEqual([]);
  });
});

describe("on the command line", () => {
  const scratch = mkdtempSync(join(tmpdir(), "faping-hostile-"));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  const folder = (name: string, files: Readonly<Record<string, string>>) => {
    mkdirSync(join(scratch, name));
    for (const [file, content] of Object.entries(files)) writeFileSync(join(scratch, name, file), content);
    return join(scratch, name);
  };

  it.each([
    ["deep", { "system.json": "[".repeat(500_000) }],
    ["binary", { "system.json": "\u0000\u0001\u0002" }],
    ["nul", { "system.json": JSON.stringify({ ...HEAD, items: ["a\u0000.json"] }) }],
    ["folder", { "system.json": JSON.stringify({ ...HEAD, items: ["."] }) }],
  ])("%s: exit code 3, every line a finding, no trace of our own", async (name, files) => {
    const { status, stdout, stderr } = await faping("system", "lint", folder(name, files));
    expect(status).toBe(3);
    expect(stdout.length).toBeGreaterThan(0);
    expect(`${stdout}${stderr}`).not.toMatch(/at .*\.js:\d+|Error:|undefined/);
  });

  it("a file of items that is a link to somewhere else is read as the link says, since the folder is the operator's own", async () => {
    const path = folder("link", { "system.json": JSON.stringify({ ...HEAD, items: ["items.json"] }) });
    writeFileSync(join(scratch, "elsewhere.json"), JSON.stringify([ITEM]));
    symlinkSync(join(scratch, "elsewhere.json"), join(path, "items.json"));
    expect((await faping("system", "lint", path)).status).toBe(0);
  });
});
