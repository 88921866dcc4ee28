import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Painter } from "../index.js";
import type { Context } from "./context.js";
import { EXIT, Failure } from "./exit.js";
import { mustBeFile } from "./given-path.js";
import { safe } from "./terminal.js";

export interface PictureOptions {
  /** A font for characters that ours lacks. */
  readonly font?: string;
}

const FONT = new URL("../../fonts/noto-sans-sc.otf", import.meta.url);

/** What makes the pictures. Without a font there would be pictures without text: that is refused. */
export async function openPainter({ font }: PictureOptions, { messages }: Context): Promise<Painter> {
  const rasteriser = readFileSync(fileURLToPath(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm")));
  if (font !== undefined) mustBeFile(font, messages);
  const fonts = [readFileSync(FONT), ...(font === undefined ? [] : [readFileSync(font)])];
  try {
    return await Painter.open({ rasteriser, fonts });
  } catch (error) {
    if (font === undefined) throw error;
    throw new Failure(EXIT.usage, messages.pictures.notFont(font));
  }
}

/** Characters that no font has were drawn as 〓: nobody must find that out by chance. */
export function tellMissing({ missing }: Painter, { messages, err }: Context): void {
  if (missing.length > 0) err(safe(messages.pictures.missing(missing.join(""))));
}
