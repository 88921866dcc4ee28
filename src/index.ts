/** Faping's core: bytes in, results out; the same in Node and the browser. */
export { exportList } from "./authoring/export-list.js";
export { type ImportOptions, type ImportOutcome, importList } from "./authoring/import-list.js";
export { importReport } from "./authoring/import-report.js";
export { type DetectOutcome, detectForm } from "./forms/detect.js";
export { loadMapping, type MappingOutcome } from "./forms/load-mapping.js";
export type { Detection, OpenPoint } from "./forms/proposal.js";
export {
  type InspectedCell,
  type InspectedSheet,
  type Inspection,
  inspectWorkbook,
} from "./intake/inspect.js";
export { MAX_FILE_BYTES } from "./intake/limits.js";
export { messagesIn } from "./messages/languages.js";
export type { Language, Messages } from "./messages/messages.js";
export type { WorkbookLabels } from "./messages/workbook-labels.js";
export { departmentsOf } from "./model/departments.js";
export { ENGINE } from "./model/engine.js";
export { type Finding, returnsFile } from "./model/finding.js";
export type { FormMapping } from "./model/form-mapping.js";
export type { IndicatorSystem, Item, Node, Place } from "./model/indicator-system.js";
export { isLintError, LINT_CODES, type LintFinding } from "./model/lint-finding.js";
export { parseDecimal, toDecimal } from "./model/rational.js";
export type { Remedy, RemedyLine } from "./model/remedy.js";
export {
  type AssessmentJson,
  type FindingJson,
  type GapJson,
  type InputJson,
  RESULTS_FORMAT,
  Results,
  type SystemOutline,
} from "./model/results.js";
export { PANEL_RULES, type PanelRule } from "./model/verification.js";
export { gradeAlone } from "./ranking/grades.js";
export { cellList } from "./report/cell-list.js";
export { Painter, type Picture, type PictureTools } from "./report/charts/painter.js";
export { ClauseWords } from "./report/clause-words.js";
export { clauseSentences, withCriteria } from "./report/criteria.js";
export { divergenceOf } from "./report/disagreement-table.js";
export { type Explanation, explain } from "./report/explanation.js";
export { writeFeedback } from "./report/feedback/feedback-document.js";
export { interval } from "./report/figures.js";
export { unitFileNames } from "./report/file-name.js";
export { GapWords } from "./report/gap-words.js";
export { writeGapWorkbook } from "./report/gap-workbook.js";
export { resultsJson } from "./report/json.js";
export { labelsIn } from "./report/languages.js";
export { openPoints } from "./report/open-points.js";
export { type PageParts, writePage } from "./report/page/write-page.js";
export { isStreamed, streamRankingWorkbook, writeRankingWorkbook } from "./report/ranking-workbook.js";
export { changesInWords, countStates, writeRemedyWorkbook } from "./report/remedy-workbook.js";
export { outline } from "./report/system-outline.js";
export { changesOf } from "./report/verified-changes.js";
export { combine } from "./run/combine.js";
export {
  CAUSES,
  type Cause,
  type Change,
  type Comparison,
  compareResults,
  type UnitComparison,
} from "./run/compare.js";
export { type Difference, differences } from "./run/differences.js";
export type { ChildrenTable, EarlierResults } from "./run/earlier-results.js";
export { toFindingJson } from "./run/findings.js";
export { withPrevious } from "./run/previous.js";
export { RulesDiffer, systemOf } from "./run/read-back.js";
export { readEarlierFile } from "./run/read-earlier.js";
export { type InputFile, type ReadFile, readFile } from "./run/read-file.js";
export { type ReadLedger, readLedgerFile } from "./run/remedy/read-ledger-file.js";
export { remedy } from "./run/remedy/remedy.js";
export { type Ruling, RulingRefused, replay } from "./run/replay.js";
export { type RunOptions, scoreFiles } from "./run/score-files.js";
export {
  type ReadCopy,
  type ReadFacts,
  readChildrenFile,
  readCopyFile,
  readFactsFile,
} from "./run/supplements.js";
export { submissionFrom, unitsIn } from "./run/units.js";
export type { OverlayFile, SystemFiles } from "./system/files.js";
export { systemSchemas } from "./system/json-schema.js";
export { type LoadOutcome, loadSystem } from "./system/load.js";
export { type CopySources, writeVerificationCopy } from "./template/copy/verification-copy.js";
export { factRowsOf } from "./template/facts-rows.js";
export { factsCsv, writeFactsTable } from "./template/facts-table.js";
export { CircularFacts } from "./template/live/fact.js";
export { type TemplateOptions, writeTemplate } from "./template/template.js";
