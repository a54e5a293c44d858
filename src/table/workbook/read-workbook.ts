import type { WorkBook } from "@e965/xlsx";
import { openArchive, type Parts } from "./archive.ts";
import { workbookKind } from "./kind.ts";
import { type HiddenInSheet, readOdsContent } from "./ods-content.ts";
import { parseBook, parseXls } from "./parse-book.ts";
import { note, readSheet, type Sheet } from "./read-sheet.ts";
import { textsAround, type WorkbookText } from "./texts-around.ts";

type WorkbookProblem = { kind: "too-big" | "encrypted" | "broken"; reason: string };

/** Cells of a sheet, from its corner to its last: those of a hundred thousand rows are two million. */
const mostCells = 20_000_000;
const tooMany = (cells: number): WorkbookProblem => ({
  kind: "too-big",
  reason: `комірок на аркуші — ${cells}`,
});

/** What ODS hides, beside what the library tells. */
function withHidden(sheet: Sheet, hidden: HiddenInSheet | undefined): Sheet {
  if (!hidden) return sheet;
  for (const row of hidden.rows) if (row <= sheet.rows) note(sheet.notes.hiddenRows, row, "");
  sheet.notes.hiddenColumns.push(...hidden.columns.filter((column) => column < sheet.width));
  return { ...sheet, hidden: sheet.hidden || hidden.sheet };
}

function problemOf(error: unknown): WorkbookProblem {
  const reason = error instanceof Error ? error.message : String(error);
  if (/encrypt|password/i.test(reason)) return { kind: "encrypted", reason };
  return /limit|Invalid (?:array|string) length|allocation/i.test(reason)
    ? { kind: "too-big", reason: "більша, ніж уміщає пам’ять" }
    : { kind: "broken", reason: "її вміст пошкоджено або записано невідомим способом" };
}

/** What a workbook holds: its sheets, and the texts beside their cells. */
export type Workbook = {
  format: "XLSX" | "ODS" | "XLS";
  sheets: Sheet[];
  texts: WorkbookText[];
  problem?: WorkbookProblem;
};

/** The library's book → its sheets; refused where they hold more cells than memory does. */
function sheetsOf(book: WorkBook, hidden: readonly HiddenInSheet[] = []): Sheet[] | number {
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((name, index): Sheet[] => {
    const sheet = book.Sheets[name];
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    if (!sheet) return [{ name, hidden: isHidden, ...readSheet({}, date1904), unread: true }];
    // A chart on a sheet of its own, a macro: no table.
    if ((sheet["!type"] ?? "sheet") !== "sheet") return [];
    const read = { name, hidden: isHidden, ...readSheet(sheet, date1904) };
    // The library's cells are let go of at once: they take most of the memory.
    delete book.Sheets[name];
    return [withHidden(read, hidden[index])];
  });
  return sheets.map(({ rows, width }) => rows * width).find((cells) => cells > mostCells) ?? sheets;
}

const unread = (problem: WorkbookProblem) => ({ sheets: [], texts: [], problem });

/** Opened parts, and the content of an ODS among them, → what they hold. */
function readParts(parts: Parts, content: Uint8Array | undefined): Omit<Workbook, "format"> {
  if (new TextDecoder().decode(parts.get("META-INF/manifest.xml")).includes("encryption-data"))
    return unread({ kind: "encrypted", reason: "" });
  // What lies under a joined cell is read as any other cell: it is there, though nobody sees it.
  const xml = new TextDecoder()
    .decode(content)
    .replaceAll("table:covered-table-cell", "table:table-cell");
  const { hidden, filled } = readOdsContent(xml);
  if (filled > mostCells) return unread(tooMany(filled));
  const book = parseBook(parts, xml);
  const sheets = sheetsOf(book, hidden);
  return typeof sheets === "number"
    ? unread(tooMany(sheets))
    : { sheets, texts: textsAround(parts, book.SheetNames, xml) };
}

/** XLSX, XLSB or ODS → what it holds. Never throws for what a publisher can mend. */
export function readArchivedWorkbook(bytes: Uint8Array): Workbook {
  const opened = openArchive(bytes);
  if ("problem" in opened) return { format: "XLSX", ...unread(opened.problem) };
  const { parts } = opened;
  // Said by the part itself: programs that pack by hand put it elsewhere than first.
  const isOds = new TextDecoder()
    .decode(parts.get("mimetype"))
    .startsWith("application/vnd.oasis.opendocument.spreadsheet");
  const format = isOds ? "ODS" : "XLSX";
  try {
    return { format, ...readParts(parts, isOds ? parts.get("content.xml") : undefined) };
  } catch (error) {
    return { format, ...unread(problemOf(error)) };
  }
}

/** The same of an XLS too, whose letters need tables that are loaded when they are needed. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  if (workbookKind(bytes) !== "xls") return readArchivedWorkbook(bytes);
  try {
    const sheets = sheetsOf(await parseXls(bytes));
    const read = typeof sheets === "number" ? unread(tooMany(sheets)) : { sheets, texts: [] };
    return { format: "XLS", ...read };
  } catch (error) {
    return { format: "XLS", ...unread(problemOf(error)) };
  }
}
