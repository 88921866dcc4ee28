import type { IndicatorSystem } from "../model/indicator-system.js";
import { isLintError, type LintFinding } from "../model/lint-finding.js";
import { build } from "./build.js";
import { type RulesSource, readDocuments } from "./documents.js";
import { type OverlayFile, rulesFile, type SystemFiles } from "./files.js";
import { hashBytes } from "./hash.js";
import type { Head, PlacedItem } from "./lint/context.js";
import { lintDeriveDepth } from "./lint/derive-depth.js";
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
  const { head, items, source, findings } = readDocuments(files);
  if (!overlay) return head && items ? check(head, items, source, findings) : { findings };
  const points = readOverlay(overlay);
  const told = [...findings, ...points.findings];
  if (!head || !items || !points.document) return { findings: told };
  const misfits = lintOverlay(overlay.name, points.document, head, items);
  if (misfits.length > 0) return { findings: [...told, ...misfits] };
  const replaced = withPoints(items, points.document);
  const outcome = check(withoutDeclarations(head), replaced, source, told);
  if (!outcome.system) return outcome;
  const sha256 = hashBytes([overlay.bytes]);
  return { ...outcome, system: { ...outcome.system, overlay: { sha256, ...rulesFile(overlay) } } };
}

function check(
  head: Head,
  items: readonly PlacedItem[],
  source: RulesSource,
  told: readonly LintFinding[],
): LoadOutcome {
  const tooDeep = lintDeriveDepth(items);
  if (tooDeep.length > 0) return { findings: [...told, ...tooDeep] };
  const findings = [...told, ...lint(head, items, source.files[0]?.name ?? "")];
  if (findings.some(isLintError)) return { findings };
  const documents = items.map(({ item }) => item);
  return { system: build(head, documents, source), findings };
}
