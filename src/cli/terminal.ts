import pc from "picocolors";
import stringWidth from "string-width";

/** Text from files must not move the cursor, colour the screen or hide itself. */
export function safe(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => (char === "\n" ? "\n" : "\uFFFD"));
}

export const bold = (text: string): string => pc.bold(text);
export const dim = (text: string): string => pc.dim(text);
export const red = (text: string): string => pc.red(text);

export interface Column {
  readonly title: string;
  readonly align?: "right";
  /** Widest it may get; longer cells are cut with “…”. */
  readonly max?: number;
}

/** Aligned by the width that a terminal gives each character: a Chinese one takes two columns. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) =>
    row.map((cell, index) =>
      cut(safe(cell).replace(/\s+/gu, " "), columns[index]?.max ?? Number.POSITIVE_INFINITY),
    ),
  );
  const widths = columns.map(({ title }, index) =>
    Math.max(stringWidth(title), ...cells.map((row) => stringWidth(row[index] ?? ""))),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => pad(cell, widths[index] ?? 0, columns[index]?.align))
      .join("  ")
      .trimEnd();
  return [bold(line(columns.map(({ title }) => title))), ...cells.map(line)].join("\n");
}

function pad(text: string, width: number, align: "right" | undefined): string {
  const blanks = " ".repeat(Math.max(0, width - stringWidth(text)));
  return align === "right" ? blanks + text : text + blanks;
}

function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let short = "";
  for (const char of text) {
    if (stringWidth(short + char) > width - 1) break;
    short += char;
  }
  return `${short}…`;
}
