import { factsOf } from "../../model/condition.js";
import { type RecordsOperand, recordsUnder } from "../../model/derived.js";
import { recordsSheet } from "../../model/form.js";
import type { DerivedFact, RecordsField } from "../../model/indicator-system.js";
import { TOTAL_WORDS } from "../../model/words.js";
import { RECORDS_HEADER_ROW } from "../records.js";
import { type Calculation, cellOf, type Line, range, rangeOf } from "./calculation.js";
import { conditionIn, UNDECIDED } from "./conditions.js";
import { type Expression, iff, isOneOf, or } from "./expression.js";
import { type Fact, STATE } from "./fact.js";
import { inWords, readCell, settled } from "./read-cell.js";

/** Rows of a list that are computed; a longer one is told. */
const ROWS = 150;
/** Rows below them that are looked at for more. */
const LAST_ROW = 5000;

/** The sheet of a `records` field as 实时计算 reads it. */
export interface RecordList {
  readonly sheet: string;
  /** How many records there are. */
  readonly rows: Expression;
  /** How many cells are filled below the rows that are computed. */
  readonly beyond: Expression;
  /** One line for each row. */
  readonly records: readonly Record[];
}

interface Record {
  readonly line: Line;
  /** 1 where the row is a record. */
  readonly counts: Expression;
  /** By the fact of the column. */
  readonly cells: ReadonlyMap<string, Fact>;
}

/**
 * Reads every row of the list, cell by cell.
 *
 * @param used the columns that something is made of; of the others only whether they are filled is looked at
 */
export function readRecords(
  calculation: Calculation,
  field: RecordsField,
  used: ReadonlySet<string>,
): RecordList {
  const sheet = recordsSheet(field);
  const own = calculation.line(field.fact, field.label);
  const first = RECORDS_HEADER_ROW + 1;
  const records = Array.from({ length: ROWS }, (_, index): Record => {
    const row = first + index;
    const line = calculation.line(`${field.fact} ${index + 1}`, `${field.label} 第${index + 1}条`);
    const read = field.columns.map((column, at) => {
      const cell = cellOf(sheet, at + 2, row);
      if (!used.has(column.fact)) return { written: line.add(inWords(cell)) };
      const reading = readCell(line, cell, column);
      return { written: reading.written, column: [column.fact, settled(line, reading)] as const };
    });
    const number = `IFERROR(TRIM(${cellOf(sheet, 1, row)}&""),"")`;
    const isTotal = or(
      [number, ...read.map(({ written }) => written)].map((one) => isOneOf(one, TOTAL_WORDS)),
    );
    const isFilled = or(read.map(({ written }) => `${written}<>""`));
    return {
      line,
      counts: line.add(iff(`AND(${isFilled},NOT(${isTotal}))`, "1", "0")),
      cells: new Map(read.flatMap(({ column }) => (column ? [column] : []))),
    };
  });
  const filled = field.columns.map((_, at) => `COUNTA(${rangeOf(sheet, at + 2, first + ROWS, LAST_ROW)})`);
  return {
    sheet,
    rows: own.add(`SUM(${column(records.map(({ counts }) => counts))})`),
    beyond: own.add(filled.join("+")),
    records,
  };
}

/** The columns that a derived fact looks at. */
export function columnsUsed(derived: readonly DerivedFact[], list: string): Set<string> {
  return new Set(
    derived.flatMap((one) => {
      const under = recordsUnder(one);
      if (under?.of !== list) return [];
      return [
        ...(one.where ? factsOf(one.where) : []),
        ...(under.column === undefined ? [] : [under.column]),
      ];
    }),
  );
}

const column = (cells: readonly Expression[]): Expression => range(cells[0] ?? "", cells.at(-1) ?? "");

/**
 * The number of records that a condition holds for, or the sum of a column over them. One that can't be
 * decided, or that has no figure to add, leaves the whole missing.
 */
export function deriveFromRecords(line: Line, derived: DerivedFact, list: RecordList, count: Fact): Fact {
  const under = recordsUnder(derived) as RecordsOperand;
  const cells = list.records.map((record) => {
    const taken = derived.where
      ? record.line.add(
          iff(
            `${record.counts}=0`,
            "0",
            conditionIn(record.line, derived.where, (name) => record.cells.get(name)),
          ),
        )
      : record.counts;
    const figure = under.column === undefined ? undefined : record.cells.get(under.column);
    if (!figure) return { taken, figure: taken, open: taken };
    return {
      taken,
      figure: record.line.add(iff(`AND(${taken}=1,${figure.state}=0)`, figure.value, "0")),
      open: record.line.add(iff(`AND(${taken}=1,${figure.state}>0)`, UNDECIDED, taken)),
    };
  });
  const undecided = `COUNTIF(${column(cells.map(({ open }) => open))},">=${UNDECIDED}")`;
  const state = line.add(
    iff(`${count.state}>0`, count.state, iff(`${undecided}>0`, String(STATE.blank), String(STATE.value))),
  );
  const figures = column(cells.map(({ figure }) => figure));
  const value = under.column === undefined ? `COUNTIF(${figures},1)` : `SUM(${figures})`;
  return { state, value: line.add(iff(`${state}=0`, value, '""')) };
}
