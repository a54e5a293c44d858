import { type Dialect, typedCell, unseen } from "./dialect.ts";

/** Between quotes a backslash begins an escape, and two quotes part two texts (spark.sql.parser.escapedStringLiterals is false). */
const text = (value: string): string =>
  `'${value
    .replaceAll("\\", "\\\\")
    .replaceAll("'", "\\'")
    .replace(new RegExp(unseen.source, "gu"), escaped)}'`;
const escaped = (sign: string): string =>
  [...sign.split("")]
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
const name = (given: string): string => `\`${given.replaceAll("`", "``")}\``;

/** The file as a view of its own, beside the view of its rows. */
const fileOf = (resource: string): string => name(`file of ${resource}`);

/** A `timestamp` is a moment, written in the time of the session, which `prepare` sets; `timestamp_ntz` is none. */
const moments = {
  type: "timestamp",
  written: (text: string) => `concat(replace(${text}, ' ', 'T'), 'Z')`,
};

/** Spark SQL 3.5 and 4: https://spark.apache.org/docs/latest/sql-ref.html */
export const spark: Dialect = {
  flavour: "java",
  name,
  text,
  matches: (expression, pattern) => `${expression} RLIKE ${text(pattern)}`,
  trimmed: (expression, signs) => `trim(BOTH ${text(signs)} FROM ${expression})`,
  keptOnce: "",
  textType: "STRING",
  numbersRows: false,
  prepare: (table, rows) => [
    ...(table.format === "parquet" ? ["SET TIME ZONE 'UTC'"] : []),
    `CREATE OR REPLACE TEMPORARY VIEW ${fileOf(table.name)} USING ${table.format} OPTIONS (path ${text(table.location)}${
      table.format === "csv"
        ? `, header 'true', multiLine 'true', mode 'FAILFAST', quote '"', escape '"'`
        : ""
    })`,
    `CREATE OR REPLACE TEMPORARY VIEW ${name(table.name)} AS\n${rows}`,
  ],
  source: (table) => ({
    from: fileOf(table.name),
    cells: table.columns.map((column) =>
      table.format === "csv" ? name(column) : typedCell(name(column), "STRING", moments),
    ),
  }),
  rowsOf: (table) => ({ begin: "", from: name(table.name) }),
};
