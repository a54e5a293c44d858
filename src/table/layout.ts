import type { TableReport } from "../model/table.ts";
import { fieldsOf, foldTitle, joinHeader } from "./column-names.ts";
import { isPersonalText } from "./personal.ts";
import {
  areNames,
  areTitles,
  filledOf,
  fillsGaps,
  goesOn,
  hasYears,
  isDataLike,
  isMachine,
  isNameOver,
  isTitle,
  looksLikeHeader,
  unit,
  year,
} from "./row-kinds.ts";

/** What a row above the data is. */
type RowKind = TableReport["header"][number];

/** How a table lies in its file: rows before the data, and the columns' names. */
export type Layout = {
  /** Kinds of the first records, up to the first record of data. */
  rows: RowKind[];
  /** Texts of the header's rows, by column: a row that repeats them is no data. */
  texts: ReadonlySet<string>[];
  /** Names as written: of the machine row where there is one, else of the header joined over its rows. */
  names: string[];
  /** Ukrainian titles, where the file has them beside machine names. */
  titles: (string | undefined)[];
  /** Names programs can use: the written ones, or made of the titles. */
  fields: string[];
};

/** The first record is the header, whatever it holds: of a table made of JSON, whose keys are its names. */
export const firstRowLayout = (names: readonly string[]): Layout => ({
  rows: ["header"],
  texts: names.map((name) => new Set([name])),
  names: [...names],
  titles: names.map(() => undefined),
  fields: fieldsOf(names),
});

/**
 * The first records of a file → how its table lies. A row is a header where the columns that are numbers or dates
 * below it hold words in it; a second row is a header too if it does the same, or if the structure's titles are in it.
 */
export function detectLayout(
  records: readonly (readonly string[])[],
  knownTitles: ReadonlySet<string> = new Set(),
): Layout {
  const widths = records.map((row) => {
    let last = row.length;
    while (last > 0 && (row[last - 1] ?? "").trim() === "") last--;
    return last;
  });
  let width = Math.max(1, ...records.map(({ length }) => length));
  const usual = Math.max(1, ...widths.slice(0, 60));
  const rows: RowKind[] = [];
  let at = 0;

  // Titles: a cell or two over a table that is much wider.
  while (at < records.length - 1) {
    const row = records[at] ?? [];
    const filled = filledOf(row);
    if (filled.length === 0) rows.push("blank");
    // Excel's own first line, which tells it what parts the cells.
    else if (at === 0 && /^sep=.?$/.test(filled.join(""))) rows.push("title");
    else if (
      usual >= 3 &&
      filled.length <= Math.max(1, usual * 0.34) &&
      !filled.some(isDataLike) &&
      !isMachine(row) &&
      isTitle(filled, records[at + 1] ?? [], usual)
    )
      rows.push("title");
    else break;
    at++;
  }

  const below = (start: number) => records.slice(start, start + 40);
  const isNumbering = (row: readonly string[]) => {
    const filled = filledOf(row);
    return (
      filled.length >= 2 &&
      filled.length >= usual * 0.6 &&
      filled.every(
        (cell, index) => Number(cell) === index + Number(filled[0]) && Number(filled[0]) <= 1,
      )
    );
  };
  /** Over how many columns of numbers or dates does the row hold words? None where it holds anything else over one. */
  const wordsOverTyped = (row: readonly string[], start: number): number | undefined => {
    const under = below(start);
    let typed = 0;
    let names = 0;
    let words = 0;
    for (let column = 0; column < width; column++) {
      const cell = (row[column] ?? "").trim();
      const values = under
        .map((other) => (other[column] ?? "").trim())
        .filter((value) => value !== "" && value !== "null");
      if (values.length < 2 || values.filter(isDataLike).length < values.length * 0.7) continue;
      typed++;
      if (cell === "" || cell === "null") names++;
      else if (isNameOver(cell, values)) {
        names++;
        words++;
      }
    }
    return typed > 0 && names === typed ? words : undefined;
  };
  const breaksType = (row: readonly string[], start: number): boolean =>
    (wordsOverTyped(row, start) ?? 0) > 0;
  const isTitles = (row: readonly string[]): boolean => {
    const filled = filledOf(row);
    const known = filled.filter((cell) => knownTitles.has(foldTitle(cell)));
    return known.length >= 2 && known.length >= filled.length * 0.5;
  };

  const isNamesRow = (row: readonly string[], start: number): boolean =>
    breaksType(row, start) ||
    isTitles(row) ||
    looksLikeHeader(row, below(start), usual) ||
    hasYears(row, below(start));
  // «1, 2, 3» stands over the names as often as under them.
  if (isNumbering(records[at] ?? []) && isNamesRow(records[at + 1] ?? [], at + 2)) {
    rows.push("numbering");
    at++;
  }
  const first = records[at] ?? [];
  const second = records[at + 1] ?? [];
  /** «Назва, 2023, , 2024» over «, план, факт, план, факт»: years of merged cells, parted below. */
  const isPartedBelow =
    filledOf(first).every((cell) => year.test(cell.trim()) || !isDataLike(cell)) &&
    fillsGaps(second, first) &&
    breaksType(second, at + 2);

  const header: (readonly string[])[] = [];
  let machineRow: readonly string[] | undefined;
  const hasHeader =
    filledOf(first).length > 0 &&
    // One person in a row says that it is data; several over numbers are candidates.
    (filledOf(first).filter(isPersonalText).length === 0 ||
      (filledOf(first).filter(isPersonalText).length > 1 && breaksType(first, at + 1))) &&
    (isNamesRow(first, at + 1) || isMachine(first) || isPartedBelow);
  /** Texts of the header's rows over each column: where none stands, a merged cell left a gap. */
  const namedSoFar = () =>
    Array.from({ length: width }, (_, column) => header.map((row) => row[column] ?? "").join(""));
  if (hasHeader) {
    if (isMachine(first)) {
      machineRow = first;
      rows.push("names");
    } else {
      header.push(first);
      rows.push("header");
    }
    at++;
    while (at < records.length && header.length + (machineRow ? 1 : 0) < 4) {
      const row = records[at] ?? [];
      const filled = filledOf(row);
      if (filled.length === 0) {
        if (
          header.length > 0 &&
          (breaksType(records[at + 1] ?? [], at + 2) || isNumbering(records[at + 1] ?? []))
        )
          rows.push("blank");
        else break;
      } else if (
        !machineRow &&
        filled.length >= 3 &&
        isNumbering(row) &&
        !goesOn(row, records[at + 1])
      )
        rows.push("numbering");
      else if (
        filled.length >= 2 &&
        filled.every((cell) => unit.test(cell.trim())) &&
        breaksType(row, at + 1)
      ) {
        header.push(row);
        rows.push("units");
      } else if (
        isTitles(row) ||
        (header.length > 0 && !machineRow && areNames(row, below(at + 1)))
      ) {
        if (isMachine(row)) {
          machineRow = row;
          rows.push("names");
        } else {
          header.push(row);
          rows.push("header");
        }
      } else if (
        !machineRow &&
        fillsGaps(row, namedSoFar()) &&
        wordsOverTyped(row, at + 1) !== undefined
      ) {
        header.push(row);
        rows.push("header");
      } else if (
        breaksType(row, at + 1) &&
        (machineRow
          ? areTitles(row, machineRow) || (wordsOverTyped(row, at + 1) ?? 0) >= 3
          : !filled.every(isDataLike) &&
            ((wordsOverTyped(row, at + 1) ?? 0) >= 2 || (row[0] ?? "").trim() === ""))
      ) {
        if (isMachine(row) && !machineRow) {
          machineRow = row;
          rows.push("names");
        } else {
          header.push(row);
          rows.push("header");
        }
      } else break;
      at++;
    }
  }
  // A row longer than the header has a comma too many; without a header the longest row is the width.
  if (hasHeader) width = Math.max(...[machineRow ?? [], ...header].map(({ length }) => length));
  let joined = joinHeader(header, width);
  // «Січень» under «2015» and again under «2016»: what looked like a title parts the columns that are named alike.
  const above = rows.lastIndexOf("title");
  const named = joined.filter((name) => name !== "");
  if (
    above !== -1 &&
    rows.slice(above + 1).every((kind) => kind !== "title" && kind !== "blank") &&
    new Set(named).size < named.length &&
    filledOf(records[above] ?? []).length >= 2
  ) {
    rows[above] = "header";
    header.unshift(records[above] ?? []);
    joined = joinHeader(header, width);
  }
  const names = machineRow
    ? Array.from(
        { length: width },
        (_, column) => (machineRow[column] ?? "").trim() || (joined[column] ?? ""),
      )
    : hasHeader
      ? joined
      : Array.from({ length: width }, () => "");
  return {
    rows,
    texts: Array.from(
      { length: width },
      (_, column) =>
        new Set(
          [...header, machineRow ?? []]
            .map((row) => (row[column] ?? "").trim())
            .filter((text) => text !== ""),
        ),
    ),
    names,
    titles: Array.from({ length: width }, (_, column) =>
      machineRow && header.length > 0 ? joined[column] || undefined : undefined,
    ),
    fields: fieldsOf(names),
  };
}
