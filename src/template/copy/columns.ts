import { COLUMNS, VERIFICATION_COLUMNS } from "../../model/form.js";
import type { Column } from "../columns.js";

/** The unit's columns, which are locked in the copy; narrower than in the template, to make room. */
const OF_THE_UNIT = {
  item: { header: COLUMNS.item, width: 8 },
  points: { header: COLUMNS.points, width: 6 },
  criterion: { header: COLUMNS.criterion, width: 30 },
  field: { header: COLUMNS.field, width: 18 },
  hint: { header: COLUMNS.hint, width: 26 },
  value: { header: COLUMNS.value, width: 12 },
  documents: { header: COLUMNS.documents, width: 9 },
  notApplicable: { header: COLUMNS.notApplicable, width: 7 },
  self: { header: COLUMNS.self, width: 7 },
  responsible: { header: COLUMNS.responsible, width: 10 },
  remark: { header: COLUMNS.remark, width: 14 },
} as const;

/** What every verification is signed with. */
export const SIGNED = {
  reason: { header: VERIFICATION_COLUMNS.reason, width: 24 },
  verifier: { header: VERIFICATION_COLUMNS.verifier, width: 10 },
  date: { header: VERIFICATION_COLUMNS.date, width: 12 },
} as const;
export const VERDICT = { header: VERIFICATION_COLUMNS.verdict, width: 9 } as const;

/** The columns of 指标填报 in an assessor's copy, the assessor's behind the unit's. */
export const COPY_COLUMNS = {
  ...OF_THE_UNIT,
  verdict: VERDICT,
  verifiedValue: { header: VERIFICATION_COLUMNS.value, width: 12 },
  givenPoints: { header: VERIFICATION_COLUMNS.points, width: 8 },
  ...SIGNED,
  key: { header: COLUMNS.key, width: 24 },
} as const satisfies Record<string, Column>;
export const COPY_LEVELS = { above: 9, last: 14 };
export type CopyColumn = keyof typeof COPY_COLUMNS;
