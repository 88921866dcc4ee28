import { useMemo, useState } from "preact/hooks";
import type { UnitData } from "../../page.js";
import { Choice, found, Search } from "./choice.js";
import { labels, page, percent } from "./data.js";
import { type Column, DataTable } from "./data-table.js";
import { hrefOf } from "./route.js";

/** Every unit, in the order of the ranking. */
export function RankingPage() {
  const [wanted, setWanted] = useState("");
  const [group, setGroup] = useState("");
  const [grade, setGrade] = useState("");
  const columns = useMemo(columnsOf, []);
  const rows = useMemo(
    () =>
      page.units.filter(
        (unit) =>
          found(wanted, unit.name, unit.code) &&
          (group === "" || unit.group === group) &&
          (grade === "" || (unit.grade ?? labels.none) === grade),
      ),
    [wanted, group, grade],
  );
  return (
    <>
      <h1 tabIndex={-1}>{labels.ranking}</h1>
      <ul class="summary">
        {page.summary.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div class="controls">
        <Search label={labels.search} value={wanted} search={setWanted} />
        <Choice label={labels.group} options={page.groups} value={group} choose={setGroup} />
        <Choice
          label={labels.grade}
          options={[...page.grades, labels.none]}
          value={grade}
          choose={setGrade}
        />
        <button type="button" onClick={() => print()}>
          {labels.print}
        </button>
      </div>
      <DataTable caption={labels.ranking} columns={columns} rows={rows} />
    </>
  );
}

function columnsOf(): Column<UnitData>[] {
  const { columns, none } = labels;
  const points = (header: string, of: (unit: UnitData) => string | null): Column<UnitData> => ({
    header,
    cell: (unit) => of(unit) ?? none,
    by: (unit) => (of(unit) === null ? null : Number(of(unit))),
    numeric: true,
  });
  const has = (of: (unit: UnitData) => unknown) => page.units.some(of);
  return [
    {
      header: columns.rank,
      cell: ({ rank, tied }) => (rank === null ? none : tied ? `${rank}（${labels.tied}）` : rank),
      by: ({ rank }) => rank,
      numeric: true,
    },
    {
      header: columns.unit,
      cell: ({ code, name }) => <a href={hrefOf({ page: "unit", id: code })}>{name}</a>,
      by: ({ name }) => name,
      names: true,
      short: true,
    },
    { header: columns.code, cell: ({ code }) => code, by: ({ code }) => code },
    ...(page.groups.length > 0
      ? [
          {
            header: columns.group,
            cell: ({ group }: UnitData) => group || none,
            by: ({ group }: UnitData) => group,
            short: true,
          },
        ]
      : []),
    {
      ...points(columns.total, ({ total }) => total),
      cell: ({ total }) => (
        <span class="barred">
          <span
            class="bar"
            aria-hidden="true"
            style={{ width: `${Math.max(0, Math.min(100, (Number(total) / Number(page.total)) * 100))}%` }}
          />
          <span>{total}</span>
        </span>
      ),
    },
    {
      header: columns.rate,
      cell: ({ rate }) => percent(rate),
      by: ({ rate }) => Number(rate),
      numeric: true,
    },
    {
      header: columns.grade,
      cell: ({ grade }) => grade ?? none,
      by: ({ grade }) => (grade === null ? null : page.grades.indexOf(grade)),
      short: true,
    },
    ...(has(({ self }) => self !== null) ? [points(columns.self, ({ self }) => self)] : []),
    points(columns.rule, ({ rule }) => rule),
    points(columns.proven, ({ proven }) => proven),
    points(columns.claimed, ({ claimed }) => claimed),
    { header: columns.interval, cell: ({ interval }) => interval || none, short: true },
    {
      header: columns.coverage,
      cell: ({ coverage }) => percent(coverage),
      by: ({ coverage }) => Number(coverage),
      numeric: true,
    },
    ...(has(({ change }) => change !== "")
      ? [{ header: columns.change, cell: ({ change }: UnitData) => change }]
      : []),
    {
      header: columns.findings,
      cell: ({ findings }) => findings,
      by: ({ findings }) => findings,
      numeric: true,
    },
    {
      header: columns.remark,
      cell: ({ apart, remark }) => [apart, remark].filter(Boolean).join("；"),
    },
  ];
}
