import type { GapDetail } from "../../page.js";
import { labels } from "./data.js";
import { type Column, DataTable } from "./data-table.js";
import { hrefOf } from "./route.js";

/** What would win points back, the most first. */
export function GapList({ gaps }: { readonly gaps: readonly GapDetail[] }) {
  if (gaps.length === 0) return <p>{labels.noGaps}</p>;
  return <DataTable caption={labels.sections.gaps} columns={COLUMNS} rows={gaps} />;
}

const { columns } = labels;
const COLUMNS: readonly Column<GapDetail>[] = [
  {
    header: columns.title,
    cell: ({ item, title }) => (
      <a href={hrefOf({ page: "item", id: item })}>
        {item} {title}
      </a>
    ),
    by: ({ item }) => item,
    names: true,
  },
  { header: columns.kind, cell: ({ kind }) => kind, by: ({ kind }) => kind },
  {
    header: columns.lostTotal,
    cell: ({ lostTotal }) => lostTotal,
    by: ({ lostTotal }) => Number(lostTotal),
    numeric: true,
  },
  { header: columns.message, cell: ({ message }) => message },
  { header: columns.required, cell: ({ required }) => required },
  { header: columns.steps, cell: ({ steps }) => <span class="lines">{steps}</span> },
  { header: columns.cells, cell: ({ cells }) => <span class="lines">{cells}</span> },
  { header: columns.remedy, cell: ({ remedy }) => remedy },
  {
    header: columns.responsible,
    cell: ({ responsible }) => responsible,
    by: ({ responsible }) => responsible,
  },
];
