import { basename } from "node:path";
import {
  type ChildrenTable,
  type EarlierResults,
  type IndicatorSystem,
  type PanelRule,
  type ReadCopy,
  type ReadFacts,
  type Results,
  readChildrenFile,
  readCopyFile,
  readFactsFile,
} from "../index.js";
import type { Context } from "./context.js";
import { EXIT, Failure } from "./exit.js";
import { findInputs, hashFile, readInput, sizeOf } from "./files.js";
import { mustBeFile } from "./given-path.js";
import { readResults } from "./read-results.js";
import { safe } from "./terminal.js";

/** What a run is given beside the units' own files. */
export interface SupplementOptions {
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
export function readSupplements(
  system: IndicatorSystem,
  { facts = [], verified = [], panel, resultsFrom = [], children }: SupplementOptions,
  context: Context,
): Supplements {
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
    facts: facts.map((path) => readFactsFile(system, readInput({ path, name: basename(path) }))),
    copies: copies.files.map((file) => readCopyFile(system, readInput(file))),
    earlier: readEarlier(resultsFrom, context),
    ...(children === undefined ? {} : { children: readChildrenAt(children, context) }),
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

function readChildrenAt(path: string, { messages }: Context): ChildrenTable {
  mustBeFile(path, messages);
  const table = readChildrenFile(readInput({ path, name: basename(path) }));
  if (!table) throw new Failure(EXIT.refused, messages.trust.notChildren(path));
  return table;
}

/** What was wrong in tables and copies that were used: nothing may be lost in silence. */
export function tellSupplements({ facts = [], verified = [] }: Results, { err }: Context): void {
  const used = [...facts, ...verified].filter(({ outcome }) => outcome === "used");
  for (const { findings } of used) for (const { message } of findings) err(safe(message));
}
