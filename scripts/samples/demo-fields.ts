import type { CellContent } from "./answers.js";

/** Draws one field's cells (by fact or part of a fact) for a county of `quality` 0–1. */
export type Draw = (county: Drawing) => Record<string, CellContent>;

export interface Drawing {
  readonly fact: string;
  /** First character of the county's name, for document numbers. */
  readonly short: string;
  /** The county's quality with some spread, 0–1. */
  readonly level: () => number;
  readonly random: () => number;
}

const between = (low: number, high: number, share: number) => low + (high - low) * share;
const oneDecimal = (value: number) => Math.round(value * 10) / 10;

const count =
  (low: number, high: number): Draw =>
  ({ fact, level }) => ({ [fact]: Math.max(0, Math.round(between(low, high, level()))) });

const percent =
  (low: number, high: number): Draw =>
  ({ fact, level }) => ({ [fact]: oneDecimal(Math.min(100, between(low, high, level()))) });

/** `cases` is the range of denominators, `low`–`high` that of the percentage; above 100 means 100. */
const rate =
  (cases: readonly [number, number], low: number, high: number): Draw =>
  ({ fact, level, random }) => {
    const denominator = Math.round(between(cases[0], cases[1], random()));
    const share = Math.min(100, between(low, high, level())) / 100;
    return {
      [`${fact}.numerator`]: Math.round(denominator * share),
      [`${fact}.denominator`]: denominator,
    };
  };

const yes =
  (from: number): Draw =>
  ({ fact, level }) => ({ [fact]: level() >= from ? "是" : "否" });

/** Options from worst to best. */
const choice =
  (...options: readonly string[]): Draw =>
  ({ fact, level }) => ({ [fact]: options[Math.floor(level() * options.length * 0.999)] ?? "" });

/** Something bad: none from this quality on, one or two below it. */
const seldom =
  (from: number): Draw =>
  ({ fact, level, random }) => ({ [fact]: level() >= from ? 0 : 1 + Math.round(random()) });

const never: Draw = ({ fact }) => ({ [fact]: "否" });
const day = (year: number, month: number, date: number) => new Date(Date.UTC(year, month - 1, date));
/** Between two dates; the better the earlier. */
const dated =
  (best: Date, worst: Date): Draw =>
  ({ fact, level }) => {
    const time = between(worst.getTime(), best.getTime(), level());
    return { [fact]: new Date(Math.round(time / 86_400_000) * 86_400_000) };
  };
const fixed =
  (content: CellContent): Draw =>
  ({ fact }) => ({ [fact]: content });
const reference =
  (office: string): Draw =>
  ({ fact, short, random }) => ({ [fact]: `${short}${office}〔2024〕${1 + Math.floor(random() * 60)}号` });

/** Ranges are made up to look like what counties publish; every field of the system has one. */
export const DRAWS: Readonly<Record<string, Draw>> = {
  onlineRate: percent(32, 92),
  hallRate: percent(82, 100),
  windowRate: percent(52, 100),
  timeCut: percent(42, 76),
  activeRating: percent(50, 97),
  crossCheck: rate([40, 90], 4, 48),
  fairReview: rate([12, 40], 84, 103),
  fairFaults: seldom(0.4),
  normReview: rate([6, 22], 86, 112),
  normFiling: rate([6, 22], 80, 112),
  filingPass: percent(90, 108),
  specialCleanup: yes(0.4),
  fullCleanup: yes(0.6),
  cleanupOpen: yes(0.45),
  legalAdvisers: count(3, 15),
  advisersAttend: yes(0.4),
  reviewOpinions: count(8, 62),
  catalogue: yes(0.3),
  catalogueSeason: choice("下半年", "第二季度", "第一季度", "第一季度"),
  publicInput: yes(0.3),
  expertReview: yes(0.4),
  riskReview: yes(0.45),
  legalCheck: yes(0.2),
  groupDecision: yes(0.1),
  decisionReview: rate([3, 12], 78, 120),
  certified: rate([240, 1350], 84, 103),
  examAttend: percent(78, 103),
  examPass: percent(44, 96),
  generalHours: count(12, 28),
  specialHours: count(22, 46),
  trainingFiles: yes(0.4),
  disclosureEverywhere: yes(0.2),
  recordingEverywhere: yes(0.45),
  auditEverywhere: yes(0.35),
  systemTrainings: count(0, 4),
  fileReviews: count(0, 3),
  filesReviewed: count(8, 84),
  agencies: count(28, 42),
  matters: count(1400, 2900),
  discretion: choice("未公布", "部分公布", "全部公布并执行", "全部公布并执行"),
  noPenaltyList: count(20, 420),
  reducedList: count(15, 260),
  lighterList: count(15, 260),
  noForceList: count(2, 60),
  firstOffenceAgencies: count(4, 27),
  lenient: rate([180, 620], 1, 26),
  supervisedTowns: rate([8, 20], 55, 108),
  supervisors: count(14, 84),
  delegationReview: rate([30, 80], 45, 106),
  linkedAgencies: rate([26, 44], 70, 108),
  linkMeetings: count(0, 3),
  reviewClosing: rate([14, 50], 72, 100),
  reviewCorrected: count(7, 0),
  lawsuitsAccepted: count(56, 14),
  reviewReceived: count(80, 112),
  reviewRefused: count(27, 5),
  reformDocument: reference("法委"),
  courtAttendance: rate([8, 30], 84, 108),
  lawsuitsClosed: count(40, 10),
  lawsuitsLost: count(6, -1),
  settlementMeetings: count(0, 4),
  settledBeforeSuit: count(1, 9),
  suggestionReply: rate([10, 60], 88, 108),
  officeCover: percent(82, 106),
  officeManaged: percent(60, 108),
  mediation: rate([420, 1900], 88, 100),
  mediationKept: percent(88, 101),
  mediatorTrainings: count(1, 9),
  petitionsClosed: percent(88, 101),
  petitionsSatisfied: percent(78, 100),
  congressReports: count(1, 6),
  conferenceBriefings: count(0, 4),
  courtMeetings: count(0, 3),
  publicInterestMeetings: count(0, 2),
  inspections: count(0, 4),
  surveys: count(0, 3),
  problemsFixed: rate([3, 8], 48, 112),
  fixDue: fixed(day(2024, 11, 30)),
  fixDone: dated(day(2024, 9, 10), day(2025, 1, 5)),
  publicityEvents: count(38, 230),
  publicityMaterials: count(3200, 26000),
  publicityDepartments: count(12, 56),
  culturePlaces: count(18, 310),
  nationalVillages: count(-1, 3),
  provincialVillages: count(1, 14),
  studyPlanned: count(3, 14),
  studyDone: yes(0.4),
  lectures: count(0, 4),
  dutyReport: yes(0.2),
  dutyAppraised: yes(0.3),
  ratingLeaders: percent(80, 98),
  ratingDepartments: percent(76, 97),
  ratingPublic: percent(70, 96),
  reportDue: fixed(day(2025, 4, 1)),
  reportMade: dated(day(2025, 1, 10), day(2025, 3, 28)),
  reportPublished: dated(day(2025, 2, 6), day(2025, 5, 14)),
  reportNumber: reference("政"),
  newModelVillages: count(-1, 4),
  honour: choice("没有", "没有", "市级", "市级", "省级"),
  judgmentsIgnored: seldom(0.25),
  criticisms: seldom(0.35),
  seriousIncident: never,
  falseData: never,
};
