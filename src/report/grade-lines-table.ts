import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { Results } from "../model/results.js";
import { figure } from "./figures.js";
import type { Table } from "./table.js";

/** 等次边界: units that what is still open may carry across the line of a grade, a row per open item. */
export function gradeLinesTable(results: Results, labels: WorkbookLabels): Table {
  const { system, ranking } = results;
  const { columns, sheets, words } = labels;
  const titles = new Map(system.items.map(({ id, title }) => [id, title]));
  const totals = new Map(results.assessments.map(({ unit, total }) => [unit.code, total.points]));
  return {
    name: sheets.lines,
    title: `${system.title} · ${sheets.lines}`,
    columns: [
      { header: columns.unit, width: 20, kind: "text" },
      { header: columns.code, width: 12, kind: "centred" },
      { header: columns.group, width: 12, kind: "centred" },
      { header: columns.total, width: 9, kind: "points" },
      { header: columns.grade, width: 12, kind: "centred" },
      { header: columns.reached, width: 12, kind: "centred" },
      { header: columns.item, width: 10, kind: "centred" },
      { header: columns.title, width: 44, kind: "text" },
      { header: columns.up, width: 10, kind: "exact" },
      { header: columns.down, width: 10, kind: "exact" },
      { header: columns.alone, width: 11, kind: "centred" },
    ],
    rows: ranking.lines.flatMap(({ code, name, group, grade, reached, items }) => {
      const total = totals.get(code);
      const unit = [name, code, group || words.none, total === undefined ? words.none : figure(total)];
      const line = [...unit, grade, reached ? words.above : words.below];
      // Nothing of its own is open: who takes the places of a quota depends on the others.
      if (items.length === 0)
        return [[...line, words.none, words.byOthers, words.none, words.none, words.none]];
      return items.map(({ item, up, down, alone }) => {
        const open = [item, titles.get(item) ?? item, figure(up), figure(down)];
        return [...line, ...open, alone ? words.yes : words.no];
      });
    }),
    frozenColumns: 1,
  };
}
