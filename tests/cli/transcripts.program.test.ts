import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { faping } from "../support/faping.js";
import { transcriptsIn } from "../support/transcripts.js";

/** Whole samples, each with all of its outputs: what the README shows of them. */
const scratch = mkdtempSync(join(tmpdir(), "faping-samples-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

beforeAll(async () => {
  const facts = "samples/demo-townships-facts.csv";
  await faping(
    "score",
    "samples/demo-townships",
    "-s",
    "indicators/township",
    "--facts",
    facts,
    "-o",
    `${scratch}/townships`,
  );
});

describe.concurrent("transcripts of the samples", () => {
  transcriptsIn(join(import.meta.dirname, "transcripts-of-samples"), scratch);
});
