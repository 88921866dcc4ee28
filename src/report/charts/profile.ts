import {
  type Drawing,
  FAINT,
  line,
  PALE,
  polygon,
  RULE,
  rect,
  SERIES,
  type Shape,
  shorten,
  text,
  wrap,
} from "./drawing.js";

export interface Profile {
  readonly name: string;
  /** A share 0–1 for every axis; null where it does not apply. */
  readonly rates: readonly (number | null)[];
}

const SIZE = 13;
/** With fewer axes there is no area, with more nobody can read the labels. */
const FEWEST = 3;
const MOST = 14;

/** Up to three profiles over the level-1 places: a radar, or bars where a radar can't be read. */
export function profileChart(title: string, axes: readonly string[], profiles: readonly Profile[]): Drawing {
  const isRadar = axes.length >= FEWEST && axes.length <= MOST;
  return isRadar ? radar(title, axes, profiles) : bars(title, axes, profiles);
}

const WIDTH = 600;
const RADIUS = 160;
const LABEL = 118;

function radar(title: string, axes: readonly string[], profiles: readonly Profile[]): Drawing {
  const [cx, cy] = [WIDTH / 2, 66 + RADIUS + 40];
  const angle = (axis: number) => -Math.PI / 2 + (axis * 2 * Math.PI) / axes.length;
  const at = (axis: number, share: number): [number, number] => [
    cx + Math.cos(angle(axis)) * RADIUS * share,
    cy + Math.sin(angle(axis)) * RADIUS * share,
  ];
  const ring = (share: number) =>
    polygon(
      axes.map((_, axis) => at(axis, share)),
      { stroke: RULE, ...(share === 1 ? { fill: PALE, fillOpacity: 0.35 } : {}) },
    );
  const rings = [1, 0.75, 0.5, 0.25].map(ring);
  const spokes = axes.map((_, axis) => line(cx, cy, ...at(axis, 1)));
  const scale = [0.5, 1].map((share) =>
    text(cx + 4, cy - RADIUS * share + 12, `${share * 100}%`, 10, { fill: FAINT }),
  );
  const areas = profiles.map(({ rates }, index) => {
    const points = rates.flatMap((rate, axis) =>
      rate === null ? [] : [at(axis, Math.min(Math.max(rate, 0), 1))],
    );
    const stroke = SERIES[index % SERIES.length] ?? SERIES[0];
    return polygon(points.length > 0 ? points : [[cx, cy]], {
      stroke,
      strokeWidth: 2,
      fill: stroke,
      fillOpacity: index === 0 ? 0.14 : 0,
      dashed: index === 1,
    });
  });
  const labels = axes.flatMap((axis, index): Shape[] => {
    const [x, y] = at(index, 1.08);
    const cos = Math.cos(angle(index));
    const anchor = Math.abs(cos) < 0.2 ? "middle" : cos > 0 ? "start" : "end";
    const lines = wrap(axis, LABEL, SIZE);
    const up = Math.sin(angle(index)) < -0.9 ? (lines.length - 1) * 16 : ((lines.length - 1) * 16) / 2;
    return lines.map((one, row) => text(x, y + 5 - up + row * 16, one, SIZE, { anchor }));
  });
  return {
    width: WIDTH,
    height: cy + RADIUS + 62,
    title,
    shapes: [text(8, 24, title, 16), ...legend(profiles), ...rings, ...spokes, ...areas, ...scale, ...labels],
  };
}

function legend(profiles: readonly Profile[]): Shape[] {
  const room = (WIDTH - 16) / Math.max(profiles.length, 1);
  return profiles.flatMap(({ name }, index): Shape[] => {
    const x = 8 + index * room;
    const colour = SERIES[index % SERIES.length] ?? SERIES[0];
    return [line(x, 45, x + 22, 45, colour, 3), text(x + 28, 50, shorten(name, room - 36, SIZE), SIZE)];
  });
}

const NAME = 190;
const BAR = 11;

function bars(title: string, axes: readonly string[], profiles: readonly Profile[]): Drawing {
  const row = profiles.length * BAR + 12;
  const span = WIDTH - NAME - 70;
  const shapes = axes.flatMap((axis, index): Shape[] => {
    const y = 66 + index * row;
    const values = profiles.flatMap(({ rates }, series): Shape[] => {
      const rate = rates[index] ?? null;
      const top = y + series * BAR;
      const colour = SERIES[series % SERIES.length] ?? SERIES[0];
      if (rate === null) return [text(NAME + 6, top + 9, "—", 10, { fill: FAINT })];
      const length = Math.min(Math.max(rate, 0), 1) * span;
      return [
        rect(NAME, top + 1, length, BAR - 2, colour),
        text(NAME + length + 6, top + 9.5, `${(rate * 100).toFixed(1)}%`, 10, { fill: FAINT }),
      ];
    });
    const middle = y + (profiles.length * BAR) / 2 + 5;
    return [text(NAME - 8, middle, shorten(axis, NAME - 16, SIZE), SIZE, { anchor: "end" }), ...values];
  });
  return {
    width: WIDTH,
    height: 74 + axes.length * row,
    title,
    shapes: [text(8, 24, title, 16), ...legend(profiles), ...shapes],
  };
}
