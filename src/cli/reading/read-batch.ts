import type { ReadFile } from "../../index.js";
import type { Context } from "../context.js";
import type { InputPath } from "../files.js";
import type { Journal } from "./journal.js";
import type { Rules } from "./protocol.js";
import type { Readers } from "./readers.js";

/** Reads a batch, as many files at once as there are processes; outcomes stand in the order of the files. */
export async function readBatch(
  readers: Readers,
  rules: Rules,
  files: readonly InputPath[],
  journal: Journal | undefined,
  { progress }: Context,
): Promise<{ readonly files: readonly ReadFile[]; readonly reused: number }> {
  let done = 0;
  let reused = 0;
  const read = async (file: InputPath): Promise<ReadFile> => {
    const before = journal?.find(file);
    if (before) {
      reused += 1;
      return before;
    }
    const now = await readers.submission(rules, file);
    journal?.add(now);
    return now;
  };
  const all = await Promise.all(
    files.map(async (file) => {
      const one = await read(file);
      done += 1;
      progress(done, files.length, file.name);
      return one;
    }),
  );
  return { files: all, reused };
}
