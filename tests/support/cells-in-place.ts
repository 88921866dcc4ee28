import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** What is typed into a cell; a percentage is a number in a cell that shows it as one. */
export type Typed = string | number | boolean | { readonly percent: number };

/**
 * Workbooks made of one template by typing into its cells, without a spreadsheet library: hundreds of copies
 * of a large template take no longer than packing them.
 */
export class CellsInPlace {
  private readonly parts: Record<string, Uint8Array>;
  private readonly sheets: ReadonlyMap<string, string>;
  private readonly percentStyle: string;

  /** @param template as exceljs writes it: sheets by number, empty cells with a style of their own */
  constructor(template: Uint8Array) {
    this.parts = unzipSync(template);
    const book = strFromU8(this.parts["xl/workbook.xml"] ?? new Uint8Array());
    this.sheets = new Map(
      [...book.matchAll(/<sheet sheetId="(\d+)" name="([^"]*)"/g)].map(([, id = "", name = ""]) => [
        name,
        `xl/worksheets/sheet${id}.xml`,
      ]),
    );
    this.percentStyle = this.addPercentStyle();
  }

  /** By sheet and address. A cell that the template has not is a fault of the caller. */
  filled(cells: Readonly<Record<string, Readonly<Record<string, Typed>>>>): Uint8Array {
    const parts = { ...this.parts };
    for (const [sheet, typed] of Object.entries(cells)) {
      const part = this.sheets.get(sheet) ?? "";
      const missing = new Set(Object.keys(typed));
      const xml = strFromU8(parts[part] ?? new Uint8Array()).replace(
        /<c r="([A-Z]+\d+)" s="(\d+)"\/>/g,
        (empty, address: string, style: string) => {
          const value = typed[address];
          if (value === undefined) return empty;
          missing.delete(address);
          return this.cell(address, style, value);
        },
      );
      if (missing.size > 0) throw new Error(`no empty cells in ${sheet}: ${[...missing].join(", ")}`);
      parts[part] = strToU8(xml);
    }
    return zipSync(parts, { level: 1 });
  }

  private cell(address: string, style: string, value: Typed): string {
    if (typeof value === "object")
      return `<c r="${address}" s="${this.percentStyle}"><v>${value.percent}</v></c>`;
    if (typeof value === "number") return `<c r="${address}" s="${style}"><v>${value}</v></c>`;
    if (typeof value === "boolean") return `<c r="${address}" s="${style}" t="b"><v>${Number(value)}</v></c>`;
    const escaped = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
  }

  /** A cell format more, by which a number is shown as a percentage. */
  private addPercentStyle(): string {
    const xml = strFromU8(this.parts["xl/styles.xml"] ?? new Uint8Array());
    const [, count = "0"] = /<cellXfs count="(\d+)"/.exec(xml) ?? [];
    const format = '<xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>';
    this.parts["xl/styles.xml"] = strToU8(
      xml
        .replace(/<cellXfs count="\d+"/, `<cellXfs count="${Number(count) + 1}"`)
        .replace("</cellXfs>", `${format}</cellXfs>`),
    );
    return count;
  }
}
