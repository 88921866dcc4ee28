import { COLUMNS, VERIFICATION_COLUMNS } from "../../model/form.js";
import type { Column } from "../columns.js";

/** The unit's columns, which are locked in the copy; narrower than in the template, to make room. */
const OF_THE_UNIT = {
  item: { header: COLUMNS.item, width: 10 },
  points: { header: COLUMNS.points, width: 8 },
  criterion: { header: COLUMNS.criterion, width: 40 },
  field: { header: COLUMNS.field, width: 24 },
  hint: { header: COLUMNS.hint, width: 34 },
  value: { header: COLUMNS.value, width: 16 },
  documents: { header: COLUMNS.documents, width: 12 },
  notApplicable: { header: COLUMNS.notApplicable, width: 8 },
  self: { header: COLUMNS.self, width: 8 },
  responsible: { header: COLUMNS.responsible, width: 12 },
  remark: { header: COLUMNS.remark, width: 18 },
} as const;

/** What every verification is signed with. */
export const SIGNED = {
  reason: { header: VERIFICATION_COLUMNS.reason, width: 30 },
  verifier: { header: VERIFICATION_COLUMNS.verifier, width: 12 },
  date: { header: VERIFICATION_COLUMNS.date, width: 14 },
} as const;
export const VERDICT = { header: VERIFICATION_COLUMNS.verdict, width: 12 } as const;

/** The columns of 指标填报 in an assessor's copy, the assessor's behind the unit's. */
export const COPY_COLUMNS = {
  ...OF_THE_UNIT,
  verdict: VERDICT,
  verifiedValue: { header: VERIFICATION_COLUMNS.value, width: 14 },
  givenPoints: { header: VERIFICATION_COLUMNS.points, width: 10 },
  ...SIGNED,
  key: { header: COLUMNS.key, width: 24 },
} as const satisfies Record<string, Column>;
export type CopyColumn = keyof typeof COPY_COLUMNS;
