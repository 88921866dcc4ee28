import type { Found, SampleCopy } from "./verification-units.js";

const accepted: Found = { verdict: "认可" };
const changed = (value: number, reason: string): Found => ({ verdict: "不认可", value, reason });
const judged = (points: number, reason: string): Found => ({ points, reason });

/** Assessors' copies of three counties of the fictional province; who signs is invented, too. */
export const PROVINCE_COPIES: readonly SampleCopy[] = [
  {
    code: "980121",
    by: "周衡",
    date: "2025-04-08",
    found: {
      "8.3.1/officerHours": changed(57.5, "抽查30份学时档案，网络课程没有考核记录的学时不予计入"),
      "6.2.1/leadersInCourt.numerator": accepted,
      "6.2.1/leadersInCourt.denominator": accepted,
      "4.1.2/enforcementDrills": accepted,
      "3.1.3#a": judged(0.4, "参与面较宽，两件决策的采纳理由过于简略"),
      "4.4.4#b": judged(0.3, "抽阅20份处罚决定书，3份说理不充分"),
      "5.4.3#c": judged(0.2, "抽查10件投诉，均已处理到位并反馈"),
      "7.3.2#b": judged(0.4, "一个镇的应急物资台账没有及时更新"),
      "9.2.2#c": judged(0.3, "内容真实，数据与台账一致"),
      "J2#a": judged(1, "做法有效，已在全县推开，尚未形成制度文件"),
    },
  },
  {
    code: "980181",
    by: "何澄",
    date: "2025-04-10",
    found: {
      "8.3.1/officerHours": accepted,
      "5.3.3/statisticsChecked": accepted,
      "3.1.3#a": judged(0.5, "材料齐全，意见逐条研究"),
      "4.4.4#b": judged(0.3, "抽阅20份处罚决定书，4份裁量理由过于简单"),
      "5.4.3#c": judged(0.15, "1件投诉没有反馈记录"),
      "7.3.2#b": judged(0.5, "物资、值守、预案均符合要求"),
      "9.2.2#c": judged(0.2, "个别数据与统计报表口径不一致"),
      "J2#a": judged(0.5, "有一定创新，实效材料不足"),
    },
  },
  {
    code: "980183",
    by: "裴远",
    date: "2025-04-11",
    found: {
      "6.2.1/leadersInCourt.numerator": changed(30, "按法院庭审笔录核对，18件仅有工作人员出庭"),
      "8.3.1/officerHours": changed(41.5, "会议、活动时间不属于培训学时"),
      "4.1.2/enforcementDrills": changed(2, "4次为内部工作例会，不是业务练兵"),
      "1.4.1/townDutyLists": changed(12, "4个街道的清单没有在网站公布"),
      "9.3.2/provincialProjects": changed(0, "所报项目已超过有效期"),
      "3.1.3#a": judged(0.2, "没有覆盖主要利害关系人"),
      "4.4.4#b": judged(0.1, "处罚决定书多为格式化表述"),
      "5.4.3#c": judged(0.05, "3件投诉没有处理结果"),
      "7.3.2#b": judged(0.2, "两个街道值班记录不全"),
      "9.2.2#c": judged(0.1, "多处数据与台账不符"),
      "J2#a": judged(0, "属于日常工作，没有创新内容"),
    },
  },
];
