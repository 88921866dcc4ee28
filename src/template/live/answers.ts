import { expected } from "../../model/expected.js";
import { COLUMNS, type FormRow, SHEETS } from "../../model/form.js";
import type { Item } from "../../model/indicator-system.js";
import { DECLARATION_WORDS } from "../../model/words.js";
import { type Calculation, cellOf, type Line } from "./calculation.js";
import { type Expression, firstOf, iff, isOneOf, most, text } from "./expression.js";
import { type Fact, STATE } from "./fact.js";
import { readCell } from "./read-cell.js";
import type { RecordList } from "./records.js";

/** A row of 指标填报 as 实时计算 reads it. */
export interface AnswerRow extends Fact {
  readonly form: FormRow;
  readonly line: Line;
  /** Why what stands there can't be used; "". */
  readonly problem: Expression;
  /** 1 where the row is no longer the one that the formulas were written for. */
  readonly moved: Expression;
}

export type AnswerPlaces = Readonly<Record<keyof typeof COLUMNS, number>>;

/** Every row of the form in which a field is asked, by its fact. */
export function readAnswers(
  calculation: Calculation,
  rows: readonly FormRow[],
  places: AnswerPlaces,
  firstRow: number,
  lists: ReadonlyMap<string, RecordList>,
): Map<string, AnswerRow> {
  const read = new Map<string, AnswerRow>();
  const asked = rows.map((form, index) => ({ form, at: firstRow + index })).filter(({ form }) => form.field);
  const items = [...new Set(asked.map(({ form }) => form.item))];
  for (const item of items) {
    const own = asked.filter(({ form }) => form.item === item);
    for (const row of readItem(calculation, item, own, places, lists)) read.set(row.form.fact ?? "", row);
  }
  return read;
}

interface PlacedRow {
  readonly form: FormRow;
  readonly at: number;
}

function readItem(
  calculation: Calculation,
  item: Item,
  rows: readonly PlacedRow[],
  places: AnswerPlaces,
  lists: ReadonlyMap<string, RecordList>,
): AnswerRow[] {
  const declared = rows.map(({ form, at }) => {
    const line = calculation.line(form.key, form.label);
    const cell = (column: keyof typeof COLUMNS) => cellOf(SHEETS.answers, places[column], at);
    const moved = line.add(iff(`EXACT(${cell("key")},${text(form.key)})`, "0", "1"));
    const declaration = line.add(declarationOf(cell("notApplicable")));
    const reasoned = line.add(
      iff(
        `AND(${declaration}=1,NOT(ISERROR(${cell("remark")})))`,
        `IF(TRIM(${cell("remark")}&"")="",0,1)`,
        "0",
      ),
    );
    return { form, line, cell, moved, declaration, reasoned };
  });
  // One reason serves all rows of an item that are declared away together.
  const reason = most(declared.map(({ reasoned }) => reasoned));
  return declared.map(({ form, line, cell, moved, declaration }) => {
    const list = form.field?.type === "records" ? lists.get(form.field.fact) : undefined;
    const { written, value, problem } = readCell(line, cell("value"), expected(form));
    const isFilled = list ? `OR(${written}<>"",${list.rows}>0)` : `${written}<>""`;
    const disagrees: [Expression, Expression][] = list
      ? [
          [`${list.beyond}>0`, text(`“${list.sheet}”的行数超出可自动计算的范围`)],
          [`AND(${written}<>"",${problem}="",${value}<>${list.rows})`, text(`与“${list.sheet}”表的条数不符`)],
        ]
      : [];
    const whole = line.add(
      firstOf(
        [
          [`${declaration}=2`, text(`“${COLUMNS.notApplicable}”列只填“是”`)],
          [
            `${declaration}=1`,
            firstOf(
              [
                [isFilled, text(`“${COLUMNS.value}”与“${COLUMNS.notApplicable}”不能同时填`)],
                ...(item.mayBeNotApplicable ? [] : [["TRUE", text("本项不得填不适用")] as const]),
                [`${reason}=0`, text(`须在“${COLUMNS.remark}”写明不适用的原因`)],
              ],
              '""',
            ),
          ],
          ...disagrees,
        ],
        problem,
      ),
    );
    const state = line.add(
      firstOf(
        [
          [`${whole}<>""`, String(STATE.refused)],
          [`${declaration}=1`, String(STATE.notApplicable)],
          [isFilled, String(STATE.value)],
        ],
        String(STATE.blank),
      ),
    );
    const filledIn = list ? iff(`${written}=""`, list.rows, value) : value;
    return {
      form,
      line,
      problem: whole,
      moved,
      state,
      value: line.add(iff(`${state}=${STATE.value}`, filledIn, '""')),
    };
  });
}

/** 1 declared, 0 not declared, 2 unclear. */
function declarationOf(cell: Expression): Expression {
  const word = `UPPER(SUBSTITUTE(TRIM(${cell}&"")," ",""))`;
  return iff(
    `ISERROR(${cell})`,
    "2",
    firstOf(
      [
        [isOneOf(word, DECLARATION_WORDS.yes), "1"],
        [isOneOf(word, DECLARATION_WORDS.no), "0"],
      ],
      "2",
    ),
  );
}
