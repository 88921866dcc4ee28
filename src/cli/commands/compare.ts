import {
  CAUSES,
  type Cause,
  type Change,
  type Comparison,
  compareResults,
  type UnitComparison,
} from "../../index.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import { readResults } from "../read-results.js";
import { bold, red, safe, table } from "../terminal.js";

/** `faping compare`: what changed between two results, and why. */
export async function compare(
  oldPath: string,
  newPath: string,
  options: { json?: boolean },
  context: Context,
): Promise<ExitCode> {
  const [old, now] = [readResults(oldPath, context), readResults(newPath, context)];
  const comparison = await compareResults(old, now);
  if (options.json) context.out(JSON.stringify(comparison, null, 2));
  else printComparison(comparison, context);
  return EXIT.done;
}

function printComparison(comparison: Comparison, context: Context): void {
  const { out, messages } = context;
  const { trust, console: words } = messages;
  const { rules, units, added, removed } = comparison;
  const name = ({ id, version, sha256, overlay, engine }: Comparison["rules"]["before"]) =>
    `${id} ${version}　SHA-256 ${sha256.slice(0, 12)}…${overlay ? ` + ${overlay.slice(0, 12)}…` : ""}　faping ${engine}`;
  out(safe(`${trust.rulesBefore(name(rules.before))}\n${trust.rulesAfter(name(rules.after))}`));
  const changed = units.filter(hasChanged);
  const counts = {
    both: units.length,
    changed: changed.length,
    added: added.length,
    removed: removed.length,
  };
  out(trust.compared(counts));
  const list = (heading: string, names: typeof added) => {
    if (names.length > 0)
      out(
        safe(
          `${heading}${words.colon}${names.map((one) => `${one.name}（${one.code}）`).join(words.listComma)}`,
        ),
      );
  };
  list(trust.added, added);
  list(trust.removed, removed);
  if (changed.length === 0) {
    out(trust.noChange);
    return;
  }
  const isSameEngine = rules.before.engine === rules.after.engine;
  const unexplained = changed.filter(({ total }) => isSameEngine && total.causes.engine !== "0");
  if (unexplained.length > 0)
    context.err(red(safe(trust.notItsOwn(unexplained.map(({ name }) => name).join(words.listComma)))));
  out(`\n${bold(trust.units)}\n${unitsTable(changed, comparison, context)}`);
  const items = changed.flatMap((unit) => unit.items.map((item) => ({ unit, item })));
  if (items.length > 0) out(`\n${bold(trust.items)}\n${itemsTable(items, comparison, context)}`);
}

const hasChanged = ({ total, rank, grade, items }: UnitComparison): boolean =>
  items.length > 0 || total.difference !== "0" || rank.before !== rank.after || grade.before !== grade.after;

/** Causes that moved nothing anywhere have no column. */
const causesIn = (changes: readonly Change[]) =>
  CAUSES.filter((cause) => changes.some(({ causes }) => causes[cause] !== "0"));

/** What one and the same engine does not account for, nothing does. */
const causeName = (
  cause: Cause,
  { before, after }: Comparison["rules"],
  { causes, unexplained }: Context["messages"]["trust"],
): string => (cause === "engine" && before.engine === after.engine ? unexplained : causes[cause]);

/** As many decimals as the figures have that it is the difference of. */
function signed(figure: string, digits: number): string {
  if (figure === "0") return "—";
  const [, decimals = ""] = figure.split(".");
  const fixed = decimals.length >= digits ? figure : Number(figure).toFixed(digits);
  return figure.startsWith("-") ? fixed : `+${fixed}`;
}

function unitsTable(
  units: readonly UnitComparison[],
  { digits, rules }: Comparison,
  { messages: { trust } }: Context,
): string {
  const causes = causesIn(units.map(({ total }) => total));
  const { columns } = trust;
  const rank = (place: number | null) => (place === null ? trust.apart : String(place));
  return table(
    [
      { title: columns.code },
      { title: columns.unit },
      ...[
        columns.before,
        columns.after,
        columns.difference,
        ...causes.map((cause) => causeName(cause, rules, trust)),
      ].map(right),
      { title: columns.rank },
      { title: columns.grade },
    ],
    units.map(({ code, name, total, rank: place, grade }) => [
      code,
      name,
      total.before,
      total.after,
      signed(total.difference, digits),
      ...causes.map((cause) => signed(total.causes[cause], digits)),
      place.before === place.after ? rank(place.after) : `${rank(place.before)} → ${rank(place.after)}`,
      grade.before === grade.after ? (grade.after ?? "—") : `${grade.before ?? "—"} → ${grade.after ?? "—"}`,
    ]),
  );
}

function itemsTable(
  items: readonly { unit: UnitComparison; item: UnitComparison["items"][number] }[],
  { digits, rules }: Comparison,
  { messages: { trust } }: Context,
): string {
  const causes = causesIn(items.map(({ item }) => item));
  const { columns } = trust;
  return table(
    [
      { title: columns.unit },
      { title: columns.item },
      ...[
        columns.before,
        columns.after,
        columns.difference,
        ...causes.map((cause) => causeName(cause, rules, trust)),
      ].map(right),
    ],
    items.map(({ unit, item }) => [
      unit.name,
      `${item.id} ${item.title}`,
      item.before,
      item.after,
      signed(item.difference, digits),
      ...causes.map((cause) => signed(item.causes[cause], digits)),
    ]),
  );
}

const right = (title: string) => ({ title, align: "right" as const });
