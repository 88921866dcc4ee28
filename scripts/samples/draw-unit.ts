import type { Field, IndicatorSystem, Item } from "../../src/model/indicator-system.js";
import type { Answer, CellContent, SupportingDocument, UnitAnswers } from "./answers.js";
import { choice, type Draw, type Drawing, rate, seldom, yes } from "./draw.js";
import { drawRecords, type RecordsDraw } from "./draw-records.js";
import { randomOf } from "./random.js";

/** How the fields of one indicator system are drawn. */
export interface Draws {
  /** Where a field's definition alone does not say what is believable. */
  readonly fields: Readonly<Record<string, Draw>>;
  readonly lists: Readonly<Record<string, RecordsDraw>>;
}

/** A fictional unit as it is drawn. */
export interface UnitToDraw {
  readonly name: string;
  /** 0–1: how well it does. */
  readonly quality: number;
  readonly seed: number;
  /** What parts are taken of: townships, villages, …, by name. */
  readonly sizes: Readonly<Record<string, number>>;
}

export interface DrawnUnit {
  readonly answers: Map<string, Answer>;
  readonly records: Record<string, Record<string, CellContent>[]>;
  /** What others say of the unit, by fact. */
  readonly byOthers: Map<string, { readonly field: Field; readonly value: CellContent }>;
}

/** Draws every field of a system for one unit. */
export function drawUnit(unit: UnitToDraw, system: IndicatorSystem, draws: Draws): DrawnUnit {
  const random = randomOf(unit.seed);
  const drawing: Drawing = {
    random,
    level: () => Math.min(1, Math.max(0, unit.quality + (random() - 0.5) * 0.44)),
    short: unit.name.slice(0, 1),
    known: new Map(Object.entries(unit.sizes)),
  };
  const drawn: DrawnUnit = { answers: new Map(), records: {}, byOthers: new Map() };
  for (const item of system.items) {
    const documents = documentsOf(item, drawing);
    for (const field of item.fields) drawField(item, field, documents, drawing, draws, drawn);
  }
  return drawn;
}

function drawField(
  item: Item,
  field: Field,
  documents: readonly SupportingDocument[],
  drawing: Drawing,
  draws: Draws,
  drawn: DrawnUnit,
): void {
  if (field.by === "results") return;
  const cells = cellsOf(field, drawing, draws, drawn);
  for (const [name, value] of Object.entries(cells)) {
    if (field.by !== "unit") drawn.byOthers.set(name, { field, value });
    else {
      const needed = value === 0 || value === "否" ? 0 : field.documents;
      drawn.answers.set(`${item.id}/${name}`, {
        value,
        ...(needed > 0 ? { documents: documents.slice(0, needed) } : {}),
      });
    }
  }
}

function cellsOf(
  field: Field,
  drawing: Drawing,
  { fields, lists }: Draws,
  { records }: DrawnUnit,
): Record<string, CellContent> {
  const { fact } = field;
  if (field.type !== "records") return (fields[fact] ?? byDefinition(field))(fact, drawing);
  const list = lists[fact];
  if (!list) throw new Error(`no draw for ${fact}`);
  const rows = drawRecords(field, list, drawing);
  records[fact] = rows;
  drawing.known.set(fact, rows.length);
  for (const column of field.columns) {
    if (column.type !== "integer") continue;
    const sum = rows.reduce((before, row) => before + Number(row[column.fact] ?? 0), 0);
    drawing.known.set(`${fact}.${column.fact}`, sum);
  }
  return { [fact]: rows.length };
}

/** A yes is good, a number counts misdeeds, the best option stands first: most fields are so. */
function byDefinition(field: Field): Draw {
  switch (field.type) {
    case "boolean":
      return yes(0.24);
    case "integer":
      return seldom(0.26);
    case "rate":
      return rate([20, 90], 82, 106);
    case "choice":
      return choice(...field.options);
    default:
      throw new Error(`no draw for ${field.fact}`);
  }
}

/** Two that any field of the item can refer to. */
function documentsOf(item: Item, { short, random }: Drawing): SupportingDocument[] {
  const day = Math.floor(random() * 350);
  const number = 1 + Math.floor(random() * 80);
  const common = { date: new Date(Date.UTC(2024, 0, 8 + day)), responsible: item.responsible[0] ?? "" };
  return [
    {
      ...common,
      title: `${item.title}统计表及证明材料`,
      reference: `${short}法办〔2024〕${number}号`,
      place: `佐证材料/${item.id}.pdf`,
    },
    { ...common, title: `${item.title}公开页面截图`, place: `佐证材料/${item.id}-公开.pdf` },
  ];
}

/** The workbook's contents. */
export const asAnswers = (
  { answers, records }: DrawnUnit,
  basics: UnitAnswers["basics"],
  notices: readonly string[],
): UnitAnswers => ({ basics, answers: Object.fromEntries(answers), records, notices });
