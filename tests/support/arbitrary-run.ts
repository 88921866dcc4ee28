import fc from "fast-check";
import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import type { Results } from "../../src/model/results.js";
import type { Submission } from "../../src/model/submission.js";
import { PANEL_RULES, type PanelRule } from "../../src/model/verification.js";
import type { ReadFile } from "../../src/run/read-file.js";
import { type RunOptions, scoreFiles } from "../../src/run/score-files.js";
import type { ReadCopy, ReadFacts } from "../../src/run/supplements.js";
import { runs } from "./arbitrary-assessment.js";
import { pick } from "./arbitrary-condition.js";
import { withCohort, withRecords } from "./arbitrary-extensions.js";
import type { Written } from "./arbitrary-item.js";
import { type UnitSeed, unitOf, unitSeed } from "./arbitrary-unit.js";
import { figures, openSystem, othersRows, supplied, verdicts } from "./arbitrary-verification.js";
import { type CaseUnit, submissionOf, systemOf } from "./case.js";
import { verificationOf } from "./case-verification.js";

/** One unit with what others supplied of it and what assessors found of it, each drawn by itself. */
export interface UnitDraw {
  readonly code: string;
  readonly seed: UnitSeed;
  readonly records: readonly (readonly [number | null, boolean | null])[];
  readonly others: readonly number[];
  /** One for each assessor. */
  readonly copies: readonly (readonly number[])[];
}

/** A whole run as drawn: what laws change one part of at a time. */
export interface RunDraw {
  readonly written: Written;
  readonly system: IndicatorSystem;
  readonly units: readonly UnitDraw[];
  readonly panel?: PanelRule;
}

const row = fc.tuple(fc.option(fc.integer({ min: 0, max: 9 })), fc.option(fc.boolean()));
const unitDraw = fc.record({
  seed: unitSeed,
  records: fc.array(row, { maxLength: 3 }),
  others: figures,
  copies: fc.array(figures, { maxLength: 3 }),
});
const panel = fc.option(fc.constantFrom(...PANEL_RULES), { nil: undefined });

/** Systems with everything: records, cohort operands where they are asked for, judged clauses, fields by others. */
export const wholeSystem = (compared: boolean): fc.Arbitrary<Written> =>
  fc
    .tuple(openSystem, figures)
    .map(([document, drawn]) =>
      withRecords(compared ? withCohort(document, drawn) : document, pick(drawn, 0)),
    );

export const unitDraws = (most: number): fc.Arbitrary<UnitDraw[]> =>
  fc
    .array(unitDraw, { minLength: 2, maxLength: most })
    .map((drawn) => drawn.map((one, index) => ({ ...one, code: String(index + 1) })));

export const runDraw = (compared: fc.Arbitrary<boolean> = fc.boolean()): fc.Arbitrary<RunDraw> =>
  fc
    .tuple(compared.chain(wholeSystem), unitDraws(5), panel)
    .map(([written, units, rule]) =>
      shown({ written, system: systemOf(written), units, ...(rule ? { panel: rule } : {}) }),
    );

/** What a failing property prints: enough to build the run again. */
const shown = (one: RunDraw): RunDraw =>
  Object.assign(one, {
    [fc.toStringMethod]: () => JSON.stringify({ written: one.written, units: one.units, panel: one.panel }),
  });

/** Tries a law on so many runs. */
export const everyRun = (times: number, draw: fc.Arbitrary<RunDraw>, law: (one: RunDraw) => Promise<void>) =>
  fc.assert(fc.asyncProperty(draw, law), runs(times));

/** Every file of a run, as it would have been read. */
export interface Given {
  readonly files: readonly ReadFile[];
  readonly options: RunOptions & {
    readonly facts: readonly ReadFacts[];
    readonly copies: readonly ReadCopy[];
  };
}

export function given({ system, units, panel: rule }: RunDraw): Given {
  const read = units.map((unit) => readUnit(system, unit));
  return {
    files: read.map(({ file }) => file),
    options: {
      language: "zh-CN",
      facts: read.flatMap(({ facts }) => facts),
      copies: read.flatMap(({ copies }) => copies),
      ...(rule ? { panel: rule } : {}),
    },
  };
}

export function scored(one: RunDraw): Promise<Results> {
  const { files, options } = given(one);
  return scoreFiles(one.system, files, options);
}

const hash = (text: string): string => Buffer.from(text).toString("hex").padStart(64, "0").slice(-64);

function readUnit(system: IndicatorSystem, { code, seed, records, others, copies }: UnitDraw) {
  const unit = supplied(system, withRows(system, unitOf(system, seed, code), records), others);
  const whole = submissionOf(system, unit);
  const byOthers = new Set(othersRows(system).flatMap(({ fact }) => fact ?? []));
  const answers = [...whole.answers];
  const own: Submission = { ...whole, answers: new Map(answers.filter(([fact]) => !byOthers.has(fact))) };
  const entry = (file: string) => ({ file, sha256: hash(file), bytes: 1, findings: [] });
  const facts = answers
    .filter(([fact]) => byOthers.has(fact))
    .map(([fact, answer]) => ({ code, fact, answer, origin: "" }));
  return {
    file: { ...entry(`${unit.name}.xlsx`), unit: own.unit, submission: own },
    facts: facts.length > 0 ? [{ ...entry(`facts-${code}.csv`), facts }] : [],
    copies: copies.map((drawn, index): ReadCopy => {
      const file = `核查-${code}-${index}.xlsx`;
      const verification = verificationOf(system, whole, verdicts(system, drawn), {
        file,
        by: `核查员${index}`,
      });
      return { ...entry(file), unit: own.unit, verification, madeFrom: [], shown: new Map() };
    }),
  };
}

/** Rows count themselves. */
function withRows(system: IndicatorSystem, unit: CaseUnit, rows: UnitDraw["records"]): CaseUnit {
  if (!system.facts.has("list")) return unit;
  const { list: _list, ...answers } = unit.answers ?? {};
  const list = rows.map(([amount, done]) => ({ amount, done }));
  return { ...unit, answers, records: { list } };
}
