import { add, compare, equals, toDecimal, ZERO } from "../../model/rational.js";
import { readChoice } from "./choice.js";
import { readCondition } from "./condition.js";
import type { Draft, Family, ReadSentence, Worth } from "./draft.js";
import { readEach } from "./each.js";
import { readJudge } from "./judge.js";
import { readLevels } from "./levels.js";
import { apart, asOne, normal, printed } from "./sentence.js";
import { readShare } from "./share.js";
import { readShortfall } from "./shortfall.js";
import { readTiers } from "./tiers.js";
import { readVeto } from "./veto.js";

const READERS: Readonly<Record<Family, ReadSentence>> = {
  veto: readVeto,
  judge: readJudge,
  choice: readChoice,
  tiers: readTiers,
  shortfall: readShortfall,
  share: readShare,
  levels: readLevels,
  each: readEach,
  condition: readCondition,
};

/** A sentence of a criterion and what it was understood as. */
export interface Understood {
  readonly text: string;
  readonly draft: Draft;
}

/** Why a criterion could not be turned into clauses as a whole. */
export type Reason =
  | { readonly code: "not-understood"; readonly text: string }
  /** What the sentences award does not come to the item's points. */
  | { readonly code: "awards-sum"; readonly text: string; readonly sum: string }
  /** One award without a limit beside others. */
  | { readonly code: "awards-open"; readonly text: string }
  /** A deduction in a bonus item, or the other way round. */
  | { readonly code: "wrong-kind"; readonly text: string }
  /** 不得分, of the item or of one part of it. */
  | { readonly code: "loses-what"; readonly text: string }
  | { readonly code: "only-vetoes"; readonly text: string }
  /** The list asks for other fields than the wording needs. */
  | { readonly code: "fields-differ"; readonly text: string }
  | { readonly code: "no-criterion"; readonly text: string };

export type Understanding =
  | { readonly sentences: readonly Understood[] }
  | { readonly reasons: readonly Reason[] };

/** All of a criterion, or nothing of it: never half an item. */
export function readCriterion(criterion: string, worth: Worth): Understanding {
  const text = normal(criterion);
  if (text === "") return { reasons: [{ code: "no-criterion", text: "" }] };
  const { sentences, unread } = readText(text, worth);
  if (unread.length > 0) {
    return { reasons: unread.map((sentence) => ({ code: "not-understood", text: printed(sentence) })) };
  }
  const reason = misfit(sentences, worth);
  return reason ? { reasons: [{ ...reason, text: printed(text) }] } : { sentences };
}

interface Read {
  readonly sentences: readonly Understood[];
  readonly unread: readonly string[];
}

/** As one sentence, else taken apart at ever finer marks; the finest tells what is not understood. */
function readText(text: string, worth: Worth): Read {
  const whole = readOne(asOne(text), worth);
  if (whole) return { sentences: [{ text: printed(text), draft: whole }], unread: [] };
  let last: Read = { sentences: [], unread: [text] };
  for (const pieces of apart(text)) {
    last = readPieces(pieces, worth);
    if (last.unread.length === 0) return last;
  }
  return last;
}

function readPieces(pieces: readonly string[], worth: Worth): Read {
  const sentences: Understood[] = [];
  const unread: string[] = [];
  for (const text of pieces) {
    if (SAYS_NOTHING.test(text)) continue;
    const draft = readOne(asOne(text), worth);
    if (draft) sentences.push({ text: printed(text), draft });
    else unread.push(text);
  }
  return { sentences, unread };
}

/** The floor of an item is 0 anyway. */
const SAYS_NOTHING = /^(?:直至)?扣完(?:本项|该项)?(?:分值|分数|分)?为止$/;

/** Where two families understand a sentence, it is not certain which is meant, but for the order below. */
function readOne(sentence: string, worth: Worth): Draft | undefined {
  for (const read of Object.values(READERS)) {
    const draft = read(sentence, worth);
    if (draft) return draft;
  }
  return undefined;
}

type Misfit =
  | { code: "awards-sum"; sum: string }
  | { code: "awards-open" | "wrong-kind" | "loses-what" | "only-vetoes" };

/** What the sentences make together must be an item that can be reckoned in one way only. */
function misfit(sentences: readonly Understood[], { kind, points }: Worth): Misfit | undefined {
  const drafts = sentences.map(({ draft }) => draft);
  const awards = drafts.filter(({ effect }) => effect === "award");
  const deducts = drafts.filter(({ effect }) => effect === "deduct");
  if (awards.length + deducts.length === 0) return { code: "only-vetoes" };
  if (kind !== "scored") {
    return (kind === "bonus" ? deducts : awards).length > 0 ? { code: "wrong-kind" } : undefined;
  }
  if (awards.length === 0) return undefined;
  if (deducts.some(({ loses }) => loses)) return { code: "loses-what" };
  if (awards.length > 1 && awards.some(({ open }) => open)) return { code: "awards-open" };
  const sum = awards.map(({ whole }) => whole).reduce(add, ZERO);
  if (!equals(sum, points)) return { code: "awards-sum", sum: toDecimal(sum) };
  return compare(points, ZERO) === 0 ? { code: "awards-sum", sum: "0" } : undefined;
}
