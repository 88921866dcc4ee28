import { type AssessmentJson, type FindingJson, interval, type Results, returnsFile } from "../index.js";
import type { Context } from "./context.js";
import { percent } from "./percent.js";
import { printDepartments } from "./print-departments.js";
import { printSupplements } from "./print-supplements.js";
import { bold, dim, safe, table } from "./terminal.js";

/** What returns a file, rather than what is told beside it. */
const decisive = (findings: readonly FindingJson[]) => findings.find(returnsFile) ?? findings[0];

/** The ranked table, who stands apart, what was returned, and the notice. */
export function printRanking(results: Results, context: Context): void {
  const { out, messages, labels } = context;
  const { headings, sentences } = messages.console;
  const { columns, apart, outcomes } = labels;
  const byCode = new Map(results.assessments.map((assessment) => [assessment.unit.code, assessment]));
  const grouped = results.ranking.groups.some(({ group }) => group !== "");
  const isMoved = results.assessments.some(({ total }) => total.rule !== total.points);
  const figures = (assessment: AssessmentJson | undefined) =>
    assessment
      ? [
          ...(isMoved ? [assessment.total.rule] : []),
          assessment.total.points,
          percent(assessment.total.rate),
          assessment.grade ?? "—",
          percent(assessment.coverage),
          String(assessment.findings.length),
        ]
      : [];
  const figureColumns = [
    ...(isMoved ? [{ title: columns.rule, align: "right" as const }] : []),
    { title: columns.total, align: "right" as const },
    { title: columns.rate, align: "right" as const },
    { title: columns.grade },
    { title: columns.coverage, align: "right" as const },
    { title: columns.findings, align: "right" as const },
  ];
  const group = (name: string) => (grouped ? [name || "—"] : []);
  const groupColumn = grouped ? [{ title: columns.group }] : [];
  out(bold(safe(results.system.title)));
  out(dim(safe(results.system.notice)));
  const ranked = results.ranking.groups.flatMap(({ group: name, ranked }) =>
    ranked.map(({ rank, tied, best, worst, code, name: unit }) => [
      `${rank}${tied ? "=" : ""}`,
      interval({ best, worst }),
      ...group(name),
      unit,
      code,
      ...figures(byCode.get(code)),
    ]),
  );
  if (ranked.length > 0) {
    const ranks = [{ title: columns.rank, align: "right" as const }, { title: columns.interval }];
    const head = [...ranks, ...groupColumn];
    out(`\n${table([...head, { title: columns.unit }, { title: columns.code }, ...figureColumns], ranked)}`);
  }
  if (results.ranking.apart.length > 0) {
    const rows = results.ranking.apart.map(({ reason, group: name, name: unit, code }) => [
      ...group(name),
      unit,
      code,
      ...figures(byCode.get(code)),
      apart[reason],
    ]);
    const head = [...groupColumn, { title: columns.unit }, { title: columns.code }];
    out(`\n${bold(headings.apart)}\n${table([...head, ...figureColumns, { title: columns.reason }], rows)}`);
  }
  printDepartments(results.assessments, context);
  const others = results.inputs.filter(({ outcome }) => outcome !== "scored");
  if (others.length > 0) {
    const rows = others.map(({ file, outcome, findings, reason }) => [
      file,
      outcomes[outcome],
      decisive(findings)?.message ?? reason ?? "",
    ]);
    const head = [{ title: columns.file }, { title: columns.outcome }, { title: columns.reason }];
    out(`\n${bold(headings.returned)}\n${table(head, rows)}`);
  }
  printSupplements(results, context);
  const count = (wanted: string) => results.inputs.filter(({ outcome }) => outcome === wanted).length;
  const counts = {
    all: results.inputs.length,
    scored: count("scored"),
    returned: count("returned"),
    manual: count("manual"),
  };
  out(`\n${sentences.counts(counts)}`);
}
