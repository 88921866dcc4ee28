import { inspectWorkbook } from "../../src/intake/inspect.js";
import { readSubmission } from "../../src/intake/read-submission.js";
import type { Assessment } from "../../src/model/assessment.js";
import { formRows, SHEETS } from "../../src/model/form.js";
import type { IndicatorSystem, Item } from "../../src/model/indicator-system.js";
import { LIVE_SHEETS } from "../../src/model/live-names.js";
import { toFixed } from "../../src/model/rational.js";
import { clauseSentences, withCriteria } from "../../src/report/criteria.js";
import { assessUnit } from "../../src/scoring/assess-unit.js";
import { livePlaces } from "../../src/template/answers.js";
import { columnName } from "../../src/template/live/calculation.js";
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
  const cells = new Map<string, string | number | boolean | null>();
  for (const sheet of inspectWorkbook(bytes, "live.xlsx").sheets) {
    if (sheet.name !== SHEETS.answers && sheet.name !== LIVE_SHEETS.summary) continue;
    for (const cell of sheet.cells) cells.set(`${sheet.name}!${cell.ref}`, cell.value);
  }
  const places = livePlaces(system);
  const rows = formRows(system);
  const shown = (value: unknown): string =>
    typeof value === "number" ? value.toFixed(system.digits) : String(value);
  /** What a deduction item takes away is shown below zero. */
  const taken = (item: Item, value: unknown): string =>
    shown(item.kind === "deduction" && typeof value === "number" ? 0 - value : value);
  const scores = rows.flatMap(({ item, firstOfItem }, index): [string, string][] =>
    firstOfItem && item.kind !== "info"
      ? [[item.id, taken(item, cells.get(`${SHEETS.answers}!${columnName(places.score)}${index + 4}`))]]
      : [],
  );
  const labels = [...cells].flatMap(([address, label]) =>
    address.startsWith(`${LIVE_SHEETS.summary}!A`) ? [[label, address.replace("!A", "!B")] as const] : [],
  );
  const figure = (label: string) => cells.get(labels.find(([name]) => name === label)?.[1] ?? "");
  return {
    total: shown(figure("总分")),
    coverage: Number(figure("填报覆盖率")).toFixed(6),
    ...Object.fromEntries(scores),
  };
}
