import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ReadCopy, type ReadFile, readFile } from "../../src/index.js";
import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import { fromNumber } from "../../src/model/rational.js";
import type { Answer } from "../../src/model/submission.js";
import { number, type Value } from "../../src/model/value.js";
import type { FieldVerdict } from "../../src/model/verification.js";
import { loadSystem } from "../../src/system/load.js";

export const root = join(import.meta.dirname, "../..");
const folder = join(root, "indicators/published-report");

/** The workbooks of the samples. */
const samples = join(root, "samples/demo-counties");
export const files = readdirSync(samples).map((name) => ({
  name,
  bytes: new Uint8Array(readFileSync(join(samples, name))),
}));

/** The samples over and over, each time another unit's. */
export function readMany(system: IndicatorSystem, count: number): ReadFile[] {
  return Array.from({ length: count }, (_, n) => {
    const read = readFile(system, files[n % files.length] as (typeof files)[number]);
    const file = `${n}.xlsx`;
    if (!read.submission) return { ...read, file };
    const unit = { ...read.submission.unit, code: String(100_000 + n) };
    return { ...read, file, unit, submission: { ...read.submission, files: [file], unit } };
  });
}

/** The shipped system, in which every numeric field is compared by maximum and rank besides. */
export function comparedSystem(): IndicatorSystem {
  const read = (name: string) => readFileSync(join(folder, name));
  const withFigures = (name: string): Uint8Array => {
    const items = JSON.parse(read(name).toString()) as Written[];
    return new TextEncoder().encode(JSON.stringify(items.map(compared)));
  };
  const { system, findings } = loadSystem({
    name: "system.json",
    bytes: read("system.json"),
    read: (name) => withFigures(name),
  });
  if (!system) throw new Error(JSON.stringify(findings));
  return system;
}

interface Written {
  readonly evidence?: readonly { readonly fact: string; readonly type: string }[];
  readonly derive?: readonly unknown[];
}

function compared(item: Written): Written {
  const numbers = (item.evidence ?? []).filter(({ type }) => type === "number" || type === "integer");
  const figures = numbers.flatMap(({ fact }) => [
    { fact: `${fact}OfMost`, ratio: [fact, { cohort: "max", of: fact }] },
    { fact: `${fact}Rank`, sum: [{ cohort: "rank", of: fact }] },
  ]);
  return figures.length === 0 ? item : { ...item, derive: [...(item.derive ?? []), ...figures] };
}

/** A copy by each of so many assessors for every unit: a third accepted, a third changed, each a little apart. */
export const copiesOf = (given: readonly ReadFile[], assessors: number): ReadCopy[] =>
  given.flatMap((file) =>
    Array.from({ length: assessors }, (_, assessor) => copyOf(file, assessor)).filter(
      (copy) => copy !== undefined,
    ),
  );

function copyOf({ file, submission }: ReadFile, assessor: number): ReadCopy | undefined {
  if (!submission) return undefined;
  const name = `${assessor}-${file}`;
  const fields = [...submission.answers].flatMap(([fact, answer], row): [string, FieldVerdict][] => {
    const verdict = verdictOn(answer, row, assessor);
    if (!verdict) return [];
    const source = { file: name, sheet: "指标填报", cell: `P${row + 2}` };
    return [
      [
        fact,
        { ...verdict, reason: "现场核查", by: `核查员${assessor}`, date: "2025-01-10", sources: [source] },
      ],
    ];
  });
  const { unit } = submission;
  const nothing = { scores: new Map(), judgements: new Map(), rows: new Map() };
  return {
    file: name,
    // Two copies with the same bytes would count as one.
    sha256: name,
    bytes: 0,
    unit,
    verification: { files: [name], unit, fields: new Map(fields), ...nothing },
    madeFrom: [],
    shown: new Map(),
    findings: [],
  };
}

function verdictOn(
  answer: Answer,
  row: number,
  assessor: number,
): { verdict: "accepted" } | { verdict: "value"; value: Value } | undefined {
  if (answer.status !== "value" || row % 3 === 0) return undefined;
  if (row % 3 === 1 || answer.value.type !== "number") return { verdict: "accepted" };
  return { verdict: "value", value: number(fromNumber(1 + assessor)) };
}
