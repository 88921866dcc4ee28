import { type AssessmentJson, type FindingJson, GapWords, type SystemOutline } from "../index.js";
import type { Context } from "./context.js";
import { percent } from "./percent.js";
import { printDepartments } from "./print-departments.js";
import { openLines } from "./print-open-points.js";
import { bold, dim, red, safe, table } from "./terminal.js";

/** What a clerk needs before the inspectors come, most urgent first. */
export function printCheck(
  system: SystemOutline,
  assessment: AssessmentJson,
  grade: string | null,
  context: Context,
): void {
  const { headings, sentences } = context.messages.console;
  const { unit, total, coverage } = assessment;
  context.out(bold(safe(`${unit.name}（${unit.code}）　${system.title}`)));
  context.out(dim(safe(system.notice)));
  context.out(
    `\n${sentences.overview({
      total: total.points,
      max: total.max,
      rate: percent(total.rate),
      grade: grade === null ? "—" : grade + sentences.gradeAlone,
      coverage: percent(coverage),
      proven: total.proven,
      claimed: total.claimed,
      self: total.self ?? "—",
      rule: total.rule === total.points ? "" : total.rule,
    })}`,
  );
  printStanding(system, assessment, context);
  const section = (heading: string, body: string) => context.out(`\n${bold(heading)}\n${body}`);
  printDepartments([assessment], context);
  section(headings.level1, levelOne(system, assessment, context));
  const [blank, others] = split(assessment.findings);
  if (blank.length > 0) section(`${headings.blank} (${blank.length})`, blanks(system, blank, context));
  const lacking = unsupported(system, assessment, context);
  if (lacking.length > 0) section(`${headings.unsupported} (${lacking.length})`, lacking.join("\n"));
  const open = openLines(system, assessment, context);
  if (open.length > 0) section(`${headings.open} (${open.length})`, open.join("\n"));
  section(headings.gaps, gaps(system, assessment, context));
  if (others.length > 0) section(`${headings.findings} (${others.length})`, lines(others));
}

const lines = (findings: readonly FindingJson[]): string =>
  findings.map(({ message }) => safe(message)).join("\n");

function split(findings: readonly FindingJson[]): [FindingJson[], FindingJson[]] {
  return [findings.filter(({ code }) => code === "E23"), findings.filter(({ code }) => code !== "E23")];
}

function printStanding(system: SystemOutline, assessment: AssessmentJson, { messages, out }: Context): void {
  const { sentences, headings, colon, listComma } = messages.console;
  const minimum = system.ranking.minCoverage;
  const applied = assessment.vetoes.filter(({ status }) => status === "applied");
  const titles = applied.map(({ id }) => system.vetoes.find((veto) => veto.id === id)?.title ?? id);
  if (titles.length > 0) out(red(safe(`${headings.vetoes}${colon}${titles.join(listComma)}`)));
  if (applied.some(({ effect }) => effect.kind === "disqualify")) out(red(sentences.disqualified));
  if (minimum !== undefined && Number(assessment.coverage) < Number(minimum)) {
    out(red(sentences.lowCoverage(percent(assessment.coverage), percent(minimum))));
  }
}

function levelOne(system: SystemOutline, assessment: AssessmentJson, { labels }: Context): string {
  const { columns } = labels;
  const nodes = system.nodes.filter(({ parent }) => parent === undefined);
  const items = system.items.filter(({ parent, kind }) => parent === undefined && kind === "scored");
  const rows = [...nodes, ...items].flatMap(({ id, title }) => {
    const result = [...assessment.nodes, ...assessment.items].find((place) => place.id === id);
    if (!result) return [];
    const rate = "rate" in result ? result.rate : null;
    return [[`${id} ${title}`, result.points, result.max, rate === null ? "—" : percent(rate)]];
  });
  return table(
    [
      { title: columns.title },
      { title: columns.points, align: "right" },
      { title: columns.max, align: "right" },
      { title: columns.rate, align: "right" },
    ],
    rows,
  );
}

/** Where to fill in what: the sentence is the same for all. */
function blanks(system: SystemOutline, findings: readonly FindingJson[], { messages }: Context): string {
  const { colon } = messages.console;
  return findings
    .map(({ sheet, cell, item, params }) => {
      const title = system.items.find(({ id }) => id === item)?.title;
      const place = `${sheet ?? ""}${cell ? `!${cell}` : ""}`;
      return safe(`  ${place}  ${title ? `${item} ${title}${colon}` : ""}${params.label ?? ""}`);
    })
    .join("\n");
}

/** Values that count for less until their documents are there. */
function unsupported(
  system: SystemOutline,
  { items }: AssessmentJson,
  { labels, messages }: Context,
): string[] {
  const { listComma } = messages.console;
  const words = new GapWords(system.facts, labels);
  const uses = items.flatMap(({ clauses }) => clauses.flatMap(({ facts }) => facts));
  const lacking = uses.filter(({ fact, status }) => status === "unsupported" && !system.facts[fact]?.derived);
  return [...new Map(lacking.map((use) => [use.fact, use])).values()].map(({ fact, sources }) =>
    safe(`  ${sources.map(({ sheet, cell }) => `${sheet}!${cell}`).join(listComma)}  ${words.label(fact)}`),
  );
}

/** One gap per paragraph: points, item; why; the steps within reach; what to do. */
function gaps(system: SystemOutline, assessment: AssessmentJson, { labels, messages }: Context): string {
  const { sentences, colon, semicolon } = messages.console;
  const { columns } = labels;
  if (assessment.gaps.length === 0) return sentences.noGaps;
  const words = new GapWords(system.facts, labels);
  const paragraphs = assessment.gaps.map((gap) => {
    const item = system.items.find(({ id }) => id === gap.item);
    const title = item
      ? `${item.id} ${item.title}`
      : (system.vetoes.find(({ id }) => id === gap.veto)?.title ?? "");
    const steps =
      gap.steps.length > 0 ? [`${columns.steps}${colon}${words.steps(gap).replaceAll("\n", semicolon)}`] : [];
    const remedy = gap.remedy === undefined ? [] : [`${columns.remedy}${colon}${gap.remedy}`];
    const details = [gap.message, ...steps, ...remedy].map((line) => `${INDENT}${safe(line)}`);
    return [bold(safe(`${points(gap.lostTotal, system.digits)}  ${title}`)), ...details].join("\n");
  });
  return paragraphs.join("\n");
}

const INDENT = "        ";
const points = (decimal: string, digits: number): string => Number(decimal).toFixed(digits).padStart(6);
