/** Where a value was read: the cell that a reader can open. */
export interface Source {
  /** The input file's name as given to the run. */
  readonly file: string;
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
}
