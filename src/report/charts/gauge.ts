import { type Drawing, FAINT, NAVY, PALE, type Path, round, text } from "./drawing.js";

const WIDTH = 260;
const RADIUS = 100;
const CENTRE = { x: WIDTH / 2, y: 124 };

/** A total on a half circle from 0 to the most that can be reached. */
export function gauge(title: string, points: string, max: string, below: string): Drawing {
  const share = Number(max) > 0 ? Math.min(Math.max(Number(points) / Number(max), 0), 1) : 0;
  return {
    width: WIDTH,
    height: 158,
    title,
    shapes: [
      arc(1, PALE),
      ...(share > 0 ? [arc(share, NAVY)] : []),
      text(CENTRE.x, CENTRE.y - 14, points, 34, { anchor: "middle" }),
      text(CENTRE.x, CENTRE.y + 8, `/ ${max}`, 14, { anchor: "middle", fill: FAINT }),
      text(CENTRE.x, CENTRE.y + 30, below, 14, { anchor: "middle" }),
    ],
  };
}

function arc(share: number, stroke: string): Path {
  const angle = Math.PI * (1 - share);
  const [x, y] = [CENTRE.x + RADIUS * Math.cos(angle), CENTRE.y - RADIUS * Math.sin(angle)];
  const start = `${CENTRE.x - RADIUS} ${CENTRE.y}`;
  const d = `M${start}A${RADIUS} ${RADIUS} 0 0 1 ${round(x)} ${round(y)}`;
  return { kind: "path", d, stroke, strokeWidth: 16 };
}
