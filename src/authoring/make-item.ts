import { type Rational, toNumber, ZERO } from "../model/rational.js";
import type { ListedField } from "./listed-fields.js";
import type { MadePlace } from "./places.js";
import type { FieldInput, ItemInput } from "./wording/draft.js";
import { factName, type ItemRules, itemRules, judged } from "./wording/item-rules.js";
import { BASES_BETWEEN } from "./words.js";

/** An item as it goes into the file, and how its criterion was read. */
export interface MadeItem {
  readonly place: MadePlace;
  readonly item: ItemInput;
  /** Absent for an item that is not scored. */
  readonly rules?: ItemRules;
}

/** An item with points gets rules by its criterion; one without is only asked for. */
export function makeItem(place: MadePlace): MadeItem {
  const { entry, id, parent, no } = place;
  const { kind, points, title, texts } = entry;
  const head = {
    id,
    ...(parent === undefined ? {} : { parent }),
    ...(no === undefined ? {} : { no }),
    title,
  };
  const about = {
    ...(texts.criterion === "" ? {} : { criterion: texts.criterion }),
    ...listed("basis", parts(texts.basis, [BASES_BETWEEN])),
    ...listed(
      "responsible",
      parts(texts.responsible, texts.responsible.includes("\n") ? ["\n"] : UNIT_MARKS),
    ),
    ...(texts.remedy === "" ? {} : { remedy: texts.remedy }),
  };
  if (kind === "info" || points === undefined) {
    const evidence = fieldsOf(id, entry.fields);
    return { place, item: { ...head, kind: "info", ...about, ...(evidence.length > 0 ? { evidence } : {}) } };
  }
  const figure: Partial<ItemInput> =
    kind === "scored" ? { points: toNumber(points) } : { kind, max: toNumber(points) };
  const rules = rulesOf(place, points);
  return { place, item: { ...head, ...figure, ...about, ...withMaterials(rules, place).item }, rules };
}

const UNIT_MARKS = ["、", "，", ",", "；", ";", "\n"];

/** Taken apart at the marks, but not within brackets: 依法治县（市、区）办 is one office. */
function parts(text: string, marks: readonly string[]): string[] {
  const pieces = [""];
  let depth = 0;
  for (const char of text) {
    if ("（(《".includes(char)) depth += 1;
    if ("）)》".includes(char)) depth = Math.max(0, depth - 1);
    if (marks.includes(char) && (depth === 0 || char === "\n")) pieces.push("");
    else pieces.push(`${pieces.pop() ?? ""}${char}`);
  }
  return pieces.map((piece) => piece.trim()).filter(Boolean);
}

const listed = (key: "basis" | "responsible", list: readonly string[]): Partial<ItemInput> =>
  list.length > 0 ? { [key]: list } : {};

function rulesOf({ entry, id }: MadePlace, points: Rational): ItemRules {
  const { kind, title, texts, fields } = entry;
  const worth = { title, points, kind: kind === "info" ? ("scored" as const) : kind };
  const rules = itemRules(id, texts.criterion, worth);
  if (fields.length === 0) return rules;
  const evidence = fieldsOf(id, fields);
  if (rules.reasons.length > 0) return { ...rules, item: { ...rules.item, evidence } };
  const wanted = rules.item.evidence ?? [];
  const isSame =
    wanted.length === evidence.length && wanted.every((field, index) => sameField(field, evidence[index]));
  if (isSame) return { ...rules, item: { ...rules.item, evidence } };
  const [field] = wanted;
  const [own] = evidence;
  if (field && own && wanted.length === 1 && evidence.length === 1 && sameFigure(field, own)) {
    const sentences = rules.sentences.map((sentence) =>
      sentence.fields.length === 0
        ? sentence
        : { ...sentence, readings: [...sentence.readings, "listed-field" as const] },
    );
    return { ...rules, sentences, item: { ...rules.item, evidence } };
  }
  // The list asks for something else than the wording needs: which of its fields is which, nobody says.
  const apart = judged(worth, [{ code: "fields-differ", text: texts.criterion }]);
  return { ...apart, item: { ...apart.item, evidence } };
}

const sameField = (wanted: FieldInput, listedField: FieldInput | undefined): boolean =>
  listedField !== undefined &&
  wanted.label === listedField.label &&
  wanted.type === listedField.type &&
  JSON.stringify("options" in wanted ? wanted.options : []) ===
    JSON.stringify("options" in listedField ? listedField.options : []);

/**
 * One figure that the wording needs and one that the list asks for, in the same unit: they are the same,
 * whatever each is called. Not so a yes or no, whose label may turn its meaning round.
 */
function sameFigure(wanted: FieldInput, own: FieldInput): boolean {
  if (wanted.type === "percent") return own.type === "percent" || own.type === "rate";
  const isCount = wanted.type === "integer" || wanted.type === "number";
  return isCount && own.type === wanted.type && "unit" in own && own.unit === wanted.unit;
}

const fieldsOf = (id: string, fields: readonly ListedField[]): FieldInput[] =>
  fields.map(({ row: _row, ...field }, index) => ({ fact: factName(id, index), ...field }) as FieldInput);

const LONGEST_LABEL = 80;

/**
 * 主要资料 of the list: every field that the unit fills in needs a document; a judged item without fields
 * asks for the materials themselves, so that there is something to judge.
 */
function withMaterials(rules: ItemRules, { entry, id }: MadePlace): ItemRules {
  const materials = entry.texts.materials.replace(/\s+/g, " ");
  const { evidence = [] } = rules.item;
  if (evidence.length > 0) {
    if (materials === "" || entry.fields.length > 0) return rules;
    const backed = evidence.map((field) => ({ ...field, documents: 1 }));
    return { ...rules, item: { ...rules.item, evidence: backed } };
  }
  const label =
    materials === "" ? `${entry.title}：工作情况` : `佐证材料：${materials.slice(0, LONGEST_LABEL)}`;
  const asked: FieldInput = {
    fact: factName(id, 0),
    label,
    type: "text",
    ...(materials === "" ? {} : { documents: 1 }),
  };
  return { ...rules, item: { ...rules.item, evidence: [asked] } };
}

export const pointsOf = ({ item, place }: MadeItem): Rational =>
  (item.kind ?? "scored") === "scored" ? (place.entry.points ?? ZERO) : ZERO;
