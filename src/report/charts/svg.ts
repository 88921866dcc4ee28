import { type Drawing, INK, round, type Shape, type Text } from "./drawing.js";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML knows no control characters but these three; what it does not know is left out. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as it stands in markup, in an element or in an attribute. */
export const escapeMarkup = (content: string): string =>
  content.replace(FORBIDDEN, "").replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/**
 * SVG markup. `letters` turns a text into markup; by default it stays text, which needs a font where it is shown.
 */
export function svgMarkup(drawing: Drawing, letters: (text: Text) => string = textMarkup): string {
  const { width, height, title, shapes } = drawing;
  const label = escapeMarkup(title);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" ` +
    `width="${round(width)}" height="${round(height)}" role="img" aria-label="${label}">` +
    shapes.map((shape) => (shape.kind === "text" ? letters(shape) : shapeMarkup(shape))).join("") +
    "</svg>"
  );
}

function textMarkup({ x, y, text, size, anchor = "start", fill = INK }: Text): string {
  const place = `x="${round(x)}" y="${round(y)}" font-size="${size}" text-anchor="${anchor}" fill="${fill}"`;
  return `<text ${place}>${escapeMarkup(text)}</text>`;
}

function shapeMarkup(shape: Exclude<Shape, Text>): string {
  if (shape.kind === "rect") {
    const { x, y, width, height, fill } = shape;
    return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"/>`;
  }
  const { d, fill = "none", fillOpacity, stroke, strokeWidth = 1, dashed } = shape;
  const outline = stroke ? ` stroke="${stroke}" stroke-width="${strokeWidth}" stroke-linejoin="round"` : "";
  const opacity = fillOpacity === undefined ? "" : ` fill-opacity="${fillOpacity}"`;
  return `<path d="${d}" fill="${fill}"${opacity}${outline}${dashed ? ' stroke-dasharray="5 4"' : ""}/>`;
}
