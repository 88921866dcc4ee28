import {
  cellList,
  changesOf,
  divergenceOf,
  type Explanation,
  GapWords,
  interval,
  type SystemOutline,
} from "../index.js";
import { clauseLines, scoreLines } from "./clause-lines.js";
import type { Context } from "./context.js";
import { bold, dim, safe, table } from "./terminal.js";

/** The way of one item, step by step, in plain words. */
export function printExplanation(system: SystemOutline, told: Explanation, context: Context): void {
  const { out } = context;
  const { explain } = context.messages.console;
  const { unit, item, result, rules } = told;
  const section = (heading: string, lines: readonly string[]) => {
    if (lines.length > 0) out(`\n${bold(heading)}\n${lines.map((line) => safe(line)).join("\n")}`);
  };
  // What has nothing to tell is left out, and not counted.
  let number = 0;
  const step = (heading: string, lines: readonly string[]) => {
    if (lines.length === 0) return;
    number += 1;
    section(explain.step(number, heading), lines);
  };
  out(bold(safe(`${unit.name}（${unit.code}）　${item.id} ${item.title}`)));
  out(dim(safe(system.notice)));
  section(
    explain.criterion,
    [item.criterion, ...item.basis.map((basis) => `${explain.basis}${basis}`)].filter(Boolean),
  );
  step(explain.cells, fieldLines(system, told, context));
  step(explain.verification, verificationLines(system, told, context));
  step(explain.facts, derivedLines(system, told, context));
  step(explain.clauses, clauseLines(system, told, context));
  step(explain.score, scoreLines(told, context));
  step(
    explain.gaps,
    told.gaps.map((gap) => `${gap.lostTotal}　${gap.message}`),
  );
  step(explain.above, aboveLines(told, context));
  const overlay = rules.overlay === undefined ? "" : `　${context.labels.about.overlay} ${rules.overlay}`;
  step(explain.rules, [`${rules.id} ${rules.version}　SHA-256 ${rules.sha256}${overlay}`]);
  if (result.self !== null) out(`\n${explain.self(result.self)}`);
}

function fieldLines(system: SystemOutline, told: Explanation, { labels, messages }: Context): string[] {
  const words = new GapWords(system.facts, labels);
  const rows = told.fields.map((use) => [
    words.fact(use),
    cellList(use.sources, labels) || messages.console.explain.noCell,
  ]);
  if (rows.length === 0) return [];
  const { actual, sources } = labels.columns;
  return table([{ title: actual }, { title: sources }], rows).split("\n");
}

/** Reported → verified, by whom and why; then where the panel differs. */
function verificationLines(
  system: SystemOutline,
  told: Explanation,
  { labels, messages }: Context,
): string[] {
  const { explain, listComma } = messages.console;
  const changes = changesOf(told.result, system, labels).map(({ by, date, ...change }) =>
    explain.verified({ ...change, signed: [by, date].filter(Boolean).join(listComma) }),
  );
  const divergences = told.disagreements.map((one) => {
    const { subject, votes, taken } = divergenceOf(one, system, labels);
    return explain.disagreement(subject, votes, taken);
  });
  return [...changes, ...divergences];
}

/** What is counted from a list of records stands in cells of its own. */
function derivedLines(
  system: SystemOutline,
  { fields, derived }: Explanation,
  { labels }: Context,
): string[] {
  const words = new GapWords(system.facts, labels);
  const key = ({ file, sheet, cell }: { file: string; sheet: string; cell: string }) =>
    `${file}\n${sheet}\n${cell}`;
  const told = new Set(fields.flatMap(({ sources }) => sources.map(key)));
  return derived.map((use) => {
    const isNew = system.facts[use.fact]?.derived && use.sources.some((source) => !told.has(key(source)));
    return isNew ? `${words.fact(use)}　${cellList(use.sources, labels)}` : words.fact(use);
  });
}

const isOpen = ({ best, worst }: { best: number; worst: number }) => best !== worst;

function aboveLines(told: Explanation, { labels, messages }: Context): string[] {
  const { explain } = messages.console;
  const { above, total, bonus, deduction, vetoes, place, grade } = told;
  return [
    ...above.map(({ id, title, points, max }) => `${id} ${title}　${points} / ${max}`),
    explain.total(total.points, total.max, bonus, deduction),
    ...vetoes.map((title) => explain.veto(title)),
    "rank" in place
      ? explain.rank({ ...place, interval: isOpen(place) ? interval(place) : "" }, grade ?? labels.words.none)
      : labels.apart[place.apart],
  ];
}
