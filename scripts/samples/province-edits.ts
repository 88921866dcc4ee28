import type { Answer, CellContent } from "./answers.js";
import { change, doesNotApply, enter, keepOnly } from "./demo-edits.js";
import type { DrawnUnit } from "./draw-unit.js";

type Edit = (unit: DrawnUnit) => void;

const onAnswers =
  (edit: (answers: Map<string, Answer>) => void): Edit =>
  ({ answers }) =>
    edit(answers);
const enters = (key: string, value: CellContent): Edit => onAnswers(enter(key, value));
/** Nothing at all stands in the row any more. */
const blanks = (...keys: readonly string[]): Edit[] =>
  keys.map((key) => onAnswers(change(key, ({ value: _value, documents: _documents, ...rest }) => rest)));
/** The printed rate, which is not drawn. */
const prints =
  (key: string, value: CellContent, format?: string): Edit =>
  ({ answers }) => {
    answers.set(key, { value, ...(format === undefined ? {} : { format }) });
  };
const notApplicable = (reason: string, ...keys: readonly string[]): Edit[] =>
  keys.map((key) => onAnswers(doesNotApply(key, reason)));
const without =
  (...keys: readonly string[]): Edit =>
  ({ answers }) => {
    for (const key of keys) answers.delete(key);
  };

/** Figures above the highest tier or the cap, so that other such figures score the same. */
export const aboveTheCap: readonly Edit[] = [
  enters("9.1.1/partyHearings", 1),
  enters("9.1.1/governmentDebates", 2),
  enters("9.1.1/coordinationMeetings", 2),
  enters("6.3.2/adminMediations", 320),
  enters("9.3.3/sharedData", 64),
];
export const furtherAboveTheCap: readonly Edit[] = [
  enters("9.1.1/partyHearings", 3),
  enters("9.1.1/governmentDebates", 4),
  enters("9.1.1/coordinationMeetings", 5),
  enters("6.3.2/adminMediations", 586),
  enters("9.3.3/sharedData", 97),
];

export const sloppy: readonly Edit[] = [
  ...blanks(
    "1.1.1/dutyListLate",
    "1.2.4/pledgeCheck.numerator",
    "1.3.3/fairReview.denominator",
    "2.3.1/reviewStaff",
    "3.2.3/hurriedReviews",
    "4.2.2/recorders",
    "4.4.2/checksLastYear",
    "5.1.2/opinionAnswered",
    "6.1.3/reviewAdviceAnswered.numerator",
    "6.4.2/lawStations",
    "8.2.2/dutyUse",
    "9.1.3/lawBudgetBefore",
  ),
  enters("1.2.4/proofCases", "2000余"),
  enters("4.1.3/randomChecks", "3千多户次"),
  enters("5.3.3/statisticsChecked", "20家左右"),
  enters("8.3.1/officerHours", "85左右"),
  enters("8.3.2/staffExamScore", "八十二"),
  enters("9.3.3/sharedData", "200余"),
  enters("2.3.2/contractReview.numerator", "全部"),
  enters("4.5.1/benchmarkUpkeep", "已调整"),
  enters("6.2.4/settlementStaff", "/"),
  enters("7.3.1/emergencyTalks", "5—8"),
  enters("9.2.1/annualReportMade", "2024年2月30日"),
  enters("9.2.1/annualReportOpened", "2024年3月下旬"),
];

export const percentTraps: readonly Edit[] = [
  // 0.05 without a format may be 0.05 % or 5 %; as 5% it is 5; with the format, 5 is shown as 500%.
  enters("9.3.1/appraisalWeight", 0.05),
  enters("1.2.2/averageVisits", "0.3次"),
  prints("1.2.1/hallEntry", 0.96, "0.00%"),
  prints("4.2.2/fullyRecorded", 0.92, "0%"),
  ...blanks("1.2.1/hallEntry.numerator", "1.2.1/hallEntry.denominator"),
  prints("6.3.1/mediationsWon", "97%以上"),
  enters("8.3.1/officerHours", "52学时"),
  enters("9.1.3/lawBudget", "2,860,000元"),
  enters("6.2.1/leadersInCourt.numerator", 41),
  enters("6.2.1/leadersInCourt.denominator", 36),
  enters("5.4.3/complaintDays", "约7天"),
];

export const seriousCase: readonly Edit[] = [enters("F1/seriousUnlawfulCase", "是")];
export const lowCoverage: readonly Edit[] = [onAnswers(keepOnly("1", "4"))];
export const defiance: readonly Edit[] = [enters("5.2.3/judgmentsDefied", 1)];
/** More than the assessors will find. */
export const moreHours: readonly Edit[] = [enters("8.3.1/officerHours", 63.5)];
/** What was put better than it was; the copy of the assessors puts it right. */
export const boasting: readonly Edit[] = [
  enters("6.2.1/leadersInCourt.numerator", 48),
  enters("6.2.1/leadersInCourt.denominator", 48),
  enters("8.3.1/officerHours", 66),
  enters("4.1.2/enforcementDrills", 6),
  enters("1.4.1/townDutyLists", 16),
];

const NO_DECISION = "当年没有作出重大行政决策";
export const manyNotApplicable: readonly Edit[] = [
  ({ records }) => {
    records.decisions = [];
  },
  enters("3.1.2/decisions", 0),
  ...notApplicable(NO_DECISION, "3.1.3/hearingsHeld", "3.1.3/participationMaterials", "3.2.1/expertPool"),
  ...notApplicable(NO_DECISION, "3.2.2/riskHeardParties", "3.2.2/highRiskDecided"),
  ...notApplicable("没有正在执行的重大行政决策", "3.3.1/executionByUnit"),
  ...notApplicable(
    "没有已执行满1年的重大行政决策",
    "3.3.2/ownEvaluations",
    "3.3.2/outsideEvaluations",
    "3.3.2/decisionEvaluationUsed",
  ),
  ...notApplicable("没有实施满2年的现行规范性文件", "2.2.4/documentEvaluations", "2.2.4/evaluationUsed"),
  ...notApplicable("由区级统一执法，街道不设执法队伍", "4.6.3/townshipTeams", "4.6.3/townshipTeamSize"),
  ...notApplicable("当年人大常委会没有提出审议意见", "5.1.2/opinionReceived", "5.1.2/opinionAnswered"),
];

/** Every other field has lost its supporting documents. */
export const unsupported: readonly Edit[] = [
  ({ answers }) => {
    [...answers].forEach(([key, { documents: _documents, ...rest }], index) => {
      if (index % 2 === 0) answers.set(key, rest);
    });
  },
];

/** Items that do not apply to the county by its 基本信息 stay blank. */
export const noDelegation: Edit = without(
  "1.4.2/delegationAssessed",
  "1.4.2/delegationOutcome",
  "4.6.2/delegatedReady.numerator",
  "4.6.2/delegatedReady.denominator",
  "4.6.2/delegatedIdle",
);
/** Not done is not dated. */
export const noDatesWhereNotDone: Edit = ({ answers }) => {
  const not = (key: string) => answers.get(key)?.value === "否";
  if (not("2.2.3/cleanupDone"))
    without("2.2.3/cleanupApproved", "2.2.3/cleanupPublished")({ answers } as DrawnUnit);
  if (not("3.1.1/catalogueMade"))
    without("3.1.1/catalogueApproved", "3.1.1/cataloguePublished")({ answers } as DrawnUnit);
};
