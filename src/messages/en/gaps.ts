import type { Messages } from "../messages.js";

const wanted = (text: string): string => (text === "" ? "" : `; needed: ${text}`);

/** Why points were not reached, in one sentence. */
export const gaps: Messages["gaps"] = {
  missing: (gap) => `not filled in or not accepted: ${gap.absent}${wanted(gap.wanted)}`,
  unsupported: (gap) => `supporting documents missing: ${gap.absent}${wanted(gap.wanted)}`,
  "below-standard": (gap) => `below the standard: ${gap.actual}${wanted(gap.wanted)}`,
  occurrence: (gap) => `happened and costs points: ${gap.actual}${wanted(gap.wanted)}`,
  pending: (gap) =>
    `not decided yet, nothing awarded or deducted so far: ${gap.veto || gap.absent || gap.judged || gap.actual}`,
  judged: (gap) => `lost by the assessor's judgement${gap.judged ? `: ${gap.judged}` : ""}`,
  rejected: (gap) => `not accepted on verification: ${gap.absent}${wanted(gap.wanted)}`,
  veto: (gap) => `veto: ${gap.veto}${gap.actual ? ` (${gap.actual})` : ""}`,
};
