import { boundsOf, type Expected } from "../../model/expected.js";
import { type Rational, toDecimal } from "../../model/rational.js";
import { BOOLEAN_WORDS } from "../../model/words.js";
import type { Line } from "./calculation.js";
import { and, compares, type Expression, figure, firstOf, iff, isOneOf, or, text } from "./expression.js";
import { type Fact, STATE } from "./fact.js";
import { dayNumber } from "./values.js";

/** What a cell that is filled in says; addresses on 实时计算. */
export interface CellReading {
  /** What stands there as text; "" where it is blank. */
  readonly written: Expression;
  /** Why it can't be used, in words; "" where it can or where it is blank. */
  readonly problem: Expression;
  /** A number, 1 or 0, a day's serial number, or a text; of no meaning beside a problem or a blank. */
  readonly value: Expression;
}

/** The fact that a cell by itself gives, where nobody can declare it away. */
export function settled(line: Line, { written, problem, value }: CellReading): Fact {
  const state = line.add(
    firstOf(
      [
        [`${problem}<>""`, String(STATE.refused)],
        [`${written}=""`, String(STATE.blank)],
      ],
      String(STATE.value),
    ),
  );
  return { state, value: line.add(iff(`${state}=${STATE.value}`, value, '""')) };
}

/** What cells that are in error show as; no field takes it. */
const ERROR = "#";

/**
 * Reads a cell as the reader of record does, as far as a spreadsheet can: what is no value for certain is a
 * problem, never a guess.
 */
export function readCell(line: Line, cell: Expression, expected: Expected): CellReading {
  switch (expected.type) {
    case "integer":
    case "number":
    case "percent":
    case "rate":
    case "records":
      return readNumber(line, cell, expected);
    case "boolean":
      return readBoolean(line, cell);
    case "date":
      return readDate(line, cell, expected);
    case "choice":
      return readChoice(line, cell, expected.options ?? []);
    case "text":
      return readText(line, cell);
  }
}

/** What stands in a cell as text, without blanks around. */
export const inWords = (cell: Expression): Expression =>
  iff(`ISERROR(${cell})`, text(ERROR), `TRIM(${cell}&"")`);
/** Full-width letters and digits as half-width ones. */
const halfWidth = (cell: Expression): Expression =>
  iff(`ISERROR(${cell})`, text(ERROR), `TRIM(ASC(${cell}&""))`);
const withoutBlanks = (written: Expression): Expression => `SUBSTITUTE(${written}," ","")`;

/** To some programs TRUE is a number, though it is written as a word. */
const isNumberCell = (cell: Expression, written: Expression): Expression =>
  `AND(ISNUMBER(${cell}),NOT(ISLOGICAL(${cell})),NOT(${isOneOf(written, ["TRUE", "FALSE"])}))`;

/** The first that holds; blanks have no problem. */
const problemOf = (written: Expression, problems: readonly (readonly [Expression, string])[]): Expression =>
  firstOf([[`${written}=""`, '""'], ...problems.map(([test, why]) => [test, text(why)] as const)], '""');

function readNumber(line: Line, cell: Expression, expected: Expected): CellReading {
  const isShare = expected.type === "percent" || expected.type === "rate";
  const unit = isShare ? "%" : (expected.unit ?? (expected.type === "records" ? "条" : undefined));
  const written = line.add(halfWidth(cell));
  const format = line.add(iff(`ISNUMBER(${cell})`, `LEFT(CELL("format",${cell}),1)`, '""'));
  const isNumber = isNumberCell(cell, written);
  const bare = unit === undefined ? written : line.add(withoutUnit(written, unit));
  const number = line.add(
    iff(isNumber, unit === "%" ? iff(`${format}="P"`, `${cell}*100`, cell) : cell, ofText(line, bare)),
  );
  const problems: [Expression, string][] = [[`${number}=""`, "须填准确的数字"]];
  if (unit !== "%") problems.push([`${format}="P"`, "此处不填百分比"]);
  problems.push([`${format}="D"`, "此处不填日期"]);
  if (expected.type === "integer" || expected.type === "records")
    problems.push([`${number}<>INT(${number})`, "须填整数"]);
  if (isShare) {
    const marked = iff(`ISNUMBER(${cell})`, `${format}="P"`, `RIGHT(${written},1)="%"`);
    problems.push([
      and([`${number}>0`, `${number}<=1`, `NOT(${marked})`]),
      "是百分之几还是比例不明：写成 95 或 95%，不超过1%的带“%”",
    ]);
  }
  problems.push(...outOfBounds(number, expected));
  return { written, value: number, problem: line.add(problemOf(written, problems)) };
}

const withoutUnit = (written: Expression, unit: string): Expression => {
  const ending = `ASC(${text(unit)})`;
  const length = unit.length;
  return iff(
    `AND(LEN(${written})>${length},RIGHT(${written},${length})=${ending})`,
    `TRIM(LEFT(${written},LEN(${written})-${length}))`,
    written,
  );
};

/** Digits with at most one point, a sign in front, and thousands separators where they belong; else "". */
function ofText(line: Line, bare: Expression): Expression {
  const digits = line.add(`SUBSTITUTE(${bare},",","")`);
  const rest = line.add(
    [..."0123456789"].reduce((inner, digit) => `SUBSTITUTE(${inner},"${digit}","")`, digits),
  );
  const isPlain = and([
    `LEN(${digits})>LEN(${rest})`,
    isOneOf(rest, ["", ".", "-", "+", "-.", "+."]),
    `RIGHT(${digits},1)<>"."`,
    or([`${rest}=""`, `${rest}="."`, `LEFT(${digits},1)=LEFT(${rest},1)`]),
  ]);
  const whole = `LEFT(${bare},FIND(".",${bare}&".")-1)`;
  const unsigned = `SUBSTITUTE(SUBSTITUTE(${whole},"-",""),"+","")`;
  const isGrouped = `${unsigned}=TEXT(INT(ABS(VALUE(${digits}))),"#,##0")`;
  const value = iff(
    `LEN(${bare})=LEN(${digits})`,
    `VALUE(${digits})`,
    iff(isGrouped, `VALUE(${digits})`, '""'),
  );
  return iff(isPlain, value, '""');
}

function outOfBounds(value: Expression, expected: Expected): [Expression, string][] {
  const { low, high } = boundsOf(expected);
  const bound = (one: Rational | string): [Expression, string] =>
    typeof one === "string" ? [String(dayNumber(one)), one] : [figure(one), toDecimal(one)];
  const isDate = expected.type === "date";
  const problems: [Expression, string][] = [];
  if (low !== undefined) {
    const [least, said] = bound(low);
    problems.push([compares(value, "<", least), isDate ? `不得早于${said}` : `不得小于${said}`]);
  }
  if (high !== undefined) {
    const [most, said] = bound(high);
    problems.push([compares(value, ">", most), isDate ? `不得晚于${said}` : `不得大于${said}`]);
  }
  return problems;
}

function readBoolean(line: Line, cell: Expression): CellReading {
  const written = line.add(inWords(cell));
  const word = line.add(`UPPER(${withoutBlanks(written)})`);
  const value = line.add(
    iff(
      `ISLOGICAL(${cell})`,
      `IF(${cell},1,0)`,
      firstOf(
        [
          [isOneOf(word, BOOLEAN_WORDS.yes), "1"],
          [isOneOf(word, BOOLEAN_WORDS.no), "0"],
        ],
        '""',
      ),
    ),
  );
  return { written, value, problem: line.add(problemOf(written, [[`${value}=""`, "只填“是”或“否”"]])) };
}

function readChoice(line: Line, cell: Expression, options: readonly string[]): CellReading {
  const written = line.add(inWords(cell));
  const word = line.add(withoutBlanks(written));
  const value = line.add(
    line.first(
      options.map((option) => {
        const same = [option, option.replace(/\s+/g, "")].map(text);
        return [or(same.map((one) => `EXACT(${word},${one})`)), text(option)] as const;
      }),
      '""',
    ),
  );
  const problem = problemOf(written, [[`${value}=""`, "须从所列选项中选一项"]]);
  return { written, value, problem: line.add(problem) };
}

function readText(line: Line, cell: Expression): CellReading {
  const written = line.add(inWords(cell));
  return {
    written,
    value: written,
    problem: line.add(problemOf(written, [[`ISERROR(${cell})`, "单元格有错误"]])),
  };
}

/** A day as the program stores it, or written with all its parts: 2024-3-1, 2024.3.1, 2024/3/1, 2024年3月1日. */
function readDate(line: Line, cell: Expression, expected: Expected): CellReading {
  const written = line.add(halfWidth(cell));
  const parts = ["年", "月", ".", "/"].reduce((inner, sign) => `SUBSTITUTE(${inner},"${sign}","-")`, written);
  const dashed = line.add(`SUBSTITUTE(${withoutBlanks(parts)},"日","")`);
  const second = `FIND("-",${dashed},6)`;
  const [month, day] = [`VALUE(MID(${dashed},6,${second}-6))`, `VALUE(MID(${dashed},${second}+1,9))`];
  const built = line.add(`IFERROR(DATE(VALUE(LEFT(${dashed},4)),${month},${day}),-1)`);
  // 2月30日 would roll over into March.
  const isDay = `IFERROR(AND(MID(${dashed},5,1)="-",MONTH(${built})=${month},DAY(${built})=${day}),FALSE)`;
  const value = line.add(
    iff(
      isNumberCell(cell, written),
      `IF(AND(${cell}>=1,${cell}<2958466),INT(${cell}),"")`,
      iff(isDay, built, '""'),
    ),
  );
  const problems: [Expression, string][] = [
    [`${value}=""`, "须填一个日期，如 2024-03-01"],
    ...outOfBounds(value, expected),
  ];
  return { written, value, problem: line.add(problemOf(written, problems)) };
}
