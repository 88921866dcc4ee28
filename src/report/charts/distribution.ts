import { type Drawing, FAINT, line, NAVY, RULE, rect, type Shape, text } from "./drawing.js";

export interface Bin {
  readonly label: string;
  readonly count: number;
}

const WIDTH = 720;
const HEIGHT = 200;
const BASE = 160;
const TOP = 50;
const SIZE = 12;

/** How many units lie in each range of an item's points. */
export function distribution(title: string, bins: readonly Bin[]): Drawing {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const width = WIDTH / Math.max(bins.length, 1);
  const shapes = bins.flatMap(({ label, count }, index): Shape[] => {
    const x = index * width;
    const height = (count / most) * (BASE - TOP);
    return [
      rect(x + 8, BASE - height, width - 16, height, NAVY),
      ...(count > 0
        ? [text(x + width / 2, BASE - height - 6, String(count), SIZE, { anchor: "middle" })]
        : []),
      text(x + width / 2, BASE + 20, label, SIZE, { anchor: "middle", fill: FAINT }),
    ];
  });
  return {
    width: WIDTH,
    height: HEIGHT,
    title,
    shapes: [text(0, 22, title, 16), line(0, BASE, WIDTH, BASE, RULE), ...shapes],
  };
}
