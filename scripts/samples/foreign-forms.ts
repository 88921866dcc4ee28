import ExcelJS from "exceljs";
import { withFixedTimes } from "./fill.js";

/** Forms that are not ours, filled in by invented counties: one workbook each, and one for several. */
type Content = string | number | null;

const SELF_CHECK: readonly (readonly Content[])[] = [
  ["法治建设自评表（虚构样例，非真实数据）"],
  ["填报单位：青岚县", null, null, null, "行政区划代码", "990121"],
  ["序号", "考评内容（分值）", "数据", null, null, "主要资料", "自评得分"],
  [null, null, "数据项1", "数据项2", "指标值", null, null],
  [1, "执法人员培训（3分）", null, null, "45.5学时", "培训台账；\n结业证书", 2.5],
  [2, "执法办案量（4分）", null, null, 12, "案件统计表", 3],
  [3, "重大行政决策合法性审查（4分）", 9, 10, "90%", "审查意见书", 3.6],
  [null, "合计", null, null, null, null, 9.1],
];

const MANY: readonly (readonly Content[])[] = [
  ["各县（市、区）法治建设数据汇总（虚构样例，非真实数据）"],
  ["县（市、区）", "代码", "培训", null, "人均办理行政处罚案件数", "重大行政决策合法性审查", null],
  [null, null, "人均学时", "是否建档", null, "审查件数", "应审查件数"],
  ["澄麓县", "990122", 62, "是", 15, 12, 12],
  ["霁川县", "990123", "60余", "是", 8, 6, 8],
  ["云栖市", "990181", 58.5, "否", 11, 10, 10],
  ["合计", null, null, null, 34, 28, 30],
];

export async function foreignForms(): Promise<readonly (readonly [name: string, bytes: Uint8Array])[]> {
  return [
    [
      "青岚县自评表.xlsx",
      await written("自评表", SELF_CHECK, ["A1:G1", "A3:A4", "B3:B4", "C3:E3", "F3:F4", "G3:G4"]),
    ],
    [
      "各县数据汇总.xlsx",
      await written("汇总", MANY, ["A1:G1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:G2"]),
    ],
  ];
}

/** The same bytes whenever they are made. */
const MADE = new Date(Date.UTC(2025, 0, 1));

async function written(
  name: string,
  rows: readonly (readonly Content[])[],
  merges: readonly string[],
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.created = book.modified = MADE;
  const sheet = book.addWorksheet(name);
  for (const [r, row] of rows.entries())
    for (const [c, content] of row.entries())
      if (content !== null) sheet.getCell(r + 1, c + 1).value = content;
  for (const range of merges) sheet.mergeCells(range);
  for (const [n, width] of [16, 30, 12, 12, 14, 24, 14].entries()) sheet.getColumn(n + 1).width = width;
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      cell.alignment = { vertical: "middle", wrapText: true };
      cell.border = Object.fromEntries(
        ["top", "left", "bottom", "right"].map((side) => [side, { style: "thin" }]),
      );
    }),
  );
  return withFixedTimes(new Uint8Array(await book.xlsx.writeBuffer()));
}
