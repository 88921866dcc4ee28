import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Painter } from "../../src/report/charts/painter.js";

const FONT = new URL("../../fonts/noto-sans-sc.otf", import.meta.url);

/** The painter of the command line. */
export const openPainter = (fonts: readonly Uint8Array[] = [readFileSync(FONT)]): Promise<Painter> =>
  Painter.open({
    rasteriser: readFileSync(fileURLToPath(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"))),
    fonts,
  });
