import type { RulesFile } from "../model/indicator-system.js";

/** The files of a system. `read` gives a file that `system.json` names, or undefined where there is none. */
export interface SystemFiles {
  /** Name of the head file, for findings: `system.json`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly read: (name: string) => Uint8Array | undefined;
}

/** A points overlay, `faping-points/1`. */
export interface OverlayFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The file as text that gives the same bytes again: a byte order mark stays. JSON files are UTF-8. */
export const rulesFile = ({ name, bytes }: OverlayFile): RulesFile => ({
  name,
  text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
});
