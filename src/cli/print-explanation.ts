import { type Explanation, GapWords, type SystemOutline } from "../index.js";
import type { Context } from "./context.js";
import { bold, dim, safe, table } from "./terminal.js";

/** The way of one item, step by step, in plain words. */
export function printExplanation(system: SystemOutline, told: Explanation, context: Context): void {
  const { out, labels } = context;
  const { explain } = context.messages.console;
  const words = new GapWords(system.facts, labels);
  const section = (heading: string, lines: readonly string[]) => {
    if (lines.length > 0) out(`\n${bold(heading)}\n${lines.map((line) => safe(line)).join("\n")}`);
  };
  const { unit, item, result, rules } = told;
  out(bold(safe(`${unit.name}（${unit.code}）　${item.id} ${item.title}`)));
  out(dim(safe(system.notice)));
  section(
    explain.criterion,
    [item.criterion, ...item.basis.map((basis) => `${explain.basis}${basis}`)].filter(Boolean),
  );

  const rows = told.fields.map((use) => [
    words.fact(use),
    use.sources
      .map(({ file, sheet, cell }) => `${file} ${sheet}!${cell}`)
      .join(context.messages.console.listComma) || explain.noCell,
  ]);
  const cells = table([{ title: labels.columns.actual }, { title: labels.columns.sources }], rows).split(
    "\n",
  );
  section(explain.cells, rows.length > 0 ? cells : []);
  section(
    explain.facts,
    told.derived.map((use) => words.fact(use)),
  );
  section(explain.clauses, clauseLines(told, context));
  section(explain.score, [scoreLine(told, context)]);
  const [nearest] = told.gaps;
  section(explain.gaps, nearest ? told.gaps.map((gap) => `${gap.lostTotal}　${gap.message}`) : []);
  section(explain.above, [
    ...told.above.map(({ id, title, points, max }) => `${id} ${title}　${points} / ${max}`),
    explain.total(told.total.points, told.total.max, told.bonus, told.deduction),
    ...told.vetoes.map((title) => explain.veto(title)),
    "rank" in told.place
      ? explain.rank(told.place, told.grade ?? labels.words.none)
      : labels.apart[told.place.apart],
  ]);
  const overlay = rules.overlay === undefined ? "" : `　${labels.about.overlay} ${rules.overlay}`;
  section(explain.rules, [`${rules.id} ${rules.version}　SHA-256 ${rules.sha256}${overlay}`]);
  if (result.self !== null) out(`\n${explain.self(result.self)}`);
}

function clauseLines({ item, result }: Explanation, { messages, labels }: Context): string[] {
  const { explain } = messages.console;
  if (result.notApplicable) {
    return [explain.notApplicable[result.notApplicable.by](result.notApplicable.reason ?? labels.words.none)];
  }
  return result.clauses.map(({ id, outcome, amount, superseded }) => {
    const clause = item.clauses.find((one) => one.id === id);
    const kind = clause?.kind ?? "award";
    const effect = superseded ? explain.superseded : explain.effects[kind](amount, clause?.whole ?? "");
    return `${id}　${explain.outcomes[outcome]}　${outcome === "notApplied" ? "" : effect}`.trimEnd();
  });
}

/** 2.5 − 1.911765 → 0.59 */
function scoreLine({ item, result }: Explanation, { messages }: Context): string {
  const { explain } = messages.console;
  const sets = result.clauses.filter(
    (clause) => kindOf(item, clause.id) === "set" && clause.outcome === "applied",
  );
  const terms = result.clauses
    .filter(({ amount, id }) => Number(amount) !== 0 && ["award", "deduct"].includes(kindOf(item, id)))
    .map(
      ({ id, amount }) =>
        `${kindOf(item, id) === "award" || item.kind === "deduction" ? "+" : "−"} ${amount}`,
    );
  const start = item.start === "full" ? item.points : "0";
  const sum = sets.length > 0 ? explain.set : [start, ...terms].join(" ");
  return result.notApplicable ? `${result.points}` : `${sum} → ${result.points} / ${item.points}`;
}

const kindOf = (item: Explanation["item"], clause: string): string =>
  item.clauses.find(({ id }) => id === clause)?.kind ?? "";
