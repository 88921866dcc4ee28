import { type CellContext, contentOf, formatOf } from "./cell-content.js";
import type { Cell } from "./cells.js";
import { damaged } from "./refusal.js";
import { decodeEscapes, RichTextReader, TextReader } from "./shared-strings.js";
import type { ElementReader } from "./xml-elements.js";

/**
 * Reads one `c` element after the other: `begin` names the place, `end` hands over the cell, if it holds
 * a value, an error or a formula. One reader serves a whole sheet, since cells do not nest.
 */
export class CellReader implements ElementReader {
  readonly #value = new TextReader();
  readonly #formula = new TextReader();
  readonly #inline = new RichTextReader();
  #address = "";
  #row = 0;
  #column = 0;
  #type = "n";
  #style = "0";
  #hasValue = false;
  #hasFormula = false;
  #hasInline = false;

  constructor(
    readonly context: CellContext,
    readonly part: string,
    readonly emit: (cell: Cell) => void,
  ) {}

  begin(
    address: string,
    row: number,
    column: number,
    type: string | undefined,
    style: string | undefined,
  ): this {
    this.#address = address;
    this.#row = row;
    this.#column = column;
    this.#type = type ?? "n";
    this.#style = style ?? "0";
    this.#hasValue = false;
    this.#hasFormula = false;
    this.#hasInline = false;
    return this;
  }

  /** The whole of the cell, where it holds a value and nothing else. */
  takeValue(value: string): void {
    this.#hasValue = true;
    this.#value.reset().text(value);
    this.end();
  }

  child(name: string): ElementReader | undefined {
    switch (name) {
      case "s:v":
        this.#hasValue = this.#once(this.#hasValue);
        return this.#value.reset();
      case "s:f":
        this.#hasFormula = this.#once(this.#hasFormula);
        return this.#formula.reset();
      case "s:is":
        this.#hasInline = this.#once(this.#hasInline);
        return this.#inline.reset();
      default:
        return undefined;
    }
  }

  end(): void {
    if (!this.#hasValue && !this.#hasFormula && !this.#hasInline) return;
    const formula = this.#hasFormula ? decodeEscapes(this.#formula.value) : undefined;
    const stored = {
      part: this.part,
      address: this.#address,
      type: this.#type,
      style: this.#style,
      format: formatOf(this.#style, this.context.styles),
      value: this.#hasValue ? this.#value.value : undefined,
      inline: this.#hasInline ? this.#inline.value : undefined,
      formula,
    };
    const content = contentOf(stored, this.context);
    if (content === undefined) return;
    this.emit({
      address: this.#address,
      row: this.#row,
      column: this.#column,
      ...content,
      ...(stored.format?.code === undefined ? undefined : { format: stored.format.code }),
      ...(formula === undefined ? undefined : { formula }),
    });
  }

  /** Of two values in one cell, neither is the right one to take. */
  #once(seen: boolean): true {
    if (seen) throw damaged("cell-content", this.part, { cell: this.#address });
    return true;
  }
}
