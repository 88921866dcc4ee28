import { operandsOf } from "../../model/derived.js";
import type { LintFinding } from "../../model/lint-finding.js";
import type { PlacedItem } from "./context.js";

/** Facts that are derived from facts that are derived…: no list of indicators has a tenth of it. */
const MAX_CHAIN = 100;

/**
 * A chain of derived facts that is longer than anything below could follow by recursion; looked for first, and
 * without recursion. Circles are no longer than their facts are many: they are told as what they are.
 */
export function lintDeriveDepth(items: readonly PlacedItem[]): LintFinding[] {
  const derived = new Map(
    items.flatMap(({ item, at }) =>
      item.derive.map(
        (one, index) => [one.fact, { operands: operandsOf(one), at: at.key("derive").index(index) }] as const,
      ),
    ),
  );
  const lengths = new Map<string, number>();
  const open = new Set<string>();
  for (const start of derived.keys()) {
    const stack = [start];
    for (let name = stack.at(-1); name !== undefined; name = stack.at(-1)) {
      const operands = (derived.get(name)?.operands ?? []).filter((operand) => derived.has(operand));
      const next = open.has(name) ? undefined : operands.find((one) => !lengths.has(one) && !open.has(one));
      if (next !== undefined && !lengths.has(name)) {
        open.add(name);
        stack.push(...operands.filter((one) => !lengths.has(one) && !open.has(one)));
        continue;
      }
      stack.pop();
      open.delete(name);
      lengths.set(name, 1 + Math.max(0, ...operands.map((one) => lengths.get(one) ?? 0)));
    }
  }
  const longest = [...lengths].find(([, length]) => length > MAX_CHAIN);
  const place = longest && derived.get(longest[0])?.at;
  if (!longest || !place) return [];
  return [
    {
      code: "derive-depth",
      file: place.file,
      path: place.path,
      params: { fact: longest[0], limit: String(MAX_CHAIN) },
    },
  ];
}
