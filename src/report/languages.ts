import { workbooks as en } from "../messages/en/workbooks.js";
import type { Language } from "../messages/messages.js";
import type { WorkbookLabels } from "../messages/workbook-labels.js";
import { workbooks as zhCN } from "../messages/zh-CN/workbooks.js";

const LABELS: Readonly<Record<Language, WorkbookLabels>> = { "zh-CN": zhCN, en };

export const labelsIn = (language: Language): WorkbookLabels => LABELS[language];
