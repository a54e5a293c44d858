import { speak } from "../../i18n/translate.ts";
import type { Dataset, Resource } from "../../model/catalogue.ts";
import { listLine } from "../../model/csv.ts";
import type { ColumnProfile } from "../../model/table.ts";
import { namesOf } from "../../schemas/data/table-schema.ts";
import { csvwTimes, fullLimit, wholeLimit } from "./lexical.ts";

type Schema = NonNullable<Resource["schema"]>;
type Field = Schema["fields"][number];
type Described = Resource & { schema: Schema };

const { t } = speak("uk");

const tablesOf = ({ resources }: Dataset): Described[] =>
  resources.filter((resource): resource is Described => resource.schema !== undefined);
const fileOf = ({ path, url, page }: Resource): string => path?.split("/").at(-1) ?? url ?? page;
const limits = ({ constraints: { enum: values, minimum, maximum, pattern } }: Field): string =>
  [
    ...(values ? [values.join(" | ")] : []),
    ...(minimum === undefined ? [] : [`≥ ${minimum}`]),
    ...(maximum === undefined ? [] : [`≤ ${maximum}`]),
    ...(pattern === undefined ? [] : [pattern]),
  ].join("; ");

/** Has the dataset a table whose columns are described? Without one it has no structure to download. */
export const hasStructure = (dataset: Dataset): boolean => tablesOf(dataset).length > 0;

/** «Структура набору даних»: one line for each column of each table. */
export const renderStructureCsv = (dataset: Dataset): string =>
  [
    ["file", "column", "title", "type", "typeName", "required", "values", "description"],
    ...tablesOf(dataset).flatMap((table) =>
      table.schema.fields.map((field) => [
        fileOf(table),
        field.name,
        field.title,
        field.type,
        t(`type.${field.type}`),
        String(field.constraints.required ?? false),
        limits(field),
        field.description ?? "",
      ]),
    ),
  ]
    .map(listLine)
    .join("");

const datatypes: Record<Field["type"], string> = {
  string: "string",
  integer: "integer",
  number: "decimal",
  boolean: "boolean",
  date: "date",
  datetime: "dateTime",
  time: "time",
  year: "gYear",
  yearmonth: "gYearMonth",
};

/** Words a table may have for yes and no; CSVW takes the first two by itself, and of a column one pair. */
const signs = ["true|false", "1|0", "True|False", "TRUE|FALSE"];

/** The format of yes and no where the cells, as they stand in the file, need one named; of a mixture no format is true. */
function signsOf(values: readonly string[]): { format?: string } {
  const format = signs.find((pair) => values.every((value) => pair.split("|").includes(value)));
  return format === undefined || signs.indexOf(format) < 2 ? {} : { format };
}

/** Limits of values, of the types they are defined for (https://www.w3.org/TR/tabular-data-model/#constraints). */
function boundsOf({ type, constraints }: Field, { top = [] }: Partial<ColumnProfile>): object {
  const { minLength, maxLength, pattern } = constraints;
  if (type === "boolean") return signsOf(top.map(({ value }) => value));
  if (type === "string")
    return {
      ...(minLength === undefined ? {} : { minLength }),
      ...(maxLength === undefined ? {} : { maxLength }),
      ...(pattern === undefined ? {} : { format: pattern }),
    };
  const isOfTime = type === "datetime" || type === "time";
  const bound = (name: "minimum" | "maximum") => {
    const limit = constraints[name];
    const said =
      limit === undefined
        ? undefined
        : isOfTime
          ? fullLimit(type, String(limit))
          : wholeLimit(type, limit, name);
    return said === undefined ? {} : { [name]: said };
  };
  return { ...bound("minimum"), ...bound("maximum") };
}

/** What every cell of a column is, as CSVW reads it: its base alone, or with a format and limits. */
function datatypeOf(field: Field, profile: Partial<ColumnProfile>): unknown {
  const { type } = field;
  const { forms = [] } = profile;
  const times = type === "datetime" || type === "time" ? csvwTimes(type, forms) : {};
  // Of cells in several forms nothing is true but that they are texts.
  if (!times) return "string";
  // A decimal of XML Schema has no exponent.
  const base = type === "number" && forms.includes("exponent") ? "double" : datatypes[type];
  const bounds = { ...times, ...boundsOf(field, profile) };
  return Object.keys(bounds).length === 0 ? base : { base, ...bounds };
}

function csvwColumn(field: Field, { table }: Described): object {
  const { name, title, description, en, constraints } = field;
  const { required } = constraints;
  const profile = table?.columns.find((column) => column.field.name === name)?.profile ?? {};
  return {
    name,
    // The header of the file is the name: "und" lets it match whatever language a reader assumes.
    titles: { und: name, uk: title, ...(en?.title ? { en: en.title } : {}) },
    ...(description ? { "dc:description": description } : {}),
    datatype: datatypeOf(field, profile),
    ...(required ? { required } : {}),
  };
}

const csvwTable = (table: Described, address: string): object => ({
  url: address,
  "dc:title": table.title.uk,
  ...(table.description ? { "dc:description": table.description.uk } : {}),
  null: table.schema.missingValues,
  tableSchema: {
    columns: table.schema.fields.map((field) => csvwColumn(field, table)),
    ...(table.schema.primaryKey ? { primaryKey: namesOf(table.schema.primaryKey) } : {}),
  },
});
const context = ["http://www.w3.org/ns/csvw", { "@language": "uk" }];
const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** The structure of every table as CSV on the Web (https://www.w3.org/TR/tabular-metadata/): a table group. */
export const renderStructureJson = (dataset: Dataset): string =>
  json({
    "@context": context,
    "dc:title": dataset.title.uk,
    tables: tablesOf(dataset).map((table) => csvwTable(table, table.url ?? fileOf(table))),
  });

const tableAt = (dataset: Dataset, file: string) =>
  tablesOf(dataset).find(({ path }) => path === `/dataset/${dataset.id}/${file}`);

/** Is a file of a dataset a table whose columns are described? */
export const isDescribed = (dataset: Dataset, file: string): boolean =>
  tableAt(dataset, file) !== undefined;

/**
 * CSVW of one file, for the address where readers of CSV on the Web look for it: <file>-metadata.json beside it.
 * @param name what the file is called there, where that is a former name of it
 */
export function renderFileMetadata(
  dataset: Dataset,
  file: string,
  name = file,
): string | undefined {
  const table = tableAt(dataset, file);
  return table && json({ "@context": context, ...csvwTable(table, name) });
}
