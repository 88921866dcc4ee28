import { Command, InvalidArgumentError } from "commander";
import { ENGINE, PANEL_RULES } from "../index.js";
import { exportSystem, importSystem } from "./commands/authoring.js";
import { check } from "./commands/check.js";
import { compare } from "./commands/compare.js";
import { explain } from "./commands/explain.js";
import { facts } from "./commands/facts.js";
import { feedback } from "./commands/feedback.js";
import { detect, lintForm } from "./commands/form.js";
import { inspect } from "./commands/inspect.js";
import { rank } from "./commands/rank.js";
import { remedy } from "./commands/remedy.js";
import { replay } from "./commands/replay.js";
import { score } from "./commands/score.js";
import { lint, schema, show } from "./commands/system.js";
import { template } from "./commands/template.js";
import { verify } from "./commands/verify.js";
import type { Context } from "./context.js";
import type { ExitCode } from "./exit.js";

/** The command line. `done` is given the exit code of the command that ran. */
export function newProgram(context: Context, done: (code: ExitCode) => void): Command {
  const { help } = context.messages.console;
  const { options, arguments: args } = help;
  const program = new Command("faping")
    .description(help.program)
    .version(ENGINE.version, "-V, --version", options.version)
    .helpOption("-h, --help", options.help)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ outputError: () => undefined }) // told by main, in the user's language
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => help.titles[title] ?? title })
    .option("--lang <zh|en>", options.lang, language);
  const examples = (command: Command, lines: readonly string[]): Command =>
    command
      .helpOption("-h, --help", options.help)
      .addHelpText("before", `${help.examplesTitle}\n${lines.map((line) => `  ${line}`).join("\n")}\n`);
  examples(program, help.examples.program).addHelpText("after", `\n${help.exitCodes}`);

  const command = (name: string, description: string, lines: readonly string[], parent = program): Command =>
    examples(parent.command(name).description(description), lines);
  const system = (one: Command): Command =>
    one.requiredOption("-s, --system <path>", options.system).option("--points <file>", options.points);

  const supplements = (one: Command): Command =>
    one
      .option("--facts <file...>", options.facts)
      .option("--verified <path...>", options.verified)
      .option("--panel <rule>", options.panel, panel)
      .option("--results-from <results...>", options.resultsFrom)
      .option("--children <file>", options.children)
      .option("--convert", options.convert)
      .option("--form <mapping...>", options.form);

  system(command("template", help.template, help.examples.template))
    .requiredOption("-o, --out <file>", options.outFile, path)
    .option("--unit <name>", options.unit)
    .option("--code <code>", options.code)
    .option("--responsible <department>", options.responsible)
    .option("--live", options.live)
    .option("--for <assessor>", options.for, assessor)
    .option("--from <workbook...>", options.from)
    .option("--convert", options.convert)
    .option("--form <mapping...>", options.form)
    .action(async (given) => done(await template(given, context)));

  system(command("facts", help.facts, help.examples.facts))
    .requiredOption("-o, --out <file>", options.outFile, path)
    .option("--units <path...>", options.units)
    .option("--convert", options.convert)
    .option("--form <mapping...>", options.form)
    .action(async (given) => done(await facts(given, context)));

  supplements(system(command("check", help.check, help.examples.check)))
    .argument("<workbooks...>", args.workbook)
    .option("--gaps <file>", options.gaps, path)
    .option("--font <file>", options.font, path)
    .option("--fail-under <points>", options.failUnder, points)
    .option("--json", options.json)
    .action(async (paths: string[], given) => done(await check(paths, given, context)));

  supplements(system(command("score", help.score, help.examples.score)))
    .argument("<inputs...>", args.inputs)
    .option("-o, --out <folder>", options.out, path)
    .option("--resume", options.resume)
    .option("--previous <results>", options.previous)
    .option("--font <file>", options.font, path)
    .option("--fail-under <points>", options.failUnder, points)
    .option("--json", options.json)
    .action(async (paths: string[], given) => done(await score(paths, given, context)));

  command("rank", help.rank, help.examples.rank)
    .argument("<results...>", args.results)
    .requiredOption("-o, --out <folder>", options.out, path)
    .option("-s, --system <path>", options.rankSystem)
    .option("--points <file>", options.points)
    .option("--previous <results>", options.previous)
    .option("--font <file>", options.font, path)
    .option("--fail-under <points>", options.failUnder, points)
    .option("--json", options.json)
    .action(async (paths: string[], given) => done(await rank(paths, given, context)));

  command("feedback", help.feedback, help.examples.feedback)
    .argument("<results>", args.result)
    .requiredOption("-o, --out <folder>", options.outFolder, path)
    .option("--unit <code or name...>", options.feedbackUnit)
    .action(async (path: string, given) => done(await feedback(path, given, context)));

  command("remedy", help.remedy, help.examples.remedy)
    .argument("<results>", args.result)
    .argument("<ledgers...>", args.ledgers)
    .option("-o, --out <file>", options.remedyFile, path)
    .option("--on <day>", options.on)
    .option("--json", options.json)
    .action(async (results: string, ledgers: string[], given) =>
      done(await remedy(results, ledgers, given, context)),
    );

  command("explain", help.explain, help.examples.explain)
    .argument("<results>", args.result)
    .argument("<unit>", args.unit)
    .argument("<item>", args.item)
    .option("--json", options.json)
    .action((path: string, unit: string, item: string, given) =>
      done(explain(path, unit, item, given, context)),
    );

  command("inspect", help.inspect, help.examples.inspect)
    .argument("<workbook>", args.anyWorkbook)
    .option("--json", options.json)
    .action(async (path: string, given) => done(await inspect(path, given, context)));

  system(command("verify", help.verify, help.examples.verify))
    .argument("<results>", args.result)
    .requiredOption("--inputs <path...>", options.inputs)
    .option("--convert", options.convert)
    .option("--form <mapping...>", options.form)
    .option("--json", options.json)
    .action(async (path: string, given) => done(await verify(path, given, context)));

  command("compare", help.compare, help.examples.compare)
    .argument("<old>", args.old)
    .argument("<new>", args.now)
    .option("--json", options.json)
    .action(async (old: string, now: string, given) => done(await compare(old, now, given, context)));

  command("replay", help.replay, help.examples.replay)
    .argument("<results>", args.result)
    .requiredOption("--set <ruling...>", options.set)
    .option("--json", options.json)
    .action(async (path: string, given) => done(await replay(path, given, context)));

  const forms = program.command("form").description(help.form).helpCommand(false);
  examples(forms, [...help.examples.formDetect, ...help.examples.formLint]);
  system(command("detect", help.formDetect, help.examples.formDetect, forms))
    .argument("<workbook>", args.foreignWorkbook)
    .option("-o, --out <file>", options.mappingFile, path)
    .option("--sheet <name>", options.formSheet)
    .option("--json", options.json)
    .action(async (workbook: string, given) => done(await detect(workbook, given, context)));
  system(command("lint", help.formLint, help.examples.formLint, forms))
    .argument("<mapping>", args.mapping)
    .option("--json", options.json)
    .action((mapping: string, given) => done(lintForm(mapping, given, context)));

  const systems = program.command("system").description(help.system).helpCommand(false);
  examples(systems, [
    ...help.examples.lint,
    ...help.examples.show,
    ...help.examples.export,
    ...help.examples.import,
  ]);
  command("lint", help.lint, help.examples.lint, systems)
    .argument("<path>", args.path)
    .option("--points <file>", options.points)
    .option("--json", options.json)
    .action((path: string, given) => done(lint(path, given, context)));
  command("show", help.show, help.examples.show, systems)
    .argument("<path>", args.path)
    .option("--points <file>", options.points)
    .option("--json", options.json)
    .action((path: string, given) => done(show(path, given, context)));
  command("export", help.export, help.examples.export, systems)
    .argument("<path>", args.path)
    .requiredOption("-o, --out <file>", options.listFile, path)
    .option("--points <file>", options.points)
    .action(async (from: string, given) => done(await exportSystem(from, given, context)));
  command("import", help.import, help.examples.import, systems)
    .argument("<list>", args.list)
    .requiredOption("-o, --out <folder>", options.systemFolder, path)
    .requiredOption("--id <id>", options.systemId, systemId)
    .requiredOption("--title <title>", options.systemTitle, path)
    .option("--total <points>", options.total, points)
    .option("--sheet <name>", options.sheet)
    .option("--json", options.json)
    .action(async (list: string, given) => done(await importSystem(list, given, context)));
  command("schema", help.schema, help.examples.schema, systems)
    .option("--write <folder>", options.write)
    .action((given) => done(schema(given, context)));
  return program;
}

function panel(text: string): string {
  if (!PANEL_RULES.some((rule) => rule === text)) throw new InvalidArgumentError(PANEL_RULES.join(", "));
  return text;
}

function assessor(text: string): string {
  if (text !== "assessor") throw new InvalidArgumentError("assessor");
  return text;
}

function language(text: string): string {
  if (text !== "zh" && text !== "en") throw new InvalidArgumentError("zh, en");
  return text;
}

/** An unset variable must not turn the current folder into the output. */
function path(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("PATH");
  return text;
}

function systemId(text: string): string {
  if (!/^[^\s/#]+$/.test(text)) throw new InvalidArgumentError(text);
  return text;
}

function points(text: string): string {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new InvalidArgumentError("80, 82.5, …");
  return text;
}
