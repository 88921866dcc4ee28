import { type Drawing, FAINT, rect, type Shape, shorten, text, wrap } from "./drawing.js";

export interface HeatRow {
  readonly name: string;
  /** A share 0–1 for every column; null where it does not apply. */
  readonly rates: readonly (number | null)[];
}

const SIZE = 12;
const NAME = 130;
const CELL = { width: 70, height: 20 };
const HEAD = 92;
const MOST = 30;
const GAP = 28;

/** Units by level-1 places, each cell with its rate in percent; more than 30 units stand in several blocks. */
export function heatMap(title: string, columns: readonly string[], rows: readonly HeatRow[]): Drawing {
  const blocks = Math.max(1, Math.ceil(rows.length / MOST));
  const perBlock = Math.ceil(rows.length / blocks);
  const block = NAME + columns.length * CELL.width;
  const left = (index: number) => 8 + index * (block + GAP);
  const heads = Array.from({ length: blocks }, (_, index) =>
    columns.flatMap((column, place) => {
      const x = left(index) + NAME + (place + 0.5) * CELL.width;
      const lines = wrap(column, CELL.width - 6, SIZE, 5);
      return lines.map((one, row) =>
        text(x, 36 + HEAD - 8 - (lines.length - 1 - row) * 15, one, SIZE, { anchor: "middle" }),
      );
    }),
  );
  const cells = rows.flatMap(({ name, rates }, index): Shape[] => {
    const x = left(Math.floor(index / perBlock));
    const y = 36 + HEAD + (index % perBlock) * CELL.height;
    return [
      text(x + NAME - 8, y + 14, shorten(name, NAME - 10, SIZE), SIZE, { anchor: "end" }),
      ...rates.flatMap((rate, column): Shape[] => {
        const cx = x + NAME + column * CELL.width;
        const fill = rate === null ? "#f1f2f4" : heat(rate);
        const shown = rate === null ? "—" : (rate * 100).toFixed(1);
        return [
          rect(cx + 0.5, y + 0.5, CELL.width - 1, CELL.height - 1, fill),
          text(cx + CELL.width / 2, y + 14, shown, 11, {
            anchor: "middle",
            ...(rate === null ? { fill: FAINT } : {}),
          }),
        ];
      }),
    ];
  });
  return {
    width: blocks * block + (blocks - 1) * GAP + 16,
    height: 36 + HEAD + perBlock * CELL.height + 12,
    title,
    shapes: [text(8, 24, title, 16), ...heads.flat(), ...cells],
  };
}

const STOPS = [
  [248, 180, 174],
  [255, 241, 201],
  [169, 216, 184],
] as const;

/** From red over yellow to green, as the matrix sheet is coloured. */
export function heat(rate: number): string {
  const share = Math.min(Math.max(rate, 0), 1) * 2;
  const [from, to, part] = share <= 1 ? [STOPS[0], STOPS[1], share] : [STOPS[1], STOPS[2], share - 1];
  return `#${from.map((a, index) => hex(a + ((to[index] ?? a) - a) * part)).join("")}`;
}

const hex = (value: number): string => Math.round(value).toString(16).padStart(2, "0");
