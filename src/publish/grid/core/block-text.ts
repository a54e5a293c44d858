/** A block of cells as Excel reads it from the clipboard: tabs and CRLF, a cell with a tab, a line break or a quote in quotes. */
export const writeBlock = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) =>
      cells
        .map((cell) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join("\t"),
    )
    .join("\r\n");

/** Where a cell that begins with a quote ends: behind the closing one; undefined where it is never closed, and means nothing. */
function endOfQuoted(text: string, at: number): number | undefined {
  let end = text.indexOf('"', at + 1);
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  const next = text[end + 1];
  return end === -1 || (next !== undefined && !/[\t\n\r]/.test(next)) ? undefined : end + 1;
}

function endOfPlain(text: string, at: number): number {
  const end = text.slice(at).search(/[\t\n\r]/);
  return end === -1 ? text.length : at + end;
}

/** What Excel, a web page or a notebook has put on the clipboard → a block of cells; its last line break parts nothing. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const quoted = text[at] === '"' ? endOfQuoted(text, at) : undefined;
    const end = quoted ?? endOfPlain(text, at);
    const cell =
      quoted === undefined
        ? text.slice(at, end)
        : text
            .slice(at + 1, end - 1)
            .replaceAll('""', '"')
            .replaceAll("\r\n", "\n");
    rows.at(-1)?.push(cell);
    if (end >= text.length) return rows;
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
    if (text[end] === "\t") continue;
    if (at >= text.length) return rows;
    rows.push([]);
  }
}
