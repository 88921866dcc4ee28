import { type AssessmentJson, GapWords, openPoints, type SystemOutline } from "../index.js";
import type { Context } from "./context.js";
import { safe } from "./terminal.js";

/** What waits for whom, a line for each. */
export function openLines(system: SystemOutline, assessment: AssessmentJson, context: Context): string[] {
  const { labels, messages } = context;
  const { sentences, colon } = messages.console;
  const words = new GapWords(system.facts, labels);
  return openPoints(system, assessment).map(({ item, waitsFor, fact, clause }) => {
    const what = fact === undefined ? labels.sentences.judgement(clause ?? "") : words.label(fact);
    return safe(`  ${item.id} ${item.title}${colon}${sentences.waiting[waitsFor](what)}`);
  });
}
