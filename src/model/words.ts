import { NO, YES } from "./form.js";

/** What is read as 是 and as 否 in a field of that kind. */
export const BOOLEAN_WORDS = {
  yes: [YES, "有", "√", "✓", "达标", "TRUE"],
  no: [NO, "无", "×", "未达标", "FALSE"],
} as const;

/** What begins a row that adds up the others: it is no record. */
export const TOTAL_WORDS = ["合计", "总计", "小计", "共计", "累计"] as const;

/** What is read in the column 不适用 as a declaration, and what as none. */
export const DECLARATION_WORDS = {
  yes: [YES, "√", "✓", "TRUE", "不适用"],
  no: ["", NO, "×", "FALSE", "/", "-", "—"],
} as const;
