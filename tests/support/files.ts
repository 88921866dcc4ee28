import type { SystemFiles } from "../../src/system/files.js";

/**
 * A file as a case.json writes it: JSON as it is, a text as raw text, `$text` as pieces of text of which
 * some stand many times (`#` is the count), `$bytes` in hexadecimal.
 */
export type CaseFile =
  | string
  | { readonly $text: readonly (string | { readonly repeat: string; readonly times: number })[] }
  | { readonly $bytes: string }
  | object;

export function fileBytes(file: CaseFile): Uint8Array {
  if (typeof file === "string") return encoded(file);
  if ("$bytes" in file) return new Uint8Array(Buffer.from(file.$bytes, "hex"));
  if (!("$text" in file)) return encoded(JSON.stringify(file));
  const pieces = file.$text.map((piece) => (typeof piece === "string" ? piece : repeated(piece)));
  return encoded(pieces.join(""));
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

const repeated = ({ repeat, times }: { repeat: string; times: number }): string =>
  Array.from({ length: times }, (_, index) => repeat.replaceAll("#", String(index + 1))).join("");

/** The files of a case as `loadSystem` takes them; `system.json` is the head. */
export function systemFiles(files: Readonly<Record<string, CaseFile>>): SystemFiles {
  const { "system.json": head, ...parts } = files;
  if (head === undefined) throw new Error("the case has no system.json");
  const read = (name: string) => {
    const part = parts[name];
    return part === undefined ? undefined : fileBytes(part);
  };
  return { name: "system.json", bytes: fileBytes(head), read };
}
