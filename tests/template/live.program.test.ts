import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
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
  "indicators/model-county": 8,
  "indicators/department": 18,
  "indicators/township": 14,
  "indicators/hedong-plan": 22,
  "indicators/published-report": 48,
  "samples/verification/system": 48,
};
/** Systems drawn at random: every policy, form of amount and kind of fact; two sheets each. */
const DRAWN = 50;
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

const office = needs("LibreOffice", hasLibreOffice());
describe.skipIf(office.skip)(
  office.title,
  () => {
    it.concurrent.each(Object.entries(SHIPPED))("computes %s as the engine does", async (path, count) => {
      const system = readSystem(join(ROOT, path));
      const given = await filled(system, system.id, count, SEED);
      const saved = await savedByLibreOffice(given, mkdtempSync(join(folder, "run-")));
      const found: string[] = [];
      for (const [name, bytes] of Object.entries(saved)) {
        const original = given[name] as Uint8Array;
        found.push(...(await differences(system, name, original, bytes)));
        // Handed in, it reads like any other: what was computed is not looked at.
        expect(readSubmission(bytes, name, system)).toEqual(readSubmission(original, name, system));
      }
      expect(Object.keys(saved)).toHaveLength(count);
      expect(found).toEqual(NEAR_TIES.filter((tie) => tie.startsWith(system.id)));
    });

    it.concurrent("computes systems drawn at random as the engine does", async () => {
      const systems = new Map<string, IndicatorSystem>();
      const given: Record<string, Uint8Array> = {};
      for (const [index, document] of fc.sample(writtenSystem, { seed: SEED, numRuns: DRAWN }).entries()) {
        const system = systemOf(document);
        const sheets = await filled(system, `drawn${index}`, 2, SEED + index).catch((error: unknown) => {
          if (error instanceof CircularFacts) return {};
          throw error;
        });
        for (const [name, bytes] of Object.entries(sheets)) {
          systems.set(name, system);
          given[name] = bytes;
        }
      }
      // Most can be written as formulas.
      expect(systems.size).toBeGreaterThan(DRAWN);
      const saved = await savedByLibreOffice(given, mkdtempSync(join(folder, "run-")));
      const found: string[] = [];
      for (const [name, system] of systems)
        found.push(
          ...(await differences(system, name, given[name] as Uint8Array, saved[name] as Uint8Array)),
        );
      expect(found).toEqual(NEAR_TIES.filter((tie) => tie.startsWith("drawn")));
    });
  },
  590_000,
);
