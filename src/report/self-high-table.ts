import type { WorkbookLabels } from "../messages/workbook-labels.js";
import { compare, sign } from "../model/rational.js";
import type { ItemOutline, ItemResultJson, Results } from "../model/results.js";
import { difference, exactly, figureOr } from "./figures.js";
import { isShown } from "./outline.js";
import { standings } from "./standings.js";
import type { Table } from "./table.js";

/** More would be read by nobody. */
const LISTED = 200;

/** 自评偏高: where units gave themselves most above what they were given, over all units and items. */
export function selfHighTable(results: Results, labels: WorkbookLabels): Table {
  const { system } = results;
  const { columns, sheets, words } = labels;
  return {
    name: sheets.selfHigh,
    title: `${system.title} · ${sheets.selfHigh}`,
    columns: [
      { header: columns.number, width: 6, kind: "count" },
      { header: columns.unit, width: 20, kind: "text" },
      { header: columns.code, width: 12, kind: "centred" },
      { header: columns.group, width: 12, kind: "centred" },
      { header: columns.item, width: 10, kind: "centred" },
      { header: columns.title, width: 44, kind: "text" },
      { header: columns.max, width: 9, kind: "points" },
      { header: columns.self, width: 9, kind: "points" },
      { header: columns.rule, width: 9, kind: "points" },
      { header: columns.verified, width: 9, kind: "points" },
      { header: columns.excess, width: 11, kind: "signed" },
    ],
    rows: highest(results).map(({ unit, group, outline, item, excess }, index) => {
      const figures = [item.max, item.self, item.rule, item.points, excess];
      const who = [index + 1, unit.name, unit.code, group || words.none];
      return [...who, outline.id, outline.title, ...figures.map((one) => figureOr(one, words.none))];
    }),
    frozenColumns: 2,
  };
}

/** Largest first; as the ranking has it where two are the same. */
function highest(results: Results) {
  const outlines = new Map(results.system.items.filter(isShown).map((item) => [item.id, item]));
  return standings(results)
    .flatMap(({ assessment: { unit, items }, group }) =>
      items.flatMap((item) => {
        const outline = outlines.get(item.id);
        const excess = outline && excessOf(outline, item);
        return outline && excess ? [{ unit, group, outline, item, excess }] : [];
      }),
    )
    .sort((a, b) => compare(exactly(b.excess), exactly(a.excess)))
    .slice(0, LISTED);
}

/** Who admits to a smaller deduction than it is given has rated itself too high as well. */
function excessOf({ kind }: ItemOutline, { self, points, status }: ItemResultJson): string | null {
  // What nobody has judged yet is no point of comparison.
  if (self === null || status === "notApplicable" || status === "pending") return null;
  const excess = kind === "deduction" ? difference(self, points) : difference(points, self);
  return excess !== null && sign(exactly(excess)) > 0 ? excess : null;
}
