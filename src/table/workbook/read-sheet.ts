import type { CellObject, WorkSheet } from "@e965/xlsx";
import { columnLetter, type SheetNotes, type Tallied } from "../../model/table.ts";
import { cellText, isDate, unitOf } from "./cell-text.ts";

/** Cells that a spreadsheet joined down one column: rows are 1-based, the first one holds the value. */
type Merged = { column: number; from: number; to: number };

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

/** Joined cells that are looked at: a sheet of more is a drawing. */
const mostMerges = 10_000;
/** Cells under joined ones that are looked at. */
const mostCovered = 5_000_000;
/** Rows of a note that are named; the rest are counted. */
const named = 20;
/** Formulas without a value that are named: a person fills them in one by one, and is told which are left. */
const namedFormulas = 10_000;

/** Counts a place, and names the first of them. */
export function note(tallied: Tallied, record: number, value: string, most = named): void {
  if (tallied.count < most) tallied.first.push({ line: record, record, value });
  tallied.count++;
}
const none = (): Tallied => ({ count: 0, first: [] });

const isFilled = (text: string): boolean => text.trim() !== "";

/** A sheet of the library's → texts of its cells, and what stands beside them. */
export function readSheet(sheet: WorkSheet, date1904: boolean): Omit<Sheet, "name" | "hidden"> {
  const notes: SheetNotes = {
    uncounted: none(),
    comments: [],
    hiddenRows: none(),
    hiddenColumns: [],
    covered: none(),
    percents: [],
    units: [],
    from1904: false,
  };
  const rows: (string[] | undefined)[] = [];
  const percents = new Set<number>();
  const units = new Map<number, string>();
  let width = 0;
  let last = 0;
  const data: (CellObject | undefined)[][] = sheet["!data"] ?? [];
  // A styled corner makes a sparse list of a million rows: only those that are there are walked.
  data.forEach((cells, r) => {
    cells?.forEach((cell, c) => {
      if (!cell) return;
      const text = cellText(cell, date1904);
      if (cell.f !== undefined && cell.t === "z")
        note(notes.uncounted, r + 1, columnLetter(c), namedFormulas);
      if (cell.c) notes.comments.push({ line: r + 1, record: r + 1, value: columnLetter(c) });
      if (cell.t === "n") {
        const format = String(cell.z ?? "");
        const unit = unitOf(format);
        if (/%/.test(format)) percents.add(c);
        else if (unit !== "" && !units.has(c)) units.set(c, unit);
        notes.from1904 ||= date1904 && isDate(format);
      }
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
  notes.units = [...units]
    .map(([column, unit]) => ({ column, unit }))
    .sort((a, b) => a.column - b.column);
  (sheet["!rows"] ?? []).forEach((row, r) => {
    if (row?.hidden && r < last) note(notes.hiddenRows, r + 1, "");
  });
  (sheet["!cols"] ?? []).forEach((column, c) => {
    if (column?.hidden && c < width) notes.hiddenColumns.push(c);
  });
  const merges = (sheet["!merges"] ?? []).slice(0, mostMerges);
  let looked = 0;
  for (const { s, e } of merges)
    for (let r = s.r; r <= Math.min(e.r, last - 1) && looked < mostCovered; r++)
      for (let c = s.c; c <= Math.min(e.c, width - 1); c++, looked++)
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
