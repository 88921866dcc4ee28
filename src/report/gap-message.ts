import type { Language, Messages } from "../messages/messages.js";
import type { GapJson, SystemOutline } from "../model/results.js";
import { GapWords, isTold } from "./gap-words.js";
import { labelsIn } from "./languages.js";

type Use = GapJson["actual"][number];
type Untold = Omit<GapJson, "message">;

/** What others have yet to supply is not what the unit left out. */
const isAbsent = (kind: Untold["kind"], { status }: Use): boolean =>
  status !== "known" && status !== "notApplicable" && (status !== "pending" || kind === "pending");

/** Makes the sentences of gaps in one language. */
export function gapTeller(
  system: SystemOutline,
  language: Language,
  messages: Messages,
): (gap: Untold) => string {
  const labels = labelsIn(language);
  const words = new GapWords(system.facts, labels);
  const isAsked = ({ fact }: Use) => isTold(system.facts[fact]);
  const list = (facts: readonly Use[], say: (use: Use) => string) =>
    facts.filter(isAsked).map(say).join(messages.console.listComma);
  return (gap) => {
    // A rate is told once, not again for each of its parts.
    const named = new Set(gap.actual.map(({ fact }) => fact));
    const isPart = ({ fact }: Use) =>
      /\.(?:numerator|denominator)$/.test(fact) && named.has(fact.replace(/\.\w+$/, ""));
    const item = system.items.find(({ id }) => id === gap.item);
    const isJudged = item?.clauses.find(({ id }) => id === gap.clause)?.amount?.form === "judge";
    return messages.gaps[gap.kind]({
      judged: isJudged ? labels.sentences.judgement(gap.clause ?? "") : "",
      absent: list(
        gap.actual.filter((use) => isAbsent(gap.kind, use) && !isPart(use)),
        ({ fact }) => words.label(fact),
      ),
      actual: list(
        gap.actual.filter((use) => use.value !== null && !isPart(use)),
        (use) => words.fact(use),
      ),
      wanted: gap.required || gap.unmet ? words.required({ ...gap, message: "" }) : "",
      veto: system.vetoes.find(({ id }) => id === gap.veto)?.title ?? "",
    });
  };
}
