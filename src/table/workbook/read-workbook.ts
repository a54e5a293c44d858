import {
  type CellObject,
  type ParsingOptions,
  parse_zip,
  read,
  set_cptable,
  type WorkBook,
} from "@e965/xlsx";
import { csvLine } from "../../model/csv.ts";
import { columnLetter, type SheetNotes, type Tallied } from "../../model/table.ts";
import type { ByteSource } from "../encoding.ts";
import { openArchive, type Parts } from "./archive.ts";
import { cellText } from "./cell-text.ts";
import { workbookFormat } from "./format.ts";
import { type HiddenInSheet, readOdsContent } from "./ods-content.ts";

/** Cells that a spreadsheet joined down one column: rows are 1-based, the first one holds the value. */
export type Merged = { column: number; from: number; to: number };

/** A sheet as texts of its cells: row and column numbers stay those that the spreadsheet shows. */
export type Sheet = {
  name: string;
  hidden: boolean;
  /** Rows, up to the last that holds something, and columns. A row that holds nothing is absent. */
  rows: number;
  width: number;
  cells: (string[] | undefined)[];
  notes: SheetNotes;
  merged: Merged[];
  /** The library could not read it: nothing of it is known. */
  unread?: true;
};

type WorkbookProblem = { kind: "too-big" | "encrypted" | "broken"; reason: string };

/** How the library reads: numbers as they are stored, with their formats; cells that hold a formula and nothing else. */
const options: ParsingOptions = {
  dense: true,
  cellNF: true,
  cellStyles: true,
  cellHTML: false,
  cellText: false,
  sheetStubs: true,
};
/** An XLS keeps a value with every formula; a formula of the nineties that the library cannot spell would refuse the book. */
const optionsOfXls: ParsingOptions = { ...options, cellFormula: false, type: "array" };
/** What an ODS shows of a cell stands in it, ready; that of the others would have to be made. */
const optionsOfOds: ParsingOptions = { ...options, cellText: true };

/** An XLSX without styles: for want of the one fill the library stumbles over every cell, forty times slower. */
const plainStyle = new TextEncoder().encode(
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fills count="1"><fill><patternFill patternType="none"/></fill></fills><cellXfs count="1"><xf numFmtId="0" fillId="0"/></cellXfs></styleSheet>',
);
/** An ODS may leave its styles out; the library asks for them. */
const noStyles = new TextEncoder().encode("<office:document-styles/>");
/** Joined cells that are looked at: a sheet of more is a drawing. */
const mostMerges = 10_000;
/** Rows of a note that are named; the rest are counted. */
const named = 20;

/** Cells of a sheet, from its corner to its last: those of a hundred thousand rows are two million. */
const mostCells = 20_000_000;
const tooMany = (cells: number): WorkbookProblem => ({
  kind: "too-big",
  reason: `комірок на аркуші — ${cells}`,
});

function note(tallied: Tallied, record: number, value: string): void {
  if (tallied.count < named) tallied.first.push({ line: record, record, value });
  tallied.count++;
}
const none = (): Tallied => ({ count: 0, first: [] });

/** The library speaks of formats it does not know on the console, which is the reader's or the clerk's. */
function quietly<T>(act: () => T): T {
  const { error, warn } = console;
  console.error = console.warn = () => {};
  try {
    return act();
  } finally {
    Object.assign(console, { error, warn });
  }
}

const listOfTypes = "[Content_Types].xml";
/** Programs that pack by hand forget to say what a part is; the library finds it by that alone. */
function declare(parts: Map<string, Uint8Array>, name: string, kind: "sharedStrings" | "styles") {
  // What lies under a joined cell is read as any other cell: it is there, though nobody sees it.
  const xml = new TextDecoder().decode(parts.get(listOfTypes));
  if (new RegExp(`/${kind}\\.xml"`, "i").test(xml)) return;
  const type = `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
  const override = `<Override PartName="/${name}" ContentType="${type}"/></Types>`;
  parts.set(listOfTypes, new TextEncoder().encode(xml.replace("</Types>", override)));
}

const leadingText =
  /(<(\w+:)?(?:si|is)>\s*)(<(?:\w+:)?t(?:\s[^>]*)?>[^<]*<\/(?:\w+:)?t>)(?=\s*<(?:\w+:)?r>)/g;
/** A text before the runs of a rich one: Excel joins them, the library reads the first alone. It is made a run itself. */
function withRuns(part: Uint8Array): Uint8Array {
  // What lies under a joined cell is read as any other cell: it is there, though nobody sees it.
  const xml = new TextDecoder().decode(part);
  const joined = xml.replace(
    leadingText,
    (_, head, space = "", text) => `${head}<${space}r>${text}</${space}r>`,
  );
  return joined === xml ? part : new TextEncoder().encode(joined);
}

/** Opened parts → the library's workbook. */
function parseParts(parts: Parts, odsContent: string): WorkBook {
  const all = new Map(parts);
  if (odsContent !== "") {
    all.set("content.xml", new TextEncoder().encode(odsContent));
    if (!all.has("styles.xml")) all.set("styles.xml", noStyles);
  }
  const named = (pattern: RegExp) => [...all.keys()].find((name) => pattern.test(name));
  const texts = named(/^xl\/sharedStrings\.xml$/i);
  if (texts) declare(all, texts, "sharedStrings");
  for (const [name, part] of all) {
    if (name === texts || /^xl\/worksheets\/[^/]+\.xml$/i.test(name)) all.set(name, withRuns(part));
  }
  if (named(/^xl\/workbook\.xml$/i) && !named(/^xl\/styles\.xml$/i)) {
    all.set("xl/styles.xml", plainStyle);
    declare(all, "xl/styles.xml", "styles");
  }
  return parse_zip(
    {
      FullPaths: [...all.keys()].map((name) => `Root Entry/${name}`),
      FileIndex: [...all].map(([name, content]) => ({ name, type: 2, content })),
    },
    odsContent === "" ? options : optionsOfOds,
  );
}

const isFilled = (text: string): boolean => text.trim() !== "";

function readSheet(
  sheet: WorkBook["Sheets"][string],
  date1904: boolean,
): Omit<Sheet, "name" | "hidden"> {
  const notes: SheetNotes = {
    uncounted: none(),
    comments: [],
    hiddenRows: none(),
    hiddenColumns: [],
    covered: none(),
    percents: [],
  };
  const rows: (string[] | undefined)[] = [];
  const percents = new Set<number>();
  let width = 0;
  let last = 0;
  const data: (CellObject | undefined)[][] = sheet["!data"] ?? [];
  // A styled corner makes a sparse list of a million rows: only those that are there are walked.
  data.forEach((cells, r) => {
    cells?.forEach((cell, c) => {
      if (!cell) return;
      const text = cellText(cell, date1904);
      if (cell.f !== undefined && cell.t === "z") note(notes.uncounted, r + 1, columnLetter(c));
      if (cell.c) notes.comments.push({ line: r + 1, record: r + 1, value: columnLetter(c) });
      if (cell.t === "n" && /%/.test(String(cell.z ?? ""))) percents.add(c);
      if (text === "") return;
      const row = rows[r] ?? [];
      row[c] = text;
      rows[r] = row;
      if (!isFilled(text)) return;
      width = Math.max(width, c + 1);
      last = r + 1;
    });
  });
  notes.percents = [...percents].sort((a, b) => a - b);
  (sheet["!rows"] ?? []).forEach((row, r) => {
    if (row?.hidden && r < last) note(notes.hiddenRows, r + 1, "");
  });
  (sheet["!cols"] ?? []).forEach((column, c) => {
    if (column?.hidden && c < width) notes.hiddenColumns.push(c);
  });
  const merges = (sheet["!merges"] ?? []).slice(0, mostMerges);
  for (const { s, e } of merges)
    for (let r = s.r; r <= Math.min(e.r, last - 1); r++)
      for (let c = s.c; c <= Math.min(e.c, width - 1); c++)
        if ((r > s.r || c > s.c) && isFilled(rows[r]?.[c] ?? ""))
          note(notes.covered, r + 1, columnLetter(c));
  return {
    rows: last,
    width,
    cells: rows,
    notes,
    merged: merges
      .filter(({ s, e }) => e.r > s.r && s.r < last)
      .map(({ s, e }) => ({ column: s.c, from: s.r + 1, to: Math.min(e.r + 1, last) })),
  };
}

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
    if (!opened) set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
    const book = quietly(() =>
      opened ? parseParts(opened.parts, xml) : read(bytes, optionsOfXls),
    );
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

/** Cells joined down a column, below so many rows of a header, and the value each of their rows is given. */
export const filledBelow = (
  { merged, cells }: Sheet,
  header: number,
): { range: string; column: number; value: string; from: number; to: number }[] =>
  merged
    .filter(({ from }) => from > header)
    .map(({ column, from, to }) => ({
      range: `${columnLetter(column)}${from}:${columnLetter(column)}${to}`,
      column,
      value: cells[from - 1]?.[column] ?? "",
      from,
      to,
    }))
    .filter(({ value }) => value !== "");

/** A sheet as CSV, a record per row; values of joined cells are repeated in each row where these are given. */
export function sheetText(
  { rows, width, cells }: Sheet,
  filled: ReturnType<typeof filledBelow> = [],
): string {
  const lines: string[] = [];
  for (let r = 0; r < rows; r++) {
    const row = Array.from({ length: width }, (_, column) => cells[r]?.[column] ?? "");
    for (const { column, value, from, to } of filled)
      if (r + 1 > from && r + 1 <= to && row[column] === "") row[column] = value;
    lines.push(csvLine(row));
  }
  return lines.join("");
}

/** Sheet text as a source of UTF-8 bytes. */
export const sheetSource = (text: string): ByteSource => {
  const bytes = new TextEncoder().encode(text);
  return { byteLength: bytes.length, read: (from, to) => bytes.subarray(from, to) };
};
