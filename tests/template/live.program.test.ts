import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSystem } from "../../scripts/samples/system.js";
import { readSubmission } from "../../src/intake/read-submission.js";
import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import { livePlaces } from "../../src/template/answers.js";
import { CircularFacts } from "../../src/template/live/fact.js";
import { writtenSystem } from "../support/arbitrary-system.js";
import { systemOf } from "../support/case.js";
import { CellsInPlace } from "../support/cells-in-place.js";
import { ROOT } from "../support/faping.js";
import { type Files, hasLibreOffice, needs, savedByLibreOffice } from "../support/other-programs.js";
import { computed, liveTemplate, printed, scored } from "./live-parity.js";
import { RandomAnswers } from "./random-answers.js";

/**
 * The law: whatever a clerk types, a workbook that scores itself shows what the engine comes to, item by item
 * and in total, at the printed digits. Sheets compute in doubles; where they round another way, the place
 * would be listed here.
 */

const SEED = 20_241_231;
/** Sheets per shipped system; the larger take longer. */
const SHIPPED: Readonly<Record<string, number>> = {
  "indicators/model-county": 12,
  "indicators/department": 30,
  "indicators/township": 24,
  "indicators/hedong-plan": 34,
  "indicators/published-report": 60,
  "samples/verification/system": 60,
};
/** Systems drawn at random: every policy, form of amount and kind of fact; two sheets each. */
const DRAWN = 60;
/** The places where doubles round another way, by sheet; none with these seeds. */
const NEAR_TIES: readonly string[] = [];

const folder = mkdtempSync(join(tmpdir(), "faping-live-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Workbooks that units have filled in, each with its system. */
async function filled(system: IndicatorSystem, name: string, count: number, seed: number): Promise<Files> {
  const template = new CellsInPlace(await liveTemplate(system));
  const draw = new RandomAnswers(system, livePlaces(system), seed);
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const code = String(990_000 + index);
      return [`${name}-${code}.xlsx`, template.filled(draw.draw(code))];
    }),
  );
}

/** What the sheet and the engine differ in. */
async function differences(system: IndicatorSystem, name: string, given: Uint8Array, saved: Uint8Array) {
  const [wanted, found] = [printed(system, await scored(system, given, name)), computed(system, saved)];
  return Object.keys(wanted)
    .filter((place) => wanted[place] !== found[place])
    .map((place) => `${name} ${place}: ${wanted[place]}, the sheet says ${found[place]}`);
}

interface Sheet {
  readonly system: IndicatorSystem;
  readonly given: Uint8Array;
}

/** Every sheet by name; a system that can't be written as formulas has none. */
async function drawSheets(): Promise<Map<string, Sheet>> {
  const sheets = new Map<string, Sheet>();
  const add = (system: IndicatorSystem, files: Files) => {
    for (const [name, given] of Object.entries(files)) sheets.set(name, { system, given });
  };
  for (const [path, count] of Object.entries(SHIPPED)) {
    const system = readSystem(join(ROOT, path));
    add(system, await filled(system, system.id, count, SEED));
  }
  for (const [index, document] of fc.sample(writtenSystem, { seed: SEED, numRuns: DRAWN }).entries()) {
    const system = systemOf(document);
    const files = filled(system, `drawn${index}`, 2, SEED + index);
    add(
      system,
      await files.catch((error: unknown) => {
        if (error instanceof CircularFacts) return {};
        throw error;
      }),
    );
  }
  return sheets;
}

/** Recalculated by two programs at a time, each with its share of large and small sheets. */
async function recalculated(sheets: ReadonlyMap<string, Sheet>): Promise<Files> {
  const shares = [0, 1].map((share) =>
    Object.fromEntries(
      [...sheets].flatMap(([name, { given }], index) => (index % 2 === share ? [[name, given]] : [])),
    ),
  );
  const saved = await Promise.all(
    shares.map((share) => savedByLibreOffice(share, mkdtempSync(join(folder, "run-")))),
  );
  return Object.assign({}, ...saved);
}

const office = needs("LibreOffice", hasLibreOffice());
describe.skipIf(office.skip)(office.title, () => {
  let sheets: ReadonlyMap<string, Sheet> = new Map();
  let saved: Files = {};
  beforeAll(async () => {
    sheets = await drawSheets();
    saved = await recalculated(sheets);
  }, 900_000);

  const named = (start: string) => [...sheets].filter(([name]) => name.startsWith(start));
  async function disagreements(start: string): Promise<string[]> {
    const found: string[] = [];
    for (const [name, { system, given }] of named(start))
      found.push(...(await differences(system, name, given, saved[name] as Uint8Array)));
    return found;
  }

  it.each(Object.entries(SHIPPED))("computes %s as the engine does", async (path, count) => {
    const { id } = readSystem(join(ROOT, path));
    expect(named(id)).toHaveLength(count);
    expect(await disagreements(id)).toEqual(NEAR_TIES.filter((tie) => tie.startsWith(id)));
  });

  it("computes systems drawn at random as the engine does", async () => {
    // Most can be written as formulas.
    expect(named("drawn").length).toBeGreaterThan(DRAWN);
    expect(await disagreements("drawn")).toEqual(NEAR_TIES.filter((tie) => tie.startsWith("drawn")));
  });

  it("reads like any other when it is handed in: what was computed is not looked at", () => {
    for (const [name, { system, given }] of [...sheets].filter((_, index) => index % 10 === 0))
      expect(readSubmission(saved[name] as Uint8Array, name, system)).toEqual(
        readSubmission(given, name, system),
      );
  });
});
