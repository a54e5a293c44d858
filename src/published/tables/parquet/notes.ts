import type { Dataset, Resource } from "../../../model/catalogue.ts";
import type { ParquetType } from "./columns.ts";

/** A note in a Parquet file's footer. */
export type Note = { key: string; value: string };

/** Types as Spark calls them (org.apache.spark.sql.types.DataType). */
const sparkTypes: Record<ParquetType, string> = {
  BOOLEAN: "boolean",
  DATE: "date",
  DOUBLE: "double",
  INT32: "integer",
  INT64: "long",
  STRING: "string",
};

/** What a column means, in a line: its title and, where there is one, its description. */
export const columnComment = (title: string, description: string | undefined): string =>
  description === undefined || description === title ? title : `${title}. ${description}`;

/**
 * What a table's file says of itself wherever it is carried: under `datapackage` the set and the columns in the words of Data
 * Package v2, and under Spark's own key the same as comments that Spark shows beside the columns.
 */
export function notesOf(
  dataset: Dataset,
  resource: Resource,
  types: ReadonlyMap<string, ParquetType>,
): Note[] {
  const { passport, publisher, licence } = dataset;
  const columns = resource.table?.columns ?? [];
  const fields = columns.map(({ field, title }) => ({
    name: field.name,
    type: field.type,
    title: title.uk,
    ...(field.description === undefined ? {} : { description: field.description }),
    ...(title.en === undefined ? {} : { en: { title: title.en } }),
  }));
  const described = {
    id: dataset.iri,
    name: dataset.id,
    title: dataset.title.uk,
    publisher: publisher.title,
    ...(licence ? { licenses: [{ title: licence.title, path: licence.path }] } : {}),
    ...(passport.version === undefined ? {} : { version: passport.version }),
    resources: [
      {
        name: resource.name,
        title: resource.title.uk,
        hash: `sha256:${resource.sha256}`,
        schema: { fields },
      },
    ],
  };
  const spark = {
    type: "struct",
    fields: [...types].map(([name, type]) => {
      const field = fields.find((one) => one.name === name);
      return {
        name,
        type: sparkTypes[type],
        nullable: true,
        metadata: field ? { comment: columnComment(field.title, field.description) } : {},
      };
    }),
  };
  return [
    { key: "datapackage", value: JSON.stringify(described) },
    { key: "org.apache.spark.sql.parquet.row.metadata", value: JSON.stringify(spark) },
  ];
}
