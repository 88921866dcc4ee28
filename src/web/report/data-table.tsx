import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { labels } from "./data.js";
import { usePrinting } from "./printing.js";

export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** What the column is sorted by; it can't be sorted without. null stands last, whichever way. */
  readonly by?: (row: Row) => number | string | null;
  readonly numeric?: boolean;
  /** Never broken into lines. */
  readonly short?: boolean;
  /** Is a row known by this column? */
  readonly names?: boolean;
}

interface Sorting {
  readonly column: number;
  readonly falling: boolean;
}

const SIZES = [50, 100, 200];

/** A list that can be sorted, a page at a time: so thousands of rows stay quick. Printed whole. */
export function DataTable<Row>(given: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}) {
  const { caption, columns, rows } = given;
  const [sorting, setSorting] = useState<Sorting>();
  const [size, setSize] = useState(SIZES[0] ?? 50);
  const [wanted, setPage] = useState(0);
  const printing = usePrinting();
  const sorted = useMemo(() => sort(rows, columns, sorting), [rows, columns, sorting]);
  const pages = Math.max(1, Math.ceil(sorted.length / size));
  const page = Math.min(wanted, pages - 1);
  const shown = printing ? sorted : sorted.slice(page * size, (page + 1) * size);

  const turn = (column: number) =>
    setSorting((now) => ({ column, falling: now?.column === column ? !now.falling : false }));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={caption}>
        <table>
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <Header key={column.header} {...{ column, index, sorting, turn }} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <tr key={index}>
                {columns.map((column) =>
                  column.names ? (
                    <th key={column.header} scope="row" class={column.short ? "short" : undefined}>
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td
                      key={column.header}
                      class={column.numeric ? "number" : column.short ? "short" : undefined}
                    >
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {sorted.length === 0 && <p>{labels.nothingFound}</p>}
      {sorted.length > (SIZES[0] ?? 50) && (
        <Pager {...{ page, pages, size, all: sorted.length, setPage, setSize }} />
      )}
    </>
  );
}

function Header<Row>(given: {
  readonly column: Column<Row>;
  readonly index: number;
  readonly sorting: Sorting | undefined;
  readonly turn: (column: number) => void;
}) {
  const { column, index, sorting, turn } = given;
  const isSorted = sorting?.column === index;
  const order = !isSorted ? "none" : sorting.falling ? "descending" : "ascending";
  const sign = !isSorted ? "" : sorting.falling ? " ▼" : " ▲";
  if (!column.by) return <th scope="col">{column.header}</th>;
  return (
    <th scope="col" aria-sort={order}>
      <button type="button" onClick={() => turn(index)}>
        {column.header}
        {sign}
      </button>
    </th>
  );
}

function Pager(given: {
  readonly page: number;
  readonly pages: number;
  readonly size: number;
  readonly all: number;
  readonly setPage: (page: number) => void;
  readonly setSize: (size: number) => void;
}) {
  const { page, pages, size, all, setPage, setSize } = given;
  const shown = labels.shown
    .replace("{from}", String(page * size + 1))
    .replace("{to}", String(Math.min(all, (page + 1) * size)))
    .replace("{all}", String(all));
  return (
    <div class="controls">
      <button type="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
        {labels.previousPage}
      </button>
      <span aria-live="polite">{shown}</span>
      <button type="button" disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
        {labels.nextPage}
      </button>
      <label>
        {labels.perPage}{" "}
        <select value={size} onChange={(event) => setSize(Number(event.currentTarget.value))}>
          {SIZES.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function sort<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | undefined,
): readonly Row[] {
  const by = sorting && columns[sorting.column]?.by;
  if (!by) return rows;
  const turn = sorting.falling ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [one, other] = [by(a), by(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return turn * compare(one, other);
  });
}

const compare = (a: number | string, b: number | string): number =>
  typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "zh-CN");
