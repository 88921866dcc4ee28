import type { IndicatorSystem } from "../model/indicator-system.js";
import { isLintError, type LintFinding } from "../model/lint-finding.js";
import { ItemsPartDocument, SystemDocument } from "../model/system-document.js";
import { build } from "./build.js";
import { hashBytes } from "./hash.js";
import { jsonPath, readJson } from "./json.js";
import { At, type PlacedItem } from "./lint/context.js";
import { lint } from "./lint.js";
import { findNotSupported } from "./not-supported.js";
import { readShape } from "./shape.js";

/** The files of a system. `read` gives a file that `system.json` names, or undefined where there is none. */
export interface SystemFiles {
  /** Name of the head file, for findings: `system.json`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly read: (name: string) => Uint8Array | undefined;
}

export interface LoadOutcome {
  /** Absent exactly when a finding is an error. */
  readonly system?: IndicatorSystem;
  readonly findings: readonly LintFinding[];
}

const Head = SystemDocument.omit({ items: true });

/** Reads, checks and resolves an indicator system. Nothing is scored by a system with an error. */
export function loadSystem(files: SystemFiles): LoadOutcome {
  const head = readJson(files.bytes, files.name);
  if (head.value === undefined) return { findings: head.findings };
  const parts = readParts(head.value, files);
  const notSupported = [
    ...findNotSupported(head.value, files.name),
    ...parts.named.flatMap((part) => findNotSupported(part.value, part.file)),
  ];
  const shape = readShape(Head, withoutItems(head.value), files.name);
  const items = parts.lists.map((part) => {
    const { value, findings } = readShape(ItemsPartDocument, part.value, part.file, part.base);
    const placed = (value ?? []).map(
      (item, index): PlacedItem => ({ item, at: new At(part.file, jsonPath([...part.base, index])) }),
    );
    return { placed, findings, sound: value !== undefined };
  });
  // What is told as not supported is not told again as misshapen.
  const misshapen = [...shape.findings, ...items.flatMap((part) => part.findings)].filter(
    (finding) => !notSupported.some((known) => covers(known, finding)),
  );
  const findings = [...head.findings, ...parts.findings, ...notSupported, ...misshapen];
  if (
    !shape.value ||
    !items.every((part) => part.sound) ||
    notSupported.length > 0 ||
    parts.findings.some(isLintError)
  ) {
    return { findings };
  }
  const placed = items.flatMap((part) => part.placed);
  findings.push(...lint(shape.value, placed, files.name));
  if (findings.some(isLintError)) return { findings };
  const hash = hashBytes([files.bytes, ...parts.named.map((part) => part.bytes)]);
  return {
    system: build(
      shape.value,
      placed.map(({ item }) => item),
      hash,
    ),
    findings,
  };
}

/** Is the complaint about the same place, or about the value that holds or lies in it? */
function covers(known: LintFinding, finding: LintFinding): boolean {
  return (
    known.file === finding.file &&
    (finding.path.startsWith(known.path) || known.path.startsWith(`${finding.path}.`))
  );
}

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
