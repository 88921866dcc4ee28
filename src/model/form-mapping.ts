import type { MappingDocument } from "./mapping-document.js";

/** A mapping that was checked against the system: how a foreign form is read (对照表). */
export interface FormMapping extends MappingDocument {
  /** Of its file, and of that file's bytes. */
  readonly file: string;
  readonly sha256: string;
}
