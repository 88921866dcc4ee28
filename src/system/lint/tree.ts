import { COLUMNS } from "../../model/form.js";
import { type At, type LintContext, Names } from "./context.js";

/** Names that have a meaning of their own. */
const RESERVED_IDS = new Set(["bonus"]);

/** Columns of the form: a level named like one could not be told from it. */
const HEADERS: ReadonlySet<string> = new Set(Object.values(COLUMNS));

/** Ids, parents and levels. False where no points can be added up. */
export function lintTree(context: LintContext): boolean {
  lintIds(context);
  const before = context.findings.length;
  lintParents(context);
  return context.findings.length === before;
}

function lintIds(context: LintContext): void {
  const { head, items, root } = context;
  const seen = new Names(RESERVED_IDS);
  for (const [index, level] of head.levels.entries()) {
    if (HEADERS.has(level))
      context.report("duplicate-id", root.key("levels").index(index), { id: level, first: "" });
  }
  const once = (id: string, at: At, among: Names) => {
    const problem = among.take(id, at);
    if (problem) context.report("duplicate-id", at, { id, ...problem });
  };
  for (const [index, node] of head.nodes.entries())
    once(node.id, root.key("nodes").index(index).key("id"), seen);
  for (const { item, at } of items) {
    once(item.id, at.key("id"), seen);
    const clauses = new Names();
    for (const [index, clause] of item.clauses.entries()) {
      once(clause.id, at.key("clauses").index(index).key("id"), clauses);
    }
  }
  const vetoes = new Names();
  for (const [index, veto] of head.vetoes.entries())
    once(veto.id, root.key("vetoes").index(index).key("id"), vetoes);
  const grades = new Names();
  for (const [index, grade] of head.grades.entries()) {
    once(grade.name, root.key("grades").index(index).key("name"), grades);
  }
}

function lintParents(context: LintContext): void {
  const { head, items, root } = context;
  const parents = new Map(head.nodes.map((node) => [node.id, node.parent]));
  const depth = head.levels.length;
  for (const [index, node] of head.nodes.entries()) {
    const at = root.key("nodes").index(index);
    if (node.parent !== undefined && !parents.has(node.parent)) {
      context.report("unknown-parent", at.key("parent"), { id: node.id, parent: node.parent });
      continue;
    }
    const level = levelOf(node.id, parents);
    if (level === undefined) context.report("parent-cycle", at.key("parent"), { id: node.id });
    else if (level >= depth) {
      context.report("wrong-level", at, { id: node.id, level: String(level), levels: String(depth) });
    }
  }
  for (const { item, at } of items) lintItemParent(context, item, at, parents);
}

function lintItemParent(
  context: LintContext,
  item: { id: string; parent?: string | undefined; kind: string },
  at: At,
  parents: ReadonlyMap<string, string | undefined>,
): void {
  if (item.parent !== undefined) {
    if (parents.has(item.parent)) return;
    context.report("unknown-parent", at.key("parent"), { id: item.id, parent: item.parent });
  } else if (item.kind === "scored" && context.head.levels.length > 1) {
    context.report("unknown-parent", at, { id: item.id, parent: "" });
  }
}

/** 1 = highest; undefined within a cycle. */
function levelOf(id: string, parents: ReadonlyMap<string, string | undefined>): number | undefined {
  let level = 1;
  for (let at = parents.get(id); at !== undefined; at = parents.get(at)) {
    level += 1;
    if (level > parents.size) return undefined;
  }
  return level;
}
