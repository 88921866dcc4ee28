import type { IndicatorSystem, Item, Node, Place, Veto } from "../../model/indicator-system.js";
import type { Calculation, Line } from "./calculation.js";
import { and, type Expression, figure, iff, near, or, total } from "./expression.js";
import type { ItemCells, Items } from "./items.js";
import { OUTCOME } from "./outcomes.js";

/** The result of an item: one row of a block in which every item has one, in the order of the form. */
export interface ItemResult {
  readonly cells: ItemCells;
  readonly line: Line;
  /** Printed points under the policy for what does not apply; of a deduction item what is taken away. */
  readonly points: Expression;
}

export interface NodeResult {
  readonly place: Place;
  readonly points: Expression;
  /** The most it can contribute; 0 where nothing below it applies. */
  readonly max: Expression;
}

export interface VetoResult {
  readonly veto: Veto;
  /** 1 done, 2 waiting for what is missing or to come, 0 neither. */
  readonly status: Expression;
}

export interface Totals {
  readonly total: Expression;
  readonly bonus: Expression;
  readonly deduction: Expression;
  readonly roots: readonly NodeResult[];
  readonly vetoes: readonly VetoResult[];
}

/** Adds up the items: the same steps as the score of record, over cells. */
export function addUp(
  system: IndicatorSystem,
  calculation: Calculation,
  items: Items,
  results: ReadonlyMap<string, ItemResult>,
): Totals {
  const vetoes = system.vetoes.map((veto) => ({ veto, status: statusOf(calculation, veto, items, results) }));
  const zeroes = new Map<string, Expression>();
  for (const { veto, status } of vetoes) {
    if (veto.effect.kind !== "zero") continue;
    const others = zeroes.get(veto.effect.place);
    const applies = `${status}=1`;
    zeroes.set(veto.effect.place, others === undefined ? applies : or([others, applies]));
  }
  const contribute = contributions(system, calculation, results, zeroes);
  const roots = system.roots.map(contribute);
  const line = calculation.line("", "总分");
  const max = line.add(total(roots.map((root) => root.max)));
  const scored = line.add(
    iff(`${max}=0`, "0", `${total(roots.map(({ points }) => points))}*${figure(system.total)}/${max}`),
  );
  const ofKind = (kind: Item["kind"], cap: Parameters<typeof figure>[0] | undefined) => {
    const points = [...results.values()].filter(({ cells }) => cells.item.kind === kind).map(applied);
    return line.add(cap ? `MIN(${total(points)},${figure(cap)})` : total(points));
  };
  const bonus = ofKind("bonus", system.bonusCap);
  const deduction = ofKind("deduction", system.deductionCap);
  const bounds = [
    (sum: Expression) => (system.totalCap ? `MIN(${sum},${figure(system.totalCap)})` : sum),
    (sum: Expression) => (system.totalFloor ? `MAX(${sum},${figure(system.totalFloor)})` : sum),
  ];
  let held = line.add(bounds.reduce((sum, bound) => bound(sum), `${scored}+${bonus}-${deduction}`));
  for (const { veto, status } of vetoes) {
    if (veto.effect.kind !== "capTotal") continue;
    held = line.add(iff(`${status}=1`, `MIN(${held},${figure(veto.effect.capTotal)})`, held));
  }
  return { total: line.add(`ROUND(${near(held)},${system.digits})`), bonus, deduction, roots, vetoes };
}

/** What an item adds where it applies, and nothing where it does not. */
const applied = ({ cells, points }: ItemResult): Expression =>
  cells.inapplicable === undefined ? points : iff(`${cells.inapplicable}=1`, "0", points);

function contributions(
  { policies }: IndicatorSystem,
  calculation: Calculation,
  results: ReadonlyMap<string, ItemResult>,
  zeroes: ReadonlyMap<string, Expression>,
): (place: Place) => NodeResult {
  const policy = policies.notApplicable;
  const leavesOut = policy.startsWith("rescale-");
  const rescales = (node: Node) =>
    policy === "rescale-level1" ? node.level === 1 : policy !== "rescale-total";
  /** A veto takes what there is; a place below zero it does not lift. */
  const underVeto = (id: string, points: Expression): Expression => {
    const veto = zeroes.get(id);
    return veto === undefined ? points : iff(veto, `MIN(${points},0)`, points);
  };
  const contribute = (place: Place): NodeResult => {
    if (place.type === "item") {
      const { cells, line, points } = results.get(place.id) as ItemResult;
      const counts = leavesOut ? cells.inapplicable : undefined;
      const max = figure(place.points);
      return {
        place,
        points: line.add(
          underVeto(place.id, counts === undefined ? points : iff(`${counts}=1`, "0", points)),
        ),
        max: counts === undefined ? max : line.add(iff(`${counts}=1`, "0", max)),
      };
    }
    const children = place.children.map(contribute);
    const line = calculation.line(place.id, place.title);
    const below = line.add(total(children.map(({ max }) => max)));
    const points = line.add(total(children.map((child) => child.points)));
    const factor = rescales(place)
      ? line.add(iff(`${below}=0`, "0", `${figure(place.contribution)}/${below}`))
      : "1";
    return {
      place,
      points: line.add(underVeto(place.id, `${points}*${factor}`)),
      max: line.add(`${below}*${factor}`),
    };
  };
  return contribute;
}

/** Vetoes by their own condition or by the clauses that call them. */
function statusOf(
  calculation: Calculation,
  veto: Veto,
  items: Items,
  results: ReadonlyMap<string, ItemResult>,
): Expression {
  const own = veto.when ? items.verdict(veto.id, veto.title, veto.when) : undefined;
  const called = [...results.values()].flatMap(({ cells }) =>
    cells.clauses
      .filter(({ clause }) => clause.effect.kind === "veto" && clause.effect.veto === veto.id)
      .map(({ outcome, counts }) => {
        const holds = [
          `${counts}=1`,
          ...(cells.inapplicable === undefined ? [] : [`${cells.inapplicable}=0`]),
        ];
        const is = (wanted: number) => and([`${outcome}=${wanted}`, ...holds]);
        return { done: is(OUTCOME.applied), waits: is(OUTCOME.pending) };
      }),
  );
  const done = [...(own === undefined ? [] : [`${own}=1`]), ...called.map((one) => one.done)];
  // What does not exist here can't bring a veto about; what is missing or still to come may.
  const waits = [...(own === undefined ? [] : [`${own}>=12`]), ...called.map((one) => one.waits)];
  return calculation.line(veto.id, veto.title).add(iff(or(done), "1", iff(or(waits), "2", "0")));
}
