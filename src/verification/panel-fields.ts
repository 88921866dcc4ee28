import type { Field } from "../model/indicator-system.js";
import type { Disagreement, FieldVerdict, Found, PanelRule, Signed } from "../model/verification.js";
import { decide, differing } from "./ballots.js";
import { combineRate } from "./panel-rates.js";
import { signedTogether } from "./signed.js";
import { ballots, type FieldOutcome, speakingOf, type Voter } from "./voters.js";

/** The panel's verdicts on one field, signed by all who spoke of it, whatever they held. */
export function combineField(
  field: Field,
  voters: readonly Voter[],
  rule: PanelRule,
): { verdicts: [string, FieldVerdict][]; disagreements: readonly Disagreement[] } {
  const spoke = speakingOf(field, voters);
  if (spoke.length === 0) return { verdicts: [], disagreements: [] };
  const combine = field.type === "rate" ? combineRate : combineRow;
  const { taken, disagreements } = combine(field, spoke, rule);
  const verdicts = [...taken].map(([fact, found]): [string, FieldVerdict] => [
    fact,
    verdictOf(found, signedTogether(ballots(field, fact, spoke))),
  ]);
  return { verdicts, disagreements };
}

function combineRow(field: Field, spoke: readonly Voter[], rule: PanelRule): FieldOutcome {
  const { fact, item } = field;
  const cast = ballots(field, fact, spoke);
  const taken = decide(cast, rule);
  const differs = differing({ item, fact }, cast, taken);
  return { taken: new Map(taken ? [[fact, taken]] : []), disagreements: differs ? [differs] : [] };
}

function verdictOf(found: Found, signed: Signed): FieldVerdict {
  if ("value" in found) return { ...signed, verdict: "value", value: found.value };
  return { ...signed, verdict: "verdict" in found ? found.verdict : "accepted" };
}
