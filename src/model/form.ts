import {
  type Clause,
  type Field,
  type IndicatorSystem,
  type Item,
  isJudged,
  judgementKey,
  type Place,
  type UnitFact,
} from "./indicator-system.js";

/**
 * The evidence workbook's names: what the template writes and the reader looks for. The workbook is always
 * Chinese, since it is read back by these words; changing one makes older workbooks unreadable.
 */
export const SHEETS = {
  guide: "填报说明",
  basics: "基本信息",
  answers: "指标填报",
  documents: "佐证材料",
} as const;

/** Headers of 指标填报; the names of the system's levels stand between `item` and `points`. */
export const COLUMNS = {
  item: "指标编号",
  points: "分值",
  criterion: "评分标准",
  field: "填报项",
  hint: "填报要求",
  value: "填报值",
  documents: "佐证材料",
  notApplicable: "不适用",
  self: "自评分",
  responsible: "责任单位",
  remark: "备注",
  key: "键",
} as const;

export const DOCUMENT_COLUMNS = {
  number: "编号",
  item: "指标编号",
  title: "材料名称",
  reference: "文号",
  date: "日期",
  place: "链接或路径",
  responsible: "责任单位",
} as const;

/** Columns of the assessor's copy, after those of the unit. */
export const VERIFICATION_COLUMNS = {
  verdict: "核查结论",
  value: "核查值",
  points: "核查分",
  reason: "核查意见",
  verifier: "核查人",
  date: "核查日期",
} as const;

/** 核查结论. */
export const VERDICTS = { accepted: "认可", rejected: "不认可" } as const;

/** Headers of a table of facts that others supply (`--facts`). */
export const FACTS_COLUMNS = {
  code: "行政区划代码",
  fact: "填报项",
  value: "值",
  source: "来源",
} as const;

/** How the header of the facts may also be written, as the format itself writes it. */
export const FACT_HEADER_IN_FULL = "填报项(fact)";

/** Headers of a table that says which units stand below which (`--children`). */
export const CHILDREN_COLUMNS = { above: "上级代码", code: "代码" } as const;

/** Further headers that a table of facts may have; they help whoever fills it in, and nothing of them is read. */
export const FACTS_NOTES = ["单位名称", "名称", "填报要求"] as const;

/** Headers of 基本信息. `key` is hidden; where it is gone, a row is known by its 项目. */
export const BASICS_COLUMNS = { label: "项目", value: "内容", hint: "填写要求", key: "键" } as const;

/** Fixed rows of 基本信息, by key; the system's own unit facts stand between `year` and `filledBy`. */
export const BASICS = {
  name: "单位名称",
  code: "行政区划代码",
  year: "评估年度",
  filledBy: "填报人",
  checkedBy: "审核人",
  head: "主要负责人",
  phone: "联系电话",
  date: "填报日期",
  seal: "盖章",
} as const;
export type BasicsKey = keyof typeof BASICS;

/** Labels of 填报说明's identity lines: the label in column A, the value in column B. */
export const GUIDE = {
  title: "指标体系",
  id: "指标体系编号",
  version: "版本",
  sha256: "系统哈希 SHA-256",
  overlay: "分值文件 SHA-256",
  formHash: "表单哈希",
  /** In a department's part: whose fields it holds. */
  part: "填报责任单位",
  /** In an assessor's copy: the files that it was made from. */
  submission: "申报材料 SHA-256",
  period: "评估期间",
  issuer: "发布单位",
  source: "依据",
  notice: "特别说明",
} as const;

export const YES = "是";
export const NO = "否";

export const RATE_PARTS = { numerator: "分子", denominator: "分母", rate: "比率" } as const;
export type RatePart = keyof typeof RATE_PARTS;

/** The sheet that holds the rows of a `records` field; no two fields share one (the lint holds it). */
export const recordsSheet = ({ label }: { readonly label: string }): string =>
  label
    .replace(/[\\/?*[\]:']/g, " ")
    .trim()
    .slice(0, 31);

/**
 * Headers of a records sheet: 序号, then the field's own columns. In an assessor's copy 核查结论, 核查意见,
 * 核查人, 核查日期 and, hidden, the key of the unit's own row (`rowKey`) stand behind them.
 */
export const RECORDS_COLUMNS = { number: "序号", key: "键" } as const;

/** What stands under 填报项 for an item that asks for nothing. */
export const NO_FIELD = "无需填报";

/** One data row of 指标填报. */
export interface FormRow {
  /** `<item id>/<fact>`; `<item id>/` where the item asks for nothing. */
  readonly key: string;
  readonly item: Item;
  /** The full name of the fact that the row answers: `trainingHours`, `courtRate.numerator`. */
  readonly fact?: string;
  readonly field?: Field;
  /** Which of a rate's three rows it is; only `rate` may stay blank. */
  readonly part?: RatePart;
  /** What stands under 填报项. */
  readonly label: string;
  /** The row that carries 分值, 评分标准 and 自评分. */
  readonly firstOfItem: boolean;
}

/**
 * The rows of 指标填报 in order: the tree, then other info items, then bonus and deduction items. Only what
 * the unit itself supplies is asked there.
 */
export function formRows(system: IndicatorSystem): readonly FormRow[] {
  const known = ROWS.get(system);
  if (known) return known;
  const rows = formItems(system).flatMap((item) => {
    const own = item.fields.filter(({ by }) => by === "unit").flatMap((field) => rowsOf(item, field));
    if (own.length === 0) own.push({ key: `${item.id}/`, item, label: NO_FIELD });
    return own.map((row, index) => ({ ...row, firstOfItem: index === 0 }));
  });
  ROWS.set(system, rows);
  return rows;
}

/** The same for every workbook. */
const ROWS = new WeakMap<IndicatorSystem, readonly FormRow[]>();

/** Further rows of an assessor's copy: fields that people other than the unit supply, then clauses that are judged, item by item. */
export function assessorRows(system: IndicatorSystem): AssessorRow[] {
  return formItems(system).flatMap((item) => [
    ...item.fields
      .filter(({ by }) => by === "assessor" || by === "third-party")
      .flatMap((field) => rowsOf(item, field))
      .map((row) => ({ ...row, firstOfItem: false })),
    ...item.clauses.filter(isJudged).map((clause) => ({
      key: judgementKey(item.id, clause.id),
      item,
      clause,
      label: judgementLabel(clause),
    })),
  ]);
}

/** A row that only the assessor fills in. */
export type AssessorRow =
  | FormRow
  | { readonly key: string; readonly item: Item; readonly clause: Clause; readonly label: string };

/** What stands under 填报项 for a judged clause. */
export const judgementLabel = ({ id }: Clause): string => `评判（细则 ${id}）`;

/** Must the row be filled in? A bonus is never owed; of a rate, the printed figure is a cross-check. */
export const isRequired = ({ field, item, part }: FormRow): boolean =>
  field !== undefined && !field.optional && part !== "rate" && item.kind !== "bonus";

type Row = Omit<FormRow, "firstOfItem">;

function rowsOf(item: Item, field: Field): Row[] {
  const row = (fact: string, label: string): Row => ({ key: `${item.id}/${fact}`, item, fact, field, label });
  if (field.type !== "rate") return [row(field.fact, field.label)];
  const part = (name: RatePart): Row => ({
    ...row(ratePartFact(field.fact, name), partLabel(field, name)),
    part: name,
  });
  return [part("numerator"), part("denominator"), part("rate")];
}

/** What a part of a rate is called: `出庭应诉率（分子）`. */
export const partLabel = (field: { readonly label: string }, part: RatePart): string =>
  `${field.label}（${RATE_PARTS[part]}）`;

/** The fact that a rate's row answers: the printed rate stands for the rate itself. */
export const ratePartFact = (rate: string, part: RatePart): string =>
  part === "rate" ? rate : `${rate}.${part}`;

/** Every item once, in the order of the form. */
export function formItems(system: IndicatorSystem): Item[] {
  const under = (parent: string | undefined) =>
    system.items.filter((item) => item.kind === "info" && item.parent === parent);
  const walk = (place: Place): Item[] =>
    place.type === "item" ? [place] : [...place.children.flatMap(walk), ...under(place.id)];
  const tree = [...system.roots.flatMap(walk), ...under(undefined)];
  return [...tree, ...system.items.filter((item) => item.kind === "bonus" || item.kind === "deduction")];
}

/** One row of 基本信息. */
export interface BasicsRow {
  /** A `BasicsKey`, or the full name of a unit fact: `unit.kind`. */
  readonly key: string;
  readonly label: string;
  readonly field?: UnitFact;
}

const BEFORE_FACTS: readonly BasicsKey[] = ["name", "code", "year"];
const AFTER_FACTS: readonly BasicsKey[] = ["filledBy", "checkedBy", "head", "phone", "date", "seal"];

/** The rows of 基本信息 in order. */
export function basicsRows(system: IndicatorSystem): BasicsRow[] {
  const fixed = (key: BasicsKey): BasicsRow => ({ key, label: BASICS[key] });
  return [
    ...BEFORE_FACTS.map(fixed),
    ...system.unitFacts.map((field) => ({ key: field.fact, label: field.label, field })),
    ...AFTER_FACTS.map(fixed),
  ];
}

/** The headers of 指标填报 in order. */
export function answerHeaders(system: IndicatorSystem): string[] {
  const { item, points, criterion, field, hint, value, documents } = COLUMNS;
  const { notApplicable, self, responsible, remark, key } = COLUMNS;
  return [
    item,
    ...system.levels,
    ...[points, criterion, field, hint, value, documents, notApplicable, self, responsible, remark, key],
  ];
}

/** Longest text that a worksheet cell holds. */
const CELL_LIMIT = 32_767;

/**
 * A text from outside as a worksheet cell can hold it: no control characters, no half of a surrogate pair,
 * line breaks as LF, cut with “…” at the limit of a cell. `_x0041_` would be read as “A” and is escaped.
 */
export function cellText(text: string): string {
  const clean = text
    .replace(/\r\n?/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  return clean.length <= CELL_LIMIT ? clean : `${clean.slice(0, CELL_LIMIT - 1)}…`;
}

/**
 * Lines that a text takes in a column of so many characters, a Chinese character counting two. Spreadsheet
 * programs do not all fit rows to wrapped text by themselves, so heights are set when a sheet is written.
 */
export function linesIn(text: string, width: number): number {
  const usable = Math.max(width - 1, 2);
  const lengths = text.split("\n").map((line) => [...line].reduce((sum, char) => sum + widthOf(char), 0));
  return lengths.reduce((lines, length) => lines + Math.max(1, Math.ceil(length / usable)), 0);
}
const widthOf = (char: string) => (char > "\u00FF" ? 2 : 1);
