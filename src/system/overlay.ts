import type { LintFinding } from "../model/lint-finding.js";
import { OverlayDocument } from "../model/overlay-document.js";
import { divide, multiply, type Rational, sign, toDecimal } from "../model/rational.js";
import type { AmountDocument, ClauseDocument, ItemDocument } from "../model/system-document.js";
import { worth } from "./amounts.js";
import type { OverlayFile } from "./files.js";
import { jsonPath, readJson } from "./json.js";
import type { Head, PlacedItem } from "./lint/context.js";
import { readShape } from "./shape.js";

/** The overlay, or what is wrong with its file. */
export function readOverlay({ name, bytes }: OverlayFile): {
  document?: OverlayDocument;
  findings: readonly LintFinding[];
} {
  const json = readJson(bytes, name);
  if (json.value === undefined) return { findings: json.findings };
  const { value, findings } = readShape(OverlayDocument, json.value, name);
  return { ...(value ? { document: value } : {}), findings: [...json.findings, ...findings] };
}

/** What of an overlay does not fit the system. */
export function lintOverlay(
  name: string,
  document: OverlayDocument,
  head: Head,
  items: readonly PlacedItem[],
): LintFinding[] {
  const findings: LintFinding[] = [];
  const report = (code: LintFinding["code"], path: string, params: Record<string, string>) =>
    findings.push({ code, file: name, path, params });
  const { id, version } = document.system;
  if (id !== head.id || version !== head.version) {
    report("overlay-system", "$.system", {
      found: `${id} ${version}`,
      expected: `${head.id} ${head.version}`,
    });
  }
  for (const [item, points] of Object.entries(document.points)) {
    const path = jsonPath(["points", item]);
    const known = items.find((one) => one.item.id === item && one.item.kind !== "info")?.item;
    if (!known) report("unknown-place", path, { id: item });
    else if (sign(points) < 0) report("amount-figure", path, { found: toDecimal(points), expected: "≥ 0" });
    else if (sign(worth(known)) === 0 && sign(points) > 0) report("overlay-zero", path, { id: item });
  }
  return findings;
}

/**
 * The items with the overlay's points; the amounts of their clauses go up or down in proportion, so that a
 * clause that took a third of an item still takes a third.
 */
export function withPoints(items: readonly PlacedItem[], { points }: OverlayDocument): PlacedItem[] {
  return items.map(({ item, at }) => {
    const given = points[item.id];
    return given === undefined ? { item, at } : { item: scaled(item, given), at };
  });
}

/** The points that nodes declare are those of the public list, which the overlay replaces. */
export function withoutDeclarations(head: Head): Head {
  return { ...head, nodes: head.nodes.map((node) => ({ ...node, points: undefined })) };
}

function scaled(item: ItemDocument, points: Rational): ItemDocument {
  const before = worth(item);
  const factor = sign(before) === 0 ? before : divide(points, before);
  const clauses = item.clauses.map((clause) => scaleClause(clause, factor));
  const floor = item.floor && multiply(item.floor, factor);
  return item.kind === "scored" ? { ...item, points, floor, clauses } : { ...item, max: points, clauses };
}

function scaleClause(clause: ClauseDocument, factor: Rational): ClauseDocument {
  const { award, deduct, set } = clause;
  return {
    ...clause,
    award: award && scaleAmount(award, factor),
    deduct: deduct && scaleAmount(deduct, factor),
    set: typeof set === "object" ? multiply(set, factor) : set,
  };
}

function scaleAmount(amount: AmountDocument, factor: Rational): AmountDocument {
  const scale = (figure: Rational) => multiply(figure, factor);
  if ("n" in amount) return scale(amount);
  if ("each" in amount) return { ...amount, each: scale(amount.each), cap: amount.cap && scale(amount.cap) };
  if ("share" in amount) return { ...amount, of: amount.of && scale(amount.of) };
  if ("tiers" in amount) {
    const { tiers } = amount;
    return {
      tiers:
        "atLeast" in tiers
          ? { of: tiers.of, atLeast: tiers.atLeast.map(([bound, figure]) => [bound, scale(figure)]) }
          : { of: tiers.of, atMost: tiers.atMost.map(([bound, figure]) => [bound, scale(figure)]) },
    };
  }
  if ("judge" in amount) {
    const { min, max, step } = amount.judge;
    return { judge: { min: scale(min), max: scale(max), step: step && scale(step) } };
  }
  const points = Object.fromEntries(
    Object.entries(amount.points).map(([option, figure]) => [option, scale(figure)]),
  );
  return { ...amount, points };
}
