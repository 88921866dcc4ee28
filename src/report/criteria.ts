import type { Language } from "../messages/messages.js";
import {
  type IndicatorSystem,
  type Item,
  judgementKey,
  type Node,
  type Place,
} from "../model/indicator-system.js";
import { ClauseWords } from "./clause-words.js";
import { labelsIn } from "./languages.js";
import { outline } from "./system-outline.js";

/**
 * The system with a criterion for every item that is scored: where the list has no official wording, what the
 * clauses say, one sentence each. Whoever fills in a form must see what is judged.
 */
export function withCriteria(system: IndicatorSystem, language: Language = "zh-CN"): IndicatorSystem {
  if (system.items.every((item) => item.criterion !== "" || item.clauses.length === 0)) return system;
  const outlined = outline(system);
  const words = new ClauseWords(outlined, labelsIn(language));
  const worded = new Map(
    system.items.map((item): [string, Item] => {
      const clauses = outlined.items.find(({ id }) => id === item.id)?.clauses ?? [];
      const said = clauses.map((clause) => words.clause(clause)).filter((sentence) => sentence !== "");
      return [
        item.id,
        item.criterion !== "" || said.length === 0 ? item : { ...item, criterion: `${said.join("；")}。` },
      ];
    }),
  );
  return inPlace(system, worded);
}

/** What each clause says in one sentence, by `judgementKey`; a clause that no sentence is known for is left out. */
export function clauseSentences(
  system: IndicatorSystem,
  language: Language = "zh-CN",
): ReadonlyMap<string, string> {
  const outlined = outline(system);
  const words = new ClauseWords(outlined, labelsIn(language));
  return new Map(
    outlined.items.flatMap(({ id, clauses }) =>
      clauses
        .map((clause) => [judgementKey(id, clause.id), words.clause(clause)] as const)
        .filter(([, sentence]) => sentence !== ""),
    ),
  );
}

/** An item stands in the list and in the tree: it is one and the same in both. */
function inPlace(system: IndicatorSystem, items: ReadonlyMap<string, Item>): IndicatorSystem {
  const nodes = new Map<string, Node>();
  const place = (one: Place): Place => {
    if (one.type === "item") return items.get(one.id) ?? one;
    const node = { ...one, children: one.children.map(place) };
    nodes.set(node.id, node);
    return node;
  };
  const roots = system.roots.map(place);
  return {
    ...system,
    roots,
    items: system.items.map((item) => items.get(item.id) ?? item),
    nodes: system.nodes.map((node) => nodes.get(node.id) ?? node),
  };
}
