import type * as Docx from "docx";
import type { IParagraphOptions, IRunOptions, Paragraph, Table } from "docx";

/**
 * The look of a Chinese official document (GB/T 9704): A4, title in 小标宋, headings in 黑体 and 楷体, text in 仿宋, lines
 * of exactly 28 points, the page number between dashes. Fonts are named, not shipped.
 */

/** Millimetres as twentieths of a point. */
const mm = (value: number): number => Math.round((value * 1440) / 25.4);

export const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(25) },
};
const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;

/** Half points: 二号, 三号, 五号, 四号. */
const SIZES = { title: 44, text: 32, table: 21, page: 28 };
export const FONTS = {
  title: "方正小标宋简体",
  heading: "黑体",
  subheading: "楷体_GB2312",
  text: "仿宋_GB2312",
  fallback: "宋体",
} as const;

/** Twentieths of a point. */
const LINE = { line: 560, lineRule: "exact" } as const;
const TABLE_LINE = { line: 320, lineRule: "exact" } as const;
const TWO_CHARACTERS = { firstLine: 640 };
const BLACK = "000000";

export type Run = readonly [text: string, font: keyof typeof FONTS];
type Alignment = NonNullable<IParagraphOptions["alignment"]>;

/** Makes the pieces of one document; the library is loaded by whoever writes one. */
export class Layout {
  constructor(private readonly docx: typeof Docx) {}

  title(text: string): Paragraph {
    return this.#paragraph([[text, "title"]], { alignment: "center", spacing: LINE }, SIZES.title);
  }

  /** Centred below the title. */
  subtitle(text: string): Paragraph {
    return this.#paragraph([[text, "subheading"]], { alignment: "center", spacing: LINE });
  }

  /** To whom it goes: not indented. */
  addressee(text: string): Paragraph {
    return this.#paragraph([[text, "text"]], { spacing: LINE });
  }

  heading(text: string): Paragraph {
    return this.#paragraph([[text, "heading"]], {
      spacing: { ...LINE, before: 240 },
      indent: TWO_CHARACTERS,
      keepNext: true,
      heading: "Heading1",
    });
  }

  text(...runs: readonly Run[]): Paragraph {
    return this.#paragraph(runs, { spacing: LINE, indent: TWO_CHARACTERS });
  }

  /** In small type, about the document itself. */
  note(text: string): Paragraph {
    return this.#paragraph([[text, "subheading"]], { spacing: { ...TABLE_LINE, before: 240 } }, SIZES.table);
  }

  blank(): Paragraph {
    return this.#paragraph([], { spacing: LINE });
  }

  /** At the right margin, as many characters away from it. */
  signature(text: string): Paragraph {
    return this.#paragraph([[text, "text"]], {
      spacing: LINE,
      alignment: "right",
      keepNext: true,
      indent: { right: 1280 },
    });
  }

  /**
   * `shares` are parts of the text's width. The first row is repeated on every page; a row of one text goes across all
   * columns and stays with the row below it.
   */
  table(
    shares: readonly number[],
    headers: readonly string[],
    rows: readonly (readonly string[])[],
    centred: readonly boolean[],
  ): Table {
    const { Table, TableRow, TableCell, VerticalAlign } = this.docx;
    const all = shares.reduce((sum, share) => sum + share, 0);
    const widths = shares.map((share) => Math.floor((TEXT_WIDTH * share) / all));
    const cell = (text: string, column: number, font: Run[1], alignment: Alignment, across = 1) =>
      new TableCell({
        width: { size: across > 1 ? TEXT_WIDTH : (widths[column] ?? 0), type: "dxa" },
        columnSpan: across,
        margins: { left: 70, right: 70, top: 40, bottom: 40 },
        verticalAlign: VerticalAlign.CENTER,
        children: text.split("\n").map((line) => {
          const options = { spacing: TABLE_LINE, alignment, keepNext: across > 1 };
          return this.#paragraph([[line, font]], options, SIZES.table);
        }),
      });
    const head = new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: headers.map((text, column) => cell(text, column, "heading", "center")),
    });
    const body = rows.map(
      (texts) =>
        new TableRow({
          cantSplit: true,
          children:
            texts.length === 1
              ? [cell(texts[0] ?? "", 0, "heading", "left", shares.length)]
              : texts.map((text, column) => cell(text, column, "text", centred[column] ? "center" : "left")),
        }),
    );
    return new Table({
      width: { size: TEXT_WIDTH, type: "dxa" },
      columnWidths: widths,
      layout: "fixed",
      rows: [head, ...body],
    });
  }

  /** `— 1 —`. */
  footer(): Docx.Footer {
    const { Footer, Paragraph, TextRun, PageNumber } = this.docx;
    const run = new TextRun({
      ...this.#style("fallback", SIZES.page),
      children: ["— ", PageNumber.CURRENT, " —"],
    });
    return new Footer({ children: [new Paragraph({ alignment: "center", children: [run] })] });
  }

  #paragraph(runs: readonly Run[], options: IParagraphOptions, size = SIZES.text): Paragraph {
    const { Paragraph, TextRun } = this.docx;
    return new Paragraph({
      ...options,
      children: runs.map(([text, font]) => new TextRun({ ...this.#style(font, size), text: clean(text) })),
    });
  }

  #style(font: Run[1], size: number): IRunOptions {
    const name = FONTS[font];
    return {
      size,
      color: BLACK,
      font: { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: "eastAsia" },
    };
  }
}

/** What XML can't hold is left out; a text from a workbook stays text. */
const clean = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD");

/** Where a named font is not there, 宋体 takes its place. */
export const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[
  ...new Set(Object.values(FONTS)),
]
  .map(
    (name) =>
      `<w:font w:name="${name}">${name === FONTS.fallback ? '<w:altName w:val="SimSun"/>' : `<w:altName w:val="${FONTS.fallback}"/>`}<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  .join("")}</w:fonts>`;
