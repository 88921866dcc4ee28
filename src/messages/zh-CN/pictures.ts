import type { PictureLabels } from "../picture-labels.js";

/** 图示用语。 */
export const pictures: PictureLabels = {
  notFont: (path) => `${path} 不是能用的字体文件，请给 .otf、.ttf 或 .ttc 文件`,
  missing: (characters) =>
    `图中有字体缺的字，已用“〓”代替：${characters}；表格中的文字不受影响，请用 --font <字体文件> 给一个含有这些字的字体`,
};
