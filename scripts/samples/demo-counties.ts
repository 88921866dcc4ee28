import type { Edit } from "./demo-edits.js";
import * as edit from "./demo-edits.js";

/** A fictional county: its code starts with 99, its name belongs to no place at county level. */
export interface DemoCounty {
  readonly name: string;
  readonly code: string;
  readonly kind: "县" | "县级市" | "市辖区";
  readonly delegated: boolean;
  /** 0–1; how well it does. */
  readonly quality: number;
  readonly seed: number;
  /** How generously it scores itself. */
  readonly self: "fair" | "high";
  /** What the sample shows, told in 填报说明. */
  readonly shows: string;
  readonly edits: readonly Edit[];
}

const PLAIN = { delegated: true, self: "fair", edits: [] } as const;

export const DEMO_COUNTIES: readonly DemoCounty[] = [
  { ...PLAIN, name: "青岚县", code: "990121", kind: "县", quality: 0.76, seed: 11, shows: "填报完整" },
  {
    ...PLAIN,
    name: "澄麓县",
    code: "990122",
    kind: "县",
    quality: 0.62,
    seed: 22,
    shows: "填报完整，与霁川县同分",
  },
  {
    ...PLAIN,
    name: "霁川县",
    code: "990123",
    kind: "县",
    quality: 0.62,
    seed: 22,
    shows: "填报完整，与澄麓县同分：几项数据不同，但都已超过得满分的标准",
    edits: edit.furtherAboveTheCap,
  },
  {
    ...PLAIN,
    name: "苇渡县",
    code: "990124",
    kind: "县",
    quality: 0.4,
    seed: 33,
    shows: "漏填多处",
    edits: edit.blanks,
  },
  {
    ...PLAIN,
    name: "砚湖县",
    code: "990125",
    kind: "县",
    quality: 0.58,
    seed: 44,
    shows: "发生重大违法行政事件，取消参评资格",
    edits: edit.seriousIncident,
  },
  {
    ...PLAIN,
    name: "石笙县",
    code: "990126",
    kind: "县",
    quality: 0.56,
    seed: 55,
    shows: "只填了三个一级指标，填报覆盖率不足",
    edits: edit.lowCoverage,
  },
  {
    ...PLAIN,
    name: "云栖市",
    code: "990181",
    kind: "县级市",
    quality: 0.84,
    seed: 66,
    shows: "总分高，但建议回复率低于60%，等次封顶为良好",
    edits: edit.ignoredSuggestions,
  },
  {
    ...PLAIN,
    name: "岚桥市",
    code: "990182",
    kind: "县级市",
    quality: 0.64,
    seed: 77,
    delegated: false,
    shows: "有不适用的指标：两项写明原因，一项没有写原因，一项不允许，一项同时填了数值",
    edits: [...edit.noDelegation, ...edit.notApplicable],
  },
  {
    ...PLAIN,
    name: "锦棠市",
    code: "990183",
    kind: "县级市",
    quality: 0.6,
    seed: 88,
    shows: "填错类型：文字数字、约数、不存在的日期、超出范围、分子大于分母等",
    edits: edit.wrongTypes,
  },
  {
    ...PLAIN,
    name: "汀兰区",
    code: "990102",
    kind: "市辖区",
    quality: 0.55,
    seed: 99,
    self: "high",
    shows: "多项没有佐证材料，自评分偏高，有的超过分值",
    edits: [...edit.noVillages, ...edit.unsupported],
  },
  {
    ...PLAIN,
    name: "玉笋区",
    code: "990103",
    kind: "市辖区",
    quality: 0.58,
    seed: 110,
    shows: "写法不一但都能读准：全角数字、带单位、千分位、多种日期",
    edits: [...edit.noVillages, ...edit.oddButClear],
  },
  {
    ...PLAIN,
    name: "松照区",
    code: "990104",
    kind: "市辖区",
    quality: 0.46,
    seed: 121,
    shows: "申报数据被认定弄虚作假，“法治督察与整改”不得分",
    edits: [...edit.noVillages, ...edit.falseData],
  },
];
