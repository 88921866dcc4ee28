import { type Drawing, FAINT, INK, line, NAVY, rect, type Shape, shorten, text } from "./drawing.js";

export interface RankedBar {
  readonly rank: number;
  readonly name: string;
  readonly grade: string | null;
  /** Printed figures: the total, and what of it is proven and claimed. */
  readonly total: string;
  readonly proven: string;
  readonly claimed: string;
}

const ROW = 22;
const COLUMN = 540;
const GAP = 32;
const NAME = 150;
const FIGURES = 118;
/** Bars below each other in one column. */
const MOST = 30;
const SIZE = 13;

/**
 * The totals of a group in rank order, each beside its figure; a thin line from the proven to the claimed total
 * where the two differ. More than 30 units stand in several columns.
 *
 * @param max the most that a total can be, above 0
 */
export function rankingBars(title: string, bars: readonly RankedBar[], max: number): Drawing {
  const columns = Math.max(1, Math.ceil(bars.length / MOST));
  const rows = Math.ceil(bars.length / columns);
  const span = COLUMN - NAME - FIGURES;
  const most = Math.max(max, ...bars.map(({ claimed }) => Number(claimed)));
  const along = (points: string) => (Math.min(Math.max(Number(points), 0), most) / most) * span;

  const shapes = bars.flatMap((bar, index): Shape[] => {
    const x = Math.floor(index / rows) * (COLUMN + GAP) + 8;
    const y = 44 + (index % rows) * ROW;
    const from = x + NAME;
    const middle = y + ROW / 2 - 1;
    const isOpen = bar.proven !== bar.claimed;
    return [
      text(x + 24, y + 15, String(bar.rank), SIZE, { anchor: "end", fill: FAINT }),
      text(x + 32, y + 15, shorten(bar.name, NAME - 40, SIZE), SIZE),
      rect(from, y + 4, along(bar.total), ROW - 10, NAVY),
      ...(isOpen ? [line(from + along(bar.proven), middle, from + along(bar.claimed), middle, INK, 2)] : []),
      text(from + span + 6, y + 15, bar.total, SIZE),
      text(from + span + 60, y + 15, shorten(bar.grade ?? "", FIGURES - 62, SIZE), SIZE, { fill: FAINT }),
    ];
  });
  return {
    width: columns * COLUMN + (columns - 1) * GAP + 16,
    height: 52 + rows * ROW,
    title,
    shapes: [text(8, 24, title, 16), ...shapes],
  };
}
