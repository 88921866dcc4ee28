import type { TrustLabels } from "../trust-labels.js";

/** What is said of results that are checked, compared or replayed. */
export const trust: TrustLabels = {
  causes: {
    evidence: "evidence",
    verification: "verification",
    rules: "rules",
    points: "points",
    cohort: "cohort",
    engine: "engine",
  },
  columns: {
    unit: "unit",
    code: "code",
    item: "item",
    before: "before",
    after: "after",
    difference: "difference",
    rank: "rank",
    grade: "grade",
    total: "total",
    place: "place",
  },
  verified: (files, units) => `equal: ${files} files, ${units} units scored again, byte for byte the same.`,
  differs: (count) => `not equal: ${count} ${count === 1 ? "difference" : "differences"}`,
  recorded: "results file",
  found: "scored again",
  missingInput: (file) => `a file that the results were made from is not there: ${file}`,
  changedInput: (file) => `the file has another hash than the results say: ${file}`,
  extraInput: (file) => `a file that the results do not know: ${file}`,
  otherRules: (recorded, given) => `another system: the results were made by ${recorded}, given is ${given}`,
  otherEngine: (recorded, own) => `another engine: the results were made by ${recorded}, this is ${own}`,
  rulesDamaged: (file) =>
    `the rules kept in ${file} do not have the hash that it states: it may have been changed`,
  compared: ({ both, changed, added, removed }) =>
    `${both} units in both results, ${changed} of them changed; ${added} added, ${removed} removed`,
  added: "Added",
  removed: "Removed",
  apart: "apart",
  noChange: "Nothing changed.",
  items: "Items that changed",
  units: "Totals and ranks",
  rulesBefore: (name) => `rules before: ${name}`,
  rulesAfter: (name) => `rules after: ${name}`,
  notItsOwn: (units) =>
    `${units}: the scores in the results file are not what comes of its own evidence; it may have been changed, or be of another version: run faping verify first, or score again`,
  unexplained: "unexplained",
  replayed: (rulings) => `As if ruled (the results stay as they are): ${rulings}`,
  notARuling: (text) =>
    `“${text}” is no ruling: write unit/item=points, unit/item#clause=points or unit/fact=value, e.g. 990122/5.1.1=2.5`,
  ruling: {
    "no-unit": (found) => `there is no unit “${found}” in the results`,
    "no-subject": (found) => `“${found}” is no item, judged clause or field (see faping system show)`,
    records: (found) =>
      `“${found}” is filled in row by row, no number can be ruled: rule on the item's points`,
    twice: (found) => `there are two rulings on one thing (“${found}”): keep one`,
    "not-points": (found, range) => `“${found}” are no points that can be given (${range})`,
    "not-a-value": (_found, message) => message,
  },
  factsWritten: (path, rows) => `table of facts by others written to ${path} (${rows} rows)`,
  noFactsByOthers:
    "No field of this system is supplied by assessors or third parties: no table is needed, nothing was written.",
  noUnitIn: (file) => `${file}: no name and code of a unit can be read in it, it is not in the table`,
  copyWritten: (path) => `assessor's copy written to ${path}`,
  noSuchDepartment: (name, known) => `no item is the responsibility of “${name}”; there are: ${known}`,
  fromNeeded: "--for assessor needs --from: the unit's evidence workbook.",
  forNeeded: "--from goes with --for assessor.",
  liveIsWhole:
    "A template that scores itself holds the whole form: --live does not go with --responsible or --for.",
  liveCircle: (place) =>
    `This system can't be written as formulas: at ${place}, whether items apply depends on each other in a circle. Leave --live out and use faping check.`,
  copyIsWhole:
    "An assessor's copy is made of all that the unit handed in: --unit, --code and --responsible do not go with it.",
  fromReturned: (file) => `${file}: returned, there is nothing to verify`,
  fromSeveralUnits: (units) => `the files of --from belong to several units: ${units}`,
  notChildren: (file) => `${file} is no table of units: a CSV with the headers 上级代码 and 代码 is needed`,
  panelWithoutCopies: "--panel goes with --verified.",
  remedy: {
    notADay: (given) => `--on takes a day such as 2026-03-31, not “${given}”.`,
    noLedgers: (paths) => `no ledgers found: ${paths}`,
    returned: (file) => `${file}: returned, not used`,
    heading: (day) => `Remedy as of ${day} (new values are the units' own, nobody has verified them)`,
    total: ({ before, after, won }) => `total ${before} → ${after}, ${won} points won back`,
    rank: (before, after) => `rank ${before} → ${after}`,
    appeared: (count) => `${count} new gaps`,
    overdue: (deadline) => `overdue (due ${deadline})`,
    newValue: (change) => `new: ${change}`,
    documents: (titles) => `documents: ${titles}`,
    left: (points) => `still lost ${points}`,
    required: (required) => `required: ${required}`,
    resubmit:
      "it rests on a list of records: add them to the evidence workbook, hand that in and score it anew",
    written: (path) => `remedy written to ${path}`,
  },
};
