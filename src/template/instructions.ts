import { COLUMNS, GUIDE, NO, recordsSheet, SHEETS, YES } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { LIVE_COLUMNS, LIVE_SHEETS } from "../model/live-names.js";
import type { Guide, Line } from "./guide.js";
import type { Records } from "./records.js";

/** 填报说明 of the workbook that a unit fills in, or of one department's part of it. */
export function templateGuide(
  system: IndicatorSystem,
  records: readonly Records[],
  department: string | undefined,
  isLive: boolean,
): Guide {
  return {
    title: `${system.title} · ${SHEETS.guide}`,
    heading: "怎样填报",
    steps: [
      ...(department === undefined ? [] : [partStep(department)]),
      ...instructions(system, records),
      ...(isLive ? [LIVE_STEP] : []),
    ],
    identity: department === undefined ? [] : [[GUIDE.part, department]],
  };
}

const partStep = (department: string): Line => [
  "分部门填报",
  `本工作簿是“${department}”填报的部分，只列出该部门负责的指标；其他部门另行填报、各自报送，汇总时按行政区划代码合并。` +
    `各部门的“${SHEETS.basics}”须一致。几个部门共同负责的填报项，由其中一个部门填报，其他部门留空；同一填报项有两个部门填报的，全部退回。`,
];

const LIVE_STEP: Line = [
  "自动评分",
  `“${LIVE_SHEETS.summary}”表和“${SHEETS.answers}”的绿色单元格由公式计算，随填报更新：“${LIVE_COLUMNS.score}”“${LIVE_COLUMNS.reason}”在每个指标的首行，` +
    `“${LIVE_COLUMNS.told}”逐行说明未填、有误和缺佐证材料。请勿移动或排序“${SHEETS.answers}”的行。` +
    "结果供自查，评估方按填报内容另行计分；由评估方、第三方提供的内容暂不计分。",
];

const recordsStep = (sheets: string): Line => [
  "逐条填报的表",
  `${sheets}表每行填一条，只有序号的行不计；行不够时可在末尾续填。填完后，把总条数填入“${SHEETS.answers}”对应行的“${COLUMNS.value}”列。`,
];

function instructions({ period, policies }: IndicatorSystem, records: readonly Records[]): Line[] {
  const { basics, answers, documents } = SHEETS;
  const lists = records.map(({ field }) => `“${recordsSheet(field)}”`).join("");
  const unsupported =
    policies.unsupported === "missing"
      ? "缺少规定份数佐证材料的填报值按缺报处理。"
      : "缺少规定份数佐证材料的填报值标为“缺佐证材料”，不计入证实分。";
  return [
    [
      "填报顺序",
      `依次填写“${basics}”“${answers}”“${documents}”三张表，只填带底色的单元格（深色必填，浅色视情况填写）；其余单元格已锁定，未设密码。`,
    ],
    [
      "一行一项",
      `“${answers}”每行一个填报项，按“填报要求”填在“填报值”列；一个指标有几个填报项就有几行，分值和评分标准写在首行。`,
    ],
    ...(lists === "" ? [] : [recordsStep(lists)]),
    ...(period ? [["期间", `所填数据的期间为 ${period.from} 至 ${period.to}。`] as const] : []),
    ["数字", "只填准确数值，不写“约”“余”“左右”“以上”，不写范围。没有发生的填0；留空按缺报处理。"],
    ["百分比", "写成 95% 或 95；不超过1%的须带“%”（如 0.5%），否则无法判断。"],
    ["比率", "填分子、分母两行；“比率”行可不填，填写的须与分子÷分母一致。"],
    ["是否、日期、选项", `是否类填“${YES}”或“${NO}”；日期写成 2024-03-01；选项从“填报要求”所列中选一项。`],
    [
      "不适用",
      `“填报要求”注明可以不适用的，不适用时“填报值”留空，在“不适用”列填“${YES}”，并在“备注”写明原因。`,
    ],
    [
      "佐证材料",
      `先在“${documents}”表登记编号，再把编号填入“${answers}”的“佐证材料”列；几份材料用“；”或“、”隔开。${unsupported}`,
    ],
    ["自评分", "填在每个指标的首行，用于与评分结果对照，不参与计分。"],
    ["请勿", "合并单元格、设置打开密码、引用其他工作簿、删改隐藏的“键”列。可以调整行高列宽和筛选。"],
    ["报送", "保存为 .xlsx 文件；打印、签字、盖章后，与电子表一并报送。"],
  ];
}
