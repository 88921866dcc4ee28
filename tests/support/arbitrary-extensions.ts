import { COHORT_STATISTICS } from "../../src/model/system-document.js";
import { pick } from "./arbitrary-condition.js";
import type { Written, WrittenField, WrittenItem } from "./arbitrary-item.js";

type WrittenDerived = NonNullable<WrittenItem["derive"]>[number];

/** The first item also asks for a list of cases, and looks at how many of them are done and what they amount to. */
export function withRecords(document: Written, drawn: number): Written {
  const done = { fact: "done", operator: "equal", value: drawn % 2 === 0 };
  return withFirst(
    document,
    {
      fact: "list",
      label: "案件清单",
      type: "records",
      columns: [
        { fact: "amount", label: "金额", type: "number" },
        { fact: "done", label: "是否办结", type: "boolean" },
      ],
    },
    [
      { fact: "doneCount", count: { of: "list", ...(drawn % 3 === 0 ? {} : { where: done }) } },
      { fact: "doneSum", sumOf: { of: "list", column: "amount", where: done } },
    ],
  );
}

/** The first item is compared with the others, and a bonus of its own is for nothing but that. */
export function withCohort(document: Written, drawn: readonly number[]): Written {
  const cohort = pick(COHORT_STATISTICS, pick(drawn, 1));
  const compared = (fact: string): WrittenDerived =>
    pick(drawn, 2) % 2 === 0
      ? { fact, ratio: ["figure", { cohort, of: "figure" }] }
      : { fact, difference: [{ cohort, of: "figure" }, "figure"] };
  const [first, ...others] = document.items as WrittenItem[];
  if (!first) return document;
  const bonus = observing(
    { id: "K", title: "比较", kind: "bonus", max: 5, derive: [compared("comparedAlone")] },
    ["comparedAlone"],
  );
  const items = [
    observing({ ...first, derive: [...(first.derive ?? []), compared("compared")] }, ["compared"]),
    ...others,
    bonus,
  ];
  return { ...document, items, bonus: { cap: 10 } };
}

function withFirst(document: Written, field: WrittenField, derive: readonly WrittenDerived[]): Written {
  const items = (document.items as WrittenItem[]).map((item, index) =>
    index > 0
      ? item
      : observing(
          {
            ...item,
            evidence: [...(item.evidence ?? []), field],
            derive: [...(item.derive ?? []), ...derive],
          },
          derive.map(({ fact }) => fact),
        ),
  );
  return { ...document, items };
}

/** The item with a clause for each of these facts. */
function observing(item: WrittenItem, facts: readonly string[]): WrittenItem {
  const deducts = item.kind === "deduction" || (item.kind === "scored" && item.start === "full");
  const clauses = facts.map((fact) =>
    deducts
      ? { id: `on-${fact}`, deduct: { each: 0.02, per: fact } }
      : { id: `on-${fact}`, award: { each: 0.02, per: fact } },
  );
  return { ...item, clauses: [...(item.clauses ?? []), ...clauses] };
}
