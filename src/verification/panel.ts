import { type IndicatorSystem, isJudged, judgementKey } from "../model/indicator-system.js";
import type { Rational } from "../model/rational.js";
import type { Submission } from "../model/submission.js";
import type {
  Disagreement,
  FieldVerdict,
  PanelRule,
  PointsVerdict,
  Signed,
  Verification,
} from "../model/verification.js";
import { type Ballot, differingPoints } from "./ballots.js";
import { combined } from "./combine.js";
import { combineField } from "./panel-fields.js";
import { combineRecords } from "./panel-records.js";
import { fileOf, signedTogether } from "./signed.js";
import { voterOf } from "./voters.js";

/** What a panel comes to, in the order of the system; the copies come in the order of their names. */
export function combinePanel(
  system: IndicatorSystem,
  copies: readonly Verification[],
  own: Submission,
  rule: PanelRule,
): Pick<Verification, "fields" | "rows" | "judgements" | "scores"> & {
  readonly disagreements: readonly Disagreement[];
} {
  const voters = copies.map((copy) => voterOf(own, copy));
  const fields = new Map<string, FieldVerdict>();
  const rows = new Map<string, ReadonlyMap<string, Signed>>();
  const judgements = new Map<string, PointsVerdict>();
  const scores = new Map<string, PointsVerdict>();
  const disagreements: Disagreement[] = [];
  for (const item of system.items) {
    for (const field of item.fields) {
      const found = combineField(field, voters, rule);
      for (const [fact, verdict] of found.verdicts) fields.set(fact, verdict);
      const struck = combineRecords(field, copies, own);
      if (struck.rows.size > 0) rows.set(field.fact, struck.rows);
      disagreements.push(...found.disagreements, ...struck.disagreements);
    }
    for (const { id: clause } of item.clauses.filter(isJudged)) {
      const key = judgementKey(item.id, clause);
      const given = combinePoints(
        { item: item.id, clause },
        said(copies, ({ judgements: all }) => all.get(key)),
        rule,
      );
      if (given.verdict) judgements.set(key, given.verdict);
      disagreements.push(...given.disagreements);
    }
    const given = combinePoints(
      { item: item.id },
      said(copies, ({ scores: all }) => all.get(item.id)),
      rule,
    );
    if (given.verdict) scores.set(item.id, given.verdict);
    disagreements.push(...given.disagreements);
  }
  return { fields, rows, judgements, scores, disagreements };
}

const said = (
  copies: readonly Verification[],
  pick: (copy: Verification) => PointsVerdict | undefined,
): Ballot<Rational>[] =>
  copies.flatMap((copy) => {
    const verdict = pick(copy);
    return verdict ? { file: fileOf(copy), signed: verdict, stance: verdict.points } : [];
  });

/** A mean may fall beside the steps of a judgement or beyond the printed digits: it is not rounded here. */
function combinePoints(
  subject: Pick<Disagreement, "item" | "clause">,
  ballots: readonly Ballot<Rational>[],
  rule: PanelRule,
): { verdict?: PointsVerdict; disagreements: readonly Disagreement[] } {
  const points = combined(
    rule,
    ballots.map(({ stance }) => stance),
  );
  if (!points) return { disagreements: [] };
  const differs = differingPoints(subject, ballots, points);
  return { verdict: { ...signedTogether(ballots), points }, disagreements: differs ? [differs] : [] };
}
