import { namesOf, type TableSchema } from "../../schemas/data/table-schema.ts";
import { unsaidKey } from "../dataset/resources/keys-hold.ts";
import type { Dialect, Located } from "./dialects/dialect.ts";
import { rankedFrom, selectRanked, selectResult } from "./result.ts";

/** A table, where it lies, and what its columns are in its structure. */
export type AskedTable = Located & { schema: TableSchema };

/** Parts the values of a key of several columns. */
const parting = "\u001f";

const newlinesIn = (dialect: Dialect, cell: string): string =>
  `length(${cell}) - length(replace(${cell}, chr(10), ${dialect.text("")}))`;

/**
 * The rows of data: their number in the table, the line of the file, cells as c1, c2 … Rows in which no cell holds
 * anything are none.
 */
export function rowsSelect(dialect: Dialect, table: Located): string {
  const { from, cells } = dialect.source(table);
  const names = cells.map((_, at) => `c${at + 1}`);
  const isBlank = names.map((name) => `${name} = ${dialect.text("")}`).join(" AND ");
  const read = `SELECT ${dialect.numbersRows ? "row_number() OVER () + 1 AS record, " : ""}${cells
    .map((cell, at) => `coalesce(${cell}, ${dialect.text("")}) AS c${at + 1}`)
    .join(", ")}\n  FROM ${from}`;
  if (!dialect.numbersRows)
    return `SELECT CAST(NULL AS BIGINT) AS record, CAST(NULL AS BIGINT) AS line, ${names.join(", ")}
FROM (
  ${read}
) cells
WHERE NOT (${isBlank})`;
  if (table.format !== "csv")
    return `SELECT record, record AS line, ${names.join(", ")}\nFROM (\n  ${read}\n) cells\nWHERE NOT (${isBlank})`;
  // A line break inside a cell moves the lines of all rows under it.
  const above = table.columns.join("").split("\n").length - 1;
  const breaks = names.map((name) => newlinesIn(dialect, name)).join(" + ");
  return `SELECT record, record + ${above} + coalesce(sum(${breaks}) OVER (ORDER BY record ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS line, ${names.join(", ")}
FROM (
  ${read}
) cells
WHERE NOT (${isBlank})`;
}

type Rows = { begin: string; from: string };

const withRows = (rows: readonly Rows[]): string =>
  rows
    .map(({ begin }) => begin)
    .filter((begin) => begin !== "")
    .map((begin) => `${begin}, `)
    .join("");

/** How many rows there are, and which are alike another one in every cell. */
export function rowsStatement(dialect: Dialect, table: AskedTable, rows: Rows): string {
  const names = table.columns.map((_, at) => `c${at + 1}`).join(", ");
  const told = { resource: dialect.text(table.name) };
  return `WITH ${withRows([rows])}again AS (
  SELECT record, line, row_number() OVER (PARTITION BY ${names} ORDER BY record) AS again
  FROM ${rows.from}
), met AS (
  SELECT ${dialect.text("rows")} AS aspect, ${dialect.text("repeated")} AS kind, record, line, ${dialect.text("")} AS value
  FROM again WHERE again > 1
), ${rankedFrom("met")}
${selectRanked(dialect, told)}
UNION ALL
${selectResult(dialect, { ...told, aspect: dialect.text("rows"), kind: dialect.text("count"), times: "count(*)" }, rows.from)}`;
}

/** The cells of some columns, by the names of the file; a column that the table does not have is empty. */
const cellsOf = (dialect: Dialect, { columns }: Located, names: readonly string[], row: string) =>
  names.map((name) => {
    const at = columns.indexOf(name);
    return at === -1 ? dialect.text("") : `${row}.c${at + 1}`;
  });

/** «Every cell of a key is without a value»: such a row has no key. */
const isWithoutKey = (
  dialect: Dialect,
  { schema }: AskedTable,
  cells: readonly string[],
): string => {
  const missing = ["", ...schema.missingValues].map(dialect.text).join(", ");
  return cells.map((cell) => `${cell} IN (${missing})`).join(" AND ");
};

const joined = (dialect: Dialect, cells: readonly string[]): string =>
  cells.join(` || ${dialect.text(parting)} || `);

/** A row of an answer that says only that it was asked: a key that holds has nothing else to tell. */
const selectAsked = (dialect: Dialect, { name }: AskedTable, kind: string, from: string): string =>
  selectResult(
    dialect,
    {
      resource: dialect.text(name),
      aspect: dialect.text("asked"),
      kind: dialect.text(kind),
      times: "count(*)",
    },
    from,
  );

/** The name of the first column of a row that must be filled and is not; NULL where all are, or none must be. */
function firstEmpty(dialect: Dialect, table: AskedTable): string {
  const names = unsaidKey(table.schema).filter((name) => table.columns.includes(name));
  const whens = cellsOf(dialect, table, names, "own").map(
    (cell, at) =>
      `WHEN ${isWithoutKey(dialect, table, [cell])} THEN ${dialect.text(names[at] ?? "")}`,
  );
  const nothing = `CAST(NULL AS ${dialect.textType})`;
  return whens.length === 0 ? nothing : `CASE ${whens.join(" ")} ELSE ${nothing} END`;
}

/** Rows whose primary key stood in a row before, and rows that lack a part of theirs. */
export function keyStatement(dialect: Dialect, table: AskedTable, rows: Rows): string {
  const cells = cellsOf(dialect, table, namesOf(table.schema.primaryKey), "own");
  return `WITH ${withRows([rows])}keyed AS (
  SELECT record, line, ${joined(dialect, cells)} AS value,
    row_number() OVER (PARTITION BY ${cells.join(", ")} ORDER BY record) AS again
  FROM ${rows.from} own
  WHERE NOT (${isWithoutKey(dialect, table, cells)})
), filled AS (
  SELECT record, line, ${firstEmpty(dialect, table)} AS value
  FROM ${rows.from} own
), met AS (
  SELECT ${dialect.text("key")} AS aspect, ${dialect.text("repeated")} AS kind, record, line, value
  FROM keyed WHERE again > 1
  UNION ALL
  SELECT ${dialect.text("key")} AS aspect, ${dialect.text("missing")} AS kind, record, line, value
  FROM filled WHERE value IS NOT NULL
), ${rankedFrom("met")}
${selectRanked(dialect, { resource: dialect.text(table.name) })}
UNION ALL
${selectAsked(dialect, table, "key", rows.from)}`;
}

/** Rows whose values are not in the table that a foreign key leads to; `number` is the key's, from 0. */
export function referenceStatement(
  dialect: Dialect,
  number: number,
  own: { table: AskedTable; rows: Rows },
  other: { table: AskedTable; rows: Rows },
): string {
  const key = own.table.schema.foreignKeys[number];
  const cells = cellsOf(dialect, own.table, namesOf(key?.fields), "own");
  const others = cellsOf(dialect, other.table, namesOf(key?.reference.fields), "other");
  const same = joined(dialect, others);
  const isSelf = own.table.name === other.table.name;
  return `WITH ${withRows(isSelf ? [own.rows] : [own.rows, other.rows])}met AS (
  SELECT ${dialect.text("reference")} AS aspect, ${dialect.text(String(number))} AS kind, record, line, ${joined(dialect, cells)} AS value
  FROM ${own.rows.from} own
  WHERE NOT (${isWithoutKey(dialect, own.table, cells)}) AND NOT EXISTS (
    SELECT 1 FROM ${other.rows.from} other
    WHERE ${same} = ${joined(dialect, cells)} AND NOT (${isWithoutKey(dialect, other.table, others)})
  )
), ${rankedFrom("met")}
${selectRanked(dialect, { resource: dialect.text(own.table.name) })}
UNION ALL
${selectAsked(dialect, own.table, `reference ${number}`, own.rows.from)}`;
}
