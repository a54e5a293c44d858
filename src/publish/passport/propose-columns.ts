import type { ColumnReport, TableReport } from "../../model/table.ts";
import type { WrittenPassport } from "../../schemas/data/dataset.ts";
import { type Field, fieldNamePattern } from "../../schemas/data/table-schema.ts";
import { foldTitle } from "../../table/layout/column-names.ts";
import { toMachineName } from "../../table/layout/transliterate.ts";
import { type StructureField, structures } from "../../vocabularies/structures.ts";

export type WrittenResource = NonNullable<WrittenPassport["resources"]>[number];
type WrittenField = NonNullable<WrittenResource["schema"]>["fields"][number];

export type ProposedColumns = {
  /** Columns of the table in its order, as its passport describes them. */
  fields: WrittenField[];
  primaryKey?: string;
  /** The official structure the table follows to the letter: its columns need no description then. */
  structure?: string;
  /** Columns whose title nobody gave: a name for programs is no title for people. */
  untitled: string[];
};

/** A row's number says where it stands, and not what it is. */
const rowNumber = /^(№|n|no|number|num|rownumber)$|з\/п|п\/п|порядков/i;
const keyLike =
  /(^|_)(id|uid|identifier|code|kod|number|nomer|edrpou|katottg)($|_)|id$|номер|№|код|ідентифікатор/i;
const reserved = new Set(["constructor", "prototype"]);

/** Titles by a column's name, where all official structures that have it agree. */
const officialTitles = new Map<string, string | undefined>();
for (const { fields } of structures.values())
  for (const { name, title } of fields)
    officialTitles.set(
      name,
      officialTitles.has(name) && officialTitles.get(name) !== title ? undefined : title,
    );

/** Names a passport takes, one for each column of the clean table. */
function fieldNames(columns: readonly Pick<ColumnReport, "field">[]): string[] {
  const used = new Set<string>();
  return columns.map(({ field }, index) => {
    const isFit = fieldNamePattern.test(field) && !reserved.has(field);
    const base = isFit ? field : toMachineName(field) || `column${index + 1}`;
    let name = fieldNamePattern.test(base) ? base : `column${index + 1}`;
    for (let again = 2; used.has(name.toLowerCase()); again++) name = `${base}${again}`;
    used.add(name.toLowerCase());
    return name;
  });
}

const officialField = (
  { field, title }: ColumnReport,
  official: readonly StructureField[],
): StructureField | undefined =>
  official.find(({ name }) => name === field) ??
  official.find((one) => title !== undefined && foldTitle(one.title) === foldTitle(title));

/** Does a column hold codes or numbers of things, whose digits are no amount? */
export const isCode = ({ field, title = "" }: Pick<ColumnReport, "field" | "title">): boolean =>
  keyLike.test(field) || keyLike.test(title);

/** Columns with the types they were read with, by the names they have in the file. */
export const fieldsAsRead = ({ columns }: TableReport): Field[] =>
  columns.map(({ name, type, title }) => ({ name, type, title: title ?? name, constraints: {} }));

/** A title on one line, without signs nobody sees. */
const plain = (title: string): string =>
  title
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim();

/** A table's columns as a passport describes them: names and types off the table, titles and descriptions off the structure. */
export function proposeColumns(report: TableReport, structure?: string): ProposedColumns {
  const official = structure === undefined ? [] : (structures.get(structure)?.fields ?? []);
  const names = fieldNames(report.columns);
  const untitled: string[] = [];
  const fields = report.columns.map((column, index): WrittenField => {
    const name = names[index] ?? column.field;
    const known = officialField(column, official);
    const given =
      column.title ?? (/\p{Script=Cyrillic}/u.test(column.name) ? column.name : undefined);
    const title = given ?? known?.title ?? officialTitles.get(column.field);
    if (title === undefined) untitled.push(name);
    return {
      name,
      type: column.type,
      title: plain(title ?? "") || name,
      ...(known ? { description: known.description } : {}),
    };
  });
  const key = keyOf(report, fields);
  const isOfficial =
    official.length > 0 &&
    official.length === fields.length &&
    official.every(
      ({ name, type }, index) => fields[index]?.name === name && fields[index]?.type === type,
    );
  return {
    fields: fields.map((field) =>
      field.name === key ? { ...field, constraints: { required: true } } : field,
    ),
    ...(key === undefined ? {} : { primaryKey: key }),
    ...(isOfficial && structure !== undefined ? { structure } : {}),
    untitled,
  };
}

/** The column that tells rows apart: called a number or a code, filled in each row, never the same twice. */
function keyOf(
  { columns, rows }: TableReport,
  fields: readonly WrittenField[],
): string | undefined {
  const index = columns.findIndex(({ name, field, title = "", type, profile }) => {
    if (type !== "string" && type !== "integer") return false;
    if (rowNumber.test(name) || rowNumber.test(field) || rowNumber.test(title)) return false;
    const { count, missing, distinct, distinctExact } = profile;
    return (
      isCode({ field, title }) &&
      missing === 0 &&
      count === rows &&
      distinct === rows &&
      distinctExact !== false &&
      rows > 1
    );
  });
  return fields[index]?.name;
}

/** What a resource says of its columns: the structure's name where it is followed, its own schema else. */
export const schemaOf = ({
  fields,
  primaryKey,
  structure,
}: ProposedColumns): Pick<WrittenResource, "schema" | "structure"> =>
  structure !== undefined
    ? { structure }
    : { schema: { ...(primaryKey === undefined ? {} : { primaryKey }), fields } };
