import type { IndicatorSystem } from "../model/indicator-system.js";
import type { Value } from "../model/value.js";
import type { Cell } from "./cells.js";
import { textOf } from "./grid.js";
import { quoted } from "./refused.js";
import type { About, Findings } from "./report.js";

/** A worksheet cell holds no more characters than this: a text that long was probably cut. */
const CELL_LIMIT = 32_767;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ODD = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFD]/;

/** What is read all the same, and yet worth a second look: days outside the period, texts that were cut. */
export function tellOddValue(
  value: Value,
  cell: Cell,
  label: string,
  { period }: IndicatorSystem,
  about: About,
  findings: Findings,
): void {
  if (value.type === "date" && period && (value.date < period.from || value.date > period.to))
    findings.add("W03", { label, found: value.date, ...period }, about);
  if (value.type !== "text") return;
  const text = textOf(cell);
  const what = text.length >= CELL_LIMIT ? "cut" : ODD.test(text) ? "odd" : undefined;
  if (what) findings.add("W06", { label, what, found: quoted(text) }, about);
}
