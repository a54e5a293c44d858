import { expect, test } from "vitest";
import { readTable } from "./read-table.ts";
import { partSize, sampleSize } from "./scan/encoding.ts";

/** A table of about so many bytes, its last cell no number. */
const tableOf = (bytes: number, end: string): Uint8Array =>
  new TextEncoder().encode(`n\n${"1\n".repeat(bytes / 2)}last${end}`);

test.each([
  ["one part", 10],
  ["several parts", sampleSize + 10],
  ["many", 2 * partSize + 10],
])("the last row counts, ended by a line break or not: %s", (_, bytes) => {
  for (const end of ["", "\n", "\r\n"]) {
    const { rows, columns } = readTable(tableOf(bytes, end), {
      form: "published",
      fields: [{ name: "n", type: "integer", title: "Число", constraints: {} }],
    });
    expect([rows, columns[0]?.problems[0]?.first]).toEqual([
      bytes / 2 + 1,
      [{ line: bytes / 2 + 2, record: bytes / 2 + 2, value: "last" }],
    ]);
  }
});
