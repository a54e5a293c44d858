import type { TableProblem } from "../../model/table.ts";

const starts = (bytes: Uint8Array, ...head: number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte);

/**
 * Whole beginnings of files that hold no text: two letters of them begin words too, «PK» and «ПЛ» in CP866.
 * ZIP (APPNOTE 4.3.6 and 4.3.16), OLE2, gzip (RFC 1952), PDF, RAR, 7z.
 */
const magic = [
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 5, 6],
  [0x50, 0x4b, 7, 8],
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  [0x1f, 0x8b, 8],
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x52, 0x61, 0x72, 0x21, 0x1a, 7],
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
];

/** What stands in the file instead of a table, known by its first bytes. */
export function findImpostor(bytes: Uint8Array): TableProblem | undefined {
  const forbidden = (what: "nul" | "html" | "lfs" | "binary", line = 1): TableProblem => ({
    kind: "forbidden-bytes",
    line,
    what,
  });
  if (magic.some((head) => starts(bytes, ...head))) return forbidden("binary");
  const head = new TextDecoder("windows-1251").decode(bytes.subarray(0, 512));
  if (head.startsWith("version https://git-lfs")) return forbidden("lfs");
  if (/^\s*(ï»¿|п»ї)?\s*<(!doctype|html|\?xml|table)/i.test(head)) return forbidden("html");
  // UTF-16 has zero bytes of its own: half of them, always on one side.
  const utf16 = starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff);
  const sample = bytes.subarray(0, 4096);
  const zeros = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (zeros > 0 && !utf16 && zeros < sample.length * 0.2) {
    let line = 1;
    for (const byte of sample) {
      if (byte === 0) break;
      if (byte === 10) line++;
    }
    return forbidden("nul", line);
  }
  return undefined;
}

/** A line git leaves where two changes met. */
export const isConflictMark = (cell: string): boolean => /^(<{7}|>{7})( |$)|^={7}$/.test(cell);
