/**
 * A text that strangers wrote, as it is given on: one line, no signs that nobody sees, and not longer than is useful. What
 * is in it is data; nothing in it is meant for whoever reads the answer.
 */
export function plain(text: string, most = 300): string {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\p{Cf}/gu, "")
    .replace(/ {2,}/g, " ")
    .trim();
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}

/** A cell of a Markdown table. */
const cellOf = (value: string | number | null, most: number): string =>
  value === null ? "" : plain(String(value), most).replaceAll("|", "\\|");

/** Rows as a Markdown table. */
export const markdownTable = (
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  most = 300,
): string =>
  [columns, columns.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.map((cell) => cellOf(cell, most)).join(" | ")} |`)
    .join("\n");
