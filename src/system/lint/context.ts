import type { FactDefinition, RecordsField } from "../../model/indicator-system.js";
import type { LintCode, LintFinding } from "../../model/lint-finding.js";
import type { ItemDocument, SystemDocument } from "../../model/system-document.js";
import { columnFact, defineFacts } from "../facts.js";

/** A place in one of the system's files. */
export class At {
  constructor(
    readonly file: string,
    readonly path: string,
  ) {}

  key(name: string): At {
    return new At(this.file, `${this.path}.${name}`);
  }

  index(position: number): At {
    return new At(this.file, `${this.path}[${position}]`);
  }
}

export type Head = Omit<SystemDocument, "items">;
export interface PlacedItem {
  readonly item: ItemDocument;
  readonly at: At;
}

/** Where each name was first used; a second use is told with the place of the first. */
export class Names {
  private readonly first = new Map<string, At>();

  constructor(private readonly reserved: ReadonlySet<string> = new Set()) {}

  /** What is wrong with using the name here, if anything. */
  take(name: string, at: At): { readonly first: string } | undefined {
    if (this.reserved.has(name)) return { first: "" };
    const before = this.first.get(name);
    if (!before) this.first.set(name, at);
    return before && { first: before.file === at.file ? before.path : `${before.file} ${before.path}` };
  }
}

/** What every rule of the lint reads, and where it reports. */
export class LintContext {
  readonly findings: LintFinding[] = [];
  readonly root: At;
  /** In document order, with doubles. */
  readonly definitions: readonly FactDefinition[];
  /** The first definition of each name. */
  readonly facts: ReadonlyMap<string, FactDefinition>;

  constructor(
    readonly head: Head,
    readonly items: readonly PlacedItem[],
    file: string,
  ) {
    this.root = new At(file, "$");
    this.definitions = defineFacts(
      head.unitFacts,
      items.map(({ item }) => item),
    );
    this.facts = new Map([...this.definitions].reverse().map((fact) => [fact.name, fact]));
  }

  report(code: LintCode, at: At, params: Record<string, string> = {}): void {
    this.findings.push({ code, file: at.file, path: at.path, params });
  }

  /** The definition of a fact that is named at a place, or a finding that there is none. */
  fact(name: string, at: At): FactDefinition | undefined {
    const found = this.facts.get(name);
    // A figure of the cohort is written as an operand: a name alone would hold only while another fact asks for it.
    if (found && found.origin !== "cohort") return found;
    const [scope] = name.split(".");
    const known = scope === "reported" || scope === "cohort";
    this.report("unknown-fact", at, { fact: name, ...(known ? { scope } : {}) });
    return undefined;
  }
}

/** The facts that a condition may name: the definition of one, or a finding that it may not stand there. */
export type Scope = (name: string, at: At) => FactDefinition | undefined;

export const everyFact =
  (context: LintContext): Scope =>
  (name, at) =>
    context.fact(name, at);

/** `applicable` is decided before anything is scored, so it can only see unit facts. */
export const unitFactsOnly =
  (context: LintContext): Scope =>
  (name, at) => {
    const fact = context.fact(name, at);
    if (!fact || fact.origin === "unit") return fact;
    context.report("unknown-fact", at, { fact: name, scope: "unit" });
    return undefined;
  };

/** The condition of `count` and `sumOf` is asked of one row: it sees the columns and nothing else. */
export function columnsOnly(context: LintContext, { fact: of, columns }: RecordsField): Scope {
  const facts = new Map(columns.map((column) => [column.fact, columnFact(column)]));
  return (name, at) => {
    const column = facts.get(name);
    if (!column) {
      const known = [...facts.keys()].join(" / ");
      context.report("unknown-fact", at, { fact: name, scope: "columns", of, columns: known });
    }
    return column;
  };
}
