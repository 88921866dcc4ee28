import type { NoteCode } from "../messages/authoring-labels.js";
import type { Source } from "../model/source.js";

/** What the import of a list tells beside the system that it makes. */
export interface Note {
  readonly code: NoteCode;
  readonly source: Source;
  readonly params: Readonly<Record<string, string>>;
}
