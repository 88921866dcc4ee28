import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { open, save } from "../support/county.js";
import { faping } from "../support/faping.js";
import { sheetOf } from "../support/places.js";
import { transcriptsIn } from "../support/transcripts.js";

const scratch = mkdtempSync(join(tmpdir(), "faping-cli-"));
const COUNTIES = "samples/verification/handed-in";
const RULES = ["-s", "samples/verification/system", "--facts", "samples/verification/facts.csv"];
const PANEL = ["--verified", "samples/verification/copies", "--panel", "mean"];
const POINTS = ["--points", "samples/verification/points.json"];

const TOWNSHIPS = ["-s", "indicators/township", "--facts", "samples/demo-townships-facts.csv"];

// Results for the commands that read them.
beforeAll(async () => {
  const score = (folder: string, ...args: string[]) => faping("score", ...args, "-o", `${scratch}/${folder}`);
  await Promise.all([
    score("given", "samples/demo-counties", "-s", "indicators/published-report"),
    score("townships", "samples/demo-townships", ...TOWNSHIPS),
    score("plain", COUNTIES, ...RULES),
    score("verified", COUNTIES, ...RULES, ...PANEL),
    score("weighed", COUNTIES, ...RULES, ...PANEL, ...POINTS),
  ]);
  await fillLedger("990122-澄麓县.xlsx");
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const NEW_VALUES: Readonly<Record<string, string | number>> = {
  "reviewRate.numerator": 43,
  casesPerOfficer: "约12",
};

/** A gap workbook as it comes back: something new, something that is none, something only said to be done. */
async function fillLedger(name: string): Promise<void> {
  const book = await open(readFileSync(join(scratch, "plain/gaps", name)));
  const [ledger, data] = [sheetOf(book, "整改台账"), sheetOf(book, "整改数据")];
  const at = (sheet: typeof data, header: string) => (sheet.getRow(4).values as string[]).indexOf(header);
  data.eachRow((row) => {
    const key = String(row.getCell(at(data, "键")).value);
    const value = NEW_VALUES[key.slice(key.indexOf(" ") + 1)];
    if (value !== undefined) row.getCell(at(data, "整改后的值")).value = value;
  });
  ledger.eachRow((row, number) => {
    if (number <= 4) return;
    row.getCell(at(ledger, "整改时限")).value = "2026-03-31";
    if (number === 6) row.getCell(at(ledger, "完成情况")).value = "已完成";
  });
  mkdirSync(join(scratch, "ledgers"));
  writeFileSync(join(scratch, "ledgers", name), await save(book));
}

describe.concurrent("transcripts of the command line", () => {
  transcriptsIn(join(import.meta.dirname, "transcripts"), scratch);
});
