import stringWidth from "string-width";

/**
 * A picture before it is made: shapes on a ground whose unit is one CSS pixel. The same drawing becomes SVG in
 * report.html and a PNG picture in workbooks and documents.
 */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** What the picture shows, for those who do not see it. */
  readonly title: string;
  readonly shapes: readonly Shape[];
}

export type Shape = Rectangle | Path | Text;

export interface Rectangle {
  readonly kind: "rect";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
}

export interface Path {
  readonly kind: "path";
  /** SVG path data. */
  readonly d: string;
  readonly fill?: string;
  readonly fillOpacity?: number;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dashed?: boolean;
}

export interface Text {
  readonly kind: "text";
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly fill?: string;
}

export const INK = "#1f2a37";
export const FAINT = "#5f6b7a";
export const RULE = "#d5dae1";
export const NAVY = "#1f4e8c";
export const AMBER = "#b26a00";
export const RED = "#b3261e";
export const GREEN = "#1e7a46";
export const PALE = "#e8edf4";

/** Colours that are told apart in print and by those who see few colours. */
export const SERIES = [NAVY, AMBER, RED] as const;

export const rect = (x: number, y: number, width: number, height: number, fill: string): Rectangle => ({
  kind: "rect",
  x,
  y,
  width: Math.max(0, width),
  height: Math.max(0, height),
  fill,
});

export const text = (
  x: number,
  y: number,
  content: string,
  size: number,
  more: Pick<Text, "anchor" | "fill"> = {},
): Text => ({ kind: "text", x, y, text: content, size, ...more });

export const line = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string = RULE,
  strokeWidth = 1,
): Path => ({ kind: "path", d: `M${at(x1, y1)}L${at(x2, y2)}`, stroke, strokeWidth });

export function polygon(
  points: readonly (readonly [x: number, y: number])[],
  look: Omit<Path, "kind" | "d">,
): Path {
  return { kind: "path", d: `M${points.map(([x, y]) => at(x, y)).join("L")}Z`, ...look };
}

const at = (x: number, y: number): string => `${round(x)} ${round(y)}`;
/** A hundredth of a pixel is finer than anyone sees, and the same on every machine. */
export const round = (value: number): number => Math.round(value * 100) / 100;

/** About how wide a text is: a Chinese character is as wide as it is high, others half as wide. */
export const textWidth = (content: string, size: number): number => (stringWidth(content) * size) / 1.9;

/** The text, or as much of its beginning as there is room for, with an ellipsis. */
export function shorten(content: string, room: number, size: number): string {
  if (textWidth(content, size) <= room) return content;
  let kept = "";
  for (const character of content) {
    if (textWidth(`${kept}${character}…`, size) > room) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The text in lines of about the same length in the given room, at most `most`; what is left over ends in an ellipsis. */
export function wrap(content: string, room: number, size: number, most = 3): string[] {
  const needed = Math.min(most, Math.max(1, Math.ceil(textWidth(content, size) / room)));
  const even = Math.min(room, textWidth(content, size) / needed + size / 2);
  const lines = [""];
  const characters = [...content];
  for (const [index, character] of characters.entries()) {
    const last = lines.length - 1;
    const longer = `${lines[last]}${character}`;
    const isLast = lines.length === needed;
    if (textWidth(longer, size) <= (isLast ? room : even)) lines[last] = longer;
    else if (!isLast) lines.push(character);
    else
      return [
        ...lines.slice(0, last),
        shorten(`${lines[last]}${characters.slice(index).join("")}`, room, size),
      ];
  }
  return lines;
}
