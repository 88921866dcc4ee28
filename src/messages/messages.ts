import type { IntakeCode } from "../model/finding.js";
import type { LintCode } from "../model/lint-finding.js";
import type { GapJson } from "../model/results.js";
import type { AuthoringLabels } from "./authoring-labels.js";
import type { ConsoleLabels } from "./console-labels.js";
import type { FormLabels } from "./form-labels.js";
import type { PictureLabels } from "./picture-labels.js";
import type { ReadingLabels } from "./reading-labels.js";
import type { TrustLabels } from "./trust-labels.js";

export type Language = "zh-CN" | "en";

type Sentence = (params: Readonly<Record<string, string>>) => string;

/** Everything that is said in one language; total, so that a missing sentence fails to compile. */
export interface Messages {
  /** Where in a workbook; in front of a sentence. */
  readonly place: (place: { file: string; sheet?: string | undefined; cell?: string | undefined }) => string;
  readonly findings: Readonly<Record<IntakeCode, Sentence>>;
  readonly lint: Readonly<Record<LintCode, Sentence>>;
  readonly severities: Readonly<Record<"error" | "warning" | "info", string>>;
  readonly gaps: Readonly<Record<GapJson["kind"], (gap: GapTexts) => string>>;
  readonly console: ConsoleLabels;
  readonly trust: TrustLabels;
  readonly authoring: AuthoringLabels;
  readonly reading: ReadingLabels;
  readonly form: FormLabels;
  readonly pictures: PictureLabels;
}

/** What the sentence of a gap is made of; all rendered in its language, "" where there is nothing. */
export interface GapTexts {
  /** Labels of the facts that are not there. */
  readonly absent: string;
  /** What there is: `执法人员人均培训学时 45.5学时`. */
  readonly actual: string;
  /** What would close the gap: `执法人员人均培训学时 ≥ 60学时`. */
  readonly wanted: string;
  /** What the assessor judges, where the clause is a judged one. */
  readonly judged: string;
  /** Title of the veto. */
  readonly veto: string;
}
