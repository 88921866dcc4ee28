/** Writes the sample workbooks: `npm run samples`. The same sources give the same bytes. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeTemplate } from "../src/template/template.js";
import type { UnitAnswers } from "./samples/answers.js";
import { readCsv } from "./samples/csv.js";
import { demoAnswers } from "./samples/demo.js";
import { DEMO_COUNTIES } from "./samples/demo-counties.js";
import { fill } from "./samples/fill.js";
import { publishedAnswers } from "./samples/published.js";
import { PLACES } from "./samples/published-map.js";
import { readSystem } from "./samples/system.js";

const root = join(import.meta.dirname, "..");
const samples = join(root, "samples");
const system = readSystem(join(root, "indicators/published-report"));
const facts = readCsv(readFileSync(join(samples, "facts/published-facts.csv"), "utf8"));
const template = await writeTemplate(system);

await write(
  "published-reports",
  PLACES.map((place) => [`${place.name}-${place.year}`, publishedAnswers(place, facts, system)]),
);
await write(
  "demo-counties",
  DEMO_COUNTIES.map((county) => [`${county.code}-${county.name}`, demoAnswers(county, system)]),
);

async function write(folder: string, units: readonly (readonly [string, UnitAnswers])[]): Promise<void> {
  const target = join(samples, folder);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const [name, unit] of units) writeFileSync(join(target, `${name}.xlsx`), await fill(template, unit));
}
