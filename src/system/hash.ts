import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Column, Field, UnitFact } from "../model/indicator-system.js";

/** Hex SHA-256 of byte strings one after the other, as `cat a b | sha256sum` gives it. */
export function hashBytes(parts: readonly Uint8Array[]): string {
  const hash = sha256.create();
  for (const part of parts) hash.update(part);
  return bytesToHex(hash.digest());
}

/**
 * Hash of what the workbook asks for: key, wording, type, unit and options of every field, in any order.
 * What others supply, points, clauses and bounds are not in it: a workbook filled before they were changed can still be read.
 */
export function hashForm(unitFacts: readonly UnitFact[], fields: readonly Field[]): string {
  const lines = [
    ...unitFacts.map((fact) => ["", ...asked(fact)]),
    ...fields.filter(({ by }) => by === "unit").map((field) => [field.item, ...asked(field)]),
  ].map((line) => JSON.stringify(line));
  return bytesToHex(sha256(utf8ToBytes(lines.sort().join("\n"))));
}

function asked(field: Field | UnitFact | Column): unknown[] {
  const { fact, label, type, unit = "" } = field;
  const columns = "columns" in field ? [field.columns.map(asked)] : [];
  return [fact, label, type, unit, "options" in field ? field.options : [], ...columns];
}
