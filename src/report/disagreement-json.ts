import { toExact } from "../model/rational.js";
import type { DisagreementJson, FoundJson } from "../model/results.js";
import type { Disagreement, Found } from "../model/verification.js";
import { placeJson, typedValueJson } from "./evidence-json.js";

/** A disagreement as it stands in results.json, in no language. */
export function disagreementJson({ item, fact, clause, row, votes, taken }: Disagreement): DisagreementJson {
  return {
    item,
    ...(fact === undefined ? {} : { fact }),
    ...(clause === undefined ? {} : { clause }),
    ...(row ? { row: placeJson(row) } : {}),
    votes: votes.map(({ file, by, found, sources }) => ({
      file,
      by,
      found: foundJson(found),
      sources: sources.map(placeJson),
    })),
    ...(taken ? { taken: foundJson(taken) } : {}),
  };
}

function foundJson(found: Found): FoundJson {
  if ("verdict" in found) return { verdict: found.verdict };
  return "points" in found ? { points: toExact(found.points) } : { value: typedValueJson(found.value) };
}
