/** How a workbook is packed: parts in a ZIP archive, or streams in a compound file and bare records of Excel 2–4. */
type WorkbookKind = "archive" | "xls";

const archive = [0x50, 0x4b, 3, 4];
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * The first bytes of a file → the workbook it may be. A name that begins with «PK» is no archive, and a text that begins
 * with a tab no record: all of the mark is asked for ([MS-XLS] 2.4.21, ZIP specification 4.3.7, [MS-CFB] 2.2).
 */
export function workbookKind(bytes: Uint8Array): WorkbookKind | undefined {
  const begins = (marks: readonly number[]) => marks.every((mark, index) => bytes[index] === mark);
  if (begins(compound)) return "xls";
  // BOF of BIFF2, BIFF3 and BIFF4: its own length, a version, a sheet or a workbook.
  const [sign, version = 0, length = 0, zero] = bytes;
  if (sign === 9 && [0, 2, 4].includes(version) && [4, 6].includes(length) && zero === 0)
    return "xls";
  return begins(archive) ? "archive" : undefined;
}
