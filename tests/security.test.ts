import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { LIMITS } from "../src/cli/reading/reader-process.js";
import * as limits from "../src/intake/limits.js";
import { ROOT } from "./support/faping.js";

it("SECURITY.md names every bound with the value that it has", () => {
  const text = readFileSync(join(ROOT, "SECURITY.md"), "utf8");
  const told = [...text.matchAll(/^\| `([\w.]+)` \| ([\d,]+) \|/gm)].map(
    ([, name, value]) => [name, Number(value?.replaceAll(",", ""))] as const,
  );
  const { PIECE_BYTES: _, ...bounds } = limits;
  const ofProcess = Object.entries(LIMITS).map(([name, value]) => [`LIMITS.${name}`, value] as const);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries([...Object.entries(bounds), ...ofProcess]));
});

it.each(["README.md", "README.zh-CN.md"])("%s points to it", (name) => {
  expect(readFileSync(join(ROOT, name), "utf8")).toContain("(SECURITY.md)");
});
