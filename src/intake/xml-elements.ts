/** What to do with one kind of element. Readers are told of direct content only, so that a tree of
 * readers mirrors the schema, and an element nobody asks for is skipped with all that is in it. */
export interface ElementReader {
  /** The reader of a child; undefined skips it. `attributes` is valid during the call only. */
  child?(name: string, attributes: Attributes): ElementReader | undefined;
  /**
   * Reads the child whose `<` stands at `at` by itself, where that is there whole and written in the plainest
   * way, counts its elements down, and returns the place behind it; −1 leaves it to `child`. Names without a
   * prefix are those of spreadsheets there.
   */
  plainChild?(text: string, at: number, elements: { left: number }): number;
  /** Character data, possibly in several pieces. */
  text?(text: string): void;
  end?(): void;
}

/** The attributes of the element being opened, by name: `count`, `r:id`. One object serves all elements. */
export class Attributes {
  readonly names: string[] = [];
  readonly values: string[] = [];
  count = 0;

  get(name: string): string | undefined {
    const index = this.indexOf(name, this.count);
    return index < 0 ? undefined : this.values[index];
  }

  add(name: string, value: string): void {
    this.names[this.count] = name;
    this.values[this.count] = value;
    this.count += 1;
  }

  /** Among the first `limit` attributes only. */
  indexOf(name: string, limit: number): number {
    for (let i = 0; i < limit; i += 1) if (this.names[i] === name) return i;
    return -1;
  }
}
