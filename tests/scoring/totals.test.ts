import { describe, expect, it } from "vitest";
import type { Assessment } from "../../src/model/assessment.js";
import { toFixed } from "../../src/model/rational.js";
import { assess, type Drawn, deeplyDrawn, drawn, every } from "../support/arbitrary-assessment.js";
import type { WrittenItem } from "../support/arbitrary-item.js";

/** A fraction, never reduced: nothing of the project's own arithmetic is used to add up here. */
type Fraction = readonly [n: bigint, d: bigint];
const NONE: Fraction = [0n, 1n];
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const minus = (a: Fraction, [c, d]: Fraction): Fraction => plus(a, [-c, d]);
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
/** The other way up; nothing where there is nothing to divide among. */
const inverse = ([a, b]: Fraction): Fraction => (a === 0n ? NONE : a < 0n ? [-b, -a] : [b, a]);
const isBelow = (a: Fraction, b: Fraction): boolean => minus(a, b)[0] < 0n;
const lesser = (a: Fraction, b: Fraction): Fraction => (isBelow(a, b) ? a : b);
const greater = (a: Fraction, b: Fraction): Fraction => (isBelow(a, b) ? b : a);
const all = (list: readonly Fraction[]): Fraction => list.reduce(plus, NONE);

/** Four decimals are more than the drawn systems write. */
const written = (figure: number): Fraction => [BigInt(Math.round(figure * 10_000)), 10_000n];

/** Rounded half away from zero, as it is printed. */
function print([n, d]: Fraction, digits: number): string {
  const size = n < 0n ? -n : n;
  const scaled = (2n * size * 10n ** BigInt(digits) + d) / (2n * d);
  const text = scaled.toString().padStart(digits + 1, "0");
  const figure = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return n < 0n && scaled > 0n ? `-${figure}` : figure;
}

/** What a place has and what it could have, in points of its parent. */
interface Part {
  readonly points: Fraction;
  readonly of: Fraction;
}

/** The total from the items' printed points, by the words of the rules. */
function addUp({ written: system, system: { digits } }: Drawn, assessment: Assessment): string {
  const items = system.items as WrittenItem[];
  const policy = system.policies?.notApplicable ?? "rescale-parent";
  const applied = assessment.vetoes.filter(({ status }) => status === "applied");
  const zeroed = new Set(applied.flatMap(({ effect }) => (effect.kind === "zero" ? [effect.place] : [])));
  const pointsOf = ({ id }: WrittenItem): Fraction => {
    const { n, d } = assessment.items.find((one) => one.id === id)?.points ?? { n: 0n, d: 1n };
    return [n, d];
  };
  const applies = ({ id }: WrittenItem): boolean =>
    !policy.startsWith("rescale-") ||
    assessment.items.find((one) => one.id === id)?.status !== "notApplicable";

  const partOf = (item: WrittenItem): Part[] => {
    if (!applies(item)) return [];
    const points = pointsOf(item);
    return [{ points: zeroed.has(item.id) ? lesser(points, NONE) : points, of: written(item.points ?? 0) }];
  };
  /** What a place is worth where everything applies. */
  const worth = (id: string): Fraction => {
    const node = system.nodes?.find((one) => one.id === id);
    return node?.scaleTo === undefined ? all(below(id).map((one) => one.worth)) : written(node.scaleTo);
  };
  const below = (parent: string | undefined): { parts: () => Part[]; worth: Fraction }[] => [
    ...(system.nodes ?? [])
      .filter((node) => node.parent === parent)
      .map(({ id }) => ({ parts: () => nodePart(id), worth: worth(id) })),
    ...items
      .filter((item) => item.kind === "scored" && item.parent === parent)
      .map((item) => ({ parts: () => partOf(item), worth: written(item.points ?? 0) })),
  ];
  const nodePart = (id: string): Part[] => {
    const parts = below(id).flatMap((one) => one.parts());
    if (parts.length === 0) return [];
    const node = system.nodes?.find((one) => one.id === id);
    const points = all(parts.map((part) => part.points));
    const of = all(parts.map((part) => part.of));
    const rescales = policy === "rescale-level1" ? node?.parent === undefined : policy !== "rescale-total";
    const factor = rescales ? times(worth(id), inverse(of)) : ([1n, 1n] as const);
    const scaled = times(points, factor);
    return [{ points: zeroed.has(id) ? lesser(scaled, NONE) : scaled, of: times(of, factor) }];
  };

  const parts = below(undefined).flatMap((one) => one.parts());
  const share = times(all(parts.map(({ points }) => points)), inverse(all(parts.map(({ of }) => of))));
  const scored = times(share, written(system.total));
  const extra = (kind: "bonus" | "deduction") => {
    const points = all(items.filter((item) => item.kind === kind).map(pointsOf));
    return lesser(points, written(system[kind]?.cap ?? 0));
  };
  const sum = minus(plus(scored, extra("bonus")), extra("deduction"));
  const capped = system.totalCap === undefined ? sum : lesser(sum, written(system.totalCap));
  const floored = system.totalFloor === undefined ? capped : greater(capped, written(system.totalFloor));
  const held = applied.reduce((total, { effect }) => {
    if (effect.kind !== "capTotal") return total;
    return lesser(total, [effect.capTotal.n, effect.capTotal.d]);
  }, floored);
  return print(held, digits);
}

describe.each([
  { where: "any system", cases: drawn, systems: 50, least: 2 },
  { where: "a deep system", cases: deeplyDrawn, systems: 100, least: 10 },
])("the total by $where", ({ cases, systems, least }) => {
  it("is the sum of its parts to the last digit, under every policy", async () => {
    const tried = new Map<string, number>();
    await every(cases, systems, async (one) => {
      const assessment = await assess(one);
      const { digits, policies } = one.system;
      expect(toFixed(assessment.total.points, digits)).toBe(addUp(one, assessment));
      const left = assessment.items.filter(({ status }) => status === "notApplicable").length;
      if (left > 0 && left < assessment.items.length) {
        tried.set(policies.notApplicable, (tried.get(policies.notApplicable) ?? 0) + 1);
      }
    });
    expect(tried.size).toBe(5);
    for (const [policy, times] of tried) expect(times, policy).toBeGreaterThanOrEqual(least);
  });
});
