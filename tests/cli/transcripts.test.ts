import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, it } from "vitest";

/**
 * Each transcript is one call of the command line: the command, what it printed, what it told on standard
 * error, and its exit code. `UPDATE_TRANSCRIPTS=1 npm test` writes them anew; read the difference then.
 */
const ROOT = join(import.meta.dirname, "../..");
const FOLDER = join(import.meta.dirname, "transcripts");
const BUILD = ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"];
beforeAll(() => {
  const { status, stdout } = spawnSync(process.execPath, BUILD, { cwd: ROOT, encoding: "utf8" });
  if (status !== 0) throw new Error(`the build failed:\n${stdout}`);
  // Results for the commands that read them.
  const score = [
    "score",
    "samples/demo-counties",
    "-s",
    "indicators/published-report",
    "-o",
    `${scratch}/given`,
  ];
  spawnSync(process.execPath, ["dist/cli/main.js", ...score], { cwd: ROOT });
});
const scratch = mkdtempSync(join(tmpdir(), "faping-cli-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.concurrent("transcripts of the command line", () => {
  for (const name of readdirSync(FOLDER).sort()) {
    it(name.replace(/\.txt$/, ""), async ({ expect }) => {
      const path = join(FOLDER, name);
      const expected = readFileSync(path, "utf8");
      const command = expected.split("\n")[0] ?? "";
      const actual = await transcript(command);
      if (process.env.UPDATE_TRANSCRIPTS) writeFileSync(path, actual);
      else expect(actual).toBe(expected);
    });
  }
});

async function transcript(command: string): Promise<string> {
  const args = command.replace(/^\$ faping ?/, "").split(" ");
  const { stdout, stderr, status } = await run(
    args.filter(Boolean).map((arg) => arg.replace("OUT", scratch)),
  );
  const neutral = (text: string) => text.replaceAll(scratch, "OUT").trimEnd();
  const told = stderr.trim() === "" ? "" : `stderr:\n${neutral(stderr)}\n`;
  const printed = stdout.trim() === "" ? "" : `${neutral(stdout)}\n`;
  return `${command}\n${printed}${told}exit ${status}\n`;
}

function run(args: readonly string[]): Promise<{ stdout: string; stderr: string; status: number }> {
  const env = { ...process.env, NO_COLOR: "1" };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["dist/cli/main.js", ...args],
      { cwd: ROOT, encoding: "utf8", env, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) =>
        resolve({ stdout, stderr, status: error === null ? 0 : Number(error.code ?? -1) }),
    );
  });
}
