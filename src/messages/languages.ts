import { en } from "./en/index.js";
import type { Language, Messages } from "./messages.js";
import { zhCN } from "./zh-CN/index.js";

const TABLES: Readonly<Record<Language, Messages>> = { "zh-CN": zhCN, en };

export const messagesIn = (language: Language): Messages => TABLES[language];
