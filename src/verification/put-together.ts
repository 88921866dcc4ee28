import type { IndicatorSystem } from "../model/indicator-system.js";
import type { Submission } from "../model/submission.js";
import { byText } from "../model/text-order.js";
import type { Disagreement, PanelRule, Verification } from "../model/verification.js";
import { type Clash, clashesOf, joined } from "./join.js";
import { combinePanel } from "./panel.js";
import { fileOf } from "./signed.js";

/** What several copies for one unit come to. */
export interface PutTogether {
  readonly verification: Verification;
  /** Only by a rule; in the order of the system. */
  readonly disagreements: readonly Disagreement[];
  /** Only without a rule. Where there is one, the copies in it are to be returned (E30). */
  readonly clashes: readonly Clash[];
}

/**
 * Puts the copies of one unit together. The order in which they are given makes no difference, as long as
 * their names differ.
 *
 * @param own the unit's submission before verification: who accepts a value speaks for what stands there
 * @param rule how a panel's word is found; without one each entry has one assessor, and a verification with
 *   clashes holds nothing that can be used
 */
export function putTogether(
  system: IndicatorSystem,
  copies: readonly Verification[],
  own: Submission,
  rule: PanelRule | undefined,
): PutTogether {
  const ordered = [...copies].sort((a, b) => byText(fileOf(a), fileOf(b)));
  const about = { files: ordered.flatMap(({ files }) => files), unit: ordered[0]?.unit ?? own.unit };
  if (rule === undefined) {
    const clashes = clashesOf(system, ordered, own);
    const said = clashes.length > 0 ? joined([]) : joined(ordered);
    return { verification: { ...about, ...said }, disagreements: [], clashes };
  }
  const { disagreements, ...said } = combinePanel(system, ordered, own, rule);
  return { verification: { ...about, ...said }, disagreements, clashes: [] };
}
