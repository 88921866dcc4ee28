import type { AuthoringLabels } from "../authoring-labels.js";

export const authoring: AuthoringLabels = {
  notes: {
    "no-points": (p) =>
      `“${p.title}” has no usable points: imported as not scored; add the points and import again`,
    "points-unreadable": (p) =>
      `“${p.found}” is not certainly a number of points and was not used; enter one number`,
    "no-criterion": (p) => `“${p.title}” has no criterion: imported as a judged item`,
    judged: (p) =>
      `the criterion of “${p.title}” can't be turned into clauses wholly and with certainty: the item is judged; see the sheet of wordings`,
    "node-sum": (p) =>
      `“${p.title}” says ${p.declared} points, what is below it adds up to ${p.sum}, which holds`,
    "total-sum": (p) => `the total says ${p.declared} points, the items add up to ${p.sum}, which holds`,
    "same-title": (p) =>
      `several rows below “${p.title}” have points of their own: each is an item, numbered; give each its own title`,
    "merged-over-items": (p) =>
      `the merged cell with “${p.found}” spans several items: nobody can tell whose it is; not used, unmerge it`,
    "no-item": () => "this row belongs to no item and was not used",
    "kind-unknown": (p) => `the kind “${p.found}” is none of 计分, 加分, 扣分, 不计分 and was not used`,
    "field-unreadable": (p) =>
      `“${p.found || "blank"}” does not make a field (its type, options, supplier or number of documents is unclear, or has no room in a list): the field was not imported`,
    "ids-made": () => "the ids have gaps, repeat, or equal those of nodes: numbered anew by position",
    "bonus-cap": (p) =>
      `the list has no limit of all bonuses: set to ${p.cap}, the sum of the bonus items; check bonus.cap`,
    "column-not-read": (p) => `column “${p.header}” was not read`,
  },
  reasons: {
    "not-understood": (p) => `not certain what is meant: “${p.text}”`,
    "awards-sum": (p) => `its sentences award ${p.sum} points in all, which is not what the item has`,
    "awards-open": () => "one sentence does not say how much it gives at most: the share of each is unknown",
    "wrong-kind": () => "a deduction in a bonus item, or an award in a deduction item",
    "loses-what": () => "“不得分” may mean this sentence or the whole item",
    "only-vetoes": () => "only a veto, and nothing on how points are given",
    "fields-differ": () => "the list asks for other fields than the criterion needs",
    "no-criterion": () => "no criterion",
  },
  readings: {
    "exact-steps": "parts of a step count in proportion",
    counted: "every single one counts",
    "listed-field": "by the field of the list",
    "judged-from-zero": "judged by the assessor from 0 points up",
  },
  families: {
    veto: "veto",
    judge: "judged",
    choice: "by grade",
    tiers: "tiers",
    shortfall: "by shortfall",
    share: "by share",
    levels: "by level of honour",
    each: "for each",
    condition: "yes or no",
  },
  report: {
    file: "import-report.xlsx",
    wordings: "Wordings",
    notes: "Notes",
    title: (title) => `Import report: ${title}`,
    columns: {
      cell: "Cell",
      item: "Item",
      title: "Title",
      wording: "Wording",
      became: "Became",
      clauses: "Clauses",
      fields: "Fields",
      remark: "Remark",
      note: "Note",
    },
    judged: "the whole item is judged",
    none: "none",
  },
  exported: (path, items) => `wrote the list to ${path} (${items} items)`,
  imported: ({ folder, items, points }) =>
    `wrote the system to ${folder}: ${items} scored items, ${points} points`,
  counts: ({ ruled, judged, info }) => `${ruled} items by clauses, ${judged} judged, ${info} not scored`,
  reportWritten: (path) => `sentence by sentence: ${path}`,
  wouldReplace: (path) =>
    `${path} exists; nothing was written. Choose another folder, so that no system is overwritten`,
  unreadable: (file) => `${file} can't be read; nothing was imported`,
  noList: (file) =>
    `no indicator list in ${file}: within its first 30 rows one must hold headers for a level (一级指标, 考评内容 …) and for points or criteria`,
  noItems: (file) => `no items below the header of ${file}`,
  severalLists: (file, sheets) => `${file} holds several lists: ${sheets.join(", ")}; name one with --sheet`,
};
