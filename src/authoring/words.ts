import type { Field, ItemKind } from "../model/indicator-system.js";

/**
 * The plain indicator list's words: what the export writes and the import looks for. The list is always
 * Chinese, since it is read back by these words.
 */
export const LIST_SHEET = "指标清单";

export const LEVELS = ["一级指标", "二级指标", "三级指标", "四级指标"] as const;

/** Headers of the columns that are written, in their order behind the levels. */
export const HEADERS = {
  id: "编号",
  points: "分值",
  criterion: "评分标准",
  field: "填报项",
  type: "类型",
  unit: "单位",
  by: "提供方",
  documents: "佐证材料份数",
  responsible: "责任单位",
  basis: "依据",
  remedy: "改进建议",
  kind: "类别",
} as const;
export type Column = keyof typeof HEADERS;

/** What the columns are called in the lists of others; brackets behind a name are left out first. */
export const ALSO: Readonly<Record<Column | "materials", readonly string[]>> = {
  id: ["序号", "指标编号", "项目编号", "条目编号"],
  points: ["权重", "标准分", "分数", "标准分值", "满分", "指标分值", "基准分"],
  criterion: [
    "评价标准",
    "计分办法",
    "考核标准",
    "计分标准",
    "评分细则",
    "评分办法",
    "考评标准",
    "计分方法",
    "评分依据",
    "赋分标准",
    "考核评分标准",
  ],
  field: [],
  type: ["填报类型"],
  unit: ["计量单位"],
  by: [],
  documents: ["佐证材料数"],
  responsible: [
    "数据采集责任部门",
    "牵头单位",
    "责任部门",
    "牵头部门",
    "考核单位",
    "考核部门",
    "采集部门",
    "数据采集部门",
    "主责单位",
  ],
  basis: ["评估依据", "考核依据", "文件依据", "政策依据"],
  remedy: ["整改建议"],
  kind: [],
  materials: ["主要资料", "佐证材料", "评估资料", "证明材料", "支撑材料", "备查资料", "资料清单"],
};

const LEVEL_NAMES: readonly (readonly string[])[] = [
  ["一级指标", "一级"],
  ["二级指标", "二级"],
  ["三级指标", "三级"],
  ["四级指标", "四级"],
];
/** Without a number in its name: the lowest level. */
const LOWEST: readonly string[] = [
  "考评项目",
  "考评内容",
  "评价内容",
  "考核内容",
  "评估内容",
  "测评内容",
  "考核项目",
  "评估项目",
  "评价指标",
  "考核指标",
  "考评指标",
  "指标内容",
  "指标名称",
  "评分项",
  "指标",
];

/** 0 = the highest level. */
export const levelNamed = (header: string): number | "lowest" | undefined => {
  const level = LEVEL_NAMES.findIndex((names) => names.includes(header));
  if (level >= 0) return level;
  return LOWEST.includes(header) ? "lowest" : undefined;
};

export const KINDS: Readonly<Record<ItemKind, string>> = {
  scored: "计分",
  bonus: "加分",
  deduction: "扣分",
  info: "不计分",
};

export function kindNamed(word: string): ItemKind | undefined {
  const known = (Object.keys(KINDS) as ItemKind[]).find((kind) => KINDS[kind] === word.replace(/项$/, ""));
  return known ?? (word === "减分" || word === "减分项" ? "deduction" : undefined);
}

/** Headings that stand for a kind instead of a place in the tree. */
export const HEADINGS: Readonly<Record<Exclude<ItemKind, "scored">, string>> = {
  bonus: "加分项",
  deduction: "扣分项",
  info: "不计分项",
};

export function kindOfHeading(title: string): ItemKind | undefined {
  const plain = title.replace(/(?:指标|项目|项)$/, "");
  if (plain === "加分" || plain === "附加加分") return "bonus";
  if (plain === "扣分" || plain === "减分" || plain === "倒扣分") return "deduction";
  return plain === "不计分" ? "info" : undefined;
}

export const TYPES: Readonly<Record<Field["type"], string>> = {
  boolean: "是否",
  integer: "整数",
  number: "数值",
  percent: "百分比",
  rate: "比率",
  date: "日期",
  text: "文本",
  choice: "选择",
  records: "明细表",
};
/** `选择：优秀｜良好` */
export const OPTIONS_FROM = "：";
export const OPTIONS_BETWEEN = "｜";

export const SUPPLIERS: Readonly<Record<Field["by"], string>> = {
  unit: "被评单位",
  assessor: "评估方",
  "third-party": "第三方",
  results: "评分结果",
};

/** Between the responsible units, and between the bases, of one cell. */
export const UNITS_BETWEEN = "、";
export const BASES_BETWEEN = "\n";

/** The first words of rows that only add up. */
export const SUMS: ReadonlySet<string> = new Set(["合计", "总计", "总分", "小计", "总分值", "共计"]);
export const GRAND_SUMS: ReadonlySet<string> = new Set(["合计", "总计", "总分", "总分值", "共计"]);
