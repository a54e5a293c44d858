import { unzipSync } from "fflate";

/** Opened, an archive may take this much: a hundred times what a clerk's workbook does. */
const largestOpened = 256 * 1024 * 1024;
const mostEntries = 4096;
/** Parts without which a table is whole: pictures, drawings' media, macros, printer settings, embedded files. */
const unread =
  /\.(?:png|jpe?g|gif|emf|wmf|svg|tiff?|bmp|ole|docx?|pdf)$|vbaProject\.bin$|printerSettings/i;

export type ArchiveProblem = { kind: "too-big" | "broken"; reason: string };
/** Parts by their names, «/» between folders. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * What the archive says of itself: its parts and their opened sizes, read by what will open them, so that there are no two
 * readings to play off against each other. No part is opened beyond its declared size, so a declaration within the limit
 * cannot be a bomb.
 */
function checkArchive(bytes: Uint8Array): ArchiveProblem | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) return { kind: "broken", reason: "немає змісту архіву" };
  // No workbook needs the directory of archives beyond 4 GB, and fflate may go through a forged one for ever.
  if (view.getUint16(end + 8, true) === 0xffff || view.getUint32(end + 16, true) === 0xffffffff)
    return { kind: "too-big", reason: "архів ZIP64" };
  const names: string[] = [];
  let [packed, opened] = [0, 0];
  unzipSync(bytes, {
    filter({ name, size, originalSize }) {
      names.push(name);
      packed += size;
      opened += originalSize;
      return false;
    },
  });
  if (names.length > mostEntries) return { kind: "too-big", reason: `частин ${names.length}` };
  // What lies beyond the file is read as a part without a name, and parts in one place are no workbook's.
  if (names.length === 0 || names.includes("") || packed > bytes.length)
    return { kind: "broken", reason: "зміст архіву пошкоджено" };
  return opened > largestOpened
    ? { kind: "too-big", reason: `${Math.round(opened / 1048576)} МБ після розпакування` }
    : undefined;
}

/** The parts of a workbook's archive that hold tables and what is told about them, opened within the limits. */
export function openArchive(bytes: Uint8Array): { parts: Parts } | { problem: ArchiveProblem } {
  try {
    const problem = checkArchive(bytes);
    if (problem) return { problem };
    const parts = unzipSync(bytes, { filter: ({ name }) => !unread.test(name) });
    return {
      parts: new Map(
        Object.entries(parts).map(([name, part]) => [name.replaceAll("\\", "/"), part]),
      ),
    };
  } catch {
    return { problem: { kind: "broken", reason: "частину архіву пошкоджено" } };
  }
}
