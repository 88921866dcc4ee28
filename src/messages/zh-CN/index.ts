import type { Messages } from "../messages.js";
import { authoring } from "./authoring.js";
import { consoleLabels } from "./console.js";
import { findings } from "./findings.js";
import { form } from "./form.js";
import { gaps } from "./gaps.js";
import { lint } from "./lint.js";
import { pictures } from "./pictures.js";
import { reading } from "./reading.js";
import { trust } from "./trust.js";

export const zhCN: Messages = {
  place: ({ file, sheet, cell }) => `【${file}】${sheet ?? ""}${cell ? `!${cell}` : ""}${sheet ? "：" : ""}`,
  findings,
  lint,
  severities: { error: "错误", warning: "警告", info: "提示" },
  gaps,
  console: consoleLabels,
  pictures,
  trust,
  authoring,
  reading,
  form,
};
