import type { Dataset, Shared } from "../../model/catalogue.ts";
import type { ResourceDescriptor } from "../../schemas/data/dataset.ts";
import { type Field, namesOf, type TableSchema } from "../../schemas/data/table-schema.ts";
import { fileTypes } from "../../vocabularies/dcat/file-types.ts";

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
        ? { type: "table", encoding: "utf-8", schema: toTableSchema(resource.schema) }
        : {}),
    })),
  };
}

const englishOf = (resource: ResourceDescriptor | undefined): Pick<ResourceDescriptor, "en"> =>
  resource?.en ? { en: resource.en } : {};

/** The structure of a table in Table Schema v2: what a passport may write freely, in the one form the standard has. */
const toTableSchema = ({ fields, foreignKeys, ...rest }: TableSchema): object => ({
  fields: fields.map(toField),
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

function toField({ format, example, constraints, ...rest }: Field): object {
  const { enum: values, minimum, maximum, ...others } = constraints;
  // A number stays one where the standard lets it; anything else is written as its cell is.
  const limit = (value: string | number) => (numeric.has(rest.type) ? value : String(value));
  const limits = {
    ...others,
    ...(values === undefined ? {} : { enum: valuesOf(rest.type, values) }),
    ...(minimum === undefined ? {} : { minimum: limit(minimum) }),
    ...(maximum === undefined ? {} : { maximum: limit(maximum) }),
  };
  return {
    ...rest,
    ...(format !== undefined && (rest.type === "string" || format === "default") ? { format } : {}),
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
