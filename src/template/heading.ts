import type { Worksheet } from "exceljs";
import type { FormRow } from "../model/form.js";
import type { Item } from "../model/indicator-system.js";
import { toNumber } from "../model/rational.js";
import { put } from "./sheet.js";
import { CENTRED, CENTRED_REPEATED, TEXT, TEXT_REPEATED } from "./styles.js";
import type { LevelTitle } from "./titles.js";

/** What the system says in a row of 指标填报, before anybody answers. */
export interface Heading {
  readonly item: Item;
  readonly titles: readonly LevelTitle[];
  readonly points: string | number;
  readonly criterion: string;
  readonly label: string;
  readonly hint: string;
}

type Places = Readonly<Record<"item" | "points" | "criterion" | "field" | "hint", number>>;

export function writeHeading(sheet: Worksheet, row: number, heading: Heading, places: Places): void {
  const { item, titles, points, criterion, label, hint } = heading;
  put(sheet, row, places.item, item.id, titles.at(-1)?.repeated ? CENTRED_REPEATED : CENTRED);
  titles.forEach(({ title, repeated }, level) => {
    put(sheet, row, places.item + 1 + level, title, repeated ? TEXT_REPEATED : TEXT);
  });
  put(sheet, row, places.points, points, CENTRED);
  put(sheet, row, places.criterion, criterion, TEXT);
  put(sheet, row, places.field, label, TEXT);
  put(sheet, row, places.hint, hint, TEXT);
}

/** 分值 and 评分标准 stand on an item's first row only. */
export const pointsAndCriterion = ({ item, firstOfItem }: FormRow) =>
  firstOfItem ? { points: pointsOf(item), criterion: item.criterion } : { points: "", criterion: "" };

/** Bonus and deduction items show the most that they can move, info items nothing. */
function pointsOf(item: Item): string | number {
  if (item.kind === "bonus" || item.kind === "deduction") return `最多${toNumber(item.points)}`;
  return item.kind === "info" ? "不计分" : toNumber(item.points);
}

/** Is this the row that carries the item's 自评分 or 核查分? */
export const takesScore = ({ item, firstOfItem }: FormRow): boolean => firstOfItem && item.kind !== "info";
