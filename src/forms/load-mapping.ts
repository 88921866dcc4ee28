import type { FormMapping } from "../model/form-mapping.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { isLintError, type LintFinding } from "../model/lint-finding.js";
import { MappingDocument } from "../model/mapping-document.js";
import { hashBytes } from "../system/hash.js";
import { readJson } from "../system/json.js";
import { readShape } from "../system/shape.js";
import { lintMapping } from "./lint-mapping.js";

export interface MappingOutcome {
  /** Absent exactly when a finding is an error. */
  readonly mapping?: FormMapping;
  readonly findings: readonly LintFinding[];
}

/** Reads a mapping file and checks it against the system; every offender at once. */
export function loadMapping(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  system: IndicatorSystem,
): MappingOutcome {
  const json = readJson(bytes, name);
  if (json.value === undefined) return { findings: json.findings };
  const { value, findings: misshapen } = readShape(MappingDocument, json.value, name);
  const shape = [...json.findings, ...misshapen];
  if (!value) return { findings: shape };
  const findings = [...shape, ...lintMapping(value, name, system)];
  if (findings.some(isLintError)) return { findings };
  return { mapping: { ...value, file: name, sha256: hashBytes([bytes]) }, findings };
}
