import type { IndicatorSystem } from "../model/indicator-system.js";
import { isLintError, type LintFinding } from "../model/lint-finding.js";
import { build } from "./build.js";
import { readDocuments } from "./documents.js";
import type { OverlayFile, SystemFiles } from "./files.js";
import { hashBytes } from "./hash.js";
import type { Head, PlacedItem } from "./lint/context.js";
import { lint } from "./lint.js";
import { lintOverlay, readOverlay, withoutDeclarations, withPoints } from "./overlay.js";

export interface LoadOutcome {
  /** Absent exactly when a finding is an error. */
  readonly system?: IndicatorSystem;
  readonly findings: readonly LintFinding[];
}

/**
 * Reads, checks and resolves an indicator system, with the points of an overlay in place of its own where
 * one is given. Nothing is scored by a system with an error.
 */
export function loadSystem(files: SystemFiles, overlay?: OverlayFile): LoadOutcome {
  const { head, items, sha256, findings } = readDocuments(files);
  if (!overlay) return head && items ? check(head, items, files, sha256, findings) : { findings };
  const points = readOverlay(overlay);
  const told = [...findings, ...points.findings];
  if (!head || !items || !points.document) return { findings: told };
  const misfits = lintOverlay(overlay.name, points.document, head, items);
  if (misfits.length > 0) return { findings: [...told, ...misfits] };
  const replaced = withPoints(items, points.document);
  const outcome = check(withoutDeclarations(head), replaced, files, sha256, told);
  if (!outcome.system) return outcome;
  return { ...outcome, system: { ...outcome.system, overlay: hashBytes([overlay.bytes]) } };
}

function check(
  head: Head,
  items: readonly PlacedItem[],
  files: SystemFiles,
  sha256: string,
  told: readonly LintFinding[],
): LoadOutcome {
  const findings = [...told, ...lint(head, items, files.name)];
  if (findings.some(isLintError)) return { findings };
  const documents = items.map(({ item }) => item);
  return { system: build(head, documents, sha256), findings };
}
