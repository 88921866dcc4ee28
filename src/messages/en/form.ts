import type { FormLabels } from "../form-labels.js";

export const form: FormLabels = {
  detected: (sheet, row, rows) =>
    `Sheet “${sheet}”, header in row ${row}${rows === 2 ? ` and ${row + 1} (two rows)` : ""}`,
  units: { workbook: "one unit in a workbook", rows: "one unit in a row", columns: "one unit in a column" },
  columns: { column: "column", header: "header", meaning: "taken for", sureness: "how sure", why: "because" },
  sureness: { certain: "certain", likely: "likely", possible: "possible", unknown: "unknown" },
  meanings: {
    number: "item number",
    title: "item title",
    field: "field",
    value: "value",
    numerator: "numerator",
    denominator: "denominator",
    rate: "rate",
    self: "self-score",
    documents: "documents",
    notApplicable: "not applicable",
    remark: "remark",
    points: "points (compared only)",
    level: "level above (not read)",
    criterion: "criterion (not read)",
    responsible: "responsible unit (not read)",
    expert: "an expert's score",
    unitName: "name of the unit",
    unitCode: "code of the unit",
  },
  why: {
    "item-ids": (share) => `contents are item ids (${share})`,
    "item-numbers": (share) => `contents are item numbers (${share})`,
    titles: (share) => `contents are item titles (${share})`,
    fields: (share) => `the same as labels of fields${share ? ` (${share})` : ""}`,
    header: () => "the header means nothing else",
    "usual-header": () => "the header mostly means this",
    "contents-differ": () => "by its header, but the contents are none of the system's",
    taken: () => "another column was taken for it",
    none: () => "neither header nor contents are known",
  },
  open: {
    "unit-name": () =>
      "the unit's name was not found: say where it stands in unit.name (cell, label or fileName)",
    "unit-code": () => "the unit's code was not found: say where it stands, or list codes by name in codes",
    "no-value": () => "no column of values was found: name it in columns",
    "no-rows": () => "no column of item numbers or titles was found: name it in columns, or each row in rows",
    "several-fields": (found) =>
      `these items have several fields; say in rows which one a row holds: ${found}`,
    "unknown-rows": (found) =>
      `these rows are filled in and are no items: name them in rows, or check their titles: ${found}`,
    "unknown-columns": (found) =>
      `which fields these columns hold must be said in matrix.facts (leave out what is not read): ${found}`,
    experts: (found) => `which fields the experts' scores (${found}) go into must be said in columns of rows`,
  },
  openHeading: "To be decided by a person",
  nothingOpen: "Nothing is left open.",
  none: (sheets) => `no header of a form was found (sheets: ${sheets}); name the sheet with --sheet`,
  own: (file) =>
    `${file} is the form that was sent out: faping check and faping score read it as it is, without a mapping`,
  unreadable: (file) => `${file} can't be read`,
  written: (path) => `mapping written to ${path}; check every column before it is used`,
  lintClean: (title) => `mapping “${title}”: no errors`,
};
