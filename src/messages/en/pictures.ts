import type { PictureLabels } from "../picture-labels.js";

/** About pictures. */
export const pictures: PictureLabels = {
  notFont: (path) => `${path} is no font that can be used; give an .otf, .ttf or .ttc file`,
  missing: (characters) =>
    `Characters that the font lacks are drawn as “〓” in pictures: ${characters}; text in cells is not touched. Name a font that has them with --font <file>`,
};
