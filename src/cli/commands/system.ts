import { join } from "node:path";
import {
  type IndicatorSystem,
  isLintError,
  LINT_CODES,
  type Place,
  systemSchemas,
  toDecimal,
} from "../../index.js";
import { type Context, lintAt, lintLine, openSystem, type SystemChoice } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import { writeWhole } from "../outputs.js";
import { bold, dim, red, safe } from "../terminal.js";

export interface TreeOptions {
  readonly json?: boolean;
  readonly points?: string;
}

const choice = (system: string, { points }: TreeOptions): SystemChoice => ({
  system,
  ...(points === undefined ? {} : { points }),
});

/** `faping system lint`: everything that is wrong with a system, at once. */
export function lint(path: string, options: TreeOptions, { messages, out }: Context): ExitCode {
  const { sentences } = messages.console;
  const { system, findings } = lintAt(choice(path, options), messages);
  const told = findings.map((finding) => ({
    severity: LINT_CODES[finding.code],
    ...finding,
    message: messages.lint[finding.code](finding.params),
  }));
  if (options.json) out(JSON.stringify({ ok: system !== undefined, findings: told }, null, 2));
  else {
    for (const finding of findings)
      out(isLintError(finding) ? red(lintLine(finding, messages)) : lintLine(finding, messages));
    const count = (severity: string) => told.filter((one) => one.severity === severity).length;
    if (findings.length > 0) out(sentences.lintCounts(count("error"), count("warning"), count("info")));
    if (system)
      out(sentences.lintClean(safe(system.title), scoredItems(system).length, toDecimal(system.total)));
  }
  return system ? EXIT.done : EXIT.refused;
}

const scoredItems = (system: IndicatorSystem) => system.items.filter(({ kind }) => kind === "scored");

/** `faping system show`: the tree with its points. */
export function show(path: string, options: TreeOptions, context: Context): ExitCode {
  const system = openSystem(choice(path, options), context);
  const { out, messages } = context;
  const { sentences } = messages.console;
  if (options.json) {
    out(JSON.stringify(treeJson(system), null, 2));
    return EXIT.done;
  }
  out(
    bold(
      safe(`${system.title}　${system.id} ${system.version}　${sentences.points(toDecimal(system.total))}`),
    ),
  );
  out(dim(safe(`${system.notice}\nSHA-256 ${system.sha256}`)));
  const print = (place: Place, depth: number) => {
    const scaled = place.type === "node" && place.contribution !== place.points;
    const points =
      sentences.points(toDecimal(place.points)) +
      (scaled ? `，${sentences.scaledTo(toDecimal(place.contribution))}` : "");
    const line = safe(`${"  ".repeat(depth)}${place.id} ${place.title}　${points}`);
    out(place.type === "node" && depth === 0 ? bold(line) : line);
    if (place.type === "node") for (const child of place.children) print(child, depth + 1);
  };
  for (const root of system.roots) print(root, 0);
  for (const item of system.items) {
    if (item.kind === "scored") continue;
    const points = item.kind === "info" ? "" : `　${sentences.points(toDecimal(item.points))}`;
    out(safe(`${sentences.kinds[item.kind]} ${item.id} ${item.title}${points}`));
  }
  return EXIT.done;
}

function treeJson(system: IndicatorSystem): object {
  const place = (one: Place): object => ({
    id: one.id,
    title: one.title,
    points: toDecimal(one.points),
    ...(one.type === "node"
      ? { contribution: toDecimal(one.contribution), children: one.children.map(place) }
      : { kind: one.kind, criterion: one.criterion }),
  });
  const { id, version, title, notice, sha256, formHash, levels } = system;
  return {
    ...{ id, version, title, notice, sha256, formHash, levels, total: toDecimal(system.total) },
    tree: system.roots.map(place),
    others: system.items.filter(({ kind }) => kind !== "scored").map(place),
  };
}

/** `faping system schema`: the JSON Schemas for editors. */
export function schema(options: { write?: string }, { out, err, messages }: Context): ExitCode {
  const schemas = systemSchemas();
  if (options.write === undefined) {
    out(JSON.stringify(schemas["faping-system-1.schema.json"], null, 2));
    return EXIT.done;
  }
  for (const [name, content] of Object.entries(schemas)) {
    const path = join(options.write, name);
    writeWhole(path, [`${JSON.stringify(content, null, 2)}\n`]);
    err(messages.console.sentences.schemaWritten(path));
  }
  return EXIT.done;
}
