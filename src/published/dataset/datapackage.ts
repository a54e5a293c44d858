import type { Dataset, Shared } from "../../model/catalogue.ts";
import type { ResourceDescriptor } from "../../schemas/data/dataset.ts";
import { fileTypes } from "../../vocabularies/dcat/file-types.ts";

/** A dataset as a Data Package v2 descriptor (https://datapackage.org/standard/data-package/), with the passport's fields beside. */
export function toDataPackage(dataset: Dataset, { portal }: Shared): object {
  const { passport, licence } = dataset;
  const { resources: _, charts: __, licenses: ___, ...rest } = passport;
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: dataset.id,
    id: dataset.iri,
    homepage: `${portal.site}/dataset/${dataset.id}/`,
    created: dataset.issued,
    ...rest,
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
      ...(resource.schema ? { encoding: "utf-8", schema: resource.schema } : {}),
    })),
  };
}

const englishOf = (resource: ResourceDescriptor | undefined): Pick<ResourceDescriptor, "en"> =>
  resource?.en ? { en: resource.en } : {};
