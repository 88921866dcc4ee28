import type { Messages } from "../messages.js";

const wanted = (text: string): string => (text === "" ? "" : `，需要：${text}`);

/** 差距的原因,一句话。 */
export const gaps: Messages["gaps"] = {
  missing: (gap) => `未填写或未被采用：${gap.absent}${wanted(gap.wanted)}`,
  unsupported: (gap) => `缺少佐证材料：${gap.absent}${wanted(gap.wanted)}`,
  "below-standard": (gap) => `未达标准：${gap.actual}${wanted(gap.wanted)}`,
  occurrence: (gap) => `发生扣分情形：${gap.actual}${wanted(gap.wanted)}`,
  pending: (gap) => `尚未核定，暂不计得失分：${gap.veto || gap.absent || gap.judged || gap.actual}`,
  judged: (gap) => `评估方核定后失分${gap.judged ? `：${gap.judged}` : ""}`,
  rejected: (gap) => `核查不予认可：${gap.absent}${wanted(gap.wanted)}`,
  veto: (gap) => `触发否决：${gap.veto}${gap.actual ? `(${gap.actual})` : ""}`,
};
