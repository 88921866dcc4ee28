import { readFactsByForm } from "../forms/facts-form.js";
import { readChildren } from "../intake/read-children.js";
import { type GivenFact, readFacts } from "../intake/read-facts.js";
import { readVerification, type VerificationReading } from "../intake/read-verification.js";
import type { Finding } from "../model/finding.js";
import type { FormMapping } from "../model/form-mapping.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import type { UnitIdentity } from "../model/submission.js";
import type { Verification } from "../model/verification.js";
import { hashBytes } from "../system/hash.js";
import type { ChildrenTable } from "./earlier-results.js";
import type { InputFile } from "./read-file.js";

/** A table of facts that others supply, as read. */
export interface ReadFacts {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly facts: readonly GivenFact[];
  readonly findings: readonly Finding[];
}

/** An assessor's copy, as read. */
export interface ReadCopy {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly unit?: UnitIdentity;
  /** Absent where the copy is returned. */
  readonly verification?: Verification;
  /** SHA-256 of the files that it was made from. */
  readonly madeFrom: readonly string[];
  /** The unit's own values as it shows them, by the fact of the row. */
  readonly shown: VerificationReading["shown"];
  readonly findings: readonly Finding[];
}

/** Reads a table of facts that others supply (`--facts`): .xlsx or CSV, or with mappings a form of theirs. */
export function readFactsFile(
  system: IndicatorSystem,
  { name, bytes, sha256 = hashBytes([bytes]) }: InputFile,
  mappings: readonly FormMapping[] = [],
): ReadFacts {
  const { facts, findings } =
    readFactsByForm(bytes, name, system, mappings) ?? readFacts(bytes, name, system);
  return { file: name, sha256, bytes: bytes.length, facts, findings };
}

/** Reads which units stand below which (`--children`); undefined where the file is no such table. */
export function readChildrenFile({
  name,
  bytes,
  sha256 = hashBytes([bytes]),
}: InputFile): ChildrenTable | undefined {
  const children = readChildren(bytes, name);
  return children && { file: name, sha256, bytes: bytes.length, children };
}

/** Reads an assessor's copy (`--verified`). */
export function readCopyFile(
  system: IndicatorSystem,
  { name, bytes, sha256 = hashBytes([bytes]) }: InputFile,
): ReadCopy {
  const { verification, unit, submission, shown, findings } = readVerification(bytes, name, system);
  return {
    file: name,
    sha256,
    bytes: bytes.length,
    ...(unit ? { unit } : {}),
    ...(verification ? { verification } : {}),
    madeFrom: submission,
    shown,
    findings,
  };
}
