import { choice, type Draw, dated, figures, fixed, partOf, rate, seldom, timesOf, yes } from "./draw.js";
import { figureIn, inTurn, type RecordsDraw } from "./draw-records.js";

/** Fields of `indicators/township` whose definition alone does not say what is believable. */
export const TOWNSHIP_FIELDS: Readonly<Record<string, Draw>> = {
  lawAgendas: figures(0, 4),
  justiceStaff: figures(1, 6),
  dutyReports: rate([9, 13], 78, 112),
  annualReportDay: dated("2024-05-06", "2024-01-22"),
  normsReviewed: rate([2, 6], 84, 130),
  mattersReviewed: rate([22, 48], 90, 106),
  mattersConsulted: rate([6, 16], 70, 112),
  counselOpinions: figures(5, 24),
  counselVisits: figures(2, 18),
  opinionsAdopted: rate([6, 20], 86, 116),
  officersCertified: rate([9, 22], 86, 114),
  uncertifiedActs: fixed("否"),
  trainingHours: figures(36, 66, 1),
  legalAuditors: figures(0, 3),
  powersUsed: rate([38, 96], 34, 88),
  rulingsIgnored: fixed("否"),
  mediated: rate([90, 380], 91, 101),
  mediationBodies: rate("villages", 88, 110),
  fullTimeMediators: figures(0, 3),
  petitionsSolved: rate([40, 140], 86, 101),
  gridsStaffed: rate([28, 64], 90, 106),
  gridEvents: rate([600, 2400], 91, 101),
  checks: figures(7, 20),
  courtAttended: rate([0, 5], 84, 130),
  stationLevel: choice("建站并每日值守", "建站并每日值守", "建站未每日值守"),
  stationVisits: figures(140, 690),
  villageCounsel: rate("villages", 84, 112),
  villageCounselVisits: timesOf("villages", 7, 13.5),
  lawLiterateVillages: rate("villages", 70, 110),
  lawLiterateTrained: rate([40, 90], 54, 100),
  modelVillages: rate("villages", 8, 62),
  cultureSites: figures(2, 14),
  requestsAnswered: rate([0, 8], 88, 130),
  servicesOnTime: figures(95, 100, 1),
  badReviews: figures(9, 2),
  badReviewsFixed: partOf("badReviews", 0.72, 1.2),
  homesteads: rate([12, 60], 88, 106),
  satisfaction: figures(82, 97, 1),
  suggestionsAnswered: rate([3, 9], 88, 130),
  suggestionsPleased: partOf("suggestionsAnswered.numerator", 0.74, 1.2),
  rectified: rate([4, 12], 80, 120),
  practiceLevel: choice("市级", "没有", "没有", "没有"),
  newModelVillages: figures(-1, 2),
  innovation: fixed("“板凳议事”调解法（虚构）"),
  graveIncident: fixed("否"),
  incidents: seldom(0.08),
  falseEntries: fixed(0),
  criticismsCity: seldom(0.06),
  openBenefits: yes(0.1),
  ...Object.fromEntries([1, 2, 3].map((number) => [`fileScore${number}`, figures(72, 97, 1)])),
};

const COUNTY_DAYS = ["2024-03-15", "2024-04-15", "2024-06-26", "2024-09-20", "2024-12-04"];

export const TOWNSHIP_LISTS: Readonly<Record<string, RecordsDraw>> = {
  studySessions: {
    rows: [2, 6],
    columns: {
      studyTopic: inTurn("宪法", "行政处罚法", "信访工作条例", "民法典", "土地管理法"),
      studyForm: inTurn("会前学法", "法治讲座", "中心组学法"),
      studyPeople: figureIn(8, 24),
    },
  },
  contracts: {
    rows: [4, 9],
    columns: {
      contractName: inTurn("道路养护合同", "环卫保洁服务合同", "办公用房维修合同", "农田水利工程合同"),
      contractAmount: figureIn(3, 120),
      contractReviewed: ({ good, random }) => (good() || random() < 0.6 ? "是" : "否"),
    },
  },
  campaigns: {
    rows: [7, 15],
    columns: {
      campaignDay: ({ number }) =>
        new Date(`${COUNTY_DAYS[COUNTY_DAYS.length - 1 - ((number - 1) % COUNTY_DAYS.length)]}T00:00:00Z`),
      campaignTopic: inTurn("宪法宣传", "禁毒宣传", "国家安全教育", "消费者权益保护", "防范电信诈骗"),
      campaignForm: inTurn("集中宣传", "以案释法", "法治讲座", "集中宣传", "其他"),
      campaignPeople: figureIn(60, 220),
    },
  },
  drills: {
    rows: [1, 3],
    columns: {
      drillKind: inTurn("自然灾害", "事故灾难", "公共卫生事件"),
      drillPeople: figureIn(40, 160),
    },
  },
};
