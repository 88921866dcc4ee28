import { dirname } from "node:path";
import {
  type Difference,
  differences,
  ENGINE,
  type Results,
  readEarlierFile,
  resultsJson,
  scoreFiles,
  withPrevious,
} from "../../index.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode, Failure } from "../exit.js";
import { findInputs, hashFile, type InputPath, parseJson, readInput, readText } from "../files.js";
import { readResults } from "../read-results.js";
import { openRules, type RulesChoice } from "../read-rules.js";
import { type ReadingOptions, withReaders } from "../reading/readers.js";
import { bold, safe } from "../terminal.js";

export interface VerifyOptions extends RulesChoice, ReadingOptions {
  readonly inputs: readonly string[];
  readonly json?: boolean;
}

/** So many differences are printed; `--json` has all. */
const SHOWN = 50;

/** `faping verify`: the same files by the same rules must give the same bytes. */
export async function verify(path: string, options: VerifyOptions, context: Context): Promise<ExitCode> {
  const results = readResults(path, context);
  const { trust, console: words } = context.messages;
  const given = findInputs(options.inputs, dirname(path));
  if (given.missing.length > 0)
    throw new Failure(EXIT.usage, words.sentences.noFile(given.missing.join(words.listComma)));
  const rules = openRules(options, context);
  const { system } = rules;
  const problems = [
    ...(rulesOf(results.system) === rulesOf(system)
      ? []
      : [trust.otherRules(rulesOf(results.system), rulesOf(system))]),
    ...(results.engine.version === ENGINE.version
      ? []
      : [trust.otherEngine(results.engine.version, ENGINE.version)]),
  ];
  const { files, missing, changed, extra } = matchInputs(results, given.files);
  problems.push(
    ...missing.map(trust.missingInput),
    ...changed.map(trust.changedInput),
    ...extra.map(trust.extraInput),
  );
  // Findings and sources name a file as the results do, wherever it lies now.
  const found = <T extends { file: string; sha256: string }>(list: readonly T[] = []): InputPath[] =>
    list.flatMap(({ file, sha256 }) => {
      const at = files.get(keyOf(file, sha256));
      return at ? [{ path: at.path, name: file }] : [];
    });
  const { files: readFiles, ...supplements } = await withReaders(
    options,
    context.messages,
    async (readers) => {
      const [table] = found(results.children ? [results.children] : []);
      const children = table && (await readers.children(table));
      return {
        files: await Promise.all(found(results.inputs).map((file) => readers.submission(rules, file))),
        facts: await Promise.all(found(results.facts).map((file) => readers.facts(rules, file))),
        copies: await Promise.all(found(results.verified).map((file) => readers.copy(rules, file))),
        ...(children ? { children } : {}),
      };
    },
  );
  const [previous] = found(results.previous ? [results.previous] : []);
  const scored = await scoreFiles(system, readFiles, {
    language: results.language,
    ...supplements,
    forms: rules.mappings,
    earlier: found(results.earlier).map((file) => readEarlierFile(readInput(file))),
    ...(results.panel ? { panel: results.panel } : {}),
  });
  const again = previous ? withPrevious(scored, readEarlierFile(readInput(previous))) : scored;
  const bytes = [...resultsJson(again)].join("");
  const recorded = readText(path);
  const differing: readonly Difference[] =
    recorded === bytes ? [] : differences(parseJson(recorded), parseJson(bytes));
  report(results, problems, differing, recorded === bytes, options, context);
  return problems.length === 0 && recorded === bytes ? EXIT.done : EXIT.partly;
}

function report(
  results: Results,
  problems: readonly string[],
  found: readonly Difference[],
  equal: boolean,
  { json }: VerifyOptions,
  { out, messages: { trust, console: words } }: Context,
): void {
  if (json) {
    out(JSON.stringify({ equal: equal && problems.length === 0, problems, differences: found }, null, 2));
    return;
  }
  for (const problem of problems) out(safe(problem));
  const all = [...results.inputs, ...(results.facts ?? []), ...(results.verified ?? [])];
  if (equal && problems.length === 0) out(bold(trust.verified(all.length, results.assessments.length)));
  else out(bold(trust.differs(problems.length + found.length)));
  for (const { path, recorded = words.sentences.none, found: now = words.sentences.none } of found.slice(
    0,
    SHOWN,
  )) {
    out(
      safe(
        `  ${path}\n    ${trust.recorded}${words.colon}${recorded}\n    ${trust.found}${words.colon}${now}`,
      ),
    );
  }
  if (found.length > SHOWN) out(words.sentences.more(found.length - SHOWN));
}

const rulesOf = ({
  sha256,
  overlay,
}: {
  sha256: string;
  overlay?: { sha256: string } | undefined;
}): string => (overlay ? `${sha256} + ${overlay.sha256}` : sha256);

const keyOf = (file: string, sha256: string): string => JSON.stringify([file, sha256]);

interface Matched {
  /** By name and hash as the results have them. */
  readonly files: ReadonlyMap<string, InputPath>;
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  readonly extra: readonly string[];
}

/** Which of the files given is which of the results' inputs: by name and hash, else by hash alone. */
function matchInputs(results: Results, given: readonly InputPath[]): Matched {
  const { inputs, facts = [], verified = [], earlier = [], children, previous } = results;
  const wanted = [
    ...inputs,
    ...facts,
    ...verified,
    ...earlier,
    ...(children ? [children] : []),
    ...(previous ? [previous] : []),
  ];
  const hashed = given.map((file) => ({ ...file, sha256: hashFile(file.path) }));
  const files = new Map<string, InputPath>();
  const used = new Set<InputPath>();
  const missing: string[] = [];
  const changed: string[] = [];
  for (const { file, sha256 } of wanted) {
    const same = hashed.filter((one) => one.sha256 === sha256);
    const match = same.find(({ name }) => name === file) ?? same.find((one) => !used.has(one)) ?? same[0];
    if (match) {
      files.set(keyOf(file, sha256), match);
      used.add(match);
      continue;
    }
    const other = hashed.find(({ name }) => name === file);
    if (other) used.add(other);
    (other ? changed : missing).push(file);
  }
  return { files, missing, changed, extra: hashed.filter((one) => !used.has(one)).map(({ name }) => name) };
}
