import { isLintError, type LintFinding } from "../model/lint-finding.js";
import { ItemsPartDocument, SystemDocument } from "../model/system-document.js";
import type { SystemFiles } from "./files.js";
import { hashBytes } from "./hash.js";
import { jsonPath, readJson } from "./json.js";
import { At, type Head, type PlacedItem } from "./lint/context.js";
import { findNotSupported } from "./not-supported.js";
import { readShape } from "./shape.js";

const HeadDocument = SystemDocument.omit({ items: true });

export interface Documents {
  /** Both absent where the files could not be read or do not have the right shape. */
  readonly head?: Head;
  readonly items?: readonly PlacedItem[];
  readonly sha256: string;
  readonly findings: readonly LintFinding[];
}

/** The files of a system in their right shape. */
export function readDocuments(files: SystemFiles): Documents {
  const json = readJson(files.bytes, files.name);
  if (json.value === undefined) return { findings: json.findings, sha256: "" };
  const parts = readParts(json.value, files);
  const sha256 = hashBytes([files.bytes, ...parts.named.map((part) => part.bytes)]);
  const notSupported = [
    ...findNotSupported(json.value, files.name),
    ...parts.named.flatMap((part) => findNotSupported(part.value, part.file)),
  ];
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
    (finding) => !isTold(finding, strict, notSupported),
  );
  const findings = [...strict, ...notSupported, ...misshapen];
  const sound =
    notSupported.length === 0 && !parts.findings.some(isLintError) && lists.every(({ placed }) => placed);
  if (!head.value || !sound) return { findings, sha256 };
  return { head: head.value, items: lists.flatMap(({ placed }) => placed ?? []), findings, sha256 };
}

/** What is told as not supported, or by the JSON reader, is not told again as misshapen. */
function isTold(
  finding: LintFinding,
  strict: readonly LintFinding[],
  notSupported: readonly LintFinding[],
): boolean {
  return (
    notSupported.some((known) => covers(known, finding)) ||
    strict.some(
      ({ code, file, path }) => code === finding.code && file === finding.file && path === finding.path,
    )
  );
}

/** Is the complaint about the same place, or about the value that holds or lies in it? */
function covers(known: LintFinding, finding: LintFinding): boolean {
  // The key of a form that is not supported makes its holder look like a misshapen other form.
  const place = known.path.replace(/\.(?:judge|cohort|sumOf|count)$/, "");
  return known.file === finding.file && (lies(finding.path, place) || lies(known.path, finding.path));
}

/** Is a path that of a place, or below it? */
const lies = (path: string, place: string): boolean =>
  path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);

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
