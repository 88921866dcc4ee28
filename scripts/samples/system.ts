import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import { loadSystem } from "../../src/system/load.js";

/** An indicator system by its folder; throws where it has errors. */
export function readSystem(folder: string): IndicatorSystem {
  const read = (name: string) => readFileSync(join(folder, name));
  const { system, findings } = loadSystem({ name: "system.json", bytes: read("system.json"), read });
  if (!system) throw new Error(findings.map(({ code, file, path }) => `${code} ${file} ${path}`).join("\n"));
  return system;
}

/** 键 of a fact or of one of its parts: `courtAttendance.numerator` → `5.2.1/courtAttendance.numerator`. */
export function keyOf(system: IndicatorSystem, fact: string): string {
  const found = system.facts.get(fact);
  if (found?.origin !== "field" && found?.origin !== "part") throw new Error(`no item asks for ${fact}`);
  return `${found.item}/${fact}`;
}
