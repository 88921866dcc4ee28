import type { AssessmentJson, FindingJson, RankingJson, Results } from "../model/results.js";

/** One unit with its place in the ranking. */
export interface Standing {
  readonly assessment: AssessmentJson;
  /** Of its files and of what others gave about it. */
  readonly findings: readonly FindingJson[];
  readonly group: string;
  /** Absent for a unit that is listed apart. */
  readonly place?: Place;
  /** Why it is listed apart. */
  readonly reason?: RankingJson["apart"][number]["reason"];
}

/** The rank among how many, and the best and the worst that it may yet become. */
export interface Place {
  readonly rank: number;
  readonly tied: boolean;
  readonly of: number;
  readonly best: number;
  readonly worst: number;
}

/** Every assessed unit: the groups in order, each in rank order, then the units that are listed apart. */
export function standings({ assessments, ranking }: Results): Standing[] {
  const byCode = new Map(assessments.map((assessment) => [assessment.unit.code, assessment]));
  const of = (code: string): Pick<Standing, "assessment" | "findings"> => {
    const assessment = byCode.get(code);
    if (!assessment) throw new Error(`ranked, but not assessed: ${code}`);
    return { assessment, findings: assessment.findings };
  };
  const ranked = ranking.groups.flatMap(({ group, ranked }) =>
    ranked.map(({ code, rank, tied, best, worst }) => ({
      ...of(code),
      group,
      place: { rank, tied, of: ranked.length, best, worst },
    })),
  );
  const apart = ranking.apart.map(({ code, group, reason }) => ({ ...of(code), group, reason }));
  return [...ranked, ...apart];
}
