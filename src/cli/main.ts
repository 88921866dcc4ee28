#!/usr/bin/env node
import { CommanderError } from "commander";
import { type Language, RulesDiffer } from "../index.js";
import { type Context, newContext } from "./context.js";
import { EXIT, type ExitCode, Failure } from "./exit.js";
import { newProgram } from "./program.js";
import { red, safe } from "./terminal.js";

/** Help is made before options are read, so the language is looked for first. */
function languageOf(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const given = args[at]?.startsWith("--lang=") ? args[at]?.slice("--lang=".length) : args[at + 1];
  return at >= 0 && given === "en" ? "en" : "zh-CN";
}

async function main(args: readonly string[]): Promise<ExitCode> {
  const context = newContext(languageOf(args));
  let code: ExitCode = EXIT.usage;
  const program = newProgram(context, (done) => {
    code = done;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode !== 0) tellUsage(error, args, context);
      return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    }
    if (error instanceof Failure) {
      context.err(red(safe(error.message)));
      return error.code;
    }
    if (error instanceof RulesDiffer) {
      context.err(red(safe(context.messages.trust.rulesDamaged(error.message))));
      return EXIT.refused;
    }
    if (isNoSpace(error)) {
      context.err(red(safe(context.messages.reading.noSpace(error.path ?? context.messages.reading.output))));
      return EXIT.internal;
    }
    if (isPathError(error)) {
      const { noPath } = context.messages.console.sentences;
      context.err(red(safe(noPath(error.path ?? "", error.code))));
      return EXIT.usage;
    }
    const problem = error instanceof Error ? error.message : String(error);
    context.err(red(safe(context.messages.console.sentences.internal(problem))));
    if (process.env.FAPING_DEBUG && error instanceof Error) context.err(error.stack ?? "");
    return EXIT.internal;
  }
}

const PATH_ERRORS = new Set([
  "EACCES",
  "EEXIST",
  "EISDIR",
  "ENOENT",
  "ENOTDIR",
  "EPERM",
  "EROFS",
  "ENAMETOOLONG",
]);

/** A path that can't be read or written is the caller's to mend. */
function isPathError(error: unknown): error is Error & { code: string; path?: string } {
  return error instanceof Error && "code" in error && PATH_ERRORS.has(String(error.code));
}

/** The disk or a quota is full, or a file may not become so large. */
const SPACE_ERRORS = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

function isNoSpace(error: unknown): error is Error & { path?: string } {
  return error instanceof Error && "code" in error && SPACE_ERRORS.has(String(error.code));
}

/** What commander found wrong, in the user's language; it quotes the option or argument it speaks of. */
function tellUsage(
  { code, message }: CommanderError,
  args: readonly string[],
  { messages, err }: Context,
): void {
  if (code === "commander.help") return;
  const { sentences } = messages.console;
  const what = /'([^']*)'/.exec(message)?.[1] ?? "";
  const [, given, allowed = ""] = /argument '([^']*)' is invalid\. (.*)$/su.exec(message) ?? [];
  const why = given === undefined ? "" : `${messages.console.colon}${sentences.mayBe(given, allowed)}`;
  err(red(safe(`${sentences.wrongUsage(code, what)}${why}`)));
  const command = args[0] !== undefined && COMMANDS.has(args[0]) ? `faping ${args[0]}` : "faping";
  err(sentences.seeHelp(command));
}

const COMMANDS = new Set([
  ...["template", "facts", "check", "score", "rank"],
  ...["feedback", "explain", "inspect", "verify", "compare", "replay", "remedy", "system", "form"],
]);

// Whoever reads our output may stop reading: `faping check … | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(EXIT.done);
});

process.exitCode = await main(process.argv.slice(2));
