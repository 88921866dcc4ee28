import type { Workbook } from "exceljs";
import { GUIDE, NO, SHEETS, YES } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { addSheet, fitRow, protect, put } from "./sheet.js";
import { LABEL, SECTION, TEXT } from "./styles.js";

type Line = readonly [label: string, text: string];
const FIRST_ROW = 4;

/** 填报说明: what to do, and by which system the workbook is read. */
export async function addGuide(book: Workbook, system: IndicatorSystem): Promise<void> {
  const sheet = addSheet(book, system, {
    name: SHEETS.guide,
    title: `${system.title} · ${SHEETS.guide}`,
    widths: [22, 96],
    paper: "A4 portrait",
  });
  const table = (first: number, heading: string, lines: readonly Line[]): number => {
    put(sheet, first, 1, heading, SECTION);
    lines.forEach(([label, text], index) => {
      put(sheet, first + 1 + index, 1, label, LABEL);
      put(sheet, first + 1 + index, 2, text, TEXT);
      fitRow(sheet, first + 1 + index);
    });
    return first + lines.length + 2;
  };
  const steps = instructions(system).map(([topic, text], index): Line => [`${index + 1}. ${topic}`, text]);
  const next = table(FIRST_ROW, "怎样填报", steps);
  table(next, "本工作簿对应的指标体系（请勿修改）", identity(system));
  await protect(sheet);
}

function identity(system: IndicatorSystem): Line[] {
  const { period } = system;
  const lines: (readonly [string, string | undefined])[] = [
    [GUIDE.title, system.title],
    [GUIDE.id, system.id],
    [GUIDE.version, system.version],
    [GUIDE.sha256, system.sha256],
    ...(system.overlay === undefined ? [] : [[GUIDE.overlay, system.overlay.sha256] as const]),
    [GUIDE.formHash, system.formHash],
    [GUIDE.period, period && `${period.from} 至 ${period.to}`],
    [GUIDE.issuer, system.issuer],
    [GUIDE.source, system.source],
    [GUIDE.notice, system.notice],
  ];
  return lines.filter((line): line is Line => Boolean(line[1]));
}

function instructions({ period, policies }: IndicatorSystem): Line[] {
  const { basics, answers, documents } = SHEETS;
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
