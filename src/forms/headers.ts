import type { ColumnRole } from "../model/mapping-document.js";
import { bareText } from "./table.js";

/** What a column may hold that a mapping reads, or that it leaves alone. */
export type HeaderMeaning =
  | ColumnRole
  | "level"
  | "criterion"
  | "responsible"
  | "expert"
  | "unitName"
  | "unitCode";

/**
 * How forms head their columns, as seen in the forms of provinces and cities. Those in `clear` mean one thing
 * wherever they stand, those in `usual` mostly.
 */
const HEADERS: Readonly<
  Partial<Record<HeaderMeaning, { readonly clear: readonly string[]; readonly usual: readonly string[] }>>
> = {
  number: { clear: ["指标编号", "指标代码", "项目编号"], usual: ["编号", "序号", "代码"] },
  title: {
    clear: ["三级指标", "评分指标", "考核指标", "测评指标", "指标名称"],
    usual: ["考评内容", "考核内容", "测评内容", "评估内容", "指标", "二级指标", "评分项", "考评项目"],
  },
  field: { clear: ["填报项", "数据项名称", "数据项"], usual: ["填报内容", "项目"] },
  value: {
    clear: ["填报值", "完成值", "实际值", "实际完成情况"],
    usual: ["数据", "数值", "完成情况", "指标值", "填报数据", "填报情况"],
  },
  numerator: { clear: ["分子"], usual: ["数据项1", "数据1"] },
  denominator: { clear: ["分母"], usual: ["数据项2", "数据2"] },
  rate: { clear: ["比率", "比例"], usual: ["指标值", "完成率"] },
  self: { clear: ["自评得分", "自评分", "自评分数"], usual: ["自评", "自查得分", "自查分"] },
  documents: {
    clear: ["佐证材料", "印证材料", "支撑材料", "证明材料"],
    usual: ["主要资料", "评审材料", "材料清单", "资料清单"],
  },
  notApplicable: { clear: ["不适用", "是否不适用"], usual: [] },
  remark: { clear: ["备注"], usual: ["说明", "情况说明"] },
  points: { clear: ["标准分", "标准分值"], usual: ["分值", "满分"] },
  criterion: {
    clear: ["评分标准", "评分细则", "考评标准", "计分办法"],
    usual: ["评估标准", "考核标准", "评分办法"],
  },
  responsible: {
    clear: ["责任单位", "牵头单位", "数据采集责任部门", "责任部门"],
    usual: ["牵头部门", "配合单位", "采集部门"],
  },
  level: { clear: ["一级指标"], usual: ["二级指标", "考评项目", "类别"] },
  unitName: {
    clear: ["单位名称", "被评单位", "县(市、区)", "县市区", "填报单位", "申报单位"],
    usual: ["单位", "地区", "县区", "乡镇", "街道"],
  },
  unitCode: { clear: ["行政区划代码", "单位代码", "区划代码"], usual: ["代码"] },
};

const EXPERT = /^(?:专家|评委)\d+$/u;

export interface KnownHeader {
  readonly meaning: HeaderMeaning;
  readonly isClear: boolean;
}

/** What a header may mean, the clear meanings first. */
export function meaningsOf(header: string): KnownHeader[] {
  const name = bareText(header.split("/").at(-1) ?? header);
  if (EXPERT.test(name)) return [{ meaning: "expert", isClear: true }];
  const found = (kind: "clear" | "usual") =>
    Object.entries(HEADERS)
      .filter(([, names]) => names[kind].some((one) => bareText(one) === name))
      .map(([meaning]) => ({ meaning: meaning as HeaderMeaning, isClear: kind === "clear" }));
  return [...found("clear"), ...found("usual")];
}

/** The labels beside which a form names its unit, and the unit's code. */
export const UNIT_LABELS: readonly string[] = [
  "填报单位",
  "申报单位",
  "单位名称",
  "被评单位",
  "报送单位",
  "单位",
];
export const CODE_LABELS: readonly string[] = ["行政区划代码", "单位代码", "区划代码"];
