import type { Answer, CellContent } from "./answers.js";

/** What is done to a county's answers after they were drawn. */
export type Edit = (answers: Map<string, Answer>) => void;

export const change =
  (key: string, part: (before: Answer) => Answer): Edit =>
  (answers) => {
    const before = answers.get(key);
    if (!before) throw new Error(`nothing was drawn for ${key}`);
    answers.set(key, part(before));
  };

export const enter = (key: string, value: CellContent): Edit =>
  change(key, (before) => ({ ...before, value }));
export const blank = (key: string): Edit => change(key, ({ value, documents, ...rest }) => rest);
const withoutDocument = (key: string): Edit => change(key, ({ documents, ...rest }) => rest);
const namesDocument = (key: string, documentNumbers: string): Edit =>
  change(key, (before) => ({ ...before, documentNumbers }));
const scoresItself = (key: string, self: CellContent): Edit => change(key, (before) => ({ ...before, self }));
/** 不适用 with what stands in 备注, if anything. */
export const doesNotApply =
  (key: string, reason?: string): Edit =>
  (answers) => {
    const self = answers.get(key)?.self;
    answers.set(key, {
      notApplicable: true,
      ...(reason ? { reason } : {}),
      ...(self === undefined ? {} : { self }),
    });
  };
const leaveOut =
  (item: string): Edit =>
  (answers) => {
    for (const key of [...answers.keys()]) if (key.startsWith(`${item}/`)) answers.delete(key);
  };
export const keepOnly =
  (...level1: readonly string[]): Edit =>
  (answers) => {
    for (const key of [...answers.keys()]) {
      if (!level1.some((id) => key.startsWith(`${id}.`))) answers.delete(key);
    }
  };

/** Items that do not apply to the county by its 基本信息 stay blank. */
export const noDelegation: readonly Edit[] = [leaveOut("4.4.2")];
export const noVillages: readonly Edit[] = [leaveOut("7.2.1")];

/** Figures above the highest tier or the cap, so that other such figures score the same. */
export const aboveTheCap: readonly Edit[] = [
  enter("4.2.3/matters", 2106),
  enter("5.3.2/mediatorTrainings", 6),
  enter("6.1.1/congressReports", 5),
  enter("7.1.1/publicityMaterials", 12800),
  enter("7.1.2/culturePlaces", 214),
];
export const furtherAboveTheCap: readonly Edit[] = [
  enter("4.2.3/matters", 2417),
  enter("5.3.2/mediatorTrainings", 11),
  enter("6.1.1/congressReports", 8),
  enter("7.1.1/publicityMaterials", 21500),
  enter("7.1.2/culturePlaces", 288),
];

export const blanks: readonly Edit[] = [
  blank("1.1.3/activeRating"),
  blank("2.1.2/filingPass"),
  blank("2.2.1/reviewOpinions"),
  blank("3.2.1/decisionReview.denominator"),
  blank("4.1.3/specialHours"),
  blank("4.2.2/fileReviews"),
  blank("4.2.2/filesReviewed"),
  blank("4.4.1/supervisors"),
  blank("5.1.3/lawsuitsAccepted"),
  blank("5.2.3/settlementMeetings"),
  blank("5.3.1/officeManaged"),
  blank("6.2.2/fixDone"),
  blank("7.2.1/provincialVillages"),
  blank("8.1.1/lectures"),
  blank("8.2.1/reportNumber"),
  blank("K2/criticisms"),
];

export const seriousIncident: readonly Edit[] = [enter("K3/seriousIncident", "是")];
export const falseData: readonly Edit[] = [enter("K3/falseData", "是")];

export const lowCoverage: readonly Edit[] = [keepOnly("1", "4", "8")];

export const ignoredSuggestions: readonly Edit[] = [
  enter("5.2.4/suggestionReply.numerator", 5),
  enter("5.2.4/suggestionReply.denominator", 9),
];

export const notApplicable: readonly Edit[] = [
  doesNotApply("4.1.2/examAttend", "2024年没有组织执法资格考试，考试改在2025年春季举行"),
  doesNotApply("4.1.2/examPass", "2024年没有组织执法资格考试，考试改在2025年春季举行"),
  doesNotApply("6.2.2/problemsFixed.numerator", "上年度报告和督察没有指出本市问题"),
  doesNotApply("6.2.2/problemsFixed.denominator", "上年度报告和督察没有指出本市问题"),
  doesNotApply("6.2.2/problemsFixed", "上年度报告和督察没有指出本市问题"),
  doesNotApply("6.2.2/fixDue", "上年度报告和督察没有指出本市问题"),
  doesNotApply("6.2.2/fixDone", "上年度报告和督察没有指出本市问题"),
  doesNotApply("5.3.3/petitionsClosed"),
  doesNotApply("5.3.3/petitionsSatisfied"),
  doesNotApply("7.1.2/culturePlaces", "正在规划建设"),
  change("5.2.3/settledBeforeSuit", (before) => ({ ...before, notApplicable: true, reason: "争议较少" })),
];

export const wrongTypes: readonly Edit[] = [
  enter("4.1.3/generalHours", "二十四"),
  enter("1.1.3/activeRating", "85左右"),
  enter("1.1.1/onlineRate", 0.85),
  enter("1.1.2/hallRate", 172),
  enter("2.2.1/legalAdvisers", "10余人"),
  enter("3.1.1/catalogueSeason", "一季度"),
  enter("4.2.1/recordingEverywhere", "基本落实"),
  enter("4.4.1/supervisors", 42.5),
  enter("5.2.1/courtAttendance.numerator", 31),
  enter("5.2.1/courtAttendance.denominator", 13),
  enter("5.3.3/petitionsClosed", "95%以上"),
  enter("5.1.2/reviewCorrected", "无"),
  enter("6.1.2/publicInterestMeetings", "/"),
  enter("8.1.2/ratingPublic", 120),
  enter("8.2.1/reportMade", "2025年2月30日"),
  enter("8.2.1/reportPublished", "2025年3月下旬"),
];

export const unsupported: readonly Edit[] = [
  withoutDocument("1.1.1/onlineRate"),
  withoutDocument("1.1.2/hallRate"),
  withoutDocument("1.1.2/windowRate"),
  withoutDocument("2.1.1/normReview.numerator"),
  withoutDocument("2.1.1/normReview.denominator"),
  withoutDocument("2.2.1/legalAdvisers"),
  withoutDocument("4.1.3/generalHours"),
  withoutDocument("4.1.3/specialHours"),
  withoutDocument("4.2.2/fileReviews"),
  withoutDocument("4.2.2/filesReviewed"),
  withoutDocument("5.3.1/officeCover"),
  withoutDocument("7.1.1/publicityEvents"),
  namesDocument("4.3.1/noPenaltyList", "88"),
  namesDocument("8.1.1/studyPlanned", "见附件"),
  scoresItself("1.1.1/onlineRate", 3),
  scoresItself("4.1.3/generalHours", 4),
  scoresItself("7.1.1/publicityEvents", 2.8),
];

export const oddButClear: readonly Edit[] = [
  enter("1.1.1/onlineRate", "76.5%"),
  enter("1.1.2/hallRate", "98.6%"),
  enter("1.1.2/windowRate", "９１.２"),
  enter("2.2.1/legalAdvisers", "１２人"),
  enter("2.2.1/reviewOpinions", " 48 "),
  enter("3.1.1/catalogue", "√"),
  enter("3.1.2/publicInput", "有"),
  enter("4.1.3/generalHours", "24学时"),
  enter("4.1.3/specialHours", "40学时"),
  enter("4.2.3/matters", "2,386"),
  enter("4.2.2/filesReviewed", "62卷"),
  enter("7.1.1/publicityMaterials", "18,400份"),
  enter("7.1.2/culturePlaces", "２３６"),
  enter("8.2.1/reportDue", "2025.4.1"),
  enter("8.2.1/reportMade", "2025年1月20日"),
  enter("8.2.1/reportPublished", "2025-02-18"),
  enter("6.2.2/fixDone", "2024年10月25日"),
];
