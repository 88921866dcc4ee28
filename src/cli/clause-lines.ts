import { ClauseWords, type Explanation, type SystemOutline } from "../index.js";
import type { Context } from "./context.js";

type ClauseResult = Explanation["result"]["clauses"][number];

const INDENT = "　　";

/** Every clause: what it says, then what became of it. */
export function clauseLines(
  system: SystemOutline,
  { item, result }: Explanation,
  { messages, labels }: Context,
): string[] {
  const { explain } = messages.console;
  if (result.notApplicable) {
    return [explain.notApplicable[result.notApplicable.by](result.notApplicable.reason ?? labels.words.none)];
  }
  const words = new ClauseWords(system, labels);
  return result.clauses.flatMap((clause) => {
    const outline = item.clauses.find(({ id }) => id === clause.id);
    const wording = outline ? words.clause(outline) : "";
    const became = `${explain.outcomes[clause.outcome]}　${effect(clause)}`.trimEnd();
    return wording
      ? [`${clause.id}${messages.console.colon}${wording}`, `${INDENT}${became}`]
      : [`${clause.id}　${became}`];
  });

  function effect({ id, outcome, amount, superseded }: ClauseResult): string {
    if (outcome === "notApplied") return "";
    if (superseded) return explain.superseded;
    // Nothing has happened yet, and “awards 0” would say that something has.
    if (outcome === "pending") return "";
    const clause = item.clauses.find((one) => one.id === id);
    return explain.effects[clause?.kind ?? "award"](amount, clause?.whole ?? "");
  }
}

/** 2.5 − 1.911765 → 0.59; and what verification made of it, where it did. */
export function scoreLines({ item, result }: Explanation, { messages }: Context): string[] {
  const { explain } = messages.console;
  const { points, rule, verification } = result;
  const moved = rule === points && !verification ? [] : [explain.moved(rule, points)];
  if (result.notApplicable) return [points, ...moved];
  const given = verification?.score;
  const sum = given ? explain.given(given.points) : sumOf(item, result.clauses, explain.set);
  return [`${sum} → ${points} / ${item.points}`, ...moved];
}

function sumOf(item: Explanation["item"], clauses: readonly ClauseResult[], set: string): string {
  const kindOf = (id: string) => item.clauses.find((clause) => clause.id === id)?.kind;
  if (clauses.some(({ id, outcome }) => kindOf(id) === "set" && outcome === "applied")) return set;
  const terms = clauses.flatMap(({ id, amount }) => {
    const kind = kindOf(id);
    if (Number(amount) === 0 || (kind !== "award" && kind !== "deduct")) return [];
    return [`${kind === "award" || item.kind === "deduction" ? "+" : "−"} ${amount}`];
  });
  return [item.start === "full" ? item.points : "0", ...terms].join(" ");
}
