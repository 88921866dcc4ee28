import type { Messages } from "../messages.js";

/** Forms of values in words; what is not listed stands as it is. */
const WORDS: Readonly<Record<string, string>> = {
  string: "a text in quotes",
  text: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  date: "a date like 2024-03-01",
  choice: "a field of type choice",
  records: "a field of type records (only count and sumOf can name it)",
  list: "a list […]",
  array: "a list […]",
  tuple: "a list […]",
  object: "an object {…}",
  record: "an object {…}",
  fact: "another fact",
  id: "an id without blanks, “/” and “#”",
  "one-form": "one form only (several are given at once)",
  "fact-name": "a fact name (letters, digits and “_”, no digit first)",
};
const inWords = (form = ""): string =>
  form
    .split(" | ")
    .map((one) => WORDS[one] ?? one)
    .join(" or ");

const FROM_RESULTS: Readonly<Record<string, (p: Readonly<Record<string, string>>) => string>> = {
  "not-by-results": () => "has from, but by is not results",
  "no-from": () => "is by results: say in from what it takes from which system's results",
  of: (p) => `from.take ${p.take} is of ${p.of}`,
  type: (p) => `from.take ${p.take} needs the type ${p.expected}, not ${p.type}`,
  "no-grades": () => "from.take share needs grades: those that count for it",
  "grades-unused": (p) => `from.take ${p.take} knows no grades`,
};

/** What is wrong with an indicator system; file and path stand in front. */
export const lint: Messages["lint"] = {
  "not-json": (p) =>
    p.problem === "encoding"
      ? "not UTF-8, save it as UTF-8"
      : `not JSON at line ${p.line}, column ${p.column}, or just before: check commas, quotes and brackets`,
  "too-large": (p) => `${p.bytes} bytes, more than ${p.limit}: split the items into several files`,
  "too-deep": (p) => `nested deeper than ${p.limit}`,
  "duplicate-key": (p) => `key “${p.key}” is given twice (line ${p.line}), keep one`,
  "number-too-long": (p) =>
    `${p.found} has more than ${p.limit} significant digits and can't be kept exactly`,
  "part-missing": (p) =>
    `file ${p.name} is not there, check its name (it must lie within the system's folder)`,
  "unknown-key": (p) => `unknown key “${p.key}”, check its spelling`,
  "wrong-shape": (p) => `found ${p.found || "nothing"}, expected ${inWords(p.expected)}`,
  "duplicate-id": (p) =>
    p.first ? `“${p.id}” is already used at ${p.first}` : `“${p.id}” is reserved, use another one`,
  "duplicate-fact": (p) =>
    p.first
      ? `fact “${p.fact}” is already defined at ${p.first}; names are unique across the system`
      : `“${p.fact}” is reserved, use another name`,
  "unknown-parent": (p) =>
    p.parent ? `parent “${p.parent}” of “${p.id}” does not exist` : `“${p.id}” has no parent`,
  "parent-cycle": (p) => `the parents of “${p.id}” form a cycle`,
  "wrong-level": (p) => `“${p.id}” is at level ${p.level} of ${p.levels}; only items stand at the last one`,
  "node-points": (p) => `“${p.id}” declares ${p.declared} points, its children add up to ${p.sum}`,
  "total-points": (p) => `the total is declared as ${p.declared}, level 1 adds up to ${p.sum}`,
  "points-missing": (p) => `“${p.id}” has no ${p.key}`,
  "empty-node": (p) => `there is no scored item below “${p.id}”, it is worth 0: add items or remove it`,
  "scale-below-rescale": (p) =>
    `scaleTo of “${p.id}” stands below the height at which ${p.policy} rescales: remove it or use rescale-parent`,
  "exclude-without-rescale": (p) =>
    `missing: exclude needs notApplicable: rescale-parent, rescale-level1 or rescale-total; found ${p.notApplicable}`,
  "unknown-fact": (p) => {
    if (p.scope === "unit")
      return `“${p.fact}” is no unit fact (unit.…, defined in unitFacts), and only those can stand here`;
    if (p.scope === "columns")
      return `“${p.fact}” is no column of the records “${p.of}”, and only those can stand here (${p.columns})`;
    if (p.scope === "reported")
      return `“${p.fact}”: only a field that the unit itself fills in, or a part of its rate, has a reported value; records have none`;
    if (p.scope === "cohort")
      return `“${p.fact}” can't be used by name: write { "cohort": …, "of": … } as an operand in derive`;
    return `fact “${p.fact}” is not defined, check its spelling`;
  },
  "type-mismatch": (p) => `“${p.fact}”: found ${inWords(p.type)}, expected ${inWords(p.expected)}`,
  "unknown-option": (p) => `“${p.found}” is not an option of “${p.fact}” (${p.options})`,
  "derive-cycle": (p) => `derived fact “${p.fact}” depends on itself`,
  "bounds-order": (p) => `min ${p.min} is above max ${p.max}`,
  "scale-range": (p) => `both ends of scale.from are ${p.found}`,
  "records-sheet": (p) => {
    if (!p.sheet)
      return "the label gives the records' sheet its name, and nothing of it can be used: change it";
    return p.first
      ? `the records' sheet “${p.sheet}” is already that of ${p.first} (31 characters of the label, in any case): change the label`
      : `the records' sheet “${p.sheet}” has the name of one that every workbook has: change the label`;
  },
  "from-results": (p) => `“${p.fact}”: ${FROM_RESULTS[p.why ?? ""]?.(p) ?? ""}`,
  "documents-by-others": (p) =>
    `“${p.fact}” is not supplied by the unit (by: "${p.by}"), so no documents (${p.documents}) can be asked for it: remove documents`,
  "cohort-nested": (p) =>
    p.fact === p.through
      ? `“${p.fact}” can't be compared within the cohort: it needs a cohort value itself`
      : `“${p.fact}” can't be compared within the cohort: it needs a cohort value through “${p.through}”`,
  "unknown-operator": (p) => `unknown operator “${p.operator}”; known: ${p.known}`,
  "empty-group": (p) =>
    `“${p.key}” is empty, it needs at least one ${p.key === "in" || p.key === "notIn" ? "value" : "condition"}`,
  "derive-depth": (p) => `“${p.fact}” is derived through more than ${p.limit} derived facts`,
  "condition-depth": (p) => `conditions nested deeper than ${p.limit}`,
  "too-many-clauses": (p) => `${p.count} clauses, more than ${p.limit}`,
  "clause-effect": (p) =>
    `clause “${p.id}” needs exactly one of award, deduct, set, veto${p.found ? `; found ${p.found}` : ""}`,
  "clause-kind": (p) =>
    p.kind === "missing"
      ? `missing: "skip" goes only with ${p.allowed}`
      : `a clause of a ${p.kind} item can only ${p.allowed}`,
  "item-kind": (p) => `an item of kind ${p.kind} has no ${p.key}`,
  "tiers-order": (p) => `bound ${p.found} is out of order after ${p.before} (atLeast falls, atMost rises)`,
  "tiers-above-points": (p) => `a tier of ${p.found} is above the item's points ${p.points}`,
  "choice-points": (p) =>
    `every option of “${p.fact}” needs points${p.missing ? `; missing ${p.missing}` : ""}${p.unknown ? `; unknown ${p.unknown}` : ""}`,
  "amount-figure": (p) =>
    p.why === "nothing-to-scale"
      ? `there are no points below to be scaled to ${p.found}`
      : `${p.found} makes no sense here, it must be ${p.expected}`,
  "judge-step": (p) =>
    `steps of ${p.step} from ${p.min} never meet the max ${p.max}: change step, min or max`,
  "award-short": (p) => `“${p.id}” starts at zero and its clauses award at most ${p.reach} of ${p.points}`,
  "no-deduction": (p) => `“${p.id}” starts at full points and nothing deducts`,
  "bonus-without-cap": () => "there are bonus items and no bonus.cap",
  "one-of-mixed": (p) => `oneOf “${p.group}” mixes ${p.first} and ${p.found}`,
  "unknown-veto": (p) => `veto “${p.veto}” is not defined`,
  "unknown-place": (p) => `there is no node or item “${p.id}”`,
  "unknown-grade": (p) => `grade “${p.grade}” is not defined`,
  "grade-order": (p) =>
    `grades go from high to low: “${p.grade}” asks for ${p.min}, more than “${p.above}” above it`,
  "grade-unreachable": (p) =>
    `grade “${p.grade}” asks for ${p.min} as “${p.above}” does, which asks for nothing else: nobody can get “${p.grade}”`,
  "veto-without-cause": (p) => `veto “${p.id}” has no condition and no clause calls it`,
  "overlay-system": (p) => `made for ${p.found}, the system is ${p.expected}`,
  "overlay-zero": (p) => `“${p.id}” is worth 0, its clauses can't be scaled: change the system itself`,
  "unused-field": (p) => `no clause uses field “${p.fact}”`,
  "never-applies": (p) => `clause “${p.id}” of “${p.item}” can never apply within the bounds of its facts`,
  "points-too-fine": (p) =>
    `points ${p.points} of “${p.id}” are finer than the ${p.digits} decimals kept, rounding can lift it above them`,
  "no-remedy": (p) => `“${p.id}” has no remedy`,
  "no-responsible": (p) => `“${p.id}” has no responsible unit`,
  "empty-by-default": (p) =>
    `“${p.id}” may have no cases or not apply; without onEmpty that gives full points: say so`,
  "criterion-clause": (p) =>
    `“${p.id}”: the criterion says “${p.text}”, but no clause has both the amount and this limit: check`,
  "criterion-number": (p) => `${p.figures} in the criterion of “${p.id}” stands in no clause, check them`,
  "form-system": (p) => `the mapping is for the system ${p.found}, and the one in use is ${p.expected}`,
  "form-empty": () => "neither sheets nor matrix: say which sheet is read",
  "form-both": () => "either sheets (one unit in a workbook) or matrix (many units in one sheet), not both",
  "form-unit": () => "no unit: say where the unit's name stands (unit.name)",
  "form-unit-twice": () => "the rows or columns of a matrix have their own units' names; leave unit out",
  "form-rows-unknown": () => "neither number nor title among the columns: nothing tells which item a row is",
  "form-no-value": () => "neither value, numerator, denominator nor rate among the columns: nothing is read",
  "form-half-rate": () => "numerator and denominator go together",
  "form-row": () => "a row without number and title can't be found in the sheet",
  "form-by": (p) =>
    `${p.fact} is not supplied by those who fill in this form (by: unit takes the unit's own fields, by: others those of others)`,
  "form-fact-item": (p) => `${p.fact} belongs to item ${p.item}, not to the item of this row`,
  "form-fact-twice": (p) => `${p.fact} stands in the mapping twice, and can be read from one place only`,
  "form-records": (p) => `${p.fact} is a list of records, which a mapping can't read`,
  "form-not-asked": (p) =>
    `the form asks nothing of these items, and they count as not filled in: ${p.items}`,
};
