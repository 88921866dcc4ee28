import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "vitest";
import { faping } from "./faping.js";

/**
 * Each transcript is one call of the command line: the command, what it printed, what it told on standard
 * error, and its exit code. `UPDATE_TRANSCRIPTS=1 npm test` writes them anew; read the difference then.
 *
 * @param scratch what stands for OUT
 */
export function transcriptsIn(folder: string, scratch: string): void {
  for (const name of readdirSync(folder).sort()) {
    it(name.replace(/\.txt$/, ""), async ({ expect }) => {
      const path = join(folder, name);
      const expected = readFileSync(path, "utf8");
      const command = expected.split("\n")[0] ?? "";
      const actual = await transcript(command, scratch);
      if (process.env.UPDATE_TRANSCRIPTS) writeFileSync(path, actual);
      else expect(actual).toBe(expected);
    });
  }
}

async function transcript(command: string, scratch: string): Promise<string> {
  const args = command.replace(/^\$ faping ?/, "").split(" ");
  const { stdout, stderr, status } = await faping(
    ...args.filter(Boolean).map((arg) => arg.replace("OUT", scratch)),
  );
  const neutral = (text: string) => text.replaceAll(scratch, "OUT").trimEnd();
  const told = stderr.trim() === "" ? "" : `stderr:\n${neutral(stderr)}\n`;
  const printed = stdout.trim() === "" ? "" : `${neutral(stdout)}\n`;
  return `${command}\n${printed}${told}exit ${status}\n`;
}
