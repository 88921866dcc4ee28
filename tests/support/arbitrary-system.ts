import fc from "fast-check";
import { choice, conditionSeed, pick } from "./arbitrary-condition.js";
import { derivedOf } from "./arbitrary-derived.js";
import {
  describe,
  fieldSeed,
  itemSeed,
  unitFact,
  type Written,
  type WrittenField,
  type WrittenItem,
  writeFields,
  writeItem,
} from "./arbitrary-item.js";
import { type Known, writeCondition } from "./arbitrary-leaf.js";

type WrittenNode = NonNullable<Written["nodes"]>[number];

const percent = fc.nat(100);
const systemSeed = fc.record({
  levels: fc.integer({ min: 1, max: 4 }),
  digits: fc.constantFrom(2, 2, 0, 1, 4),
  missing: fc.constantFrom("zero", "exclude"),
  unsupported: fc.constantFrom("accept", "missing"),
  notApplicable: fc.constantFrom("rescale-parent", "rescale-level1", "rescale-total", "full", "zero"),
  unitFacts: fc.array(fieldSeed, { maxLength: 3 }),
  nodes: fc.array(fc.record({ parent: choice, scaleTo: fc.option(fc.nat(200)), declared: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  }),
  items: fc.array(itemSeed, { minLength: 1, maxLength: 7 }),
  caps: fc.record({
    bonus: percent,
    deduction: percent,
    total: fc.option(percent),
    floor: fc.option(percent),
  }),
  vetoes: fc.array(
    fc.record({
      effect: choice,
      when: fc.option(conditionSeed(1), { freq: 4 }),
      place: choice,
      cap: percent,
    }),
    { maxLength: 3 },
  ),
  grades: fc.array(fc.record({ min: percent, level1: fc.option(percent), quota: fc.option(percent) }), {
    maxLength: 3,
  }),
  ranking: fc.record({
    groupBy: fc.option(choice),
    tieBreak: fc.array(choice, { maxLength: 2 }),
    coverage: fc.option(percent),
  }),
});
type SystemSeed = typeof systemSeed extends fc.Arbitrary<infer T> ? T : never;

/** Systems of one to four levels that pass the lint, whatever was drawn. */
export const writtenSystem: fc.Arbitrary<Written> = systemSeed.map(write);

/**
 * Systems in which one fact often decides alone: one level, one or two items, nothing that does not apply, and
 * derived facts that follow one operand along a straight line.
 */
export const plainSystem: fc.Arbitrary<Written> = systemSeed.map((seed) => write(plain(seed)));

function plain(seed: SystemSeed): SystemSeed {
  const lines = {
    ratio: "shortfall",
    product: "shortfall",
    min: "excess",
    max: "scale",
    mean: "scale",
  } as const;
  return {
    ...seed,
    levels: 1,
    unitFacts: [],
    vetoes: [],
    caps: { ...seed.caps, deduction: 100, total: null, floor: null },
    items: seed.items.slice(0, 2).map((item) => ({
      ...item,
      kind: item.kind === "deduction" ? "deduction" : "scored",
      applicable: null,
      mayBeNotApplicable: false,
      fields: item.fields.map((field) => ({ ...field, type: field.type === "rate" ? "number" : field.type })),
      derive: item.derive.map((derived) => ({
        ...derived,
        form:
          { ...lines, count: derived.form, daysBetween: derived.form }[derived.form as "ratio"] ??
          derived.form,
        operands: derived.operands.map((operand, index) => ({ ...operand, constant: index > 0 })),
      })),
      clauses: item.clauses.slice(0, 3),
    })),
  };
}

/** Systems of three or four levels with few nodes, many of whose items do not apply to one unit or another. */
export const deepSystem: fc.Arbitrary<Written> = systemSeed.map((seed) => write(deep(seed)));

function deep(seed: SystemSeed): SystemSeed {
  const leaf = { kind: "leaf", fact: seed.digits, operator: 0, values: [seed.levels], other: null } as const;
  return {
    ...seed,
    levels: Math.max(seed.levels, 3),
    unitFacts: [{ type: "boolean", documents: 0, optional: false, options: 1 }, ...seed.unitFacts],
    // The second and the third node stand below the first.
    nodes: [...seed.nodes, ...seed.nodes, ...seed.nodes]
      .slice(0, 4)
      .map((node, index) => ({ ...node, parent: [0, 0, 1][index] ?? node.parent })),
    items: [...seed.items, ...seed.items, ...seed.items].slice(0, 7).map((item, index) => ({
      ...item,
      place: item.place + index,
      kind: item.kind === "info" ? "scored" : item.kind,
      applicable: item.applicable ?? (item.mayBeNotApplicable ? leaf : null),
    })),
  };
}

function write(drawn: SystemSeed): Written {
  const seed = drawn.digits === 0 ? inWholePoints(drawn) : drawn;
  const unitFacts = seed.unitFacts.map((field, index) => unitFact(field, `u${index}`));
  const known: Known[] = unitFacts.map((fact) => ({
    ...describe(fact as WrittenField),
    name: `unit.${fact.fact}`,
  }));
  const unitScope = [...known];
  const evidence = seed.items.map((item, index) => writeFields(item, index, known));
  const derive = seed.items.map((item, index) =>
    item.derive.map((derived, at) => {
      const written = derivedOf(derived, `d${index}_${at}`, known);
      known.push({ name: written.fact, type: "number" });
      return written;
    }),
  );
  const vetoIds = seed.vetoes.map((_, index) => `V${index}`);
  const items = seed.items.map(
    (item, index): WrittenItem => ({
      ...writeItem(item, index, known, unitScope, vetoIds),
      evidence: evidence[index],
      derive: derive[index],
    }),
  );
  const tree = placeItems(seed, items);
  const places = [...tree.nodes.map(({ id }) => id), ...items.filter(isScored).map(({ id }) => id)];
  const grades = [...seed.grades].sort((a, b) => b.min - a.min);
  return {
    format: "faping-system/1",
    id: "drawn",
    version: "1.0.0",
    title: "示例指标体系",
    levels: ["一级指标", "二级指标", "三级指标", "四级指标"].slice(0, seed.levels),
    total: tree.total / 10,
    rounding: { digits: seed.digits },
    policies: {
      missing: seed.notApplicable.startsWith("rescale-") ? seed.missing : "zero",
      unsupported: seed.unsupported,
      notApplicable: seed.notApplicable,
    },
    unitFacts,
    nodes: tree.nodes,
    items,
    bonus: { cap: seed.caps.bonus / 10 },
    deduction: { cap: seed.caps.deduction / 10 },
    ...(seed.caps.total === null ? {} : { totalCap: (tree.total * seed.caps.total) / 1000 }),
    ...(seed.caps.floor === null
      ? {}
      : { totalFloor: (tree.total * Math.min(seed.caps.floor, (seed.caps.total ?? 100) * 10)) / 10000 }),
    vetoes: seed.vetoes.map(({ effect, when, place, cap }, index) => ({
      id: `V${index}`,
      title: `否决项${index}`,
      ...(when ? { when: writeCondition(when, known) } : {}),
      effect: pick(
        [
          "disqualify" as const,
          { capTotal: (tree.total * cap) / 1000 },
          { zero: pick(places, place) },
          ...(grades.length > 0 ? [{ capGrade: `第${place % grades.length}等` }] : []),
        ],
        effect,
      ),
    })),
    grades: grades.map(({ min, level1, quota }, index) => ({
      name: `第${index}等`,
      min: (tree.total * min) / 1000,
      ...(level1 === null ? {} : { eachLevel1AtLeast: level1 / 100 }),
      ...(quota === null ? {} : { quota: quota / 100 }),
    })),
    ranking: {
      ...(seed.ranking.groupBy === null || unitScope.length === 0
        ? {}
        : { groupBy: pick(unitScope, seed.ranking.groupBy).name }),
      tieBreak: seed.ranking.tieBreak.map((place) => pick([...places, "bonus"], place)),
      ...(seed.ranking.coverage === null ? {} : { minCoverage: seed.ranking.coverage / 100 }),
    },
  };
}

/** Points that the rounding of the system can tell: in whole points where there are no decimals. */
function inWholePoints(seed: SystemSeed): SystemSeed {
  const whole = (tenths: number | null) => (tenths === null ? null : tenths * 10);
  const items = seed.items.map((item) => ({ ...item, points: item.points * 10, floor: whole(item.floor) }));
  return { ...seed, items };
}

const isScored = ({ kind }: { readonly kind?: string | undefined }): boolean => kind === "scored";

/** Nodes with their parents, and the scored items among them. Figures are whole tenths of a point. */
function placeItems(seed: SystemSeed, items: WrittenItem[]): { nodes: WrittenNode[]; total: number } {
  const tenths = (points: number | undefined) => Math.round((points ?? 0) * 10);
  const scored = items.filter(isScored);
  if (seed.levels === 1) {
    return { nodes: [], total: scored.reduce((sum, { points }) => sum + tenths(points), 0) };
  }
  const nodes: (WrittenNode & { level: number })[] = [];
  for (const [index, { parent }] of seed.nodes.entries()) {
    const above = [undefined, ...nodes.filter(({ level }) => level < seed.levels - 1)];
    // One below the other as often as not, so that there are deep trees with few nodes.
    const under = parent % 2 === 0 ? above.length - 1 : pick([...above.keys()], parent);
    const found = above[under];
    nodes.push({
      id: `N${index}`,
      title: `指标${index}`,
      level: (found?.level ?? 0) + 1,
      ...(found ? { parent: found.id } : {}),
    });
  }
  for (const [index, item] of items.entries()) {
    if (isScored(item)) item.parent = pick(nodes, seed.items[index]?.place ?? 0).id;
  }
  const contribution = new Map<string | undefined, number>();
  const add = (place: string | undefined, points: number) =>
    contribution.set(place, (contribution.get(place) ?? 0) + points);
  for (const { parent, points } of scored) add(parent, tenths(points));
  // A node stands after its parent, so from the last one up every sum is complete.
  for (const [index, node] of [...nodes.entries()].reverse()) {
    const sum = contribution.get(node.id) ?? 0;
    const { scaleTo = null, declared = false } = seed.nodes[index] ?? {};
    if (declared) node.points = sum / 10;
    const allowed =
      seed.notApplicable !== "rescale-total" &&
      (seed.notApplicable !== "rescale-level1" || node.parent === undefined);
    const scales = scaleTo !== null && allowed && sum > 0;
    if (scales) node.scaleTo = scaleTo / 10;
    add(node.parent, scales ? scaleTo : sum);
  }
  return { nodes: nodes.map(({ level: _level, ...node }) => node), total: contribution.get(undefined) ?? 0 };
}
