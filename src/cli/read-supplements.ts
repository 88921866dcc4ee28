import { basename } from "node:path";
import {
  type IndicatorSystem,
  type PanelRule,
  type ReadCopy,
  type ReadFacts,
  type Results,
  readCopyFile,
  readFactsFile,
} from "../index.js";
import type { Context } from "./context.js";
import { EXIT, Failure } from "./exit.js";
import { findInputs, readInput } from "./files.js";
import { mustBeFile } from "./given-path.js";
import { safe } from "./terminal.js";

/** What a run is given beside the units' own files. */
export interface SupplementOptions {
  readonly facts?: readonly string[];
  readonly verified?: readonly string[];
  readonly panel?: PanelRule;
}

export interface Supplements {
  readonly facts: readonly ReadFacts[];
  readonly copies: readonly ReadCopy[];
  readonly panel?: PanelRule;
}

/** Reads facts by others and assessors' copies; a path that is not there is wrong usage. */
export function readSupplements(
  system: IndicatorSystem,
  { facts = [], verified = [], panel }: SupplementOptions,
  { messages }: Context,
): Supplements {
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
    ...(panel ? { panel } : {}),
  };
}

/** What was wrong in tables and copies that were used: nothing may be lost in silence. */
export function tellSupplements({ facts = [], verified = [] }: Results, { err }: Context): void {
  const used = [...facts, ...verified].filter(({ outcome }) => outcome === "used");
  for (const { findings } of used) for (const { message } of findings) err(safe(message));
}
