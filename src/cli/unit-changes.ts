import type { Results } from "../index.js";

/** Where a unit stands. */
interface Place {
  readonly total: string;
  /** null: listed apart. */
  readonly rank: number | null;
  readonly grade: string | null;
}

export interface UnitChange {
  readonly code: string;
  readonly name: string;
  readonly before: Place;
  readonly after: Place;
}

/** Units whose total, rank or grade is another one. */
export function changesOf(before: Results, after: Results): UnitChange[] {
  return before.assessments.flatMap(({ unit: { code, name } }) => {
    const [was, is] = [placeIn(before, code), placeIn(after, code)];
    const isSame = was.total === is.total && was.rank === is.rank && was.grade === is.grade;
    return isSame ? [] : [{ code, name, before: was, after: is }];
  });
}

function placeIn({ assessments, ranking }: Results, code: string): Place {
  const assessment = assessments.find(({ unit }) => unit.code === code);
  const line = ranking.groups.flatMap(({ ranked }) => ranked).find((one) => one.code === code);
  return {
    total: assessment?.total.points ?? "",
    rank: line?.rank ?? null,
    grade: assessment?.grade ?? null,
  };
}
