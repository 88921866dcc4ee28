import { labels, page } from "./data.js";
import { type Column, DataTable } from "./data-table.js";

type Returned = (typeof page.returned)[number];

/** Files that were handed in and do not count, each with its reasons. */
export const FilesPage = () => (
  <>
    <h1 tabIndex={-1}>{labels.sections.files}</h1>
    <DataTable caption={labels.sections.files} columns={COLUMNS} rows={page.returned} />
  </>
);

const COLUMNS: readonly Column<Returned>[] = [
  { header: labels.columns.file, cell: ({ file }) => file, by: ({ file }) => file, names: true },
  { header: labels.columns.status, cell: ({ outcome }) => outcome, by: ({ outcome }) => outcome },
  {
    header: labels.columns.reasons,
    cell: ({ reasons }) => <span class="lines">{reasons.join("\n")}</span>,
  },
];
