import type { Finding } from "../model/finding.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import type { AssessmentJson } from "../model/results.js";
import type { Submission } from "../model/submission.js";
import { byText } from "../model/text-order.js";
import { same } from "../model/value.js";
import type { Disagreement, PanelRule, UnitCase, Verification } from "../model/verification.js";
import { applyVerification } from "../verification/apply.js";
import type { Clash } from "../verification/join.js";
import { type LostRow, withOwnRows } from "../verification/own-rows.js";
import { putTogether } from "../verification/put-together.js";
import type { ReadFile } from "./read-file.js";
import type { ReadCopy } from "./supplements.js";

/** A unit with the assessors' copies that concern it. */
export interface VerifiedUnit {
  readonly unit: UnitCase;
  /** Those that count, each by itself. */
  readonly copies: readonly Verification[];
  readonly disagreements: readonly Disagreement[];
}

export interface VerifiedUnits {
  /** In the order of the submissions. */
  readonly units: readonly VerifiedUnit[];
  /**
   * Copies that are returned: two speak of the same entry, and nobody said how to put them together; or it is
   * another copy once more, byte for byte.
   */
  readonly returned: ReadonlyMap<ReadCopy, Finding>;
  /** What copies reject of records that are not there any more. */
  readonly lost: ReadonlyMap<ReadCopy, readonly Finding[]>;
  /** Copies of units that are not in this run. */
  readonly unused: ReadonlySet<ReadCopy>;
}

/** Applies the assessors' copies to the units that they are about. */
export function verifyUnits(
  system: IndicatorSystem,
  submissions: readonly Submission[],
  copies: readonly ReadCopy[],
  panel: PanelRule | undefined,
): VerifiedUnits {
  const returned = new Map<ReadCopy, Finding>();
  const byCode = new Map<string, ReadCopy[]>();
  const first = new Map<string, ReadCopy>();
  for (const copy of [...copies].sort((a, b) => byText(a.file, b.file) || byText(a.sha256, b.sha256))) {
    const code = copy.verification?.unit.code;
    const same = first.get(copy.sha256);
    // One copy under two names is one assessor's word; in a panel it would weigh twice.
    if (same && code !== undefined) {
      returned.set(copy, { code: "E30", file: copy.file, params: { other: same.file, what: "same-copy" } });
      continue;
    }
    first.set(copy.sha256, copy);
    if (code !== undefined) byCode.set(code, [...(byCode.get(code) ?? []), copy]);
  }
  const lost = new Map<ReadCopy, readonly Finding[]>();
  const units = submissions.map((own): VerifiedUnit => {
    const found = byCode.get(own.unit.code) ?? [];
    byCode.delete(own.unit.code);
    const verifications = found.flatMap((copy) => {
      if (!copy.verification) return [];
      const known = withOwnRows(copy.verification, own);
      lost.set(
        copy,
        known.lost.map((row) => lostRow(system, copy, row)),
      );
      return known.verification;
    });
    if (verifications.length === 0) return { unit: { own, verified: own }, copies: [], disagreements: [] };
    const { verification, disagreements, clashes } = putTogether(system, verifications, own, panel);
    if (clashes.length > 0) {
      // What is left of the word of several assessors is nobody's: none of their copies counts.
      for (const copy of found) returned.set(copy, clashing(copy, found, clashes));
      return { unit: { own, verified: own }, copies: [], disagreements: [] };
    }
    const verified = applyVerification(own, verification);
    return { unit: { own, verified, verification }, copies: verifications, disagreements };
  });
  return { units, returned, lost, unused: new Set([...byCode.values()].flat()) };
}

function lostRow(system: IndicatorSystem, { file }: ReadCopy, { fact, why, signed }: LostRow): Finding {
  const { item = "", label = fact } = fieldOf(system, fact) ?? {};
  const { sheet, cell } = signed.sources[0] ?? {};
  const place = sheet === undefined || cell === undefined ? {} : { sheet, cell };
  return { code: "E37", file, ...place, item, fact, params: { why: `record-${why}`, label } };
}

const fieldOf = (system: IndicatorSystem, fact: string) =>
  system.items.flatMap(({ fields }) => fields).find((field) => field.fact === fact);

function clashing(copy: ReadCopy, found: readonly ReadCopy[], clashes: readonly Clash[]): Finding {
  const others = found.filter((one) => one !== copy).map(({ file }) => file);
  const own = clashes.flatMap(({ copies }) => copies).find(({ file }) => file === copy.file);
  const { sheet, cell } = own?.sources[0] ?? {};
  return {
    code: "E30",
    file: copy.file,
    ...(sheet === undefined || cell === undefined ? {} : { sheet, cell }),
    params: { other: others.join("、"), what: "copies" },
  };
}

/** A copy that was made of other files than those that were handed in now. */
export function madeFromOthers(copy: ReadCopy, files: readonly ReadFile[]): Finding[] {
  const handedIn = new Set(files.map(({ sha256 }) => sha256));
  const isSame = copy.madeFrom.length === 0 || copy.madeFrom.every((hash) => handedIn.has(hash));
  return isSame ? [] : [{ code: "W09", file: copy.file, params: {} }];
}

/**
 * 填报值 is the unit's word; an assessor who writes over it instead of filling in 核查值 changes nothing, and
 * must be told. Of a copy that was made of other files the values may differ by right.
 */
export function writtenOver(copy: ReadCopy, { answers }: Submission, files: readonly ReadFile[]): Finding[] {
  if (copy.madeFrom.length === 0 || madeFromOthers(copy, files).length > 0) return [];
  return [...copy.shown].flatMap(([fact, { label, value, source }]): Finding[] => {
    const own = answers.get(fact);
    // What could not be read with certainty is marked in the copy; it is not compared.
    if (own?.status === "refused" || (own?.status === "value" && same(own.value, value))) return [];
    return [{ code: "E36", ...source, fact, params: { label, why: "written-over" } }];
  });
}

/** 核查分 on an item that does not apply to the unit changes nothing, and must not be lost in silence. */
export function withoutEffect(
  system: IndicatorSystem,
  { scores }: Verification,
  { items }: AssessmentJson,
): Finding[] {
  return items.flatMap(({ id, status }): Finding[] => {
    const source = status === "notApplicable" ? scores.get(id)?.sources[0] : undefined;
    if (!source) return [];
    const label = system.items.find((item) => item.id === id)?.title ?? id;
    return [{ code: "E36", ...source, item: id, params: { label, why: "not-applicable" } }];
  });
}
