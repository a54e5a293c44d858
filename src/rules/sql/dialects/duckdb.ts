import { type Dialect, type Located, standardName, standardText, typedCell } from "./dialect.ts";

/** What no statement may hold. */
const nul = "\\u0000";
/** Put together by calls, a pattern would be read anew for every row: only NUL, which ends a statement, is called. */
const text = (value: string): string => standardText(value, new RegExp(nul));

/** A cell of a megabyte is no fault. */
const longestLine = 64 << 20;

/** Nothing is guessed: what is not as the portal's files are stops the reading, with the line. */
const csv = (location: string, columns: readonly string[], more: string): string =>
  `read_csv(${text(location)}, auto_detect = false, ${more}, max_line_size = ${longestLine}, columns = {${columns
    .map((name) => `'${name}': 'VARCHAR'`)
    .join(", ")}})`;

const places = (columns: readonly string[]): string[] => columns.map((_, at) => `c${at + 1}`);

/** Text is asked, and not the column: of a column of another type there is no time zone to ask. */
const moments = {
  type: "timestamp with time zone",
  written: (text: string) =>
    `replace(CAST(TRY_CAST(${text} AS TIMESTAMPTZ) AT TIME ZONE 'UTC' AS VARCHAR), ' ', 'T') || 'Z'`,
};

/** DuckDB 1.5: https://duckdb.org/docs/stable/data/csv/overview */
export const duckdb: Dialect = {
  flavour: "re2",
  name: standardName,
  text,
  matches: (expression, pattern) => `regexp_matches(${expression}, ${text(pattern)})`,
  trimmed: (expression, signs) => `trim(${expression}, ${text(signs)})`,
  keptOnce: "MATERIALIZED ",
  textType: "VARCHAR",
  numbersRows: true,
  // A CSV is read once for all checks; of Parquet each check reads its own column.
  prepare: ({ name, format }, rows) => [
    `CREATE OR REPLACE TEMP ${format === "csv" ? "TABLE" : "VIEW"} ${standardName(name)} AS\n${rows}`,
  ],
  source: ({ location, format, columns }) =>
    format === "csv"
      ? {
          from: csv(
            location,
            places(columns),
            `header = true, delim = ',', quote = '"', escape = '"'`,
          ),
          cells: places(columns),
        }
      : {
          from: `read_parquet(${text(location)})`,
          cells: columns.map((name) => typedCell(standardName(name), "VARCHAR", moments)),
        },
  rowsOf: ({ name }) => ({ begin: "", from: standardName(name) }),
};

/** The first lines of a CSV, each as it is, or the columns of a Parquet file: one value a row. */
export const duckdbHeader = ({ location, format }: Pick<Located, "location" | "format">): string =>
  format === "csv"
    ? `SELECT line FROM ${csv(location, ["line"], "header = false, delim = '\u001f', quote = '', escape = ''")} LIMIT 100`
    : `SELECT column_name FROM (DESCRIBE SELECT * FROM read_parquet(${text(location)}))`;
