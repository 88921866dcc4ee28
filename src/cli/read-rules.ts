import { basename } from "node:path";
import { type IndicatorSystem, isLintError, loadMapping } from "../index.js";
import { type Context, lintLine, openSystem, type SystemChoice } from "./context.js";
import { EXIT, Failure } from "./exit.js";
import { readInput } from "./files.js";
import { mustBeFile } from "./given-path.js";
import type { Rules } from "./reading/protocol.js";

/** A system, and how forms that are not ours are read for it. */
export interface RulesChoice extends SystemChoice {
  /** Mapping files (对照表). */
  readonly form?: readonly string[];
}

/** With an error in any of them nothing is done, and every error is listed. */
export function openRules(choice: RulesChoice, context: Context): Rules {
  const system = openSystem(choice, context);
  return { system, mappings: (choice.form ?? []).map((path) => openMapping(path, system, context)) };
}

function openMapping(path: string, system: IndicatorSystem, { messages, err }: Context) {
  mustBeFile(path, messages);
  const { mapping, findings } = loadMapping(readInput({ path, name: basename(path) }), system);
  if (mapping) return mapping;
  for (const finding of findings.filter(isLintError)) err(lintLine(finding, messages));
  throw new Failure(EXIT.refused, messages.reading.mappingRefused(path));
}
