import type { Font } from "fontkit";
import { INK, round, type Text } from "./drawing.js";

/** Stands for a character that no font has, as Chinese printers have always set it. */
const GETA = "〓";

/**
 * Letters as outlines, so that a picture shows the same text on every machine. What no font has is remembered:
 * whoever makes a picture must ask for `missing` and tell it.
 */
export class Typeface {
  readonly missing = new Set<string>();

  /** In order of preference. */
  private constructor(private readonly fonts: readonly Font[]) {}

  /**
   * @param files bytes of .otf, .ttf, .ttc, .woff or .woff2 files, in order of preference
   * @throws Error where one of them is no font
   */
  static async open(files: readonly Uint8Array[]): Promise<Typeface> {
    const { create } = await import("fontkit");
    const fonts = files.map((file) => {
      const made = create(file as never);
      return "fonts" in made ? (made.fonts[0] as Font) : made;
    });
    return new Typeface(fonts);
  }

  /** SVG markup of a text as one path. */
  readonly outline = ({ x, y, text, size, anchor = "start", fill = INK }: Text): string => {
    const letters = [...text.normalize("NFC")].map((character) => this.#letter(character));
    const width = letters.reduce(
      (sum, { font, glyph }) => sum + (glyph.advanceWidth / font.unitsPerEm) * size,
      0,
    );
    let pen = x - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
    let d = "";
    for (const { font, glyph } of letters) {
      const scale = size / font.unitsPerEm;
      d += pathData(glyph.path.commands, pen, y, scale);
      pen += glyph.advanceWidth * scale;
    }
    return d === "" ? "" : `<path d="${d}" fill="${fill}"/>`;
  };

  #letter(character: string) {
    const point = character.codePointAt(0) ?? 0;
    const font = this.fonts.find((one) => one.hasGlyphForCodePoint(point));
    if (font) return { font, glyph: font.glyphForCodePoint(point) };
    // Control characters have no shape anywhere.
    if (!/^\p{C}$/u.test(character)) this.missing.add(character);
    const first = this.fonts[0];
    if (!first) throw new Error("a typeface needs a font");
    return { font: first, glyph: first.glyphForCodePoint(GETA.codePointAt(0) ?? 0) };
  }
}

const SIGNS = {
  moveTo: "M",
  lineTo: "L",
  quadraticCurveTo: "Q",
  bezierCurveTo: "C",
  closePath: "Z",
} as const;

/** A glyph's y axis points up, the picture's down. */
function pathData(
  commands: readonly { readonly command: keyof typeof SIGNS; readonly args: readonly number[] }[],
  x: number,
  y: number,
  scale: number,
): string {
  return commands
    .map(({ command, args }) => {
      const places = args.map((arg, index) => round(index % 2 === 0 ? x + arg * scale : y - arg * scale));
      return SIGNS[command] + places.join(" ");
    })
    .join("");
}
