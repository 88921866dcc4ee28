import { fileKind } from "../intake/file-kind.js";
import type { FactsReading } from "../intake/read-facts.js";
import { readWorkbook } from "../intake/workbook.js";
import { returnsFile } from "../model/finding.js";
import type { FormMapping } from "../model/form-mapping.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { fitsAny, readForm } from "./read-form.js";

/** What others supply in a form of their own (experts, courts, surveys); undefined where no mapping fits. */
export function readFactsByForm(
  bytes: Uint8Array,
  file: string,
  system: IndicatorSystem,
  mappings: readonly FormMapping[],
): FactsReading | undefined {
  if (mappings.length === 0 || fileKind(bytes, file).kind !== "zip") return undefined;
  const workbook = readWorkbook(bytes, file);
  if (!fitsAny(workbook, file, system, mappings)) return undefined;
  const { units, findings, isMatrix } = readForm(workbook, file, system, mappings);
  const facts = units.flatMap(({ unit, submission }) =>
    [...submission.answers].flatMap(([fact, answer]) => {
      if (answer.status !== "value" && answer.status !== "refused") return [];
      // Whoever supplies it stands for it.
      const given =
        answer.status === "value" ? { ...answer, documents: [], accepted: true as const } : answer;
      return [{ code: unit.code, fact, answer: given, origin: "" }];
    }),
  );
  const all = [...findings, ...(isMatrix ? units.flatMap((unit) => unit.findings) : [])];
  // What a unit's own form would be asked for is nothing that others owe.
  const told = all.filter(({ code }) => code !== "E23" && code !== "E34");
  return { facts, findings: told, refused: all.some(returnsFile) };
}
