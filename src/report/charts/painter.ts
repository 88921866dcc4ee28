import { type Drawing, rect } from "./drawing.js";
import { svgMarkup } from "./svg.js";
import { Typeface } from "./typeface.js";

/** What pictures are made with; files are not known here. */
export interface PictureTools {
  /** Bytes of the rasteriser, `index_bg.wasm` of @resvg/resvg-wasm. */
  readonly rasteriser: Uint8Array;
  /** Bytes of fonts, in order of preference. */
  readonly fonts: readonly Uint8Array[];
}

/** A picture and its size in CSS pixels; it holds more of its own, so that it stays sharp in print. */
export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const SHARPNESS = 1.6;
let rasteriser: Promise<void> | undefined;

/** Makes pictures of drawings. The same drawing and fonts give the same bytes. */
export class Painter {
  private constructor(
    private readonly typeface: Typeface,
    private readonly Resvg: typeof import("@resvg/resvg-wasm").Resvg,
  ) {}

  static async open(tools: PictureTools): Promise<Painter> {
    const { initWasm, Resvg } = await import("@resvg/resvg-wasm");
    // It can be started once only.
    rasteriser ??= initWasm(tools.rasteriser as never);
    await rasteriser;
    return new Painter(await Typeface.open(tools.fonts), Resvg);
  }

  paint(drawing: Drawing): Picture {
    const { width, height, shapes } = drawing;
    const onWhite = { ...drawing, shapes: [rect(0, 0, width, height, "#ffffff"), ...shapes] };
    const resvg = new this.Resvg(svgMarkup(onWhite, this.typeface.outline), {
      fitTo: { mode: "zoom", value: SHARPNESS },
      font: { loadSystemFonts: false },
    });
    try {
      const image = resvg.render();
      const png = image.asPng();
      image.free();
      return { png, width, height };
    } finally {
      resvg.free();
    }
  }

  /** Characters that no font has; they were drawn as 〓. */
  get missing(): string[] {
    return [...this.typeface.missing].sort();
  }
}
