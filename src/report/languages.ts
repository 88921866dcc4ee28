import { page as pageEn } from "../messages/en/page.js";
import { workbooks as en } from "../messages/en/workbooks.js";
import type { Language } from "../messages/messages.js";
import type { PageLabels } from "../messages/page-labels.js";
import type { WorkbookLabels } from "../messages/workbook-labels.js";
import { page as pageZhCN } from "../messages/zh-CN/page.js";
import { workbooks as zhCN } from "../messages/zh-CN/workbooks.js";

const LABELS: Readonly<Record<Language, WorkbookLabels>> = { "zh-CN": zhCN, en };

/** Every language that outputs are written in. */
export const LANGUAGES = Object.keys(LABELS) as readonly Language[];

export const labelsIn = (language: Language): WorkbookLabels => LABELS[language];

const PAGE_LABELS: Readonly<Record<Language, PageLabels>> = { "zh-CN": pageZhCN, en: pageEn };

export const pageLabelsIn = (language: Language): PageLabels => PAGE_LABELS[language];
