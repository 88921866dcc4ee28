import type { IndicatorSystem } from "../model/indicator-system.js";
import { isLintError, type LintFinding } from "../model/lint-finding.js";
import { ItemsPartDocument, SystemDocument } from "../model/system-document.js";
import { rulesFile, type SystemFiles } from "./files.js";
import { hashBytes } from "./hash.js";
import { jsonPath, readJson } from "./json.js";
import { At, type Head, type PlacedItem } from "./lint/context.js";
import { readShape } from "./shape.js";

const HeadDocument = SystemDocument.omit({ items: true });

export interface Documents {
  /** Both absent where the files could not be read or do not have the right shape. */
  readonly head?: Head;
  readonly items?: readonly PlacedItem[];
  readonly source: RulesSource;
  readonly findings: readonly LintFinding[];
}

/** The files as they were read, head first, and the hash of their bytes in this order. */
export type RulesSource = Pick<IndicatorSystem, "sha256" | "files">;

/** The files of a system in their right shape. */
export function readDocuments(files: SystemFiles): Documents {
  const json = readJson(files.bytes, files.name);
  if (json.value === undefined) return { findings: json.findings, source: { sha256: "", files: [] } };
  const parts = readParts(json.value, files);
  const read = [files, ...parts.named.map(({ file, bytes }) => ({ name: file, bytes }))];
  const source = { sha256: hashBytes(read.map(({ bytes }) => bytes)), files: read.map(rulesFile) };
  const head = readShape(HeadDocument, withoutItems(json.value), files.name);
  const lists = parts.lists.map((part) => {
    const { value, findings } = readShape(ItemsPartDocument, part.value, part.file, part.base);
    const placed = value?.map(
      (item, index): PlacedItem => ({ item, at: new At(part.file, jsonPath([...part.base, index])) }),
    );
    return { placed, findings };
  });
  const strict = [...json.findings, ...parts.findings];
  const misshapen = [...head.findings, ...lists.flatMap((list) => list.findings)].filter(
    (finding) => !isTold(finding, strict),
  );
  const findings = [...strict, ...misshapen];
  const sound = !parts.findings.some(isLintError) && lists.every(({ placed }) => placed);
  if (!head.value || !sound) return { findings, source };
  return { head: head.value, items: lists.flatMap(({ placed }) => placed ?? []), findings, source };
}

/** What is told by the JSON reader is not told again as misshapen. */
const isTold = (finding: LintFinding, strict: readonly LintFinding[]): boolean =>
  strict.some(
    ({ code, file, path }) => code === finding.code && file === finding.file && path === finding.path,
  );

function withoutItems(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const { items: _items, ...rest } = value as Record<string, unknown>;
  return rest;
}

interface ItemList {
  readonly file: string;
  /** JSON path of the list within its file. */
  readonly base: readonly PropertyKey[];
  readonly value: unknown;
}
type NamedPart = ItemList & { readonly bytes: Uint8Array };

/** `items` is either the list itself or the names of files that hold lists, joined in order. */
function readParts(
  head: unknown,
  files: SystemFiles,
): { lists: readonly ItemList[]; named: readonly NamedPart[]; findings: LintFinding[] } {
  const items = (head as { items?: unknown } | null)?.items;
  const isNames = Array.isArray(items) && items.length > 0 && items.every((item) => typeof item === "string");
  if (!isNames) {
    // A missing list is a shape finding like any other.
    return { lists: [{ file: files.name, base: ["items"], value: items }], named: [], findings: [] };
  }
  const named: NamedPart[] = [];
  const findings: LintFinding[] = [];
  for (const [index, name] of (items as string[]).entries()) {
    const bytes = isInside(name) ? files.read(name) : undefined;
    if (!bytes) {
      findings.push({ code: "part-missing", file: files.name, path: `$.items[${index}]`, params: { name } });
      continue;
    }
    const json = readJson(bytes, name);
    findings.push(...json.findings);
    if (json.value !== undefined) named.push({ file: name, base: [], value: json.value, bytes });
  }
  return { lists: named, named, findings };
}

/** A part lies in the system's folder or below it. */
function isInside(name: string): boolean {
  return !/^[/\\]|^[a-z]:|\\/i.test(name) && !name.split("/").includes("..");
}
