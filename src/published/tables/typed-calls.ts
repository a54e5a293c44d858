import type { Resource } from "../../model/catalogue.ts";
import type { Field } from "../../schemas/data/table-schema.ts";

/** What programs are told a column is: `text` wherever a number, a date or a truth would not come back as it is written. */
type Kind = "text" | "integer" | "number" | "boolean" | "date" | "datetime";

/** A table as a call reads it: no program has to guess what its schema says. */
export type CalledTable = {
  url: string;
  /** Its file's name. */
  file: string;
  /** Records above the data. */
  headerRows: number;
  /** How nothing is written. */
  missing: readonly string[];
  /** In the file's order; none where nobody described them. */
  columns: readonly { name: string; kind: Kind }[];
};

type Profile = NonNullable<Resource["table"]>["columns"][number]["profile"];

const kinds: Record<Field["type"], Kind> = {
  string: "text",
  integer: "integer",
  number: "number",
  boolean: "boolean",
  date: "date",
  datetime: "datetime",
  time: "text",
  year: "integer",
  yearmonth: "text",
};

/** Beyond it a double is no longer every whole number, and 15 digits are no longer all there. */
const largest = 1e15;

const isLarge = ({ minimum = "0", maximum = "0" }: Profile): boolean =>
  Math.max(Math.abs(Number(minimum)), Math.abs(Number(maximum))) >= largest;

/** Not every program takes 1 and 0 for a truth; a column is judged by its repeated values, of which a truth has some. */
const isInWords = ({ top }: Profile): boolean =>
  top.length > 0 && top.every(({ value }) => /^(true|false)$/i.test(value));

function kindOf({ type }: Field, profile?: Profile): Kind {
  const kind = kinds[type];
  if (profile && (kind === "integer" || kind === "number") && type !== "year" && isLarge(profile))
    return "text";
  return kind === "boolean" && !(profile && isInWords(profile)) ? "text" : kind;
}

/** A resource with an address → its table as calls read it. */
export function calledTable({ url = "", path = "", schema, table }: Resource): CalledTable {
  const columns = table?.columns ?? schema?.fields.map((field) => ({ field, profile: undefined }));
  return {
    url,
    file: (path || new URL(url).pathname).split("/").at(-1) || "table.csv",
    headerRows: table?.headerRows ?? 1,
    missing: schema?.missingValues ?? ["", "null"],
    columns: (columns ?? []).map(({ field, profile }) => ({
      name: field.name,
      kind: kindOf(field, profile),
    })),
  };
}

const quoted = (text: string): string => JSON.stringify(text);
const list = (texts: readonly string[]): string => texts.map(quoted).join(", ");
const lines = (indent: string, parts: readonly string[]): string =>
  parts.map((part) => `${indent}${part},\n`).join("");
const ofKind = ({ columns }: CalledTable, ...wanted: Kind[]): string[] =>
  columns.flatMap(({ name, kind }) => (wanted.includes(kind) ? [name] : []));

const pandasTypes: Partial<Record<Kind, string>> = {
  text: "string",
  integer: "Int64",
  number: "float64",
  boolean: "boolean",
};

/** pandas 1.5 and later (pandas.pydata.org/docs/reference/api/pandas.read_csv.html). */
export function pandasCall(table: CalledTable): string {
  const { url, columns, missing, headerRows } = table;
  const types = columns.flatMap(({ name, kind }) =>
    pandasTypes[kind] ? [`${quoted(name)}: ${quoted(pandasTypes[kind])}`] : [],
  );
  const dates = ofKind(table, "date", "datetime");
  return `import pandas as pd

table = pd.read_csv(
    ${quoted(url)},
${headerRows > 1 ? `    skiprows=range(1, ${headerRows}),\n` : ""}    dtype={
${lines("        ", types)}    },
${dates.length > 0 ? `    parse_dates=[${list(dates)}],\n` : ""}    keep_default_na=False,
    na_values=[${list(missing)}],
${ofKind(table, "number").length > 0 ? '    float_precision="round_trip",\n' : ""})
print(table.head())`;
}

/** Moments stay text: an offset from Greenwich would be lost, or stop the reading. */
const polarsTypes: Partial<Record<Kind, string>> = {
  integer: "Int64",
  number: "Float64",
  boolean: "Boolean",
  date: "Date",
};

/** polars 1.2 and later (docs.pola.rs/api/python/stable/reference/api/polars.read_csv.html). */
export function polarsCall({ url, columns, missing, headerRows }: CalledTable): string {
  const types = columns.flatMap(({ name, kind }) =>
    polarsTypes[kind] ? [`${quoted(name)}: pl.${polarsTypes[kind]}`] : [],
  );
  return `import polars as pl

table = pl.read_csv(
    ${quoted(url)},
${headerRows > 1 ? `    skip_rows_after_header=${headerRows - 1},\n` : ""}    infer_schema=False,
${types.length > 0 ? `    schema_overrides={\n${lines("        ", types)}    },\n` : ""}    null_values=[${list(missing)}],
)
print(table.head())`;
}

/** Whole numbers of R end at 2 147 483 647: a double holds all that are called integer here. */
const readrTypes: Record<Kind, string> = {
  text: "col_character()",
  integer: "col_double()",
  number: "col_double()",
  boolean: "col_logical()",
  date: "col_date()",
  datetime: "col_datetime()",
};

/** readr 2 (readr.tidyverse.org/reference/read_delim.html). */
export function readrCall({ url, columns, missing, headerRows }: CalledTable): string {
  const names = list(columns.map(({ name }) => name));
  const types = columns.map(({ name, kind }) => `${name} = ${readrTypes[kind]}`).join(",\n    ");
  return `library(readr)

table <- read_csv(
  ${quoted(url)},
${headerRows > 1 ? `  skip = ${headerRows}, col_names = c(${names}),\n` : ""}  col_types = cols(
    ${types}
  ),
  na = c(${list(missing)}),
  trim_ws = FALSE
)
head(table)`;
}

export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Moments stay text: its TIMESTAMP drops an offset, and TIMESTAMPTZ adds the computer’s own where there is none. */
const duckdbTypes: Record<Kind, string> = {
  text: "VARCHAR",
  integer: "BIGINT",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  date: "DATE",
  datetime: "VARCHAR",
};

/** DuckDB 1 (duckdb.org/docs/stable/data/csv/overview). */
export const duckdbCall = (table: CalledTable): string =>
  `SELECT * FROM ${duckdbTable(table)}\nLIMIT 5;`;

/** A table's CSV file as DuckDB reads it, for a FROM. */
export function duckdbTable({ url, columns, missing, headerRows }: CalledTable): string {
  const types = columns.map(({ name, kind }) => `${sqlText(name)}: '${duckdbTypes[kind]}'`);
  return `read_csv(${sqlText(url)},
  auto_detect = false, delim = ',', quote = '"', escape = '"',
  ${headerRows > 1 ? `header = false, skip = ${headerRows}` : "header = true"}, nullstr = [${missing.map(sqlText).join(", ")}],
  columns = {
    ${types.join(",\n    ")}
  })`;
}

const mText = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const mTypes: Record<Kind, string> = {
  text: "type text",
  integer: "Int64.Type",
  number: "type number",
  boolean: "type logical",
  date: "type date",
  datetime: "type datetimezone",
};

/** Power Query M: types are read with English signs, whatever the language of the computer. */
export function powerQueryCall({ url, columns, missing, headerRows }: CalledTable): string {
  const types = columns.map(({ name, kind }) => `{${mText(name)}, ${mTypes[kind]}}`);
  return `let
  Source = Csv.Document(Web.Contents(${mText(url)}), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
  Named = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),
  Rows = Table.Skip(Named, ${headerRows - 1}),
  Filled = List.Accumulate({${missing.map(mText).join(", ")}}, Rows, (rows, sign) =>
    Table.ReplaceValue(rows, sign, null, Replacer.ReplaceValue, Table.ColumnNames(rows))),
  Table = Table.TransformColumnTypes(Filled, {
    ${types.join(",\n    ")}
  }, "en-US")
in
  Table`;
}

/** LibreOffice’s numbers of column formats: as it sees them, text, a date written year first. */
const calcFormats: Partial<Record<Kind, number>> = { text: 2, date: 5 };

/** LibreOffice 7 and later (wiki.documentfoundation.org/Documentation/DevGuide/Spreadsheet_Documents#Filter_Options); 1033 is English (USA). */
export function calcCall({ url, file, columns }: CalledTable): string {
  const formats = columns.map(({ kind }, at) => `${at + 1}/${calcFormats[kind] ?? 1}`).join("/");
  return `curl -fsS -O "${url}"
soffice --headless --convert-to ods --infilter="CSV:44,34,UTF8,1,${formats},1033" ${file}`;
}
