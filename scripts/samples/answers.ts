/** What one workbook is to hold; the samples are written from it and tests can do the same. */
export interface UnitAnswers {
  /** 基本信息 by its hidden 键: `name`, `code`, `unit.kind`. */
  readonly basics: Readonly<Record<string, CellContent>>;
  /** 指标填报 by its hidden 键, `<item>/<fact>`; a rate's parts have keys of their own. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** Rows of the lists of records: by fact, then by the facts of the columns. */
  readonly records?: Readonly<Record<string, readonly Readonly<Record<string, CellContent>>[]>>;
  /** Lines added at the end of 填报说明. */
  readonly notices: readonly string[];
}

/** A `Date` is a day, at 00:00 UTC. */
export type CellContent = string | number | boolean | Date;

/** What stands in one row of 指标填报. */
export interface Answer {
  /** Absent: the cell stays blank. */
  readonly value?: CellContent;
  /** Number format of that cell, where it is not the template's. */
  readonly format?: string;
  readonly documents?: readonly SupportingDocument[];
  /** What to write into 佐证材料 instead of the numbers of `documents`. */
  readonly documentNumbers?: string;
  readonly notApplicable?: boolean;
  /** 备注. */
  readonly reason?: string;
  /** 自评分 of the item; given with its first field. */
  readonly self?: CellContent;
}

/** A row of 佐证材料. The same object named by several answers becomes one row. */
export interface SupportingDocument {
  readonly title: string;
  /** 文号 */
  readonly reference?: string;
  readonly date?: CellContent;
  /** 链接或路径 */
  readonly place?: string;
  readonly responsible?: string;
}
