/** Writes the sample workbooks: `npm run samples`. The same sources give the same bytes. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readFile, writeTemplate, writeVerificationCopy } from "../src/index.js";
import type { UnitAnswers } from "./samples/answers.js";
import { readCsv } from "./samples/csv.js";
import { demoAnswers } from "./samples/demo.js";
import { DEMO_COUNTIES } from "./samples/demo-counties.js";
import { fill } from "./samples/fill.js";
import { foreignForms } from "./samples/foreign-forms.js";
import {
  provinceCopies,
  provinceSet,
  type SampleSet,
  type SampleWorkbook,
  townshipSet,
} from "./samples/province.js";
import { publishedAnswers } from "./samples/published.js";
import { PLACES } from "./samples/published-map.js";
import { readSystem } from "./samples/system.js";
import { answersOf, factsTable, fillCopy, listLectures } from "./samples/verification.js";
import { COPIES, UNITS } from "./samples/verification-units.js";

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

await writeVerification(join(samples, "verification"));
await writeProvince();
for (const [name, bytes] of await foreignForms()) writeFileSync(join(samples, "foreign-forms", name), bytes);

async function write(folder: string, units: readonly (readonly [string, UnitAnswers])[]): Promise<void> {
  const target = join(samples, folder);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const [name, unit] of units) writeFileSync(join(target, `${name}.xlsx`), await fill(template, unit));
}

/** The fictional province, and below it the townships of one of its counties. */
async function writeProvince(): Promise<void> {
  const put = (folder: string, files: readonly SampleWorkbook[]) => {
    rmSync(join(samples, folder), { recursive: true, force: true });
    mkdirSync(join(samples, folder));
    for (const { name, bytes } of files) writeFileSync(join(samples, folder, name), bytes);
  };
  const putSet = (folder: string, { workbooks, facts }: SampleSet) => {
    put(folder, workbooks);
    writeFileSync(join(samples, `${folder}-facts.csv`), facts);
  };
  const rules = readSystem(join(root, "indicators/model-county"));
  const counties = await provinceSet(rules);
  putSet("demo-townships", await townshipSet(readSystem(join(root, "indicators/township"))));
  putSet("demo-province", counties);
  put("demo-province-copies", await provinceCopies(rules, counties.workbooks));
}

/** A run with everything that moves points: departments, facts by others, copies, a panel. */
async function writeVerification(target: string): Promise<void> {
  const rules = readSystem(join(target, "system"));
  const write = (folder: string, name: string, bytes: Uint8Array | string) => {
    mkdirSync(join(target, folder), { recursive: true });
    writeFileSync(join(target, folder, name), bytes);
  };
  for (const folder of ["handed-in", "copies"])
    rmSync(join(target, folder), { recursive: true, force: true });
  const handedIn = new Map<string, { readonly name: string; readonly bytes: Uint8Array }>();
  for (const unit of UNITS) {
    for (const part of unit.parts ?? [undefined]) {
      const form = await writeTemplate(rules, part === undefined ? {} : { responsible: part });
      const bytes = await listLectures(await fill(form, answersOf(rules, unit, part)), unit);
      const name = `${unit.code}-${unit.name}${part === undefined ? "" : `-${part}`}.xlsx`;
      write("handed-in", name, bytes);
      handedIn.set(unit.code, { name, bytes });
    }
  }
  for (const copy of COPIES) {
    const file = handedIn.get(copy.code);
    const read = file && readFile(rules, file);
    if (!read?.submission) throw new Error(`nothing to verify for ${copy.code}`);
    const form = await writeVerificationCopy(rules, read.submission, { hashes: [read.sha256] });
    write("copies", `${copy.code}-核查表-${copy.by}.xlsx`, await fillCopy(form, copy));
  }
  write(".", "facts.csv", factsTable());
}
