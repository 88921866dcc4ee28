import { basename } from "node:path";
import type { ChildrenTable, EarlierResults, PanelRule, ReadCopy, ReadFacts, Results } from "../index.js";
import type { Context } from "./context.js";
import { EXIT, Failure } from "./exit.js";
import { findInputs, hashFile, sizeOf } from "./files.js";
import { mustBeFile } from "./given-path.js";
import { readResults } from "./read-results.js";
import type { Rules } from "./reading/protocol.js";
import type { Readers, ReadingOptions } from "./reading/readers.js";
import { safe } from "./terminal.js";

/** What a run is given beside the units' own files. */
export interface SupplementOptions extends ReadingOptions {
  readonly facts?: readonly string[];
  readonly verified?: readonly string[];
  readonly panel?: PanelRule;
  readonly resultsFrom?: readonly string[];
  readonly children?: string;
}

export interface Supplements {
  readonly facts: readonly ReadFacts[];
  readonly copies: readonly ReadCopy[];
  readonly earlier: readonly EarlierResults[];
  readonly children?: ChildrenTable;
  readonly panel?: PanelRule;
}

/** Reads facts by others and assessors' copies; a path that is not there is wrong usage. */
export async function readSupplements(
  readers: Readers,
  rules: Rules,
  { facts = [], verified = [], panel, resultsFrom = [], children }: SupplementOptions,
  context: Context,
): Promise<Supplements> {
  const { messages } = context;
  const { sentences, listComma } = messages.console;
  if (panel && verified.length === 0) throw new Failure(EXIT.usage, messages.trust.panelWithoutCopies);
  const copies = findInputs(verified, undefined);
  for (const path of facts) mustBeFile(path, messages);
  if (copies.missing.length > 0)
    throw new Failure(EXIT.usage, sentences.noFile(copies.missing.join(listComma)));
  if (verified.length > 0 && copies.files.length === 0)
    throw new Failure(EXIT.usage, sentences.noInputs(verified.join(listComma)));
  return {
    facts: await Promise.all(facts.map((path) => readers.facts(rules, { path, name: basename(path) }))),
    copies: await Promise.all(copies.files.map((file) => readers.copy(rules, file))),
    earlier: readEarlier(resultsFrom, context),
    ...(children === undefined ? {} : { children: await readChildrenAt(readers, children, context) }),
    ...(panel ? { panel } : {}),
  };
}

/** Results that fields take their values from; of one unit by one system there must be one. */
export function readEarlier(paths: readonly string[], context: Context): EarlierResults[] {
  const earlier = paths.map((path): EarlierResults => {
    const results = readResults(path, context);
    return { file: basename(path), sha256: hashFile(path), bytes: sizeOf(path), results };
  });
  const seen = new Set<string>();
  for (const { file, results } of earlier) {
    for (const { unit } of results.assessments) {
      const key = JSON.stringify([results.system.id, unit.code]);
      if (seen.has(key))
        throw new Failure(EXIT.usage, context.messages.console.sentences.unitTwice(unit.code, file));
      seen.add(key);
    }
  }
  return earlier;
}

async function readChildrenAt(readers: Readers, path: string, { messages }: Context): Promise<ChildrenTable> {
  mustBeFile(path, messages);
  const table = await readers.children({ path, name: basename(path) });
  if (!table) throw new Failure(EXIT.refused, messages.trust.notChildren(path));
  return table;
}

/** What was wrong in tables and copies that were used: nothing may be lost in silence. */
export function tellSupplements({ facts = [], verified = [] }: Results, { err }: Context): void {
  const used = [...facts, ...verified].filter(({ outcome }) => outcome === "used");
  for (const { findings } of used) for (const { message } of findings) err(safe(message));
}
