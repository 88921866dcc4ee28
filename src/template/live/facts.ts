import { operandsOf, recordsUnder } from "../../model/derived.js";
import { factRows, partsOf } from "../../model/fact-rows.js";
import { type BasicsRow, basicsRows } from "../../model/form.js";
import type { FactDefinition, Field, IndicatorSystem, Item } from "../../model/indicator-system.js";
import { compare, HUNDRED, type Rational } from "../../model/rational.js";
import type { AnswerRow } from "./answers.js";
import type { Calculation } from "./calculation.js";
import { derive } from "./derive.js";
import { and, compares, type Expression, figure, firstOf, iff, or, text } from "./expression.js";
import { CircularFacts, type Fact, PENDING, STATE } from "./fact.js";
import { readCell, settled } from "./read-cell.js";
import { deriveFromRecords, type RecordList } from "./records.js";

/** What the cells of the workbook say, before any fact is made of it. */
export interface Given {
  readonly answers: ReadonlyMap<string, AnswerRow>;
  readonly lists: ReadonlyMap<string, RecordList>;
  /** The cell of 基本信息 that a unit fact stands in. */
  readonly unitCell: (fact: string) => Expression;
  /** How many registered documents a field's rows name; a cell. */
  readonly documents: ReadonlyMap<string, Expression>;
}

/** Who looks at a fact: an item at its own facts, which count for it in any case, or anybody else. */
type Viewer = Item["id"] | undefined;

/**
 * Every fact of the system as cells of 实时计算, each written when it is first asked for. The facts of an item
 * that does not apply count nowhere.
 */
export class Facts {
  private readonly own = new Map<string, Fact>();
  private readonly seen = new Map<string, Fact>();
  private readonly underWay = new Set<string>();
  /** By the fact of a rate, what its rows say together that can't all be true; "". */
  readonly contradictions = new Map<string, Expression>();

  /** @param excluded 1 where an item does not apply and takes its facts with it; undefined where that can't be */
  constructor(
    private readonly system: IndicatorSystem,
    private readonly calculation: Calculation,
    private readonly given: Given,
    private readonly excluded: (item: string) => Expression | undefined,
  ) {}

  /** @throws CircularFacts where facts and the items that they decide on depend on each other in a circle */
  fact(name: string, viewer: Viewer): Fact {
    const definition = this.definition(name);
    if (definition.origin === "unit" || definition.item === viewer) return this.unexcluded(name);
    const seen = this.seen.get(name);
    if (seen) return seen;
    const fact = this.unexcluded(name);
    const excluded = this.excluded(definition.item);
    const counted = excluded === undefined ? fact : this.withoutExcluded(definition, fact, excluded);
    this.seen.set(name, counted);
    return counted;
  }

  /** The fact whether or not its item applies. */
  unexcluded(name: string): Fact {
    const known = this.own.get(name);
    if (known) return known;
    if (this.underWay.has(name)) throw new CircularFacts(name);
    this.underWay.add(name);
    const fact = this.make(this.definition(name));
    this.underWay.delete(name);
    this.own.set(name, fact);
    return fact;
  }

  definition(name: string): FactDefinition {
    const definition = this.system.facts.get(name);
    if (!definition) throw new Error(`not a fact of the system: ${name}`);
    return definition;
  }

  private withoutExcluded({ name, label }: FactDefinition, fact: Fact, excluded: Expression): Fact {
    const line = this.calculation.line(name, `${label}（指标不适用时不计）`);
    const state = line.add(iff(`${excluded}=1`, String(STATE.notApplicable), fact.state));
    return { state, value: line.add(iff(`${state}=0`, fact.value, '""')) };
  }

  private make(definition: FactDefinition): Fact {
    switch (definition.origin) {
      case "unit":
        return this.unitFact(definition.name);
      case "cohort":
        return PENDING;
      case "reported":
        return this.unexcluded(definition.reports.name);
      case "part":
        this.unexcluded(definition.field.fact);
        return this.own.get(definition.name) ?? PENDING;
      case "field":
        if (definition.field.by !== "unit") return PENDING;
        return definition.field.type === "rate" ? this.rate(definition.field) : this.field(definition.field);
      case "derived": {
        const { derived, name, label, item } = definition;
        const line = () => this.calculation.line(name, label);
        const records = recordsUnder(derived);
        const list = records && this.given.lists.get(records.of);
        if (records && list) return deriveFromRecords(line(), derived, list, this.fact(records.of, item));
        // What it is made of stands above it.
        const factOf = (operand: string) => this.fact(operand, item);
        for (const operand of operandsOf(derived)) factOf(operand);
        return derive(line(), derived, factOf);
      }
    }
  }

  private unitFact(name: string): Fact {
    const { field, label } = basicsRows(this.system).find(({ key }) => key === name) as Required<BasicsRow>;
    const line = this.calculation.line(name, label);
    return settled(line, readCell(line, this.given.unitCell(name), field));
  }

  private row(fact: string): AnswerRow {
    const row = this.given.answers.get(fact);
    if (!row) throw new Error(`no row of the form answers ${fact}`);
    return row;
  }

  private field(field: Field): Fact {
    const { state, value } = this.row(field.fact);
    if (this.system.policies.unsupported === "accept" || field.documents === 0) return { state, value };
    return this.supported(field, { state, value });
  }

  /** A value without its documents does not count; one of 0 or 否 needs none. */
  private supported(field: Field, { state, value }: Fact): Fact {
    const documents = this.given.documents.get(field.fact) ?? "0";
    const line = this.calculation.line(field.fact, `${field.label}（佐证材料）`);
    const isNothing = ["text", "choice", "date"].includes(field.type) ? "FALSE" : `${value}=0`;
    const lacks = iff(`${state}=0`, `AND(${documents}<${field.documents},NOT(${isNothing}))`, "FALSE");
    const supported = line.add(iff(lacks, String(STATE.unsupported), state));
    return { state: supported, value: line.add(iff(`${supported}=0`, value, '""')) };
  }

  /** numerator ÷ denominator × 100, and its parts; where the three rows contradict each other, none is believed. */
  private rate(field: Field): Fact {
    const [n, d, printed] = factRows(field).map((row) => this.row(row)) as [AnswerRow, AnswerRow, AnswerRow];
    const line = this.calculation.line(field.fact, field.label);
    const computed = line.add(
      iff(
        and([`${n.state}=0`, `${d.state}=0`]),
        iff(`${d.value}=0`, '""', `${n.value}/${d.value}*100`),
        '""',
      ),
    );
    const problem = line.add(contradiction(field, n, d, printed, computed));
    this.contradictions.set(field.fact, problem);
    const accepts = this.system.policies.unsupported === "accept";
    const asks = !accepts && field.documents > 0;
    const states = [n, d, printed].map(({ state }) =>
      line.add(iff(and([`${problem}<>""`, `${state}=0`]), String(STATE.refused), state)),
    );
    const [ns, ds, ps] = states as [Expression, Expression, Expression];
    const known = (row: AnswerRow, state: Expression) => line.add(iff(`${state}=0`, row.value, '""'));
    partsOf(field.fact).forEach((part, index) => {
      const [row, state] = index === 0 ? [n, ns] : [d, ds];
      const fact = { state, value: known(row, state) };
      this.own.set(part, asks ? this.supported(field, fact) : fact);
    });
    const state = line.add(
      firstOf(
        [
          [iff(`${ds}=0`, `${d.value}=0`, "FALSE"), String(STATE.notApplicable)],
          [and([`${ns}=0`, `${ds}=0`]), String(STATE.value)],
          [`${ps}=0`, String(accepts ? STATE.value : STATE.unsupported)],
          [or(states.map((one) => `${one}=${STATE.refused}`)), String(STATE.refused)],
          [or([ns, ds].map((one) => `${one}=${STATE.blank}`)), String(STATE.blank)],
        ],
        String(STATE.notApplicable),
      ),
    );
    const value = line.add(
      iff(`${state}=0`, iff(and([`${ns}=0`, `${ds}=0`]), computed, printed.value), '""'),
    );
    return asks ? this.supported(field, { state, value }) : { state, value };
  }
}

/** What the three rows of a rate say together that can't all be true; "". */
function contradiction(field: Field, n: Fact, d: Fact, printed: Fact, computed: Expression): Expression {
  const bounds = field as { readonly min?: Rational; readonly max?: Rational };
  const mayExceed = bounds.max !== undefined && compare(bounds.max, HUNDRED) > 0;
  const bothKnown = and([`${n.state}=0`, `${d.state}=0`]);
  const decimals = `MAX(0,LEN(${printed.value}&"")-FIND(".",${printed.value}&"."))`;
  const away = `ABS(${computed}-${printed.value})-MAX(0.5*10^-${decimals},0.000000001)`;
  const cases: [Expression, Expression][] = [];
  if (!mayExceed)
    cases.push([iff(bothKnown, compares(n.value, ">", d.value), "FALSE"), text("分子大于分母")]);
  cases.push([
    iff(and([`${d.state}=0`, `${printed.state}=0`]), `${d.value}=0`, "FALSE"),
    text("分母为0，不应有比率"),
  ]);
  cases.push([`${computed}=""`, '""']);
  cases.push([iff(`${printed.state}=0`, `ROUND(${away},12)>0`, "FALSE"), text("比率与分子÷分母不一致")]);
  if (bounds.min) cases.push([compares(computed, "<", figure(bounds.min)), text("比率超出允许的范围")]);
  cases.push([compares(computed, ">", figure(bounds.max ?? HUNDRED)), text("比率超出允许的范围")]);
  return firstOf(cases, '""');
}
