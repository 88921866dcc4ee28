import { type Finding, returnsFile } from "../model/finding.js";
import { assessorRows, formRows, GUIDE, VERIFICATION_COLUMNS } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import type { UnitIdentity } from "../model/submission.js";
import type { Verification } from "../model/verification.js";
import { readBasics } from "./basics.js";
import type { Grid } from "./grid.js";
import { tellHiddenIn } from "./hidden.js";
import { checkIdentity, labelled } from "./identity.js";
import { answerColumns, knowsRows, matchRows } from "./match-rows.js";
import { inSheetOrder } from "./order.js";
import { readPointsVerdicts } from "./points-verdicts.js";
import { readRejectedRecords } from "./rejected-records.js";
import { Findings } from "./report.js";
import { type FoundSheet, findLayout, type Layout } from "./sheets.js";
import { readFieldVerdicts, type ShownValue, shownValues } from "./verdicts.js";
import { VERIFICATION_ORDER, verifiedSheet } from "./verification-cells.js";
import { checkVerifiedRates } from "./verified-rates.js";
import { verifiedRows } from "./verified-rows.js";
import { readWorkbook } from "./workbook.js";

export interface VerificationReading {
  /** Absent exactly when a finding returns the file. */
  readonly verification?: Verification;
  /** Whom it is about, where that could be read, also of a file that is returned. */
  readonly unit?: UnitIdentity;
  /** SHA-256 of the files that the copy was made from, as it says itself; none where it does not. */
  readonly submission: readonly string[];
  /** 填报值 of the unit's own fields as the copy shows them, by the fact of the row; unclear ones are absent. */
  readonly shown: ReadonlyMap<string, ShownValue>;
  /** In the order of the sheets. */
  readonly findings: readonly Finding[];
}

/**
 * Reads one assessor's copy (核查表): what stands in its verification columns, and of the unit's own columns
 * only what these speak of. It is a copy because the caller says so; nothing in it is a submission.
 */
export function readVerification(
  bytes: Uint8Array,
  file: string,
  system: IndicatorSystem,
): VerificationReading {
  const { workbook, findings: problems } = readWorkbook(bytes, file);
  if (!workbook) return { submission: [], shown: new Map(), findings: problems };
  const findings = new Findings(file);
  const layout = findLayout(workbook, file, system, findings);
  checkIdentity(layout.guide, system, findings);
  const unit = layout.basics && readUnit(layout.basics, file, system, workbook.date1904, findings);
  const found = layout.answers && readVerdicts(layout, layout.answers, system, workbook.date1904, findings);
  const all = inSheetOrder([...problems, ...findings.all()], workbook);
  const { shown = new Map(), ...verdicts } = found ?? {};
  const told = { ...(unit ? { unit } : {}), submission: hashesIn(layout.guide), shown, findings: all };
  if (!unit || !found || all.some(returnsFile)) return told;
  return { ...told, verification: { files: [file], unit, ...(verdicts as Verdicts) } };
}

/** What is wrong with the unit's own facts was told when its submission was read. */
function readUnit(
  basics: FoundSheet,
  file: string,
  system: IndicatorSystem,
  date1904: boolean,
  findings: Findings,
): UnitIdentity | undefined {
  const told = new Findings(file);
  const { unit } = readBasics(basics, system, date1904, told);
  for (const finding of told.all()) if (finding.fact === undefined) findings.copy(finding);
  return unit;
}

type Verdicts = Omit<Verification, "files" | "unit">;

function readVerdicts(
  layout: Layout,
  answers: FoundSheet,
  system: IndicatorSystem,
  date1904: boolean,
  findings: Findings,
): (Verdicts & Pick<VerificationReading, "shown">) | undefined {
  const headers = Object.values(VERIFICATION_COLUMNS);
  const columns = answerColumns(answers, system.levels, findings, headers);
  const sheet = verifiedSheet(answers, date1904, findings);
  const { verdict, value, points } = sheet.at;
  const told = { sheet: answers.grid.sheet.name };
  if ([verdict, value, points].every((column) => column === undefined)) {
    findings.add("E11", { what: "verification", columns: headers.slice(0, 4).join("、") }, told);
    return undefined;
  }
  if (!knowsRows(columns)) return undefined;
  const copy = { ...sheet, columns };
  const ofAssessor = VERIFICATION_ORDER.flatMap((name) => sheet.at[name] ?? []);
  tellHiddenIn(answers, ofAssessor, findings);
  const matched = matchRows(answers, columns, [...formRows(system), ...assessorRows(system)], findings, {
    columns: [verdict, value, points, sheet.at.reason],
    value: verdict ?? value ?? points,
    why: "verification",
  });
  const rows = verifiedRows(copy, matched);
  const fields = readFieldVerdicts(copy, rows, (fact) => layout.records.get(fact)?.rows.length ?? 0);
  checkVerifiedRates(copy, matched, fields);
  const lists = [...layout.records].map(
    ([fact, list]) => [fact, readRejectedRecords(list, date1904, findings)] as const,
  );
  return {
    fields,
    shown: shownValues(copy, matched),
    ...readPointsVerdicts(copy, rows),
    rows: new Map(lists.filter(([, rejected]) => rejected.size > 0)),
  };
}

/** Separated by blanks, line breaks, `；`, `;` or `、`. */
function hashesIn(guide: Grid | undefined): string[] {
  const line = guide && labelled(guide, GUIDE.submission);
  return (line?.text.toLowerCase() ?? "").split(/[\s；;、,，]+/u).filter((hash) => hash !== "");
}
