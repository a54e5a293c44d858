import { fieldsOf, joinHeader } from "./column-names.ts";
import { createFirstRows, type FirstRows } from "./first-rows.ts";
import { type HeaderRows, type RowKind, readHeaderRows } from "./header-rows.ts";
import { filledOf } from "./row-kinds.ts";

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

/** Rows over a table: blank ones and titles. The last row of a file is none. */
function kindsAbove(rows: FirstRows): RowKind[] {
  const kinds: RowKind[] = [];
  for (let at = 0; at < rows.count - 1; at++) {
    const filled = filledOf(rows.row(at));
    if (filled.length === 0) kinds.push("blank");
    // Excel's own first line, which tells it what parts the cells.
    else if (at === 0 && /^sep=.?$/.test(filled.join(""))) kinds.push("title");
    else if (rows.isTitle(at)) kinds.push("title");
    else break;
  }
  return kinds;
}

/**
 * The row that looked like a title and is none, where there is one: «2015» and «2016» over «Січень» and again «Січень»
 * part columns that are named alike.
 */
function partingTitle(
  rows: FirstRows,
  kinds: readonly RowKind[],
  joined: readonly string[],
): number | undefined {
  const above = kinds.lastIndexOf("title");
  if (above === -1 || kinds.includes("blank", above)) return undefined;
  const named = joined.filter((name) => name !== "");
  const areAlike = new Set(named).size < named.length;
  return areAlike && filledOf(rows.row(above)).length >= 2 ? above : undefined;
}

/** Rows of a header → the columns' names and titles. */
function nameColumns(
  { titles, names }: HeaderRows,
  joined: readonly string[],
): Pick<Layout, "names" | "titles" | "texts" | "fields"> {
  const written = joined.map((name, column) => (names?.[column] ?? "").trim() || name);
  const rows = [...titles, names ?? []];
  return {
    texts: joined.map(
      (_, column) =>
        new Set(rows.map((row) => (row[column] ?? "").trim()).filter((text) => text !== "")),
    ),
    names: written,
    titles: joined.map((name) => (names && titles.length > 0 ? name || undefined : undefined)),
    fields: fieldsOf(written),
  };
}

/**
 * The first records of a file → how its table lies. A row is a header where the columns that are numbers or dates
 * below it hold words in it; a second row is a header too if it does the same, or if the structure's titles are in it.
 */
export function detectLayout(
  records: readonly (readonly string[])[],
  knownTitles: ReadonlySet<string> = new Set(),
): Layout {
  const rows = createFirstRows(records, knownTitles);
  const above = kindsAbove(rows);
  // «1, 2, 3» stands over the names as often as under them.
  if (rows.isNumbering(above.length) && rows.isNames(above.length + 1)) above.push("numbering");
  const header = readHeaderRows(rows, above.length);
  const kinds = [...above, ...header.kinds];
  // A row longer than the header has a comma too many; without a header the longest row is the width.
  const width =
    header.kinds.length > 0
      ? Math.max(...[header.names ?? [], ...header.titles].map(({ length }) => length))
      : rows.width;
  let joined = joinHeader(header.titles, width);
  const parting = partingTitle(rows, kinds, joined);
  if (parting !== undefined) {
    kinds[parting] = "header";
    header.titles.unshift(rows.row(parting));
    joined = joinHeader(header.titles, width);
  }
  return { rows: kinds, ...nameColumns(header, joined) };
}
