import { useMemo, useState } from "preact/hooks";
import { distribution, type ItemData, type UnitData } from "../../page.js";
import { Chart } from "./chart.js";
import { Choice, found, Search } from "./choice.js";
import { labels, page, percent } from "./data.js";
import { type Column, DataTable } from "./data-table.js";
import { hrefOf } from "./route.js";

interface Overall {
  readonly item: ItemData;
  readonly index: number;
  readonly mean: number | null;
  readonly full: number;
  readonly zero: number;
  readonly failed: number;
}

/** Every item, and how the units did on it. */
export function ItemsPage() {
  const [wanted, setWanted] = useState("");
  const [place, setPlace] = useState("");
  const all = useMemo(() => page.items.map(overall), []);
  const places = [...new Set(page.items.map((item) => item.place))];
  const rows = useMemo(
    () =>
      all.filter(({ item }) => found(wanted, item.id, item.title) && (place === "" || item.place === place)),
    [all, wanted, place],
  );
  return (
    <>
      <h1 tabIndex={-1}>{labels.items}</h1>
      <div class="controls">
        <Search label={labels.searchItems} value={wanted} search={setWanted} />
        <Choice label={labels.place} options={places} value={place} choose={setPlace} />
        <button type="button" onClick={() => print()}>
          {labels.print}
        </button>
      </div>
      <DataTable caption={labels.items} columns={ITEM_COLUMNS} rows={rows} />
    </>
  );
}

function overall(item: ItemData, index: number): Overall {
  const points = page.units.flatMap((unit) => unit.points[index] ?? []).map(Number);
  const max = Number(item.points);
  const sum = points.reduce((total, one) => total + one, 0);
  return {
    item,
    index,
    mean: points.length > 0 && max > 0 ? sum / points.length / max : null,
    full: points.filter((one) => one >= max).length,
    zero: points.filter((one) => one === 0).length,
    failed: page.units.filter((unit) => unit.failed[index]).length,
  };
}

const { columns } = labels;
const ITEM_COLUMNS: readonly Column<Overall>[] = [
  {
    header: columns.item,
    cell: ({ item }) => item.id,
    by: ({ index }) => index,
  },
  {
    header: columns.title,
    cell: ({ item }) => <a href={hrefOf({ page: "item", id: item.id })}>{item.title}</a>,
    by: ({ item }) => item.title,
    names: true,
  },
  { header: columns.place, cell: ({ item }) => item.place, by: ({ item }) => item.place },
  {
    header: columns.max,
    cell: ({ item }) => item.points,
    by: ({ item }) => Number(item.points),
    numeric: true,
  },
  {
    header: columns.mean,
    cell: ({ mean }) => (mean === null ? labels.none : percent(mean)),
    by: ({ mean }) => mean,
    numeric: true,
  },
  { header: columns.full, cell: ({ full }) => full, by: ({ full }) => full, numeric: true },
  { header: columns.zero, cell: ({ zero }) => zero, by: ({ zero }) => zero, numeric: true },
  { header: columns.failed, cell: ({ failed }) => failed, by: ({ failed }) => failed, numeric: true },
];

const BINS = 10;

/** One item: its wording, its clauses and who lost on each, how the units' points are spread. */
export function ItemPage({ id }: { readonly id: string }) {
  const index = page.items.findIndex((item) => item.id === id);
  const item = page.items[index];
  const rows = useMemo(
    () =>
      page.units
        .filter((unit) => unit.points[index] !== null)
        .sort((a, b) => pointsOf(a, index) - pointsOf(b, index)),
    [index],
  );
  const unitColumns = useMemo(() => columnsFor(index), [index]);
  if (!item) return <h1 tabIndex={-1}>{labels.nothingFound}</h1>;
  const { sections, none } = labels;
  return (
    <>
      <p class="unprinted">
        <a href={hrefOf({ page: "items" })}>← {labels.items}</a>
      </p>
      <h1 tabIndex={-1}>
        <small>{item.id}</small> {item.title}
      </h1>
      <p>
        {item.place} · {columns.max} {item.points} · {columns.responsible}{" "}
        {item.responsible.join("、") || none}
      </p>
      <h2>{sections.criterion}</h2>
      <p>{item.criterion || none}</p>
      {item.basis.length > 0 && (
        <p>
          {sections.basis}：{item.basis.join("；")}
        </p>
      )}
      <h2>{sections.clauses}</h2>
      <table class="compact">
        <caption class="unseen">{sections.clauses}</caption>
        <thead>
          <tr>
            {[columns.clause, columns.text, columns.failed].map((header) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {item.clauses.map(({ id: clause, text }) => (
            <tr key={clause}>
              <th scope="row">{clause}</th>
              <td>{text}</td>
              <td>{failedOn(index, clause)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Chart drawing={distribution(sections.distribution, binsOf(rows, index, Number(item.points)))} />
      <h2>{sections.units}</h2>
      <DataTable caption={sections.units} columns={unitColumns} rows={rows} />
    </>
  );
}

const pointsOf = (unit: UnitData, index: number): number => Number(unit.points[index]);

function failedOn(index: number, clause: string) {
  const units = page.units.filter((unit) => unit.failed[index]?.includes(clause));
  if (units.length === 0) return labels.none;
  return (
    <>
      {units.length}：
      {units.map(({ code, name }, at) => (
        <>
          {at > 0 && "、"}
          <a key={code} href={hrefOf({ page: "unit", id: code })}>
            {name}
          </a>
        </>
      ))}
    </>
  );
}

function columnsFor(index: number): Column<UnitData>[] {
  return [
    {
      header: columns.unit,
      cell: ({ code, name }) => <a href={hrefOf({ page: "unit", id: code })}>{name}</a>,
      by: ({ name }) => name,
      names: true,
    },
    { header: columns.group, cell: ({ group }) => group || labels.none, by: ({ group }) => group },
    {
      header: columns.points,
      cell: (unit) => unit.points[index],
      by: (unit) => pointsOf(unit, index),
      numeric: true,
    },
    { header: columns.clause, cell: (unit) => unit.failed[index]?.join("、") ?? labels.none },
    {
      header: columns.rank,
      cell: ({ rank }) => rank ?? labels.none,
      by: ({ rank }) => rank,
      numeric: true,
    },
  ];
}

/** Ten ranges of a tenth of the points each, the last of them with its upper end. */
function binsOf(units: readonly UnitData[], index: number, max: number) {
  const counts = Array<number>(BINS).fill(0);
  for (const unit of units) {
    const share = max > 0 ? pointsOf(unit, index) / max : 0;
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor(share * BINS + 1e-9)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count, bin) => ({ label: `${bin * 10}–${(bin + 1) * 10}%`, count }));
}
