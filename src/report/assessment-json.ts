import type {
  Assessment,
  FactUse,
  Inapplicable,
  ItemResult,
  ItemVerification,
  Ledger,
  VetoResult,
} from "../model/assessment.js";
import type { Gap } from "../model/gap.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { divide, isZero, type Rational, toDecimal, toExact, toFixed } from "../model/rational.js";
import type { AssessmentJson, FindingJson, GapJson, ItemVerificationJson } from "../model/results.js";
import type { Source } from "../model/source.js";
import type { Value } from "../model/value.js";
import type { Signed, UnitCase } from "../model/verification.js";
import { conditionJson, leafJson, scalar } from "./condition-json.js";
import { evidenceJson, verificationJson } from "./evidence-json.js";

/** The sentence of each gap, made by the message tables. */
export type Tell = (gap: Omit<GapJson, "message">) => string;

/** An assessment as it stands in results.json: figures as decimals, printed where they are printed. */
export function toAssessmentJson(
  system: IndicatorSystem,
  unitCase: UnitCase,
  assessment: Assessment,
  gaps: readonly Gap[],
  findings: readonly FindingJson[],
  tell: Tell,
): AssessmentJson {
  const print = (points: Rational) => toFixed(points, system.digits);
  const ledger = ({ self, rule }: Ledger) => ({ self: self && print(self), rule: print(rule) });
  const { unit, total } = assessment;
  return {
    files: [...assessment.files],
    unit: {
      code: unit.code,
      name: unit.name,
      facts: Object.fromEntries([...unit.facts].map(([fact, value]) => [fact, valueJson(value)])),
    },
    total: {
      points: print(total.points),
      max: toDecimal(total.max),
      rate: share(total.points, total.max),
      proven: print(total.proven),
      claimed: print(total.claimed),
      ...ledger(total),
    },
    bonus: print(assessment.bonus),
    deduction: print(assessment.deduction),
    coverage: toDecimal(assessment.coverage),
    grade: null,
    vetoes: assessment.vetoes.map(vetoJson),
    nodes: assessment.nodes.map(({ id, applicable, points, proven, claimed, self, rule, max, veto }) => ({
      id,
      applicable,
      points: print(points),
      proven: print(proven),
      claimed: print(claimed),
      ...ledger({ self, rule }),
      exact: fraction(points),
      exactProven: fraction(proven),
      exactClaimed: fraction(claimed),
      max: toDecimal(max),
      rate: applicable ? share(points, max) : null,
      ...(veto ? { veto } : {}),
    })),
    items: assessment.items.map((item) => itemJson(item, system, print)),
    gaps: gaps.map((gap) => gapJson(gap, tell)),
    findings: [...findings],
    evidence: evidenceJson(unitCase.own),
    ...(unitCase.verification ? { verification: verificationJson(unitCase.verification) } : {}),
  };
}

const fraction = ({ n, d }: Rational): string => `${n}/${d}`;

const share = (points: Rational, max: Rational): string =>
  isZero(max) ? "0" : toDecimal(divide(points, max));

function itemJson(
  item: ItemResult,
  system: IndicatorSystem,
  print: (points: Rational) => string,
): AssessmentJson["items"][number] {
  const max = system.items.find(({ id }) => id === item.id)?.points;
  return {
    id: item.id,
    status: item.status,
    points: print(item.points),
    proven: print(item.proven),
    claimed: print(item.claimed),
    max: max ? toDecimal(max) : "0",
    weight: toExact(item.weight),
    self: item.self && toDecimal(item.self),
    rule: print(item.rule),
    ...(item.verification ? { verification: itemVerificationJson(item.verification) } : {}),
    ...(item.notApplicable ? { notApplicable: whyJson(item.notApplicable) } : {}),
    clauses: item.clauses.map(({ id, outcome, superseded, amount, lost, facts }) => ({
      id,
      outcome,
      ...(superseded ? { superseded: true as const } : {}),
      amount: toDecimal(amount),
      lost: toDecimal(lost),
      facts: facts.map(factJson),
    })),
  };
}

function itemVerificationJson({ fields, rows, judgements, score }: ItemVerification): ItemVerificationJson {
  const signed = ({ reason, by, date, sources }: Signed) => ({
    reason,
    by,
    date,
    sources: sources.map(place),
  });
  return {
    fields: fields.map(({ fact, verdict, reported, value, ...rest }) => ({
      fact,
      verdict,
      reported: valueJson(reported),
      value: valueJson(value),
      ...signed(rest),
    })),
    rows: rows.map(({ fact, row, ...rest }) => ({ fact, row: place(row), ...signed(rest) })),
    judgements: judgements.map(({ clause, points, ...rest }) => ({
      clause,
      points: toDecimal(points),
      ...signed(rest),
    })),
    ...(score ? { score: { points: toDecimal(score.points), ...signed(score) } } : {}),
  };
}

const whyJson = ({ by, reason, facts }: Inapplicable) => ({
  by,
  ...(reason === undefined ? {} : { reason }),
  facts: facts.map(factJson),
});

const vetoJson = ({ id, status, effect, by, facts, lost }: VetoResult): AssessmentJson["vetoes"][number] => ({
  id,
  status,
  effect: effect.kind === "capTotal" ? { kind: effect.kind, capTotal: toDecimal(effect.capTotal) } : effect,
  ...(by ? { by } : {}),
  facts: facts.map(factJson),
  lost: toDecimal(lost),
});

function gapJson(gap: Gap, tell: Tell): GapJson {
  const { kind, item, clause, veto, required, unmet, remedy } = gap;
  const told = {
    kind,
    ...(item === undefined ? {} : { item }),
    ...(clause === undefined ? {} : { clause }),
    ...(veto === undefined ? {} : { veto }),
    lost: toDecimal(gap.lost),
    lostTotal: toDecimal(gap.lostTotal),
    actual: gap.actual.map(factJson),
    ...(required ? { required: leafJson(required) } : {}),
    ...(unmet ? { unmet: conditionJson(unmet) } : {}),
    steps: gap.steps.map(({ fact, to, gain }) => ({ fact, to: scalar(to), gain: toDecimal(gain) })),
    ...(remedy === undefined ? {} : { remedy }),
    responsible: [...gap.responsible],
  };
  return { ...told, message: tell(told) };
}

const factJson = ({ fact, value, status, sources }: FactUse) => ({
  fact,
  value: valueJson(value),
  status,
  sources: sources.map(place),
});

const place = ({ file, sheet, cell }: Source): Source => ({ file, sheet, cell });

const valueJson = (value: Value | null): string | boolean | null => (value === null ? null : scalar(value));
