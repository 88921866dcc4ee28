import { columnLetters } from "../../model/column-letters.js";
import { LIVE_SHEETS } from "../../model/live-names.js";
import { HEADER_ROW } from "../sheet.js";
import { type Expression, firstOf } from "./expression.js";

/** What the cells of 实时计算 hold, row by row, before there is a sheet. */
export class Calculation {
  private readonly all: Line[] = [];

  get lines(): readonly Line[] {
    return this.all;
  }

  /** The next row: one field, fact, condition, clause, item or node, by its id and name. */
  line(id: string, name: string): Line {
    const line = new Line(id, name, HEADER_ROW + 1 + this.all.length);
    this.all.push(line);
    return line;
  }
}

/** Programs nest formulas 64 deep at most. */
const NESTED = 40;

/** Cells before the first formula of a row: id and name. */
const HEAD = 2;

/** One row: every formula in a cell of its own, from left to right, so that none gets too long to be read. */
export class Line {
  private readonly all: Expression[] = [];

  constructor(
    readonly id: string,
    readonly name: string,
    readonly row: number,
  ) {}

  get idCell(): Expression {
    return `A${this.row}`;
  }

  get nameCell(): Expression {
    return `B${this.row}`;
  }

  get formulas(): readonly Expression[] {
    return this.all;
  }

  /** Puts a formula into the next cell and gives its address on this sheet. */
  add(formula: Expression): Expression {
    this.all.push(formula);
    return `${columnLetters(HEAD + this.all.length)}${this.row}`;
  }

  /** The value of the first test that holds, of however many; what is too long for one cell goes on in others. */
  first(cases: Parameters<typeof firstOf>[0], otherwise: Expression): Expression {
    const rest = cases.slice(NESTED);
    return firstOf(
      cases.slice(0, NESTED),
      rest.length > 0 ? this.add(this.first(rest, otherwise)) : otherwise,
    );
  }
}

/** A cell of another sheet, held fast. */
export const cellOf = (sheet: string, column: number, row: number): Expression =>
  `'${sheet}'!$${columnLetters(column)}$${row}`;

/** A range of one column of another sheet, held fast. */
export const rangeOf = (sheet: string, column: number, first: number, last: number): Expression =>
  `'${sheet}'!$${columnLetters(column)}$${first}:$${columnLetters(column)}$${last}`;

/** A cell of 实时计算 as other sheets name it. */
export const outside = (address: Expression): Expression => `'${LIVE_SHEETS.calculation}'!${address}`;

/** Cells of 实时计算 that stand one below the other, as other sheets name them, held fast. */
export function outsideRange(cells: readonly Expression[]): Expression {
  const held = (cell: Expression = "") => cell.replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
  return outside(range(held(cells[0]), held(cells.at(-1))));
}

/** From one cell to another of the same column. */
export const range = (first: Expression, last: Expression): Expression => `${first}:${last}`;
