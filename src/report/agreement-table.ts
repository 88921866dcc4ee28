import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { Results } from "../model/results.js";
import { figure, figureOr } from "./figures.js";
import type { Table } from "./table.js";

/** 一致性: how far the members of the panel agree on each item. */
export function agreementTable(results: Results, labels: WorkbookLabels): Table {
  const { system, agreement = [] } = results;
  const { columns, sheets, words } = labels;
  const titles = new Map(system.items.map(({ id, title }) => [id, title]));
  return {
    name: sheets.agreement,
    title: `${system.title} · ${sheets.agreement}`,
    columns: [
      { header: columns.item, width: 12, kind: "centred" },
      { header: columns.title, width: 60, kind: "text" },
      { header: columns.units, width: 12, kind: "count" },
      { header: columns.pairs, width: 12, kind: "count" },
      { header: columns.agreed, width: 12, kind: "share" },
      { header: columns.alpha, width: 12, kind: "exact" },
    ],
    rows: agreement.map(({ item, units, pairs, percent, alpha }) => [
      ...[item, titles.get(item) ?? item, units, pairs, figure(percent), figureOr(alpha, words.none)],
    ]),
  };
}
