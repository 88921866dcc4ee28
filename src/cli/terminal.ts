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
}

/** Aligned by the width that a terminal gives each character: a Chinese one takes two columns. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => safe(cell).replace(/\s+/gu, " ")));
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
