import {
  type Results,
  readFactsFile,
  readFile,
  scoreFiles,
  writeTemplate,
  writeVerificationCopy,
} from "../../src/index.js";
import { FACTS_COLUMNS, formRows } from "../../src/model/form.js";
import type { Field, IndicatorSystem } from "../../src/model/indicator-system.js";
import { toNumber } from "../../src/model/rational.js";
import type { CellContent, UnitAnswers } from "./answers.js";
import { asAnswers, type DrawnUnit, drawUnit } from "./draw-unit.js";
import { fill } from "./fill.js";
import { PROVINCE_COPIES } from "./province-copies.js";
import { PENDING, PROVINCE, type ProvinceCounty, TOWNSHIPS } from "./province-counties.js";
import { noDatesWhereNotDone, noDelegation } from "./province-edits.js";
import { PROVINCE_FIELDS } from "./province-fields.js";
import { PROVINCE_LISTS } from "./province-lists.js";
import { TOWNSHIP_FIELDS, TOWNSHIP_LISTS } from "./township-fields.js";
import { fillCopy } from "./verification.js";

/** A workbook that is to be written, and what others know of its unit. */
export interface SampleWorkbook {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface SampleSet {
  readonly workbooks: readonly SampleWorkbook[];
  /** The table of facts by others, as CSV. */
  readonly facts: string;
}

interface Entry {
  readonly code: string;
  readonly name: string;
  readonly drawn: DrawnUnit;
  readonly basics: UnitAnswers["basics"];
  readonly shows: string;
  readonly boasts: boolean;
}

/** The 24 counties of the fictional province. */
export const provinceSet = (system: IndicatorSystem): Promise<SampleSet> =>
  sampleSet(
    system,
    PROVINCE.map((county) => ({
      ...county,
      drawn: drawCounty(county, system),
      basics: basicsOf(county, {
        "unit.kind": county.kind,
        "unit.population": county.population,
        "unit.townships": county.townships,
        "unit.hasDelegated": county.delegated ? "是" : "否",
      }),
    })),
  );

/** The townships of one of them. */
export const townshipSet = (system: IndicatorSystem): Promise<SampleSet> =>
  sampleSet(
    system,
    TOWNSHIPS.map(([code, name, quality, delegated]) => ({
      code,
      name,
      shows: "填报完整",
      boasts: false,
      drawn: drawUnit(
        { name, quality, seed: Number(code), sizes: { villages: 8 + (Number(code) % 7) } },
        system,
        { fields: TOWNSHIP_FIELDS, lists: TOWNSHIP_LISTS },
      ),
      basics: basicsOf(
        { code, name },
        {
          "unit.kind": name.endsWith("镇") ? "镇" : "街道",
          "unit.hasDelegated": delegated ? "是" : "否",
        },
      ),
    })),
  );

/** The assessors' copies of the counties that were visited. */
export async function provinceCopies(
  system: IndicatorSystem,
  workbooks: readonly SampleWorkbook[],
): Promise<SampleWorkbook[]> {
  const copies: SampleWorkbook[] = [];
  for (const copy of PROVINCE_COPIES) {
    const file = workbooks.find(({ name }) => name.startsWith(copy.code));
    const read = file && readFile(system, file);
    if (!read?.submission) throw new Error(`nothing to verify for ${copy.code}`);
    const form = await writeVerificationCopy(system, read.submission, { hashes: [read.sha256] });
    copies.push({ name: `${copy.code}-核查表-${copy.by}.xlsx`, bytes: await fillCopy(form, copy) });
  }
  return copies;
}

function drawCounty(county: ProvinceCounty, system: IndicatorSystem): DrawnUnit {
  const { name, quality, seed, population, townships, delegated, edits } = county;
  const departments = 27 + (seed % 7);
  const sizes = {
    population,
    townships,
    departments,
    appraised: departments + townships,
    matters: 1180 + (seed % 11) * 27,
    mediatorsDue: 2 * townships,
    villages: 11 * townships + (seed % 5),
  };
  const drawn = drawUnit({ name, quality, seed, sizes }, system, {
    fields: PROVINCE_FIELDS,
    lists: PROVINCE_LISTS,
  });
  for (const edit of [noDatesWhereNotDone, ...(delegated ? [] : [noDelegation]), ...edits]) edit(drawn);
  return drawn;
}

/**
 * Writes the workbooks twice: units rate themselves by what they handed in, so the first are scored to know
 * what a fair rating is.
 */
async function sampleSet(system: IndicatorSystem, entries: readonly Entry[]): Promise<SampleSet> {
  const template = await writeTemplate(system);
  const facts = factsTable(entries);
  const write = async (entry: Entry): Promise<SampleWorkbook> => ({
    name: `${entry.code}-${entry.name}.xlsx`,
    bytes: await fill(template, asAnswers(entry.drawn, entry.basics, noticesOf(entry)), system),
  });
  const drafts: SampleWorkbook[] = [];
  for (const entry of entries) drafts.push(await write(entry));
  const results = await scoreFiles(
    system,
    drafts.map((file) => readFile(system, file)),
    {
      language: "zh-CN",
      facts: [readFactsFile(system, { name: "facts.csv", bytes: new TextEncoder().encode(facts) })],
    },
  );
  const workbooks: SampleWorkbook[] = [];
  for (const entry of entries) {
    rateItself(system, entry, results);
    workbooks.push(await write(entry));
  }
  return { workbooks, facts };
}

/** A fair unit rounds up to the next tenth; a boastful one claims all there is. */
function rateItself(system: IndicatorSystem, { code, drawn, boasts }: Entry, results: Results): void {
  const items = results.assessments.find(({ unit }) => unit.code === code)?.items ?? [];
  const rule = new Map(items.map(({ id, rule }) => [id, rule]));
  for (const { item, key, firstOfItem } of formRows(system)) {
    const points = rule.get(item.id);
    if (!firstOfItem || item.kind !== "scored" || points === null || points === undefined) continue;
    const before = drawn.answers.get(key);
    const most = toNumber(item.points);
    const fair = Math.min(most, Math.ceil(Number(points) * 10) / 10);
    if (before) drawn.answers.set(key, { ...before, self: boasts ? most : fair });
  }
}

function basicsOf(
  { code, name }: Pick<Entry, "code" | "name">,
  facts: Readonly<Record<string, CellContent>>,
): UnitAnswers["basics"] {
  return {
    name,
    code,
    year: "2024",
    ...facts,
    filledBy: "示例填报人",
    checkedBy: "示例审核人",
    head: "示例负责人",
    phone: "000-00000000",
    date: new Date(Date.UTC(2025, 2, 10)),
  };
}

const noticesOf = ({ name, shows }: Entry): string[] => [
  `本表为虚构样例：${name}并不存在，所有数据由程序生成，与任何地方无关。`,
  `本样例展示：${shows}。`,
];

/** As a spreadsheet program would save it; what is still to come has no row. */
function factsTable(entries: readonly Entry[]): string {
  const rows = entries.flatMap(({ code, drawn }) =>
    [...drawn.byOthers]
      .filter(([fact]) => !(PENDING[code] ?? []).some((start) => fact.startsWith(start)))
      .map(([fact, { field, value }]) => [code, fact, String(value), sourceOf(field)]),
  );
  const lines = [Object.values(FACTS_COLUMNS), ...rows].map((row) => row.join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function sourceOf({ by, label }: Field): string {
  if (/法院|败诉|失信|司法建议/.test(label)) return "人民法院函告材料（虚构）";
  if (/评委/.test(label)) return "述法评议评分表（虚构）";
  if (/专家/.test(label)) return "专家评审评分表（虚构）";
  if (by === "assessor") return "评估组实地核查记录（虚构）";
  return "第三方调查报告（虚构）";
}
