/** A bracket that opens and is never closed: the whole text cannot be read. Its message begins with «line:column:». */
export class Unclosed extends Error {
  constructor(line: number, column: number, what: string) {
    super(`${line}:${column}: ${what}`);
  }
}

/** A line of a text, without the marks of the lists and quotations it lies in. */
export type Line = { text: string; number: number };

/** Lines as one text, and the line of each of its places. */
export function joined(lines: readonly Line[]): { text: string; lineAt(at: number): number } {
  const ends: number[] = [];
  let length = 0;
  for (const { text } of lines) {
    length += text.length + 1;
    ends.push(length);
  }
  return {
    text: lines.map(({ text }) => text).join("\n"),
    lineAt(at) {
      const index = ends.findIndex((end) => at < end);
      return lines[index < 0 ? lines.length - 1 : index]?.number ?? 1;
    },
  };
}
