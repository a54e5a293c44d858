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
 * What the archive says of itself: entries and their opened sizes (ZIP specification 4.3.12). No entry is opened beyond
 * its declared size, so a declaration within the limit cannot be a bomb.
 */
function checkArchive(bytes: Uint8Array): ArchiveProblem | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) return { kind: "broken", reason: "немає змісту архіву" };
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let opened = 0;
  if (entries > mostEntries) return { kind: "too-big", reason: `частин ${entries}` };
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      return { kind: "broken", reason: "зміст архіву пошкоджено" };
    opened += view.getUint32(at + 24, true);
    at +=
      46 +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return opened > largestOpened
    ? { kind: "too-big", reason: `${Math.round(opened / 1048576)} МБ після розпакування` }
    : undefined;
}

/** The parts of a workbook's archive that hold tables and what is told about them, opened within the limits. */
export function openArchive(bytes: Uint8Array): { parts: Parts } | { problem: ArchiveProblem } {
  const problem = checkArchive(bytes);
  if (problem) return { problem };
  try {
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
