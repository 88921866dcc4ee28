import { execFile } from "node:child_process";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");

/** One call of the built command line, in the project's folder. */
export function faping(
  ...args: readonly string[]
): Promise<{ readonly stdout: string; readonly stderr: string; readonly status: number }> {
  const env = { ...process.env, NO_COLOR: "1" };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["dist/bin/main.js", ...args],
      { cwd: ROOT, encoding: "utf8", env, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) =>
        resolve({ stdout, stderr, status: error === null ? 0 : Number(error.code ?? -1) }),
    );
  });
}
