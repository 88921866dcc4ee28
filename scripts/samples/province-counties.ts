import type { DrawnUnit } from "./draw-unit.js";
import * as edit from "./province-edits.js";

/** A fictional county: its code starts with 98, its name belongs to no county, town or subdistrict. */
export interface ProvinceCounty {
  readonly name: string;
  readonly code: string;
  readonly kind: "县" | "县级市" | "市辖区";
  /** 0–1; how well it does. */
  readonly quality: number;
  readonly seed: number;
  /** 万人 */
  readonly population: number;
  readonly townships: number;
  readonly delegated: boolean;
  /** Claims full marks nearly everywhere. */
  readonly boasts: boolean;
  /** What the sample shows, told in 填报说明. */
  readonly shows: string;
  readonly edits: readonly ((unit: DrawnUnit) => void)[];
}

type Row = readonly [
  code: string,
  name: string,
  quality: number,
  population: number,
  townships: number,
  shows?: string,
  more?: Partial<Pick<ProvinceCounty, "edits" | "delegated" | "boasts" | "seed">>,
];

/** As in real codes: districts from 01, counties from 21, county-level cities from 81. */
function kindOf(code: string): ProvinceCounty["kind"] {
  const number = Number(code.slice(4));
  if (number > 80) return "县级市";
  return number > 20 ? "县" : "市辖区";
}

/** The county whose townships are a sample of their own. */
export const WITH_TOWNSHIPS = "980121";

const ROWS: readonly Row[] = [
  [
    "980121",
    "霁岫县",
    0.75,
    46.2,
    12,
    "填报完整，已由评估组核查，镇街评估结果计入本县",
    { edits: edit.moreHours },
  ],
  ["980122", "苔矶县", 0.73, 38.5, 11, "总分达到优秀线，但本组优秀名额已满"],
  ["980123", "岚汀县", 0.75, 52.4, 14, "填报完整"],
  ["980124", "萤川县", 0.75, 41.8, 12, "填报完整"],
  ["980125", "竹笙县", 0.62, 33.6, 10, "填报完整，与澄垣县同分", { seed: 500, edits: edit.aboveTheCap }],
  [
    "980126",
    "澄垣县",
    0.62,
    33.6,
    10,
    "填报完整，与竹笙县同分：几项数据更高，但都已超过得满分的标准",
    { seed: 500, edits: edit.furtherAboveTheCap },
  ],
  ["980127", "绛汀县", 0.51, 29.7, 9, "填报完整"],
  ["980128", "云蓼县", 0.54, 26.3, 8, "漏填多处，另有约数和填错的类型", { edits: edit.sloppy }],
  ["980129", "栎笙县", 0.33, 31.2, 10, "填报完整，多项没有达到标准"],
  ["980130", "霜泊县", 0.64, 44.9, 13, "发生重大违法行政案件，取消参评资格", { edits: edit.seriousCase }],
  ["980131", "蓼汀县", 0.6, 35.1, 11, "只填了两个方面，填报覆盖率不足", { edits: edit.lowCoverage }],
  [
    "980132",
    "麓汐县",
    0.74,
    24.8,
    8,
    "总分达到优秀线，但有一件拒不履行生效裁判，等次最高评为良好",
    { edits: edit.defiance },
  ],
  ["980181", "翎汀市", 0.71, 68.3, 15, "填报完整，已由评估组核查"],
  ["980182", "岫云市", 0.65, 61.5, 14, "填报完整"],
  [
    "980183",
    "锦汐市",
    0.58,
    72.6,
    16,
    "自评分远高于评分，已由评估组核查，多处核减",
    { boasts: true, edits: edit.boasting },
  ],
  ["980184", "澜汀市", 0.5, 57.2, 13, "填报完整，第三方数据待补"],
  ["980185", "鹭汀市", 0.47, 54.8, 12, "百分比和单位写法混乱", { edits: edit.percentTraps }],
  ["980186", "梧汐市", 0.29, 49.9, 12, "填报完整，多项没有达到标准"],
  ["980102", "砚汐区", 0.75, 82.4, 10, "填报完整", { delegated: false }],
  ["980103", "霁弦区", 0.7, 76.1, 9, "填报完整", { delegated: false }],
  [
    "980104",
    "槿汀区",
    0.64,
    58.7,
    7,
    "当年没有重大行政决策，执法由区级统一实施，多项不适用并写明理由",
    { delegated: false, edits: edit.manyNotApplicable },
  ],
  ["980105", "鸢汀区", 0.52, 64.5, 8, "填报完整，第三方数据待补"],
  ["980106", "枫笛区", 0.46, 51.3, 7, "许多填报项没有佐证材料", { edits: edit.unsupported }],
  ["980107", "棠笙区", 0.38, 47.8, 7, "填报完整，多项没有达到标准"],
];

export const PROVINCE: readonly ProvinceCounty[] = ROWS.map(
  ([code, name, quality, population, townships, shows = "填报完整", more = {}]) => ({
    code,
    name,
    kind: kindOf(code),
    quality,
    seed: Number(code),
    population,
    townships,
    delegated: true,
    boasts: false,
    edits: [],
    shows,
    ...more,
  }),
);

/** Facts that nobody has supplied yet: by code, the facts that begin so. */
export const PENDING: Readonly<Record<string, readonly string[]>> = {
  "980184": [
    "businessScore",
    "residentsSatisfied",
    "firmsSatisfied",
    "partiesSatisfied",
    "serviceSatisfaction",
  ],
  "980105": ["expertFileScore", "dutyRating", "spotTestScore", "ruleOfLawSatisfaction"],
  "980186": ["suitsLost", "silentHearings"],
};

/** Townships of 霁岫县: towns, then subdistricts. */
export const TOWNSHIPS: readonly (readonly [
  code: string,
  name: string,
  quality: number,
  delegated: boolean,
])[] = [
  ["980121001", "榆笙街道", 0.85, true],
  ["980121002", "槐笛街道", 0.6, true],
  ["980121003", "砚田街道", 0.42, false],
  ["980121101", "苇笛镇", 0.88, true],
  ["980121102", "霜枫镇", 0.68, true],
  ["980121103", "云碓镇", 0.55, true],
  ["980121104", "萤桥镇", 0.46, false],
  ["980121105", "竹篁镇", 0.4, true],
  ["980121106", "澄蓼镇", 0.72, true],
  ["980121107", "鹤汀镇", 0.3, false],
  ["980121108", "栗笛镇", 0.2, true],
  ["980121109", "笙石镇", 0.02, false],
];
