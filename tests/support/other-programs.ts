import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import type { CellContent, UnitAnswers } from "../../scripts/samples/answers.js";
import { BASICS_COLUMNS, COLUMNS, DOCUMENT_COLUMNS, SHEETS } from "../../src/model/form.js";

export type Files = Readonly<Record<string, Uint8Array>>;

/** Which Python has openpyxl; undefined where none does. */
export function findPython(): string | undefined {
  return ["python3", "/usr/bin/python3"].find((python) => {
    const { status } = spawnSync(python, ["-c", "import openpyxl"]);
    return status === 0;
  });
}

/** A program that is not there is no failure at home, and one where the law must be kept. */
export function needs(name: string, isThere: boolean): { readonly skip: boolean; readonly title: string } {
  if (isThere) return { skip: false, title: name };
  if (process.env.CI) {
    it(`${name} is there`, () => expect.fail(`${name} is not installed, and CI asks for it`));
  }
  return { skip: true, title: `${name}: skipped, since it is not installed here` };
}

const run = promisify(execFile);

export const hasLibreOffice = (): boolean => spawnSync("soffice", ["--version"]).status === 0;

/** What LibreOffice makes of workbooks by opening and saving them; started once, with a profile of its own. */
export async function savedByLibreOffice(files: Files, folder: string): Promise<Files> {
  const [from, to] = [join(folder, "from"), join(folder, "to")];
  for (const each of [from, to]) mkdirSync(each);
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = join(from, name);
    writeFileSync(path, bytes);
    return path;
  });
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const args = [profile, "--headless", "--norestore", "--convert-to", "xlsx", "--outdir", to, ...paths];
  await run("soffice", args, { timeout: 300_000 });
  return Object.fromEntries(Object.keys(files).map((name) => [name, readFileSync(join(to, name))]));
}

/** What stands in a sheet, by the text of the column that names its rows. */
interface Table {
  readonly key: string;
  readonly rows: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
export type Tables = Readonly<Record<string, Table>>;

/** Workbooks as openpyxl fills and saves them, all in one run. */
export function filledByOpenpyxl(
  python: string,
  jobs: Readonly<Record<string, { readonly from: Uint8Array; readonly tables: Tables }>>,
  folder: string,
): Files {
  const list = Object.entries(jobs).map(([name, { from, tables }]) => {
    const [source, target] = [join(folder, `template-${name}`), join(folder, name)];
    writeFileSync(source, from);
    return { from: source, to: target, sheets: tables };
  });
  const script = join(import.meta.dirname, "fill_openpyxl.py");
  const { status, stderr } = spawnSync(python, [script], { input: JSON.stringify(list), encoding: "utf8" });
  if (status !== 0) throw new Error(`openpyxl failed: ${stderr}`);
  return Object.fromEntries(Object.keys(jobs).map((name) => [name, readFileSync(join(folder, name))]));
}

/** A unit's answers as the cells that they go into. */
export function tablesOf({ basics, answers }: UnitAnswers): Tables {
  const numbers = new Map<object, string>();
  const itemsOf = new Map<string, readonly string[]>();
  const documents: Record<string, Record<string, unknown>> = {};
  const rows = Object.entries(answers).map(([key, answer]) => {
    const named = (answer.documents ?? []).map((document) => {
      const number = numbers.get(document) ?? String(numbers.size + 1);
      numbers.set(document, number);
      const items = [...(itemsOf.get(number) ?? []), key.slice(0, key.indexOf("/"))];
      itemsOf.set(number, items);
      documents[number] = written({
        [DOCUMENT_COLUMNS.number]: number,
        [DOCUMENT_COLUMNS.item]: [...new Set(items)].join("、"),
        [DOCUMENT_COLUMNS.title]: document.title,
        [DOCUMENT_COLUMNS.reference]: document.reference,
      });
      return number;
    });
    const cells = {
      [COLUMNS.value]: answer.value,
      [COLUMNS.documents]: named.length > 0 ? named.join("；") : undefined,
      [COLUMNS.self]: answer.self,
    };
    return [key, written(cells)];
  });
  const values = Object.entries(basics).map(([key, value]) => [
    key,
    written({ [BASICS_COLUMNS.value]: value }),
  ]);
  return {
    [SHEETS.basics]: { key: BASICS_COLUMNS.key, rows: Object.fromEntries(values) },
    [SHEETS.answers]: { key: COLUMNS.key, rows: Object.fromEntries(rows) },
    [SHEETS.documents]: { key: DOCUMENT_COLUMNS.number, rows: documents },
  };
}

const written = (cells: Readonly<Record<string, CellContent | undefined>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(cells)
      .filter(([, content]) => content !== undefined)
      .map(([column, content]) => [
        column,
        content instanceof Date ? { date: content.toISOString().slice(0, 10) } : content,
      ]),
  );
