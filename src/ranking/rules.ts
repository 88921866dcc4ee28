import type { Rational } from "../model/rational.js";
import type { ItemOutline, SystemOutline } from "../model/results.js";
import { figure } from "./keys.js";

export interface Grade {
  readonly name: string;
  /** Least printed total. */
  readonly min: Rational;
  /** Least share (0–1) of the points of every level-1 place. */
  readonly eachLevel1AtLeast?: Rational;
  /** Largest share (0–1) of the ranked units of a group. */
  readonly quota?: Rational;
}

/** What a ranking asks of a system, looked up once for all units. */
export interface Rules {
  readonly digits: number;
  /** Highest first. */
  readonly grades: readonly Grade[];
  readonly tieBreak: readonly string[];
  readonly kinds: ReadonlyMap<string, ItemOutline["kind"]>;
  /** Of nodes and items; of those on level 1 there is none. */
  readonly parents: ReadonlyMap<string, string | undefined>;
}

export function rulesOf({ digits, grades, ranking, nodes, items }: SystemOutline): Rules {
  return {
    digits,
    grades: grades.map(({ name, min, eachLevel1AtLeast: least, quota }) => ({
      name,
      min: figure(min),
      ...(least === undefined ? {} : { eachLevel1AtLeast: figure(least) }),
      ...(quota === undefined ? {} : { quota: figure(quota) }),
    })),
    tieBreak: ranking.tieBreak,
    kinds: new Map(items.map(({ id, kind }) => [id, kind])),
    parents: new Map([...nodes, ...items].map(({ id, parent }) => [id, parent])),
  };
}
