import { openArchive } from "./archive.ts";
import { workbookFormat } from "./format.ts";
import { type HiddenInSheet, readOdsContent } from "./ods-content.ts";
import { parseBook, parseXls } from "./parse-book.ts";
import { note, readSheet, type Sheet } from "./read-sheet.ts";

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

/** XLSX, XLSB, XLS or ODS → its sheets. Never throws for what a publisher can mend. */
export async function readWorkbook(
  bytes: Uint8Array,
): Promise<{ sheets: Sheet[]; problem?: WorkbookProblem }> {
  const format = workbookFormat(bytes);
  const opened = format === "xls" ? undefined : openArchive(bytes);
  if (opened && "problem" in opened) return { sheets: [], problem: opened.problem };
  const manifest = opened?.parts.get("META-INF/manifest.xml");
  if (manifest && new TextDecoder().decode(manifest).includes("encryption-data"))
    return { sheets: [], problem: { kind: "encrypted", reason: "" } };
  const content = format === "ods" ? opened?.parts.get("content.xml") : undefined;
  // What lies under a joined cell is read as any other cell: it is there, though nobody sees it.
  const xml = new TextDecoder()
    .decode(content)
    .replaceAll("table:covered-table-cell", "table:table-cell");
  const { hidden, filled } = readOdsContent(xml);
  if (filled > mostCells) return { sheets: [], problem: tooMany(filled) };
  try {
    const book = opened ? parseBook(opened.parts, xml) : await parseXls(bytes);
    const date1904 = book.Workbook?.WBProps?.date1904 === true;
    const sheets = book.SheetNames.flatMap((name, index): Sheet[] => {
      const sheet = book.Sheets[name];
      const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
      if (!sheet) return [{ name, hidden: isHidden, ...readSheet({}, date1904), unread: true }];
      // A chart on a sheet of its own, a macro: no table.
      if ((sheet["!type"] ?? "sheet") !== "sheet") return [];
      return [withHidden({ name, hidden: isHidden, ...readSheet(sheet, date1904) }, hidden[index])];
    });
    const large = sheets.map(({ rows, width }) => rows * width).find((cells) => cells > mostCells);
    return large === undefined ? { sheets } : { sheets: [], problem: tooMany(large) };
  } catch (error) {
    return { sheets: [], problem: problemOf(error) };
  }
}
