import { COLUMNS, GUIDE, recordsSheet, SHEETS, VERDICTS, VERIFICATION_COLUMNS } from "../../model/form.js";
import type { IndicatorSystem } from "../../model/indicator-system.js";
import type { Submission } from "../../model/submission.js";
import type { Guide, Line } from "../guide.js";
import type { Records } from "../records.js";
import type { CopyRow } from "./rows.js";

/** 核查说明: how to verify, and of which files this is the copy. */
export function copyGuide(
  system: IndicatorSystem,
  submission: Submission,
  hashes: readonly string[],
  content: { readonly rows: readonly CopyRow[]; readonly records: readonly Records[] },
): Guide {
  const { unit } = submission;
  return {
    title: `${system.title} · 核查说明`,
    heading: "怎样核查",
    steps: [
      ["核查对象", `${unit.name}（${unit.code}）的申报材料：${submission.files.join("、")}。`],
      ...general(),
      ...(content.rows.some(({ kind }) => kind === "others") ? [others()] : []),
      ...(content.rows.some(({ kind }) => kind === "judged") ? [judged()] : []),
      ...(content.records.length > 0 ? [recordsStep(content.records)] : []),
      ...closing(),
    ],
    identity: [[GUIDE.submission, hashes.join(" ")]],
  };
}

const { verdict, value, points, reason, verifier, date } = VERIFICATION_COLUMNS;
const { accepted, rejected } = VERDICTS;

function general(): Line[] {
  const { answers } = SHEETS;
  return [
    [
      "填写范围",
      `只填“${answers}”等表右侧带底色的核查列；申报内容已锁定，未设密码，不得改动。红字并注“未采用”的，是无法确认的填报值，按缺报处理。`,
    ],
    ["不填即未核查", "核查列留空的行视为未核查，按申报内容计分。"],
    [verdict, `“${accepted}”：采信填报值，不再因缺佐证材料扣减；“${rejected}”：不采信，该填报项按缺报处理。`],
    [
      value,
      `核查所得的准确数值，写法与“${COLUMNS.value}”相同；填写后以此计分，代替填报值。填“${value}”的行，“${verdict}”留空或填“${rejected}”。`,
    ],
    [
      points,
      `直接核定整个指标的得分，填在指标首行，不小于0、不大于“${COLUMNS.points}”；填写后代替按评分细则算出的得分。加分项填加分，扣分项填扣分。`,
    ],
    [
      reason,
      `“${rejected}”、“${value}”、“${points}”均须在同一行“${reason}”写明理由，缺理由的不采用；同时填“${verifier}”“${date}”。`,
    ],
  ];
}

const others = (): Line => [
  "评估方、第三方数据",
  `“${COLUMNS.hint}”注明评估方提供或第三方提供的行，把数据填入“${value}”，并在“${reason}”写明来源；留空为待核实。`,
];

const judged = (): Line => [
  "评判的细则",
  `“${COLUMNS.field}”为“评判”的行，对照“${COLUMNS.criterion}”在“${points}”填分数，范围见“${COLUMNS.hint}”，须填“${reason}”；留空为待核实。`,
];

const recordsStep = (records: readonly Records[]): Line => [
  "逐条填报的表",
  `${records.map(({ field }) => `“${recordsSheet(field)}”`).join("")}表逐条核查：“${verdict}”填“${rejected}”的行不计，须写明“${reason}”。`,
];

const closing = (): Line[] => [
  ["请勿", `删改隐藏的“${COLUMNS.key}”列、合并单元格。可以调整行高列宽和筛选。`],
  ["交回", "保存为 .xlsx 文件交回；打印后由核查人签字。"],
];
