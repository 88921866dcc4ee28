import type { Rational } from "../../model/rational.js";
import { add, compare, equals, sign, toDecimal, ZERO } from "../../model/rational.js";
import type { ItemDocument } from "../../model/system-document.js";
import type { At, LintContext } from "./context.js";

/** Points of items; their sums against the total and what nodes declare; what rescaling allows. */
export function lintPoints(context: LintContext, treeIsSound: boolean): void {
  for (const { item, at } of context.items) lintItemKind(context, item, at);
  if (treeIsSound) {
    lintSums(context);
    lintEmptyNodes(context);
  }
  lintRescaling(context);
  const hasBonus = context.items.some(({ item }) => item.kind === "bonus");
  if (hasBonus && !context.head.bonus) context.report("bonus-without-cap", context.root.key("bonus"));
  for (const key of ["bonus", "deduction"] as const) {
    const cap = context.head[key]?.cap;
    // Below zero, a cap of bonuses would take points, and one of deductions give some.
    if (cap) notNegative(context, cap, context.root.key(key).key("cap"));
  }
  const { totalCap, totalFloor } = context.head;
  if (totalCap) notNegative(context, totalCap, context.root.key("totalCap"));
  if (totalCap && totalFloor && compare(totalFloor, totalCap) > 0) {
    context.report("bounds-order", context.root.key("totalFloor"), {
      min: toDecimal(totalFloor),
      max: toDecimal(totalCap),
    });
  }
}

export function notNegative(context: LintContext, figure: Rational, at: At): void {
  if (sign(figure) < 0) context.report("amount-figure", at, { found: toDecimal(figure), expected: "≥ 0" });
}

/** Which keys go with which kind. */
function lintItemKind(context: LintContext, item: ItemDocument, at: At): void {
  const forbid = (key: "points" | "max" | "start" | "floor" | "onEmpty") => {
    if (item[key] !== undefined) context.report("item-kind", at.key(key), { key, kind: item.kind });
  };
  const need = (key: "points" | "max") => {
    const figure = item[key];
    if (figure === undefined) context.report("points-missing", at, { id: item.id, key });
    else notNegative(context, figure, at.key(key));
  };
  if (item.kind === "scored") {
    need("points");
    forbid("max");
    return;
  }
  forbid("points");
  forbid("start");
  forbid("floor");
  if (item.kind !== "info") {
    need("max");
    return;
  }
  forbid("onEmpty");
  forbid("max");
  if (item.clauses.length > 0)
    context.report("item-kind", at.key("clauses"), { key: "clauses", kind: "info" });
}

function lintSums(context: LintContext): void {
  const { head, root } = context;
  const contribution = new Map<string, Rational>();
  const sums = sumByParent(context, contribution);
  for (const [index, node] of head.nodes.entries()) {
    const sum = sums.get(node.id) ?? ZERO;
    const at = root.key("nodes").index(index);
    if (node.points && !equals(node.points, sum)) {
      context.report("node-points", at.key("points"), {
        id: node.id,
        declared: toDecimal(node.points),
        sum: toDecimal(sum),
      });
    }
    if (!node.scaleTo) continue;
    notNegative(context, node.scaleTo, at.key("scaleTo"));
    if (sign(sum) === 0) {
      const params = { found: toDecimal(node.scaleTo), expected: "", why: "nothing-to-scale" };
      context.report("amount-figure", at.key("scaleTo"), params);
    }
  }
  const total = sums.get("") ?? ZERO;
  if (!equals(head.total, total)) {
    context.report("total-points", root.key("total"), {
      declared: toDecimal(head.total),
      sum: toDecimal(total),
    });
  }
}

/** A node that nothing is scored below, unless it is there for what is only asked; where its figures are told, that will do. */
function lintEmptyNodes(context: LintContext): void {
  const { nodes } = context.head;
  const parents = new Map(nodes.map((node) => [node.id, node.parent]));
  const held = new Set<string>();
  for (const { item } of context.items) {
    if (item.kind !== "scored" && item.kind !== "info") continue;
    for (let id = item.parent; id !== undefined; id = parents.get(id)) held.add(id);
  }
  for (const [index, { id, points = ZERO, scaleTo = ZERO }] of nodes.entries()) {
    if (held.has(id) || sign(points) !== 0 || sign(scaleTo) !== 0) continue;
    context.report("empty-node", context.root.key("nodes").index(index), { id });
  }
}

/** Σ of what the children of each node contribute; level 1 under "". */
function sumByParent(context: LintContext, contribution: Map<string, Rational>): Map<string, Rational> {
  const sums = new Map<string, Rational>();
  const put = (parent: string, points: Rational) => sums.set(parent, add(sums.get(parent) ?? ZERO, points));
  for (const { item } of context.items)
    if (item.kind === "scored") put(item.parent ?? "", item.points ?? ZERO);
  // Deepest nodes first: a node's sum is complete before it is passed on.
  const nodes = new Map(context.head.nodes.map((node) => [node.id, node]));
  const depth = (id: string | undefined): number => (id === undefined ? 0 : 1 + depth(nodes.get(id)?.parent));
  for (const node of [...nodes.values()].sort((a, b) => depth(b.id) - depth(a.id))) {
    contribution.set(node.id, node.scaleTo ?? sums.get(node.id) ?? ZERO);
    put(node.parent ?? "", contribution.get(node.id) ?? ZERO);
  }
  return sums;
}

function lintRescaling(context: LintContext): void {
  const { policies, nodes } = context.head;
  const rescales = policies.notApplicable.startsWith("rescale-");
  if (policies.missing === "exclude" && !rescales) {
    context.report("exclude-without-rescale", context.root.key("policies").key("missing"), {
      notApplicable: policies.notApplicable,
    });
  }
  for (const [index, node] of nodes.entries()) {
    const below =
      policies.notApplicable === "rescale-total" ||
      (policies.notApplicable === "rescale-level1" && node.parent !== undefined);
    if (node.scaleTo && below) {
      context.report("scale-below-rescale", context.root.key("nodes").index(index).key("scaleTo"), {
        id: node.id,
        policy: policies.notApplicable,
      });
    }
  }
}
