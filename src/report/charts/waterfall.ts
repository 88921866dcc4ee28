import {
  AMBER,
  type Drawing,
  FAINT,
  GREEN,
  line,
  NAVY,
  RED,
  RULE,
  rect,
  type Shape,
  shorten,
  text,
} from "./drawing.js";

/** A figure that is reached, or what a place adds to the one before or takes from it. */
export interface Step {
  readonly label: string;
  /** sum: a printed figure. change: the difference to the figure before, with its sign. */
  readonly kind: "sum" | "change";
  readonly value: string;
}

const WIDTH = 720;
const NAME = 250;
const FIGURE = 76;
const ROW = 26;
const SIZE = 13;

/** From one figure to the next: where points were won and lost on the way. */
export function waterfall(title: string, steps: readonly Step[]): Drawing {
  let at = 0;
  const bars = steps.map(({ kind, value }) => {
    const from = kind === "sum" ? 0 : at;
    at = kind === "sum" ? Number(value) : at + Number(value);
    return { from, to: at };
  });
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(0, ...ends), Math.max(1, ...ends)];
  const span = WIDTH - NAME - FIGURE;
  const x = (value: number) => NAME + ((value - low) / (high - low)) * span;
  const shapes = steps.flatMap(({ label, kind, value }, index): Shape[] => {
    const bar = bars[index] ?? { from: 0, to: 0 };
    const y = 40 + index * ROW;
    const [left, right] = [Math.min(bar.from, bar.to), Math.max(bar.from, bar.to)];
    const fill = kind === "sum" ? NAVY : bar.to < bar.from ? RED : GREEN;
    return [
      text(NAME - 10, y + 17, shorten(label, NAME - 16, SIZE), SIZE, {
        anchor: "end",
        ...(kind === "change" ? { fill: FAINT } : {}),
      }),
      rect(x(left), y + 5, Math.max(1.5, x(right) - x(left)), ROW - 10, fill),
      ...(index + 1 < steps.length ? [line(x(bar.to), y + ROW - 5, x(bar.to), y + ROW + 5, RULE)] : []),
      text(x(right) + 6, y + 17, value, SIZE, kind === "sum" ? {} : { fill: AMBER }),
    ];
  });
  return {
    width: WIDTH,
    height: 48 + steps.length * ROW,
    title,
    shapes: [text(0, 22, title, 16), ...shapes],
  };
}
