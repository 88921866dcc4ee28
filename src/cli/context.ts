import { basename } from "node:path";
import {
  type IndicatorSystem,
  isLintError,
  type Language,
  LINT_CODES,
  type LintFinding,
  labelsIn,
  loadSystem,
  type Messages,
  messagesIn,
  type WorkbookLabels,
} from "../index.js";
import { EXIT, Failure } from "./exit.js";
import { exists, isFile, readInput, systemFiles } from "./files.js";
import { safe } from "./terminal.js";

/** What every command is given beside its own options. */
export interface Context {
  readonly language: Language;
  readonly messages: Messages;
  readonly labels: WorkbookLabels;
  /** Results, for people or as JSON. */
  readonly out: (text: string) => void;
  /** Messages and progress. */
  readonly err: (text: string) => void;
  /** Overwrites its own last line; does nothing where nobody watches. */
  readonly progress: (done: number, all: number, what: string) => void;
}

export function newContext(language: Language): Context {
  const messages = messagesIn(language);
  const watched = process.stderr.isTTY;
  return {
    language,
    messages,
    labels: labelsIn(language),
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    progress: (done, all, what) => {
      if (!watched) return;
      const line = safe(messages.console.sentences.progress(done, all, what));
      process.stderr.write(`\r\u001b[K${line}${done === all ? "\n" : ""}`);
    },
  };
}

/** Which system, and whose points. */
export interface SystemChoice {
  readonly system: string;
  /** A points overlay. */
  readonly points?: string;
}

/** The system at a path; with an error in it, nothing is done, and every error is listed. */
export function openSystem(choice: SystemChoice, { messages, err }: Context): IndicatorSystem {
  const { system, findings } = lintAt(choice, messages);
  if (system) return system;
  for (const finding of findings.filter(isLintError)) err(lintLine(finding, messages));
  throw new Failure(EXIT.refused, messages.console.sentences.systemRefused);
}

export function lintAt({ system, points }: SystemChoice, messages: Messages): ReturnType<typeof loadSystem> {
  const missing = (path: string) => new Failure(EXIT.usage, messages.console.sentences.noFile(path));
  const files = systemFiles(system);
  if (!files && exists(system))
    throw new Failure(EXIT.usage, messages.console.sentences.noSystemFile(system));
  if (!files) throw missing(system);
  if (points === undefined) return loadSystem(files);
  if (!isFile(points)) throw missing(points);
  return loadSystem(files, readInput({ path: points, name: basename(points) }));
}

/** `错误 system.json $.items[3].points：…` */
export function lintLine({ code, file, path, params }: LintFinding, messages: Messages): string {
  const severity = messages.severities[LINT_CODES[code]];
  return safe(`${severity} ${file} ${path} [${code}] ${messages.lint[code](params)}`);
}
