import type { CellContent } from "./answers.js";

/** Counties of the verification sample; places and figures are invented. */

/** One row of 领导干部学法登记. */
export type Lecture = readonly [day: string, topic: string, form: string, people: number];

export interface SampleUnit {
  readonly code: string;
  readonly name: string;
  /** By fact; a blank is absent. */
  readonly answers: Readonly<Record<string, CellContent>>;
  readonly lectures: readonly Lecture[];
  /** 自评分 by item. */
  readonly self: Readonly<Record<string, number>>;
  /** Departments that hand in by themselves; absent: one workbook. */
  readonly parts?: readonly string[];
}

const MEETING = "常务会议学法";
const LECTURE = "专题讲座";
const COURT = "旁听庭审";

export const UNITS: readonly SampleUnit[] = [
  {
    code: "990121",
    name: "青岚县",
    answers: {
      trainingHours: 62,
      trainingFiles: "是",
      casesPerOfficer: 12.5,
      "reviewRate.numerator": 38,
      "reviewRate.denominator": 38,
      innovation: "“法治网格”一线办案机制",
    },
    lectures: [
      ["2024-02-20", "行政复议法", MEETING, 32],
      ["2024-05-16", "重大行政决策程序", MEETING, 30],
      ["2024-08-22", "民法典与依法行政", MEETING, 31],
      ["2024-10-10", "行政处罚法", LECTURE, 120],
      ["2024-11-28", "国家赔偿法", MEETING, 29],
    ],
    self: { "1.1": 3, "1.3": 4, "2.1": 4, "2.2": 4, "3.2": 4 },
  },
  {
    code: "990122",
    name: "澄麓县",
    answers: {
      trainingHours: 60,
      trainingFiles: "是",
      casesPerOfficer: 9.6,
      "reviewRate.numerator": 41,
      "reviewRate.denominator": 43,
      innovation: "行政争议诉前联调",
    },
    lectures: [
      ["2024-03-05", "信访工作条例", MEETING, 28],
      ["2024-06-18", "行政许可法", MEETING, 27],
      ["2024-09-03", "优化营商环境条例", MEETING, 30],
      ["2024-09-20", "行政诉讼庭审", COURT, 85],
    ],
    self: { "1.1": 3, "1.3": 3.5, "2.1": 3, "2.2": 3.5, "3.2": 3.5 },
  },
  {
    code: "990123",
    name: "霁川县",
    answers: {
      trainingHours: 48,
      trainingFiles: "是",
      casesPerOfficer: 10.2,
      "reviewRate.numerator": 27,
      "reviewRate.denominator": 29,
    },
    lectures: [
      ["2024-01-30", "行政处罚法", MEETING, 26],
      ["2024-07-11", "法治政府建设实施纲要", MEETING, 25],
    ],
    self: { "1.1": 2.5, "1.3": 3.3, "2.1": 1, "2.2": 2, "3.2": 3 },
  },
  {
    code: "990181",
    name: "云栖市",
    answers: {
      trainingHours: 71.5,
      trainingFiles: "是",
      casesPerOfficer: 14,
      "reviewRate.numerator": 52,
      "reviewRate.denominator": 52,
      innovation: "企业合规“综合查一次”",
    },
    lectures: [
      ["2024-02-27", "公平竞争审查条例", MEETING, 36],
      ["2024-04-25", "行政复议法", MEETING, 35],
      ["2024-06-13", "政府信息公开条例", LECTURE, 140],
      ["2024-09-26", "行政处罚法", MEETING, 34],
      ["2024-12-05", "宪法", MEETING, 38],
    ],
    self: { "1.1": 3, "2.1": 4, "2.2": 4, "3.2": 4 },
    parts: ["司法局", "政府办公室"],
  },
];

/** What others know: 满意度 of a survey, 案卷评查 of the assessors. 霁川县's survey is still to come. */
export const FACTS: readonly (readonly [code: string, fact: string, value: string, source: string])[] = [
  ["990121", "fileReview", "88.5", "评估组案卷评查记录第1号"],
  ["990122", "fileReview", "91", "评估组案卷评查记录第2号"],
  ["990123", "fileReview", "76.5", "评估组案卷评查记录第3号"],
  ["990181", "fileReview", "93", "评估组案卷评查记录第4号"],
  ["990121", "satisfaction", "92.4%", "第三方满意度调查报告"],
  ["990122", "satisfaction", "95.1%", "第三方满意度调查报告"],
  ["990181", "satisfaction", "94.0%", "第三方满意度调查报告"],
];

/** What stands in one row of an assessor's copy. */
export interface Found {
  readonly verdict?: string;
  readonly value?: CellContent;
  readonly points?: number;
  readonly reason?: string;
}

/** One assessor's copy: what was found by key, and the lectures that were not accepted by their place. */
export interface SampleCopy {
  readonly code: string;
  readonly by: string;
  readonly date: string;
  readonly found: Readonly<Record<string, Found>>;
  readonly rejectedLectures?: Readonly<Record<number, string>>;
}

export const COPIES: readonly SampleCopy[] = [
  {
    code: "990121",
    by: "周衡",
    date: "2025-03-11",
    found: {
      "1.1/trainingHours": {
        verdict: "不认可",
        value: 45.5,
        reason: "结业证书和签到表合计45.5学时，网络课程16.5学时无考核记录",
      },
      "1.1/trainingFiles": { verdict: "认可" },
      "3.2#a": { points: 3, reason: "法治公园功能齐全，宪法宣传栏内容陈旧" },
      "B1#a": { points: 1, reason: "机制有效，尚未在全县推开" },
    },
    rejectedLectures: { 4: "会议纪要显示当次会议未安排学法" },
  },
  ...(
    [
      ["周衡", 3.5, "阵地布局合理", 1],
      ["何澄", 2.5, "乡镇阵地未开放", 0.5],
      ["裴远", 3, "县级阵地较好，村级一般", 1],
    ] as const
  ).map(
    ([by, site, reason, bonus]): SampleCopy => ({
      code: "990122",
      by,
      date: "2025-03-13",
      found: {
        "3.2#a": { points: site, reason },
        "B1#a": { points: bonus, reason: "联调成效见材料" },
        ...(by === "何澄"
          ? { "1.1/trainingHours": { verdict: "不认可", value: 57, reason: "3学时为会议，不是培训" } }
          : { "1.1/trainingHours": { verdict: "认可" } }),
      },
    }),
  ),
];
