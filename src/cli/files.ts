import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import type { InputFile, SystemFiles } from "../index.js";

/** Finding and reading; what is written goes through `outputs.ts`. */

const SYSTEM_FILE = "system.json";
/** What may be meant as an evidence workbook; anything else in a folder is left alone, and counted. */
const SHEETS = new Set([".xlsx", ".xlsm", ".xls", ".xlsb", ".et", ".ods", ".csv"]);

/** A system's files from its folder, or from its head file; undefined where there is none. */
export function systemFiles(path: string): SystemFiles | undefined {
  const head = isFolder(path) ? join(path, SYSTEM_FILE) : path;
  if (!isFile(head)) return undefined;
  const folder = dirname(head);
  return {
    name: basename(head),
    bytes: readFileSync(head),
    // No system has a file with such a name, and none can be asked for it.
    read: (name) =>
      !name.includes("\0") && isFile(join(folder, name)) ? readFileSync(join(folder, name)) : undefined,
  };
}

export interface InputPath {
  readonly path: string;
  /** As findings and results name it: below the folder that was given, with `/`. */
  readonly name: string;
}

export interface Inputs {
  readonly files: readonly InputPath[];
  /** Files in the folders that are no workbooks. */
  readonly ignored: readonly string[];
  readonly missing: readonly string[];
}

/** The workbooks among paths and folders, in order of their names; what lies in `without` is no input. */
export function findInputs(paths: readonly string[], without: string | undefined): Inputs {
  const files = new Map<string, InputPath>();
  const ignored: string[] = [];
  const missing: string[] = [];
  for (const path of paths) {
    if (isFile(path)) files.set(resolve(path), { path, name: basename(path) });
    else if (!isFolder(path)) missing.push(path);
    else {
      for (const found of walk(path, without && resolve(without))) {
        const name = relative(path, found).split(sep).join("/");
        if (isHidden(basename(found))) continue;
        if (SHEETS.has(extname(found).toLowerCase())) files.set(resolve(found), { path: found, name });
        else ignored.push(name);
      }
    }
  }
  const sorted = distinct([...files.values()]).sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
  );
  return { files: sorted, ignored, missing };
}

/** Files of one name from several folders are named with the folders, so that each cell has one place. */
function distinct(files: readonly InputPath[]): InputPath[] {
  const count = new Map<string, number>();
  for (const { name } of files) count.set(name, (count.get(name) ?? 0) + 1);
  return files.map((file) =>
    (count.get(file.name) ?? 0) > 1 ? { ...file, name: file.path.split(sep).join("/") } : file,
  );
}

/** Lock files of Excel and WPS, and what systems leave behind. */
const isHidden = (name: string): boolean =>
  name.startsWith("~$") || name.startsWith(".") || name === "Thumbs.db";

/** What a run writes; in a folder that is input and output at once, it is no input. */
const OUTPUTS = new Set(["ranking.xlsx", "gaps", "report.html", "results.json"]);

function* walk(folder: string, without: string | undefined): Iterable<string> {
  const isOutput = resolve(folder) === without;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (resolve(path) === without || (isOutput && OUTPUTS.has(entry.name))) continue;
    if (entry.isDirectory() && !entry.name.startsWith(".")) yield* walk(path, without);
    // A link to a file is that file, or one that is gone; a link to a folder may lead round in circles.
    else if (entry.isFile() || (entry.isSymbolicLink() && !isFolder(path))) yield path;
  }
}

export const readInput = ({ path, name }: InputPath): InputFile => ({ name, bytes: readFileSync(path) });

/** Bytes of a file, without reading it. */
export const sizeOf = (path: string): number => statSync(path).size;

const CHUNK = 1024 * 1024;

/** SHA-256 of a file that is too large to be held. */
export function hashFile(path: string): string {
  const hash = createHash("sha256");
  const file = openSync(path, "r");
  try {
    const chunk = Buffer.alloc(CHUNK);
    for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
      hash.update(chunk.subarray(0, size));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}
export const readText = (path: string): string => readFileSync(path, "utf8");

/** undefined where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
export const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

export const remove = (path: string): void => rmSync(path, { force: true });
export const exists = (path: string): boolean => existsSync(path);
