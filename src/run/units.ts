import type { Finding } from "../model/finding.js";
import type { Answer, Submission, UnitIdentity } from "../model/submission.js";
import { byText } from "../model/text-order.js";
import { same } from "../model/value.js";
import type { ReadFile } from "./read-file.js";

/** All that was handed in for one unit, put together from its files. */
export interface UnitFiles {
  readonly submission: Submission;
  /** In the order of their names. */
  readonly files: readonly ReadFile[];
  /** About what these files hold of the unit. */
  readonly findings: readonly Finding[];
}

export interface Gathered {
  /** In the order of their codes. */
  readonly units: readonly UnitFiles[];
  /** Files that are returned since they fill what another file of their unit fills, with the reason. */
  readonly repeated: ReadonlyMap<ReadFile, Finding>;
}

/**
 * Puts the files of each unit together: departments hand in by themselves. Where two of them fill the same
 * field neither is preferred by guessing, and what is left of the unit would be a score that is known to be
 * wrong: all its files are returned, and with a file that holds several units what others handed in for these.
 */
export function gatherUnits(files: readonly ReadFile[]): Gathered {
  const byUnit = new Map<string, Part[]>();
  for (const file of [...files].sort((a, b) => byText(a.file, b.file) || byText(a.sha256, b.sha256))) {
    for (const part of partsOf(file)) {
      const { code } = part.submission.unit;
      byUnit.set(code, [...(byUnit.get(code) ?? []), part]);
    }
  }
  const groups = [...byUnit].sort(([a], [b]) => byText(a, b)).map(([, parts]) => parts);
  const repeated = repeatedFiles(groups);
  const units = groups
    .filter((parts) => !parts.some(({ file }) => repeated.has(file)))
    .map((parts) => ({
      submission: putTogether(parts),
      files: parts.map(({ file }) => file),
      findings: parts.flatMap(({ findings }) => findings),
    }));
  return { units, repeated };
}

/** What a file holds of each of its units, mostly one. */
const partsOf = (file: ReadFile): Part[] =>
  file.units?.map(({ submission, findings }) => ({ file, submission, findings })) ??
  (file.submission ? [{ file, submission: file.submission, findings: file.findings }] : []);

function repeatedFiles(groups: readonly (readonly Part[])[]): Map<ReadFile, Finding> {
  const repeated = new Map<ReadFile, Finding>();
  for (const parts of groups) {
    const clash = clashOf(parts);
    if (clash)
      for (const { file } of parts) repeated.set(file, repeated.get(file) ?? returned(file, parts, clash));
  }
  for (let before = -1; before !== repeated.size; ) {
    before = repeated.size;
    for (const parts of groups.filter((group) => group.some(({ file }) => repeated.has(file))))
      for (const { file } of parts) if (!repeated.has(file)) repeated.set(file, returned(file, parts));
  }
  return repeated;
}

/** The one submission that the files come to together; none where they are of several units or contradict. */
export function submissionFrom(files: readonly ReadFile[]): {
  readonly submission?: Submission;
  /** The units that the files are of. */
  readonly units: readonly string[];
} {
  const named = files.flatMap((file) => unitsIn(file).map(({ name, code }) => `${name}（${code}）`));
  const codes = new Set(named);
  const { units } = gatherUnits(files);
  const [only, another] = units;
  return {
    ...(only && !another ? { submission: only.submission } : {}),
    units: codes.size > 1 ? [...codes] : [],
  };
}

/** The units that a file is known to be of, also where it is returned. */
export const unitsIn = ({ unit, units }: ReadFile): UnitIdentity[] =>
  units ? units.map((one) => one.unit) : unit ? [unit] : [];

interface Part {
  readonly file: ReadFile;
  readonly submission: Submission;
  readonly findings: readonly Finding[];
}

/** A field that two files fill, and both of them. */
interface Clash {
  readonly fact: string;
  readonly files: readonly [Part, Part];
}

function clashOf(parts: readonly Part[]): Clash | undefined {
  for (const [index, a] of parts.entries()) {
    for (const b of parts.slice(index + 1)) {
      const fact = [...a.submission.answers].find(
        ([name, answer]) => isFilled(answer) && isFilled(b.submission.answers.get(name)),
      )?.[0];
      // The basics stand in every part; they must only not contradict each other.
      const basic = [...a.submission.unitFacts].find(([name, answer]) =>
        contradicts(answer, b.submission.unitFacts.get(name)),
      )?.[0];
      const found = fact ?? basic;
      if (found !== undefined || areWhole(a, b)) return { fact: found ?? "", files: [a, b] };
    }
  }
  return undefined;
}

const isFilled = (answer: Answer | undefined): boolean => answer !== undefined && answer.status !== "blank";

function contradicts(a: Answer, b: Answer | undefined): boolean {
  if (!b || !isFilled(a) || !isFilled(b)) return false;
  return a.status !== "value" || b.status !== "value" || !same(a.value, b.value);
}

/** Two files that both fill in nothing say nothing of who is right either. */
const areWhole = (a: Part, b: Part): boolean =>
  [a, b].every(({ submission }) => ![...submission.answers.values()].some(isFilled));

function returned(
  file: ReadFile,
  parts: readonly Part[],
  { fact, files }: Pick<Clash, "fact"> & { readonly files: readonly Part[] } = { fact: "", files: [] },
): Finding {
  const others = parts.filter((part) => part.file !== file).map((part) => part.file.file);
  const own = files.find((part) => part.file === file);
  const answer = own?.submission.answers.get(fact) ?? own?.submission.unitFacts.get(fact);
  return {
    code: "E30",
    file: file.file,
    ...(answer ? { sheet: answer.source.sheet, cell: answer.source.cell, fact } : {}),
    params: { other: others.join("、") },
  };
}

/** What any of the files fills; names and order are those of the first file. */
function putTogether(parts: readonly Part[]): Submission {
  const [first, ...others] = parts.map(({ submission }) => submission);
  if (!first) throw new RangeError("a unit without files");
  if (others.length === 0) return first;
  const all = [first, ...others];
  return {
    ...first,
    files: parts.map(({ file }) => file.file),
    unitFacts: filled(all.map(({ unitFacts }) => unitFacts)),
    answers: filled(all.map(({ answers }) => answers)),
    records: new Map(all.flatMap(({ records }) => [...records].filter(([, rows]) => rows.length > 0))),
    selfScores: new Map(all.toReversed().flatMap(({ selfScores }) => [...selfScores])),
    documents: all.flatMap(({ documents }) => documents),
  };
}

/** What another department filled in is not blank; a blank cell of a list is, though the list is filled in. */
export const notFilledElsewhere = (
  findings: readonly Finding[],
  { answers, unitFacts }: Submission,
): Finding[] =>
  findings.filter(({ code, file, fact = "" }) => {
    const answer = code === "E23" ? (answers.get(fact) ?? unitFacts.get(fact)) : undefined;
    return !isFilled(answer) || answer?.source.file === file;
  });

/** Of each fact the answer that fills it; where none does, the first blank, which has a cell to point at. */
function filled(maps: readonly ReadonlyMap<string, Answer>[]): Map<string, Answer> {
  const merged = new Map<string, Answer>();
  for (const [name, answer] of maps.flatMap((one) => [...one])) {
    const before = merged.get(name);
    if (!before || (!isFilled(before) && isFilled(answer))) merged.set(name, answer);
  }
  return merged;
}
