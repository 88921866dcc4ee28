import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { AmountJson, ClauseOutline, SystemOutline } from "../model/results.js";
import { GapWords } from "./gap-words.js";

type Amount<Form extends AmountJson["form"]> = Extract<AmountJson, { form: Form }>;
type Kind = "award" | "deduct";

/** Says in words what a clause asks and what it moves: the format gives clauses no wording of their own. */
export class ClauseWords {
  private readonly words: GapWords;

  constructor(
    private readonly system: SystemOutline,
    private readonly labels: WorkbookLabels,
  ) {
    this.words = new GapWords(system.facts, labels);
  }

  /** "" for a clause of results that do not tell. */
  clause({ kind, when, amount, to, veto }: ClauseOutline): string {
    const { clauses, sentences } = this.labels;
    const effect =
      kind === "set" && to !== undefined
        ? clauses.set(to)
        : kind === "veto" && veto !== undefined
          ? clauses.veto(this.system.vetoes.find(({ id }) => id === veto)?.title ?? veto)
          : amount && (kind === "award" || kind === "deduct")
            ? this.amount(kind, amount)
            : "";
    return when && effect ? clauses.when(this.words.condition(when, sentences.unless), effect) : effect;
  }

  private amount(kind: Kind, amount: AmountJson): string {
    const { clauses } = this.labels;
    switch (amount.form) {
      case "fixed":
        return clauses.points[kind](amount.points);
      case "each":
        return clauses.each[kind](this.each(amount));
      case "share":
        return clauses.share[kind](amount.of, this.words.label(amount.share));
      case "tiers":
        return this.tiers(kind, amount);
      case "choice":
        return clauses.choice(
          this.words.label(amount.choice),
          Object.entries(amount.points).map(([option, points]) =>
            clauses.option(option, clauses.points[kind](points)),
          ),
        );
      case "judge":
        return clauses.judge[kind]({ min: amount.min, max: amount.max, step: amount.step ?? "" });
    }
  }

  private each({ each, per, step, cap, partial }: Amount<"each">) {
    return {
      each,
      per: this.words.label(per),
      step: this.words.value(per, step),
      cap: cap ?? "",
      partial,
    };
  }

  private tiers(kind: Kind, { of, direction, tiers }: Amount<"tiers">): string {
    const { clauses, operators } = this.labels;
    const sign = operators[direction === "atLeast" ? "greaterThanInclusive" : "lessThanInclusive"];
    const steps = tiers.map(({ bound, points }) =>
      clauses.tier(`${sign} ${this.words.value(of, bound)}`, clauses.points[kind](points)),
    );
    return clauses.tiers(this.words.label(of), steps, clauses.points[kind]("0"));
  }
}
