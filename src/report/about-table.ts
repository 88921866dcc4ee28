import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { Results, SupplementJson, SystemOutline } from "../model/results.js";
import { percentText } from "./figures.js";
import type { Table } from "./table.js";

/** 说明: by which system and engine, of how many files, and how to read the figures. */
export function aboutTable(results: Results, labels: WorkbookLabels): Table {
  const { columns, sheets } = labels;
  return {
    name: sheets.about,
    title: `${results.system.title} · ${sheets.about}`,
    columns: [
      { header: columns.label, width: 24, kind: "centred" },
      { header: columns.content, width: 110, kind: "text" },
    ],
    rows: [...identity(results, labels), ...aboutCounts(results, labels), ...rules(results.system, labels)],
  };
}

type Line = readonly [label: string, content: string];

function identity({ system, engine }: Results, { about }: WorkbookLabels): Line[] {
  const optional = (label: string, content: string | undefined): Line[] =>
    content ? [[label, content]] : [];
  return [
    [about.system, system.title],
    [about.id, system.id],
    [about.version, system.version],
    [about.sha256, system.sha256],
    ...(system.overlay ? [[about.overlay, system.overlay.sha256] as const] : []),
    ...optional(about.issuer, system.issuer),
    ...optional(about.source, system.source),
    ...optional(about.notice, system.notice),
    [about.engine, `${engine.name} ${engine.version}`],
  ];
}

/** How many files and units there were, and what became of them. */
export function aboutCounts(results: Results, labels: WorkbookLabels): Line[] {
  const { inputs, assessments, ranking, facts, verified, panel } = results;
  const { about, sentences } = labels;
  const outcome = (name: string) => inputs.filter((input) => input.outcome === name).length;
  const ranked = ranking.groups.reduce((sum, group) => sum + group.ranked.length, 0);
  return [
    [
      about.inputs,
      sentences.inputs({
        all: inputs.length,
        scored: outcome("scored"),
        returned: outcome("returned"),
        manual: outcome("manual"),
      }),
    ],
    ...(facts ? [[about.facts, supplied(facts, labels)] as const] : []),
    ...(verified ? [[about.verified, supplied(verified, labels)] as const] : []),
    ...(panel ? [[about.panel, labels.panel[panel]] as const] : []),
    [
      about.assessments,
      sentences.assessments({ all: assessments.length, ranked, apart: ranking.apart.length }),
    ],
  ];
}

function supplied(files: readonly SupplementJson[], { sentences }: WorkbookLabels): string {
  const count = (outcome: SupplementJson["outcome"]) =>
    files.filter((file) => file.outcome === outcome).length;
  return sentences.supplements({
    all: files.length,
    used: count("used"),
    unused: count("unused"),
    returned: count("returned"),
  });
}

function rules(system: SystemOutline, { about, sentences, columns }: WorkbookLabels): Line[] {
  const { tieBreak, groupBy, minCoverage } = system.ranking;
  const titles = new Map([...system.nodes, ...system.items].map(({ id, title }) => [id, title]));
  const names = tieBreak.map((id) => (id === "bonus" ? columns.bonus : (titles.get(id) ?? id)));
  return [
    [about.ranking, sentences.ranking(names, groupBy !== undefined)],
    ...system.grades.map(
      ({ name, min, eachLevel1AtLeast, quota }): Line => [
        about.grade,
        sentences.grade({
          name,
          min,
          ...(eachLevel1AtLeast === undefined ? {} : { eachLevel1AtLeast: percentText(eachLevel1AtLeast) }),
          ...(quota === undefined ? {} : { quota: percentText(quota) }),
        }),
      ],
    ),
    [about.coverage, sentences.coverage(minCoverage && percentText(minCoverage))],
    [about.ledger, sentences.ledger],
    [about.standing, sentences.standing],
    [about.interval, sentences.interval],
    [about.legend, sentences.legend],
  ];
}
