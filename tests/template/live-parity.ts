import { strFromU8, unzipSync } from "fflate";
import { readSubmission } from "../../src/intake/read-submission.js";
import type { Assessment } from "../../src/model/assessment.js";
import { columnLetters } from "../../src/model/column-letters.js";
import { formRows, SHEETS } from "../../src/model/form.js";
import type { IndicatorSystem, Item } from "../../src/model/indicator-system.js";
import { LIVE_SHEETS } from "../../src/model/live-names.js";
import { toFixed } from "../../src/model/rational.js";
import { clauseSentences, withCriteria } from "../../src/report/criteria.js";
import { assessUnit } from "../../src/scoring/assess-unit.js";
import { livePlaces } from "../../src/template/answers.js";
import { writeTemplate } from "../../src/template/template.js";

export const liveTemplate = (system: IndicatorSystem): Promise<Uint8Array> => {
  const worded = withCriteria(system);
  return writeTemplate(worded, { live: clauseSentences(worded) });
};

/** Printed points by item id, and of the whole as `total`; `不适用` where an item does not apply. */
export type Printed = Readonly<Record<string, string>>;

/** What the engine makes of a workbook. */
export async function scored(system: IndicatorSystem, bytes: Uint8Array, file: string): Promise<Assessment> {
  const { submission, findings } = readSubmission(bytes, file, system);
  if (!submission) throw new Error(`${file} was returned: ${JSON.stringify(findings.slice(0, 3))}`);
  return assessUnit(system, { own: submission, verified: submission });
}

export function printed(system: IndicatorSystem, { items, total, coverage }: Assessment): Printed {
  return {
    total: toFixed(total.points, system.digits),
    coverage: toFixed(coverage, 6),
    ...Object.fromEntries(
      items
        .filter((_, index) => system.items[index]?.kind !== "info")
        .map(({ id, points, status }) => [
          id,
          status === "notApplicable" ? "不适用" : toFixed(points, system.digits),
        ]),
    ),
  };
}

/** What a program computed in a workbook that scores itself. */
export function computed(system: IndicatorSystem, bytes: Uint8Array): Printed {
  const results = new Results(bytes);
  const isNumber = (value: string) => value !== "" && Number.isFinite(Number(value));
  const shown = (value: string): string => (isNumber(value) ? Number(value).toFixed(system.digits) : value);
  /** What a deduction item takes away is shown below zero. */
  const taken = ({ kind }: Item, value: string): string =>
    shown(kind === "deduction" && isNumber(value) ? String(0 - Number(value)) : value);
  const column = columnLetters(livePlaces(system).score);
  const answers = results.of(SHEETS.answers);
  const scores = formRows(system).flatMap(({ item, firstOfItem }, index): [string, string][] =>
    firstOfItem && item.kind !== "info"
      ? [[item.id, taken(item, answers.get(`${column}${FIRST_ROW + index}`) ?? "")]]
      : [],
  );
  const summary = results.of(LIVE_SHEETS.summary);
  const others = new Set(
    system.items.map(({ kind }) => kind).filter((kind) => kind === "bonus" || kind === "deduction"),
  );
  return {
    total: shown(summary.get("B5") ?? ""),
    // Below the total stand what is added and taken away, where there are such items.
    coverage: Number(summary.get(`B${6 + others.size}`)).toFixed(6),
    ...Object.fromEntries(scores),
  };
}

const FIRST_ROW = 4;
const CELL = /<c r="([A-Z]+\d+)"[^>]*><f[^>]*>[^<]*<\/f><v>([^<]*)<\/v><\/c>/g;

/** The results of formulas, without reading the thousands of steps to them. */
class Results {
  private readonly parts: Record<string, Uint8Array>;
  private readonly names: readonly string[];

  constructor(bytes: Uint8Array) {
    const book = unzipSync(bytes, { filter: ({ name }) => name === "xl/workbook.xml" });
    const xml = strFromU8(book["xl/workbook.xml"] ?? new Uint8Array());
    this.names = [...xml.matchAll(/<sheet name="([^"]*)"/g)].map(([, name = ""]) => name);
    const wanted = [SHEETS.answers, LIVE_SHEETS.summary].map((name) => this.part(name));
    this.parts = unzipSync(bytes, { filter: ({ name }) => wanted.includes(name) });
  }

  /** By address, as stored. */
  of(sheet: string): ReadonlyMap<string, string> {
    const xml = strFromU8(this.parts[this.part(sheet)] ?? new Uint8Array());
    return new Map([...xml.matchAll(CELL)].map(([, address = "", value = ""]) => [address, value]));
  }

  /** LibreOffice numbers the parts in the order of the sheets. */
  private part(sheet: string): string {
    return `xl/worksheets/sheet${this.names.indexOf(sheet) + 1}.xml`;
  }
}
