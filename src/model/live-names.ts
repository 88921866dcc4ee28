/** Sheets of a workbook that scores itself (`--live`): formulas, never read back. */
export const LIVE_SHEETS = { summary: "实时评分", calculation: "实时计算" } as const;

/** Columns of 指标填报 in such a workbook, before the hidden key; they are never read either. */
export const LIVE_COLUMNS = { score: "实时得分", reason: "失分原因", told: "填报提示" } as const;
