import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { ItemOutline, Results } from "../model/results.js";
import { figure } from "./figures.js";
import { unitCells, unitColumns } from "./level-one-table.js";
import { isShown } from "./outline.js";
import type { CellValue } from "./sheet.js";
import { type Standing, standings } from "./standings.js";
import type { Column, Table } from "./table.js";

/** Item columns that can still be read on one printed page. */
const ITEMS_PER_PAGE = 36;

/** 得分矩阵: a row per unit, a column per item, coloured from nothing to full points. */
export function matrixTable(results: Results, labels: WorkbookLabels): Table {
  const { system } = results;
  const { words, sheets } = labels;
  const items = system.items.filter(isShown);
  return {
    name: sheets.matrix,
    title: `${system.title} · ${sheets.matrix}`,
    columns: [...unitColumns(labels), ...items.map(itemColumn)],
    rows: standings(results).map(row),
    frozenColumns: 2,
    pagesWide: Math.max(1, Math.ceil(items.length / ITEMS_PER_PAGE)),
  };

  function itemColumn({ id, title, points, kind }: ItemOutline): Column {
    return {
      above: { text: id, columns: 1 },
      header: labels.sentences.aside(title, points),
      width: 8,
      kind: "points",
      upright: true,
      scale: { top: figure(points), bad: kind === "deduction" },
    };
  }

  function row(standing: Standing): CellValue[] {
    const reached = new Map(standing.assessment.items.map((item) => [item.id, item]));
    const cells = items.map(({ id }): CellValue => {
      const item = reached.get(id);
      if (!item) return words.none;
      return item.status === "notApplicable" ? words.notApplicable : figure(item.points);
    });
    return [...unitCells(standing, labels), ...cells];
  }
}
