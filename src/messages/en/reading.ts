import type { ReadingLabels } from "../reading-labels.js";

export const reading: ReadingLabels = {
  manual: {
    changing: "the file was being written or copied while it was read; score again when that is done",
    gone: "the file is no longer there (moved, renamed or deleted); bring it back and score again",
    unreadable: (code) =>
      `the system would not let the file be read (${code}); check permissions, network drive or medium, then score again`,
    crashed: (how) =>
      `the process that read this file ended by itself twice (${how}); open the file in Excel or WPS, look at it, save it again and score again`,
  },
  resumeNeedsOut: "--resume goes with --out: it continues the run that writes into that folder",
  resumed: (reused, all) => `resumed: ${reused} of ${all} files had been read before and were not read again`,
  mappingRefused: (path) => `The mapping ${path} has errors; nothing was read.`,
  output: "the output",
  noSpace: (path) =>
    `no space (or quota) left to write ${path}. What was there before is unchanged; make room and run again`,
  inspect: {
    noFindings: "No findings.",
    sheet: (name, hidden) => `Sheet “${name}”${hidden ? " (hidden)" : ""}`,
    extent: (dimension, cells) => (cells === 0 ? "no filled cells" : `${dimension}, ${cells} filled cells`),
    merges: (ranges) => `merged ranges: ${ranges.join(", ")}`,
    columns: {
      ref: "cell",
      kind: "kind",
      raw: "stored",
      value: "value",
      format: "number format",
      formula: "formula",
    },
    kinds: {
      number: "number",
      string: "string",
      boolean: "boolean",
      error: "error",
      "date-serial": "date serial",
      "iso-date": "ISO date",
      "formula without result": "formula without result",
    },
  },
};
