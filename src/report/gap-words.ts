import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { Operator } from "../model/condition.js";
import type { ConditionJson, GapJson, LeafJson, SystemOutline } from "../model/results.js";
import { cellList } from "./cell-list.js";

type FactUse = GapJson["actual"][number];

/** What was filled in is told, not what was made of it; but of a list, that is what there is to tell. */
export const isTold = (fact: SystemOutline["facts"][string] | undefined): boolean =>
  !fact?.derived || fact.ofRecords === true;

/**
 * Renders facts, conditions and steps, those of gaps above all. The sentences of a gap come with it and are
 * not made here.
 */
export class GapWords {
  constructor(
    private readonly facts: SystemOutline["facts"],
    private readonly labels: WorkbookLabels,
  ) {}

  /** 现状: every fact on a line; the gap's own sentence where no fact is involved. */
  actual(gap: GapJson): string {
    const lines = gap.actual.filter(({ fact }) => isTold(this.outline(fact))).map((use) => this.fact(use));
    return lines.length > 0 ? lines.join("\n") : gap.message;
  }

  /** 要求: the value that one fact needs, else the condition that does not hold. */
  required(gap: GapJson): string {
    if (gap.required) return this.leaf(gap.required);
    return gap.unmet ? this.condition(gap.unmet) : this.labels.words.none;
  }

  /** 可达台阶: `92 → 95：+0.4`, nearest first; the fact's name in front where there are several. */
  steps(gap: GapJson): string {
    const several = new Set(gap.steps.map((step) => step.fact)).size > 1;
    const lines = gap.steps.map(({ fact, to, gain }) => {
      const now = gap.actual.find((use) => use.fact === fact);
      const step = this.labels.sentences.step(now ? this.use(now) : "", this.value(fact, to), gain);
      return several ? `${this.label(fact)} ${step}` : step;
    });
    return lines.length > 0 ? lines.join("\n") : this.labels.words.none;
  }

  /** 出处: one line for each sheet of each file. */
  sources(gap: GapJson): string {
    const sources = gap.actual.flatMap((use) => use.sources);
    return cellList(sources, this.labels, "\n") || this.labels.words.none;
  }

  /** A fact with its value. */
  fact(use: FactUse): string {
    return this.labels.sentences.fact(this.label(use.fact), this.use(use));
  }

  label(fact: string): string {
    return this.outline(fact)?.label ?? fact;
  }

  /** What was given for a fact; the sign for none where there is nothing. */
  given(fact: string, value: string | boolean | null): string {
    return value === null ? this.labels.words.none : this.value(fact, value);
  }

  private use({ fact, value, status }: FactUse): string {
    const why = status === "known" ? undefined : this.labels.factStatus[status];
    if (value === null) return why ?? this.labels.words.none;
    const shown = this.value(fact, value);
    return why ? this.labels.sentences.aside(shown, why) : shown;
  }

  /** A value with its unit. */
  value(fact: string, value: string | boolean): string {
    if (typeof value === "boolean") return this.labels.words[value ? "yes" : "no"];
    return value + (this.outline(fact)?.unit ?? "");
  }

  private leaf({ fact, operator, value }: LeafJson): string {
    const sign = this.labels.operators[operator as Operator] ?? operator;
    return `${this.label(fact)} ${sign} ${this.comparand(fact, value)}`;
  }

  private comparand(fact: string, value: LeafJson["value"]): string {
    if (typeof value === "string" || typeof value === "boolean") return this.value(fact, value);
    if ("fact" in value) return this.label(value.fact);
    return value.map((one) => this.value(fact, one)).join("／");
  }

  /** `not`: a clause asks whether something does not hold, a gap demands it. */
  condition(condition: ConditionJson, not = this.labels.sentences.not): string {
    const { words } = this.labels;
    if ("fact" in condition) return this.leaf(condition);
    if ("not" in condition) return not(this.nested(condition.not, not));
    const [parts, joint] =
      "all" in condition ? ([condition.all, words.and] as const) : ([condition.any, words.or] as const);
    return parts
      .map((part) => (parts.length > 1 ? this.nested(part, not) : this.condition(part, not)))
      .join(joint);
  }

  private nested(condition: ConditionJson, not: (condition: string) => string): string {
    const text = this.condition(condition, not);
    return "fact" in condition ? text : this.labels.sentences.group(text);
  }

  private outline(fact: string) {
    return Object.hasOwn(this.facts, fact) ? this.facts[fact] : undefined;
  }
}
