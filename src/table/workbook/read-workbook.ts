import { type Cell, type CellValue, read } from "hucre";
import { csvLine } from "../../model/csv.ts";
import type { ByteSource } from "../encoding.ts";

type WorkbookFormat = "xlsx" | "xls" | "ods";

/** A sheet as CSV text, a record per row: row and column numbers stay those that the spreadsheet shows. */
export type SheetText = { name: string; hidden: boolean; rows: number; text: string };

type WorkbookProblem = { kind: "too-big" | "encrypted" | "broken"; reason: string };

/** Opened, an archive may take this much: a hundred times what a clerk's workbook does. */
const largestOpened = 256 * 1024 * 1024;
const mostEntries = 4096;

export function workbookFormat(bytes: Uint8Array): WorkbookFormat | undefined {
  const head = (...marks: number[]) => marks.every((mark, index) => bytes[index] === mark);
  if (head(0xd0, 0xcf, 0x11, 0xe0)) return "xls";
  if (!head(0x50, 0x4b, 3, 4)) return undefined;
  const start = new TextDecoder("latin1").decode(bytes.subarray(30, 200));
  return start.startsWith("mimetypeapplication/vnd.oasis.opendocument.spreadsheet")
    ? "ods"
    : "xlsx";
}

/**
 * What the archive says of itself: entries and their opened sizes (ZIP specification 4.3.12). The reader opens no
 * entry beyond its declared size, so a declaration within the limit cannot be a bomb.
 */
function checkArchive(bytes: Uint8Array): WorkbookProblem | undefined {
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

const pad = (value: number, length = 2) => String(value).padStart(length, "0");

const firstDay = Date.UTC(1900, 0, 1);

/** A moment of a workbook (no time zone) as ISO 8601, without a time where there is none. */
function momentText(value: Date): string {
  if (Number.isNaN(value.getTime())) return "#NUM!";
  // Day nought of Excel: a time with no date.
  if (value.getTime() < firstDay)
    return `${pad(value.getUTCHours())}:${pad(value.getUTCMinutes())}${value.getUTCSeconds() === 0 ? "" : `:${pad(value.getUTCSeconds())}`}`;
  const day = `${pad(value.getUTCFullYear(), 4)}-${pad(value.getUTCMonth() + 1)}-${pad(value.getUTCDate())}`;
  const seconds = Math.round((value.getTime() % 86_400_000) / 1000);
  if (seconds === 0) return day;
  const time = `${pad(value.getUTCHours())}:${pad(value.getUTCMinutes())}`;
  return `${day}T${time}${value.getUTCSeconds() === 0 ? "" : `:${pad(value.getUTCSeconds())}`}`;
}

/** A number as people mean it: the fifteen digits Excel keeps, zeros in front where the format shows them. */
function numberText(value: number, format: string | undefined): string {
  const text =
    Number.isInteger(value) && Math.abs(value) < 1e15
      ? String(value)
      : plain(Number(value.toPrecision(15)));
  return format && /^0{2,}$/.test(format) && Number.isInteger(value) && value >= 0
    ? text.padStart(format.length, "0")
    : text;
}
const plain = (value: number): string =>
  Math.abs(value) >= 1e21 || (value !== 0 && Math.abs(value) < 1e-6)
    ? value.toFixed(20).replace(/\.?0+$/, "")
    : String(value);

function cellText(value: CellValue | undefined, cell: Partial<Cell> | undefined): string {
  const shown = value ?? cell?.value ?? cell?.formulaResult ?? null;
  if (shown === null || shown === undefined) return "";
  if (shown instanceof Date) return momentText(shown);
  if (typeof shown === "number") return numberText(shown, cell?.style?.numFmt);
  return String(shown).replace(/\r\n?/g, "\n");
}

/** XLSX, XLS or ODS → its sheets. Never throws for what a publisher can mend. */
export async function readWorkbook(
  bytes: Uint8Array,
): Promise<{ sheets: SheetText[]; problem?: WorkbookProblem }> {
  const format = workbookFormat(bytes);
  const archive = format === "xls" ? undefined : checkArchive(bytes);
  if (archive) return { sheets: [], problem: archive };
  try {
    const { sheets } = await read(bytes, { readStyles: true });
    return {
      sheets: sheets.map(({ name, rows, cells, hidden, veryHidden }) => {
        const written = Array.from(rows, (row, r) =>
          Array.from(row ?? [], (value, c) => cellText(value, cells?.get(`${r},${c}`))),
        );
        const isFilled = (row: string[] | undefined) =>
          row?.some((text) => text.trim() !== "") ?? false;
        while (written.length > 0 && !isFilled(written.at(-1))) written.pop();
        const width = written.reduce((most, row) => {
          let last = row.length;
          while (last > 0 && row[last - 1]?.trim() === "") last--;
          return Math.max(most, last);
        }, 0);
        return {
          name,
          hidden: hidden === true || veryHidden === true,
          rows: written.length,
          text: written
            .map((row) => csvLine(Array.from({ length: width }, (_, column) => row[column] ?? "")))
            .join(""),
        };
      }),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      sheets: [],
      problem: /encrypt|password/i.test(reason)
        ? { kind: "encrypted", reason: "захищено паролем" }
        : /limit|bomb/i.test(reason)
          ? { kind: "too-big", reason }
          : { kind: "broken", reason },
    };
  }
}

/** Sheet text as a source of UTF-8 bytes. */
export const sheetSource = (text: string): ByteSource => {
  const bytes = new TextEncoder().encode(text);
  return { byteLength: bytes.length, read: (from, to) => bytes.subarray(from, to) };
};
