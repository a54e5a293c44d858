import type { Dataset, Resource, Shared } from "../../model/catalogue.ts";
import type { ColumnProfile } from "../../model/table.ts";
import type { ResourceDescriptor } from "../../schemas/data/dataset.ts";
import { type Field, namesOf, type TableSchema } from "../../schemas/data/table-schema.ts";
import { fileTypes } from "../../vocabularies/dcat/file-types.ts";
import { timesOf, wholeLimit } from "../tables/lexical.ts";

/**
 * A dataset as a Data Package v2 descriptor (https://datapackage.org/standard/data-package/), with the passport's fields beside.
 * A package has at least one resource: a set without files is described in the same words, and names no profile it does not keep.
 */
export function toDataPackage(dataset: Dataset, { portal }: Shared): object {
  const { passport, licence } = dataset;
  const { resources: _, charts: __, licenses: ___, ...rest } = passport;
  return {
    ...(dataset.resources.length > 0
      ? { $schema: "https://datapackage.org/profiles/2.0/datapackage.json" }
      : {}),
    name: dataset.id,
    id: dataset.iri,
    homepage: `${portal.site}/dataset/${dataset.id}/`,
    // A moment with its zone, by the standard: where less is known, "issued" below says it.
    ...(/T.*(Z|[+-]\d\d:\d\d)$/.test(dataset.issued ?? "") ? { created: dataset.issued } : {}),
    ...rest,
    ...(rest.keywords.length > 0 ? {} : { keywords: undefined }),
    issued: dataset.issued,
    modified: dataset.modified,
    ...(licence
      ? {
          licenses: [
            {
              ...(licence.id === undefined ? {} : { name: licence.id }),
              title: licence.title,
              path: licence.path,
            },
          ],
        }
      : {}),
    contributors: [{ title: dataset.publisher.title, roles: ["publisher"] }],
    resources: dataset.resources.map((resource, index) => ({
      name: resource.name,
      title: resource.title.uk,
      ...englishOf(passport.resources[index]),
      ...(resource.description ? { description: resource.description.uk } : {}),
      // A file in the set's own folder stands beside this one; any other is named in full.
      path: resource.file ? resource.file.split("/").at(-1) : (resource.url ?? resource.page),
      ...(resource.url ? {} : { page: resource.page }),
      ...(resource.format
        ? {
            format: fileTypes[resource.format].extension,
            mediatype: fileTypes[resource.format].mediaType,
          }
        : {}),
      bytes: resource.bytes,
      modified: resource.modified,
      ...(resource.sha256 ? { hash: `sha256:${resource.sha256}` } : {}),
      ...(resource.structure ? { structure: resource.structure } : {}),
      ...(resource.schema
        ? {
            type: "table",
            encoding: "utf-8",
            schema: toTableSchema(resource.schema, resource.table),
          }
        : {}),
    })),
  };
}

const englishOf = (resource: ResourceDescriptor | undefined): Pick<ResourceDescriptor, "en"> =>
  resource?.en ? { en: resource.en } : {};

/** The structure of a table in Table Schema v2: what a passport may write freely, in the one form the standard has. */
const toTableSchema = (
  { fields, foreignKeys, ...rest }: TableSchema,
  table: Resource["table"],
): object => ({
  fields: fields.map((field) =>
    toField(field, table?.columns.find((column) => column.field.name === field.name)?.profile),
  ),
  ...rest,
  ...(foreignKeys.length > 0
    ? {
        foreignKeys: foreignKeys.map(({ fields: own, reference }) => ({
          fields: namesOf(own),
          reference: { ...reference, fields: namesOf(reference.fields) },
        })),
      }
    : {}),
});

const numeric: ReadonlySet<Field["type"]> = new Set(["integer", "number", "year"]);

/** A limit as the standard has it: a number stays one where it may, of a whole number the nearest whole one within. */
const plainLimit = (type: Field["type"], limit: string | number, name: "minimum" | "maximum") =>
  numeric.has(type) ? wholeLimit(type, limit, name) : String(limit);

function toField(
  { format, example, constraints, ...rest }: Field,
  profile: ColumnProfile | undefined,
): object {
  const { type } = rest;
  const { enum: values, minimum, maximum, ...others } = constraints;
  const times =
    type === "datetime" || type === "time"
      ? timesOf(type, profile?.forms ?? [], { minimum, maximum })
      : undefined;
  const written = times?.limits ?? {
    minimum: minimum === undefined ? undefined : plainLimit(type, minimum, "minimum"),
    maximum: maximum === undefined ? undefined : plainLimit(type, maximum, "maximum"),
  };
  const limits = {
    ...others,
    ...(values === undefined ? {} : { enum: valuesOf(type, values) }),
    ...(written.minimum === undefined ? {} : { minimum: written.minimum }),
    ...(written.maximum === undefined ? {} : { maximum: written.maximum }),
  };
  const said = times?.format ?? (type === "string" || format === "default" ? format : undefined);
  return {
    ...rest,
    ...(said === undefined ? {} : { format: said }),
    ...(example === undefined ? {} : { example: String(example) }),
    ...(Object.keys(limits).length > 0 ? { constraints: limits } : {}),
  };
}

/** Values a column may have, all of one type as the standard wants them, each once. */
function valuesOf(type: Field["type"], values: readonly (string | number)[]): unknown[] {
  if (type === "boolean")
    return [...new Set(values.map((value) => /^(true|1)$/i.test(String(value))))];
  const asNumbers =
    (type === "integer" || type === "number") && values.every((value) => typeof value === "number");
  return [...new Set<string | number>(asNumbers ? values : values.map(String))];
}
