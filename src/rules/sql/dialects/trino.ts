import { type Dialect, standardName, standardText, typedCell } from "./dialect.ts";

/** «2024-02-29 08:45:00.000 UTC», and any other zone in its place; text is asked, for the reason of DuckDB's. */
const moments = {
  type: "timestamp%with time zone",
  written: (text: string) =>
    `to_iso8601(at_timezone(TRY_CAST(${text} AS TIMESTAMP(6) WITH TIME ZONE), 'UTC'))`,
};

/** Trino: https://trino.io/docs/current/language.html. It has no views of one session: each check says the rows for itself. */
export const trino: Dialect = {
  flavour: "joni",
  name: standardName,
  text: standardText,
  matches: (expression, pattern) => `regexp_like(${expression}, ${standardText(pattern)})`,
  trimmed: (expression, signs) => `trim(BOTH ${standardText(signs)} FROM ${expression})`,
  keptOnce: "",
  textType: "VARCHAR",
  numbersRows: false,
  prepare: () => [],
  source: ({ location, columns }) => ({
    from: location.split(".").map(standardName).join("."),
    cells: columns.map((column) => typedCell(standardName(column), "VARCHAR", moments)),
  }),
  rowsOf: ({ name }, rows) => ({
    begin: `${standardName(name)} AS (\n${rows}\n)`,
    from: standardName(name),
  }),
};
