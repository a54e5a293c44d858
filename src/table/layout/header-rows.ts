import type { TableReport } from "../../model/table.ts";
import { isPersonalText } from "../people/personal.ts";
import type { FirstRows } from "./first-rows.ts";
import {
  areNames,
  areTitles,
  filledOf,
  fillsGaps,
  goesOn,
  isDataLike,
  isMachine,
  unit,
  year,
} from "./row-kinds.ts";

/** What a row above the data is. */
export type RowKind = TableReport["header"][number];

/** The rows that name columns. */
export type HeaderRows = {
  kinds: RowKind[];
  /** Rows in words, the units under them among them. */
  titles: (readonly string[])[];
  /** Names for programs. */
  names: readonly string[] | undefined;
};

/** Rows of a header at most. */
const mostRows = 4;

/** «Назва, 2023, , 2024» over «, план, факт, план, факт»: years of merged cells, parted below. */
const isPartedBelow = (rows: FirstRows, at: number): boolean =>
  filledOf(rows.row(at)).every((cell) => year.test(cell.trim()) || !isDataLike(cell)) &&
  fillsGaps(rows.row(at + 1), rows.row(at)) &&
  rows.breaksType(at + 1);

/** Is the row the first of a header? */
function beginsHeader(rows: FirstRows, at: number): boolean {
  const filled = filledOf(rows.row(at));
  if (filled.length === 0) return false;
  // One person in a row says that it is data; several over numbers are candidates.
  const people = filled.filter(isPersonalText).length;
  if (people === 1 || (people > 1 && !rows.breaksType(at))) return false;
  return rows.isNames(at) || isMachine(rows.row(at)) || isPartedBelow(rows, at);
}

/** Texts of the header's rows over each column: where none stands, a merged cell left a gap. */
const namedSoFar = ({ titles }: HeaderRows, width: number): string[] =>
  Array.from({ length: width }, (_, column) => titles.map((row) => row[column] ?? "").join(""));

/** Words over columns of numbers or dates, under rows of a header: do they go on with it? */
function goesOnNaming(rows: FirstRows, at: number, { names }: HeaderRows): boolean {
  const row = rows.row(at);
  const words = rows.wordsOverTyped(at) ?? 0;
  if (words === 0) return false;
  if (names) return words >= 3 || areTitles(row, names);
  return !filledOf(row).every(isDataLike) && (words >= 2 || (row[0] ?? "").trim() === "");
}

/** «1, 2, 3» under a header, and no rows of data that are counted so. */
const isNumbering = (rows: FirstRows, at: number): boolean =>
  filledOf(rows.row(at)).length >= 3 &&
  rows.isNumbering(at) &&
  !goesOn(rows.row(at), rows.row(at + 1));

/** «тис. грн, %» over numbers. */
function areUnits(rows: FirstRows, at: number): boolean {
  const filled = filledOf(rows.row(at));
  return (
    filled.length >= 2 && filled.every((cell) => unit.test(cell.trim())) && rows.breaksType(at)
  );
}

/** Does a row part merged cells of the rows above it, over columns of numbers or dates? */
const partsHeader = (rows: FirstRows, at: number, header: HeaderRows): boolean =>
  fillsGaps(rows.row(at), namedSoFar(header, rows.width)) && rows.wordsOverTyped(at) !== undefined;

/** A row without a cell is of the header where the data, or a count of the columns, stand right under it. */
const isBlankOfHeader = (rows: FirstRows, at: number, { titles }: HeaderRows): boolean =>
  titles.length > 0 && (rows.breaksType(at + 1) || rows.isNumbering(at + 1));

/** Does a row name columns by itself: with titles of a known structure, or with names for programs under words? */
const namesColumns = (rows: FirstRows, at: number, { titles, names }: HeaderRows): boolean =>
  rows.isOfKnownTitles(at) ||
  (titles.length > 0 && !names && areNames(rows.row(at), rows.below(at)));

/** What a row under the rows of a header is; undefined where it is none of them, and the data begin. */
function kindUnder(rows: FirstRows, at: number, header: HeaderRows): RowKind | undefined {
  const { names } = header;
  const row = rows.row(at);
  if (filledOf(row).length === 0) return isBlankOfHeader(rows, at, header) ? "blank" : undefined;
  if (!names && isNumbering(rows, at)) return "numbering";
  if (areUnits(rows, at)) return "units";
  if (namesColumns(rows, at, header)) return isMachine(row) ? "names" : "header";
  if (!names && partsHeader(rows, at, header)) return "header";
  if (!goesOnNaming(rows, at, header)) return undefined;
  return isMachine(row) && !names ? "names" : "header";
}

/** The rows of a header that begins at a row; none where the row is data. */
export function readHeaderRows(rows: FirstRows, start: number): HeaderRows {
  const header: HeaderRows = { kinds: [], titles: [], names: undefined };
  if (!beginsHeader(rows, start)) return header;
  let kind: RowKind | undefined = isMachine(rows.row(start)) ? "names" : "header";
  for (let at = start; kind; ) {
    header.kinds.push(kind);
    if (kind === "names") header.names = rows.row(at);
    else if (kind === "header" || kind === "units") header.titles.push(rows.row(at));
    at++;
    const isFull = header.titles.length + (header.names ? 1 : 0) >= mostRows;
    kind = at < rows.count && !isFull ? kindUnder(rows, at, header) : undefined;
  }
  return header;
}
