import { randomOf } from "../../scripts/samples/random.js";
import { columnLetters } from "../../src/model/column-letters.js";
import { type Expected, expected } from "../../src/model/expected.js";
import { basicsRows, type COLUMNS, formRows, recordsSheet, SHEETS } from "../../src/model/form.js";
import type { IndicatorSystem, RecordsField } from "../../src/model/indicator-system.js";
import { type Rational, toNumber } from "../../src/model/rational.js";
import type { Typed } from "../support/cells-in-place.js";

/** What one unit typed, by sheet and address. */
export type Sheets = Record<string, Record<string, Typed>>;

const FIRST_ROW = 4;
const FIRST_RECORD = 5;
/** Documents that are registered; others that a row names are not there. */
const REGISTERED = 6;

/** Draws what clerks type, right and wrong; the same seed draws the same. */
export class RandomAnswers {
  private readonly random: () => number;
  /** Figures at which the rules of the system turn. */
  private readonly turns: readonly number[];

  constructor(
    private readonly system: IndicatorSystem,
    private readonly places: Readonly<Record<keyof typeof COLUMNS, number>>,
    seed: number,
  ) {
    this.random = randomOf(seed);
    this.turns = turnsOf(system);
  }

  draw(code: string): Sheets {
    // Some units leave much open, some nothing; some make many mistakes.
    const blank = this.pick([0, 0.05, 0.2, 0.6]);
    const odd = this.pick([0, 0.03, 0.15]);
    const sheets: Sheets = {
      [SHEETS.basics]: this.basics(code, odd),
      [SHEETS.answers]: {},
      [SHEETS.documents]: {},
    };
    const answers = sheets[SHEETS.answers] as Record<string, Typed>;
    for (let number = 1; number <= REGISTERED; number += 1) {
      (sheets[SHEETS.documents] as Record<string, Typed>)[`A${FIRST_ROW - 1 + number}`] = `证${number}`;
      (sheets[SHEETS.documents] as Record<string, Typed>)[`C${FIRST_ROW - 1 + number}`] = `材料${number}`;
    }
    const rows = formRows(this.system);
    let rate: { readonly fact: string; readonly n: number; readonly d: number } | undefined;
    const away = new Set(
      rows.filter(({ item }) => item.mayBeNotApplicable && this.chance(0.1)).map(({ item }) => item.id),
    );
    rows.forEach((row, index) => {
      const { field, part, item } = row;
      if (!field) return;
      const at = (column: keyof typeof COLUMNS) =>
        `${columnLetters(this.places[column])}${FIRST_ROW + index}`;
      if (away.has(item.id) || this.chance(odd / 10)) {
        answers[at("notApplicable")] = this.pick(["是", "是", "√", "不适用", "也许", "否"]);
        if (this.chance(0.8)) answers[at("remark")] = "本地没有";
        if (this.chance(0.9)) return;
      }
      if (this.chance(0.5)) answers[at("documents")] = this.named();
      if (field.type === "records") {
        const count = this.records(sheets, field, blank, odd);
        if (this.chance(0.7)) answers[at("value")] = this.chance(odd) ? count + 1 : count;
        return;
      }
      if (this.chance(part === "rate" ? 0.7 : blank)) return;
      if (part === "numerator") {
        const d = this.chance(0.1) ? 0 : this.figure(true);
        rate = {
          fact: field.fact,
          d,
          n: this.chance(0.9) ? Math.round(d * this.share()) : this.figure(true),
        };
        answers[at("value")] = this.written(rate.n, field.unit, odd);
      } else if (part === "denominator") {
        answers[at("value")] = this.written(
          rate?.fact === field.fact ? rate.d : this.figure(true),
          field.unit,
          odd,
        );
      } else if (part === "rate") {
        const exact = rate && rate.d > 0 ? (rate.n / rate.d) * 100 : 50;
        answers[at("value")] = Number(exact.toFixed(this.pick([0, 1, 2]))) + (this.chance(0.1) ? 1 : 0);
      } else answers[at("value")] = this.value(expected(row), odd);
    });
    return sheets;
  }

  private basics(code: string, odd: number): Record<string, Typed> {
    const typed: Record<string, Typed> = {};
    basicsRows(this.system).forEach(({ key, field }, index) => {
      const address = `B${FIRST_ROW + index}`;
      if (key === "name") typed[address] = `试算县${code}`;
      else if (key === "code") typed[address] = code;
      else if (field && !this.chance(0.05)) typed[address] = this.value(field, odd);
    });
    return typed;
  }

  /** @returns how many records there are */
  private records(sheets: Sheets, field: RecordsField, blank: number, odd: number): number {
    const typed: Record<string, Typed> = {};
    const count = Math.floor(this.random() * 6);
    for (let number = 0; number < count; number += 1) {
      field.columns.forEach((column, index) => {
        if (index > 0 && this.chance(blank / 3)) return;
        typed[`${columnLetters(index + 2)}${FIRST_RECORD + number}`] = this.value(column, odd);
      });
    }
    if (this.chance(0.1)) typed[`B${FIRST_RECORD + count + 2}`] = "合计";
    sheets[recordsSheet(field)] = typed;
    return count;
  }

  private value(asked: Expected, odd: number): Typed {
    const { type, unit } = asked;
    if (this.chance(odd)) return this.pick(ODD);
    switch (type) {
      case "boolean":
        return this.pick(["是", "是", "是", "否", "否", "有", "无", "√", "×", "达标", "未达标", true, false]);
      case "integer":
        return this.written(this.figure(true), unit, odd);
      case "number":
        return this.written(this.figure(this.chance(0.5)), unit, odd);
      case "percent": {
        const share = Math.min(100, Math.max(0, this.figure(this.chance(0.5))));
        return this.pick([share, `${share}%`, { percent: Number((share / 100).toFixed(6)) }, share]);
      }
      case "date": {
        const day = 45000 + Math.floor(this.random() * 800);
        return this.chance(0.6)
          ? day
          : this.pick(["2024-03-01", "2024年9月30日", "2024.12.31", "2024/7/5", "2024年2月30日"]);
      }
      case "choice":
        return this.pick(asked.options ?? []);
      default:
        return this.pick(["说明", "某某办法", "A", "合计表"]);
    }
  }

  private written(figure: number, unit: string | undefined, odd: number): Typed {
    if (!this.chance(0.1 + odd)) return figure;
    return this.pick([
      String(figure),
      ` ${figure} `,
      unit ? `${figure}${unit}` : String(figure),
      [...String(figure)]
        .map((char) => (/\d/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char))
        .join(""),
      Math.abs(figure) >= 1000
        ? figure.toLocaleString("en-US", { maximumFractionDigits: 6 })
        : String(figure),
    ]);
  }

  private figure(isWhole: boolean): number {
    const turn = this.pick(this.turns);
    const near = this.pick([
      turn,
      turn,
      turn - 1,
      turn + 1,
      turn * this.share(),
      this.random() * 120,
      turn - 0.01,
    ]);
    const held = Math.max(this.chance(0.02) ? -5 : 0, near);
    return isWhole ? Math.round(held) : Number(held.toFixed(this.pick([0, 1, 2, 2, 4])));
  }

  private named(): string {
    const numbers = Array.from(
      { length: 1 + Math.floor(this.random() * 3) },
      () => 1 + Math.floor(this.random() * (REGISTERED + 2)),
    );
    return numbers.map((number) => `证${number}`).join(this.pick(["；", "、", ";", "，"]));
  }

  private share(): number {
    return this.pick([1, 1, 0.95, 0.9, 0.8, this.random(), this.random()]);
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  private pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.random() * from.length)] as T;
  }
}

/**
 * What is no value, or one only in some fields. TRUE in a field of figures is left out: some programs keep it
 * as the number 1, and no formula can tell.
 */
const ODD: readonly Typed[] = [
  "约60",
  "/",
  "无",
  "不涉及",
  "12—15",
  "60%",
  "0.5",
  0.5,
  -1,
  "1,23",
  "1e3",
  "５０",
  "待定",
  "..",
  "-",
  "2024-13-01",
];

/** Every figure that stands in the clauses, derived facts and bounds, and some that stand nowhere. */
function turnsOf(system: IndicatorSystem): number[] {
  const turns = new Set<number>([0, 1, 2, 5, 10, 60, 100]);
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("n" in value && "d" in value) {
      turns.add(Math.abs(toNumber(value as Rational)));
      return;
    }
    for (const inner of value instanceof Map ? value.values() : Object.values(value)) visit(inner);
  };
  for (const { clauses, fields } of system.items) visit([clauses, fields]);
  visit(system.derived);
  return [...turns].filter((turn) => turn < 1e6);
}
