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

export const en: Messages = {
  place: ({ file, sheet, cell }) => `[${file}] ${sheet ?? ""}${cell ? `!${cell}` : ""}${sheet ? ": " : ""}`,
  findings,
  lint,
  severities: { error: "error", warning: "warning", info: "note" },
  gaps,
  console: consoleLabels,
  pictures,
  trust,
  authoring,
  reading,
  form,
};
