import type { Comparand, Condition, Operator } from "../model/condition.js";
import { operandsOf, recordsUnder } from "../model/derived.js";
import type {
  Amount,
  Clause,
  DerivedFact,
  Effect,
  FactDefinition,
  IndicatorSystem,
  Item,
  Node,
  Place,
  Veto,
} from "../model/indicator-system.js";
import { fromNumber, ONE, type Rational, sum, ZERO } from "../model/rational.js";
import type {
  AmountDocument,
  ClauseDocument,
  ConditionDocument,
  ItemDocument,
  NodeDocument,
  VetoDocument,
} from "../model/system-document.js";
import { boolean, date, number, text, type Value } from "../model/value.js";
import { tiersOf, wholeOf, worth } from "./amounts.js";
import type { RulesSource } from "./documents.js";
import { columnFact, defineFacts } from "./facts.js";
import { hashForm } from "./hash.js";
import type { Head } from "./lint/context.js";

type Facts = ReadonlyMap<string, FactDefinition>;

/** Said on every output where the system says nothing itself. */
const DEFAULT_NOTICE = "分值为示例，非官方分值";

/** The resolved system; the documents have passed the lint. */
export function build(head: Head, documents: readonly ItemDocument[], source: RulesSource): IndicatorSystem {
  const defined = defineFacts(head.unitFacts, documents);
  const byName = new Map(defined.map((fact) => [fact.name, fact]));
  const definitions = defined.map((fact) => withTypedWhere(fact, byName));
  const facts = withoutUnread(new Map(definitions.map((fact) => [fact.name, fact])), head, documents);
  const items = documents.map((document) => buildItem(document, facts));
  const { nodes, roots } = buildTree(head.nodes, items);
  const unitFacts = definitions.flatMap((fact) => (fact.origin === "unit" ? [fact.field] : []));
  return {
    ...optional({ issuer: head.issuer, source: head.source, period: head.period }),
    id: head.id,
    version: head.version,
    title: head.title,
    notice: head.notice ?? DEFAULT_NOTICE,
    ...source,
    formHash: hashForm(
      unitFacts,
      items.flatMap((item) => item.fields),
    ),
    levels: head.levels,
    total: head.total,
    digits: head.rounding.digits,
    policies: head.policies,
    unitFacts,
    nodes,
    items,
    roots,
    ...optional({
      bonusCap: head.bonus?.cap,
      deductionCap: head.deduction?.cap,
      totalCap: head.totalCap,
      totalFloor: head.totalFloor,
    }),
    vetoes: head.vetoes.map((veto) => buildVeto(veto, facts)),
    grades: head.grades.map(({ name, min, ...rest }) => ({ name, min, ...optional(rest) })),
    ranking: {
      tieBreak: head.ranking.tieBreak,
      ...optional({ groupBy: head.ranking.groupBy, minCoverage: head.ranking.minCoverage }),
    },
    facts,
    derived: inOrder(definitions.flatMap((fact) => (fact.origin === "derived" ? [fact.derived] : []))),
  };
}

/** Without the keys that are undefined. */
function optional<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}

function buildTree(
  documents: readonly NodeDocument[],
  items: readonly Item[],
): { nodes: Node[]; roots: Place[] } {
  const nodes = new Map<string, Node>();
  const childrenOf = (parent: string | undefined, level: number): Place[] => [
    ...documents.filter((node) => node.parent === parent).map((node) => place(node, level)),
    ...items.filter((item) => item.kind === "scored" && item.parent === parent),
  ];
  const place = (document: NodeDocument, level: number): Node => {
    const children = childrenOf(document.id, level + 1);
    const points = sum(children.map((child) => child.contribution));
    const node: Node = {
      type: "node",
      id: document.id,
      ...optional({ parent: document.parent }),
      title: document.title,
      level,
      points,
      contribution: document.scaleTo ?? points,
      children,
    };
    nodes.set(node.id, node);
    return node;
  };
  const roots = childrenOf(undefined, 1);
  return {
    nodes: documents.map((document) => nodes.get(document.id)).filter((node) => node !== undefined),
    roots,
  };
}

function buildItem(document: ItemDocument, facts: Facts): Item {
  const points = worth(document);
  return {
    type: "item",
    id: document.id,
    ...optional({ parent: document.parent, no: document.no, remedy: document.remedy }),
    title: document.title,
    kind: document.kind,
    points,
    contribution: points,
    criterion: document.criterion ?? "",
    basis: document.basis,
    responsible: document.responsible,
    ...(document.applicable ? { applicable: typed(document.applicable, facts) } : {}),
    mayBeNotApplicable: document.mayBeNotApplicable,
    // Cases that don't exist earn no bonus; anywhere else they cost nothing unless the system says so.
    onEmpty: document.onEmpty ?? (document.kind === "bonus" ? "zero" : "full"),
    fields: document.evidence.map((field) => ({ ...field, item: document.id })),
    start: document.start ?? (document.kind === "scored" ? "full" : "zero"),
    floor: document.floor ?? ZERO,
    clauses: document.clauses.map((clause) => buildClause(clause, points, facts)),
  };
}

function buildClause(document: ClauseDocument, points: Rational, facts: Facts): Clause {
  return {
    id: document.id,
    ...(document.when ? { when: typed(document.when, facts) } : {}),
    effect: buildEffect(document, points),
    ...optional({ oneOf: document.oneOf, remedy: document.remedy }),
    skipMissing: document.missing === "skip",
  };
}

function buildEffect(document: ClauseDocument, points: Rational): Effect {
  if (document.veto !== undefined) return { kind: "veto", veto: document.veto };
  if (document.set !== undefined) {
    const to = document.set === "full" ? points : document.set === "zero" ? ZERO : document.set;
    return { kind: "set", to };
  }
  const kind = document.award !== undefined ? "award" : "deduct";
  const amount = document.award ?? document.deduct ?? ZERO;
  return { kind, amount: buildAmount(amount, points), whole: wholeOf(amount, points) };
}

function buildAmount(amount: AmountDocument, points: Rational): Amount {
  if ("n" in amount) return { form: "fixed", points: amount };
  if ("each" in amount) {
    const { each, per, partial } = amount;
    return { form: "each", each, per, partial, step: amount.step ?? ONE, ...optional({ cap: amount.cap }) };
  }
  if ("share" in amount) return { form: "share", share: amount.share, of: amount.of ?? points };
  if ("tiers" in amount) {
    const direction = "atLeast" in amount.tiers ? "atLeast" : "atMost";
    return { form: "tiers", of: amount.tiers.of, direction, tiers: tiersOf(amount) };
  }
  if ("judge" in amount) {
    const { min, max, step } = amount.judge;
    return { form: "judge", min, max, ...optional({ step }) };
  }
  return { form: "choice", choice: amount.choice, points: new Map(Object.entries(amount.points)) };
}

function buildVeto({ effect, when, id, title, remedy }: VetoDocument, facts: Facts): Veto {
  return {
    id,
    title,
    ...optional({ remedy }),
    ...(when ? { when: typed(when, facts) } : {}),
    effect:
      typeof effect === "string"
        ? { kind: effect }
        : "capTotal" in effect
          ? { kind: "capTotal", capTotal: effect.capTotal }
          : "capGrade" in effect
            ? { kind: "capGrade", grade: effect.capGrade }
            : { kind: "zero", place: effect.zero },
  };
}

/** The condition with its constants as values of their fact's type. */
function typed(condition: ConditionDocument, facts: Facts): Condition {
  if ("not" in condition) return { not: typed(condition.not, facts) };
  if ("all" in condition) return { all: condition.all.map((inner) => typed(inner, facts)) };
  if ("any" in condition) return { any: condition.any.map((inner) => typed(inner, facts)) };
  const { fact, operator, value } = condition;
  const isDate = facts.get(fact)?.type === "date";
  const constant = (one: string | number | boolean): Value => {
    if (typeof one === "number") return number(fromNumber(one));
    if (typeof one === "boolean") return boolean(one);
    return isDate ? date(one) : text(one);
  };
  const comparand: Comparand = Array.isArray(value)
    ? value.map(constant)
    : typeof value === "object"
      ? value
      : constant(value);
  return { fact, operator: operator as Operator, value: comparand };
}

/** A list of records with the condition on its columns, typed by them. */
function withTypedWhere(fact: FactDefinition, facts: Facts): FactDefinition {
  if (fact.origin !== "derived") return fact;
  const records = recordsUnder(fact.derived);
  const list = records && facts.get(records.of);
  if (!records?.where || list?.origin !== "field" || list.field.type !== "records") return fact;
  const columns = new Map(list.field.columns.map((column) => [column.fact, columnFact(column)]));
  return { ...fact, derived: { ...fact.derived, where: typed(records.where, columns) } };
}

/** What the unit reported is kept beside what counts only where something reads it. */
function withoutUnread(
  facts: ReadonlyMap<string, FactDefinition>,
  head: Head,
  documents: readonly ItemDocument[],
): Map<string, FactDefinition> {
  const read = JSON.stringify(
    [head.vetoes, documents.map(({ clauses, derive }) => [clauses, derive])],
    (_, value) => (typeof value === "bigint" ? "" : value),
  );
  const isRead = ({ name, origin }: FactDefinition) =>
    origin !== "reported" || read.includes(JSON.stringify(name));
  return new Map([...facts].filter(([, fact]) => isRead(fact)));
}

/** Each derived fact after those that it is made of, or compared with. */
function inOrder(derived: readonly DerivedFact[]): DerivedFact[] {
  const byName = new Map(derived.map((one) => [one.fact, one]));
  const done = new Set<DerivedFact>();
  const visit = (one: DerivedFact | undefined) => {
    if (!one || done.has(one)) return;
    for (const operand of operandsOf(one)) visit(byName.get(operand));
    done.add(one);
  };
  derived.forEach(visit);
  return [...done];
}
