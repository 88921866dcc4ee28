/**
 * Everything that reads files of others, and nothing else: a process that only reads loads only this.
 * `index.ts` hands it on with the rest.
 */
export { type ImportOptions, type ImportOutcome, importList } from "./authoring/import-list.js";
export { type DetectOutcome, detectForm } from "./forms/detect.js";
export { inflateBy, type WholeInflater } from "./intake/inflate.js";
export {
  type InspectedCell,
  type InspectedSheet,
  type Inspection,
  inspectWorkbook,
} from "./intake/inspect.js";
export { MAX_FILE_BYTES } from "./intake/limits.js";
export type { FormMapping } from "./model/form-mapping.js";
export type { IndicatorSystem } from "./model/indicator-system.js";
export type { ChildrenTable } from "./run/earlier-results.js";
export { type InputFile, type ReadFile, readFile } from "./run/read-file.js";
export { type ReadLedger, readLedgerFile } from "./run/remedy/read-ledger-file.js";
export {
  type ReadCopy,
  type ReadFacts,
  readChildrenFile,
  readCopyFile,
  readFactsFile,
} from "./run/supplements.js";
