import type { Language, Messages } from "../messages/messages.js";
import type { GapJson, SystemOutline } from "../model/results.js";
import { GapWords } from "./gap-words.js";
import { labelsIn } from "./languages.js";

type Untold = Omit<GapJson, "message">;

/** Makes the sentences of gaps in one language. */
export function gapTeller(
  system: SystemOutline,
  language: Language,
  messages: Messages,
): (gap: Untold) => string {
  const words = new GapWords(system.facts, labelsIn(language));
  const isAsked = ({ fact }: GapJson["actual"][number]) => !system.facts[fact]?.derived;
  const list = (
    facts: readonly GapJson["actual"][number][],
    say: (use: GapJson["actual"][number]) => string,
  ) => facts.filter(isAsked).map(say).join(messages.console.listComma);
  // A rate that is not there is told once, not again for each of its parts.
  const isPart = ({ fact }: GapJson["actual"][number]) => /\.(?:numerator|denominator)$/.test(fact);
  return (gap) =>
    messages.gaps[gap.kind]({
      absent: list(
        gap.actual.filter((use) => use.status !== "known" && use.status !== "notApplicable" && !isPart(use)),
        ({ fact }) => words.label(fact),
      ),
      actual: list(
        gap.actual.filter((use) => use.value !== null && !isPart(use)),
        (use) => words.fact(use),
      ),
      wanted: gap.required || gap.unmet ? words.required({ ...gap, message: "" }) : "",
      veto: system.vetoes.find(({ id }) => id === gap.veto)?.title ?? "",
    });
}
