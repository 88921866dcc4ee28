import type { Condition } from "../../model/condition.js";
import { factsOf } from "../../model/condition.js";
import { fieldsUnder } from "../../model/derived.js";
import { factRows, partsOf } from "../../model/fact-rows.js";
import { type Field, factsOfClause, type IndicatorSystem, type Item } from "../../model/indicator-system.js";
import type { AnswerRow } from "./answers.js";
import type { Calculation } from "./calculation.js";
import { conditionIn } from "./conditions.js";
import { and, type Expression, figure, iff, least, near, or } from "./expression.js";
import { CircularFacts, isAnswered, STATE } from "./fact.js";
import { Facts, type Given } from "./facts.js";
import { type ClauseCells, OUTCOME, outcomesOf } from "./outcomes.js";

/** An item as cells of 实时计算. */
export interface ItemCells {
  readonly item: Item;
  readonly clauses: readonly ClauseCells[];
  /** 1 where the item does not apply; undefined where that can't be. */
  readonly inapplicable: Expression | undefined;
  /** Printed points of the item if it applies; for a deduction item what is taken away. */
  readonly points: Expression;
  /** TRUE where something was handed in for it that could be read. */
  readonly answered: Expression;
}

/** Larger than any points: what stands where no `set` is done. */
const NONE_SET = "1E+9";

/** Facts, clauses and scores of every item, each written when it is first asked for. */
export class Items {
  readonly facts: Facts;
  private readonly clauses = new Map<string, readonly ClauseCells[]>();
  private readonly exclusions = new Map<string, Expression | undefined>();
  private readonly underWay = new Set<string>();

  constructor(
    private readonly system: IndicatorSystem,
    private readonly calculation: Calculation,
    private readonly given: Given,
  ) {
    this.facts = new Facts(system, calculation, given, (item) => this.excluded(item));
  }

  cells(item: Item): ItemCells {
    const clauses = this.clausesOf(item);
    const excluded = this.excluded(item.id);
    const line = this.calculation.line(item.id, item.title);
    const answered = line.add(this.answered(item, (name) => this.facts.fact(name, item.id).state));
    const blank = this.system.policies.missing === "exclude" ? this.blank(item) : undefined;
    const reasons = [excluded && `${excluded}=1`, blank].filter((one) => one !== undefined);
    const inapplicable = reasons.length > 0 ? line.add(iff(or(reasons), "1", "0")) : undefined;
    const points = line.add(scoreOf(item, clauses, this.system.digits, (formula) => line.add(formula)));
    return { item, clauses, inapplicable, points, answered };
  }

  /** A condition of the system itself, such as that of a veto, on the facts of those items that apply. */
  verdict(id: string, name: string, condition: Condition): Expression {
    const factOf = (fact: string) => ({
      ...this.facts.fact(fact, undefined),
      type: this.facts.definition(fact).type,
    });
    factsOf(condition).forEach(factOf);
    return conditionIn(this.calculation.line(id, name), condition, factOf);
  }

  private clausesOf(item: Item): readonly ClauseCells[] {
    const known = this.clauses.get(item.id);
    if (known) return known;
    const clauses = outcomesOf(this.calculation, item, this.facts);
    this.clauses.set(item.id, clauses);
    return clauses;
  }

  /** 1 where the item does not apply by condition, by declaration, or since its facts do not exist here. */
  private excluded(id: string): Expression | undefined {
    if (this.exclusions.has(id)) return this.exclusions.get(id);
    const item = this.system.items.find((one) => one.id === id);
    if (!item) return undefined;
    if (this.underWay.has(id)) throw new CircularFacts(id);
    this.underWay.add(id);
    const reasons = [
      ...(item.applicable ? [`${this.verdict(id, "适用条件", item.applicable)}=0`] : []),
      ...this.declared(item),
      ...(item.onEmpty === "exclude" ? this.empty(item) : []),
    ];
    const line = reasons.length > 0 ? this.calculation.line(id, "是否不适用") : undefined;
    const excluded = line?.add(iff(or(reasons), "1", "0"));
    this.underWay.delete(id);
    this.exclusions.set(id, excluded);
    return excluded;
  }

  /** All rows that the unit fills in declared 不适用 are the item; optional rows may be left blank. */
  private declared(item: Item): Expression[] {
    const asked = item.fields.filter(({ by }) => by === "unit");
    if (!item.mayBeNotApplicable || asked.length === 0) return [];
    const states = asked.map((field) => ({ field, state: this.declaration(field) }));
    const is = (state: Expression, wanted: number) => `${state}=${wanted}`;
    return [
      and([
        or(states.map(({ state }) => is(state, STATE.notApplicable))),
        ...states.map(({ field, state }) =>
          or([is(state, STATE.notApplicable), ...(field.optional ? [is(state, STATE.blank)] : [])]),
        ),
      ]),
    ];
  }

  /** A rate is declared away when both of its parts are. */
  private declaration(field: Field): Expression {
    const rows = factRows(field).map((fact) => this.given.answers.get(fact) as AnswerRow);
    const [first, second] = rows.map(({ state }) => state) as [Expression, Expression];
    return field.type === "rate" ? iff(`${first}=${STATE.notApplicable}`, second, first) : first;
  }

  private empty(item: Item): Expression[] {
    return this.clausesOf(item).map(({ outcome, counts }) =>
      and([`${outcome}=${OUTCOME.notApplicable}`, ...(counts === "1" ? [] : [`${counts}=1`])]),
    );
  }

  private answered(item: Item, stateOf: (name: string) => Expression): Expression {
    return or(this.fieldsBehind(item).map((name) => isAnswered(stateOf(name))));
  }

  /** Nothing at all was filled in, and nobody else has yet to supply anything. */
  private blank(item: Item): Expression {
    const stateOf = (name: string) => this.facts.unexcluded(name).state;
    const pending = this.fieldsBehind(item).map((name) => `${stateOf(name)}=${STATE.pending}`);
    return `NOT(${or([this.answered(item, stateOf), ...pending])})`;
  }

  /** The item's own fields; for an item that asks nothing itself, those that its clauses read. */
  private fieldsBehind(item: Item): string[] {
    if (item.fields.length === 0) return fieldsUnder(item.clauses.flatMap(factsOfClause), this.system.facts);
    return item.fields.flatMap(({ fact, type }) => (type === "rate" ? [fact, ...partsOf(fact)] : [fact]));
  }
}

/** start ± amounts, or the lowest of what was set; held within the item's bounds and rounded once. */
function scoreOf(
  item: Item,
  clauses: readonly ClauseCells[],
  digits: number,
  cell: (formula: Expression) => Expression,
): Expression {
  const of = (kind: "award" | "deduct") =>
    clauses.filter(({ clause }) => clause.effect.kind === kind).map(({ amount }) => amount);
  const start = item.kind === "deduction" || item.start === "zero" ? "0" : figure(item.points);
  const signs =
    item.kind === "deduction" ? of("deduct") : [...of("award"), ...of("deduct").map((one) => `-${one}`)];
  const summed = cell([start, ...signs.map((one) => (one.startsWith("-") ? one : `+${one}`))].join(""));
  const sets = clauses.filter(({ clause }) => clause.effect.kind === "set");
  const lowest = sets.map(({ outcome, counts, amount }) =>
    iff(and([`${outcome}=${OUTCOME.applied}`, ...(counts === "1" ? [] : [`${counts}=1`])]), amount, NONE_SET),
  );
  const set = sets.length > 0 ? cell(least(lowest)) : undefined;
  const raw = set === undefined ? summed : iff(`${set}<${NONE_SET}`, set, summed);
  const held = `MIN(MAX(${raw},${figure(item.floor)}),${figure(item.points)})`;
  return `ROUND(${near(held)},${digits})`;
}
