import type { Dataset, Resource, Shared } from "../../model/catalogue.ts";
import { type Field, namesOf } from "../../schemas/data/table-schema.ts";
import { fileTypes } from "../../vocabularies/dcat/file-types.ts";
import { citationOf, renderBibtex } from "./citation.ts";

/** The version of Croissant that is written: https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html */
const version = "http://mlcommons.org/croissant/1.1";

/** Terms that are Croissant’s own under their own names, in its Appendix 1. */
const terms = [
  ...["annotation", "arrayShape", "citeAs", "column", "containedIn", "equivalentProperty"],
  ...[
    "excludes",
    "extract",
    "field",
    "fileProperty",
    "fileObject",
    "fileSet",
    "format",
    "includes",
  ],
  ...[
    "isArray",
    "isLiveDataset",
    "jsonPath",
    "key",
    "md5",
    "parentField",
    "recordSet",
    "references",
  ],
  ...[
    "regex",
    "readLines",
    "sdVersion",
    "separator",
    "source",
    "subField",
    "transform",
    "unArchive",
  ],
  "value",
];

/**
 * The context of Appendix 1 in the language of these data; but schema.org is `https`, as in the examples beside the
 * specification: mlcroissant 1.1, the reader of those who wrote it, knows a dataset by no other.
 */
const context = {
  "@language": "uk",
  "@vocab": "https://schema.org/",
  sc: "https://schema.org/",
  cr: "http://mlcommons.org/croissant/",
  rai: "http://mlcommons.org/croissant/RAI/",
  dct: "http://purl.org/dc/terms/",
  conformsTo: "dct:conformsTo",
  data: { "@id": "cr:data", "@type": "@json" },
  dataType: { "@id": "cr:dataType", "@type": "@vocab" },
  examples: { "@id": "cr:examples", "@type": "@json" },
  ...Object.fromEntries(terms.map((term) => [term, `cr:${term}`])),
};

const dataTypes: Record<Field["type"], string> = {
  string: "sc:Text",
  integer: "sc:Integer",
  number: "sc:Float",
  boolean: "sc:Boolean",
  date: "sc:Date",
  datetime: "sc:DateTime",
  time: "sc:Time",
  year: "sc:Integer",
  yearmonth: "sc:Text",
};

type Kept = Resource & { path: string; sha256: string };
type Described = Kept & { schema: NonNullable<Resource["schema"]> };

const filesOf = ({ resources }: Dataset): Kept[] =>
  resources.filter(
    (resource): resource is Kept =>
      resource.file !== undefined && resource.path !== undefined && resource.sha256 !== undefined,
  );

/** Croissant has no word for records above the data but one: a table with titles under its names would be misread. */
const tablesOf = (dataset: Dataset): Described[] =>
  filesOf(dataset).filter(
    (file): file is Described =>
      file.format === "CSV" && file.schema !== undefined && file.table?.headerRows === 1,
  );

/** Has a set what Croissant requires: a table here whose columns are described, a licence, a day of publication? */
export const hasCroissant = (dataset: Dataset): boolean =>
  dataset.passport.status === "active" &&
  dataset.licence !== undefined &&
  dataset.issued !== undefined &&
  tablesOf(dataset).length > 0;

/** A file’s id is its name: taken against this document’s address it is the file’s own. */
const fileId = ({ path }: Kept): string => path.split("/").at(-1) ?? path;
const fieldId = (table: string, column: string) => ({ "@id": `${table}/${column}` });
/** One thing as itself, many as a list. */
const oneOrMany = <T>(all: readonly T[]): T | readonly T[] =>
  all.length === 1 && all[0] ? all[0] : all;

const toFileObject = (file: Kept): object => ({
  "@type": "cr:FileObject",
  "@id": fileId(file),
  name: fileId(file),
  description: file.title.uk,
  contentUrl: file.url,
  ...(file.bytes === undefined ? {} : { contentSize: `${file.bytes} B` }),
  encodingFormat: file.format ? fileTypes[file.format].mediaType : "application/octet-stream",
  sha256: file.sha256,
});

/**
 * What a column’s values are found in, of the tables that are described here: one thing, in the form of the examples
 * beside the specification, whose own text leaves out `field`; mlcroissant 1.1 reads no other.
 */
function referencesOf(table: Described, column: string, tables: readonly Described[]): object {
  const targets = table.schema.foreignKeys.flatMap(({ fields, reference }) => {
    const name = reference.resource === "" ? table.name : reference.resource;
    const target = namesOf(reference.fields)[namesOf(fields).indexOf(column)];
    const known = tables
      .find((other) => other.name === name)
      ?.schema.fields.some((field) => field.name === target);
    return known && target !== undefined ? [fieldId(name, target)] : [];
  });
  return targets[0] ? { references: { field: targets[0] } } : {};
}

function toRecordSet(table: Described, tables: readonly Described[]): object {
  const { name, title, description, schema } = table;
  const keys = namesOf(schema.primaryKey);
  return {
    "@type": "cr:RecordSet",
    "@id": name,
    name,
    description: [title.uk, description?.uk].filter(Boolean).join(". "),
    ...(keys.length > 0 ? { key: oneOrMany(keys.map((key) => fieldId(name, key))) } : {}),
    field: schema.fields.map((field) => ({
      "@type": "cr:Field",
      ...fieldId(name, field.name),
      name: field.name,
      description: [field.title, field.description].filter(Boolean).join(". "),
      dataType: dataTypes[field.type],
      source: { fileObject: { "@id": fileId(table) }, extract: { column: field.name } },
      ...referencesOf(table, field.name, tables),
    })),
  };
}

/** A dataset as Croissant 1.1 describes it to programs that learn from data: its files, and the columns of its tables. */
export function toCroissant(dataset: Dataset, shared: Shared): object {
  const { passport, publisher, licence, keywords, issued, modified } = dataset;
  const tables = tablesOf(dataset);
  return {
    "@context": context,
    "@type": "sc:Dataset",
    "@id": dataset.iri,
    conformsTo: version,
    name: dataset.title.uk,
    ...(dataset.title.en ? { alternateName: dataset.title.en } : {}),
    description: dataset.description?.uk ?? dataset.title.uk,
    url: `${shared.portal.site}/dataset/${dataset.id}/`,
    license: licence?.path,
    creator: organisation(publisher),
    publisher: organisation(shared.publisher),
    datePublished: issued,
    ...(modified === undefined ? {} : { dateModified: modified }),
    ...(passport.version === undefined ? {} : { version: passport.version }),
    ...(passport.language.length > 0 ? { inLanguage: passport.language } : {}),
    keywords: [...keywords.uk, ...keywords.en],
    citeAs: renderBibtex(dataset.id, citationOf(dataset, shared)),
    distribution: filesOf(dataset).map(toFileObject),
    recordSet: tables.map((table) => toRecordSet(table, tables)),
  };
}

const organisation = ({ iri, title, url }: Dataset["publisher"]): object => ({
  "@type": "sc:Organization",
  "@id": iri,
  name: title,
  ...(url ? { url } : {}),
});
