import { freezeCatalogue } from "../../catalogue/freeze.ts";
import type { Catalogue, Dataset, Resource, Shared } from "../../model/catalogue.ts";
import { fileTypes } from "../../vocabularies/dcat/file-types.ts";
import { parquetType } from "./parquet/parquet.ts";
import { type TwinFormat, twinFormats, twinPath } from "./twins.ts";

/** A table of a dataset in another format, which the portal makes of the publisher's file: a file of its own to harvesters. */
export type TableCopy = Omit<Resource, "table" | "schema" | "file"> & {
  url: string;
  mediaType: string;
  /** IRI of the file it is made of. */
  copyOf: string;
};

const written = { xlsx: "XLSX", json: "JSON", geojson: "GEOJSON" } as const;
const shown = { xlsx: "XLSX", json: "JSON", geojson: "GeoJSON", parquet: "Parquet" } as const;

/** The copies of a resource, in the order they are shown. Sizes and sums are told where they were made and weighed. */
export function copiesOf(resource: Resource, dataset: Dataset, { portal }: Shared): TableCopy[] {
  const { iri, title, page, modified } = resource;
  return twinFormats(resource, dataset, portal.copies).flatMap((copied: TwinFormat) => {
    // How a page finds the rows of a large table is no copy of it.
    if (copied === "rows") return [];
    const own = twinPath(resource, copied);
    const format = copied === "parquet" ? undefined : written[copied];
    return {
      name: `${resource.name}.${copied}`,
      // A part of what it copies: it answers where that does, and lives as long under the same name.
      iri: `${iri}#${copied}`,
      copyOf: iri,
      title: {
        uk: `${title.uk}: копія у форматі ${shown[copied]}`,
        ...(title.en === undefined ? {} : { en: `${title.en}: a copy as ${shown[copied]}` }),
      },
      path: own,
      url: portal.site + own,
      page,
      mediaType: format ? fileTypes[format].mediaType : parquetType,
      ...(format ? { format } : {}),
      ...(modified ? { modified } : {}),
      ...resource.copies?.[copied],
    };
  });
}

/** Every copy of a dataset's tables. */
export const copiesOfSet = (dataset: Dataset, shared: Shared): TableCopy[] =>
  dataset.resources.flatMap((resource) => copiesOf(resource, dataset, shared));

/** A catalogue that knows what each copy weighs, of those among the files that were made, by their paths. */
export function withCopies(
  catalogue: Catalogue,
  made: ReadonlyMap<string, { bytes: number; sha256: string }>,
): Catalogue {
  const weighed = (resource: Resource, dataset: Dataset): Resource => {
    const copies = copiesOf(resource, dataset, catalogue).flatMap(({ path, iri }) => {
      const file = path === undefined ? undefined : made.get(path);
      const { bytes, sha256 } = file ?? {};
      return bytes === undefined || sha256 === undefined
        ? []
        : [[iri.split("#").at(-1) ?? "", { bytes, sha256 }]];
    });
    return copies.length > 0 ? { ...resource, copies: Object.fromEntries(copies) } : resource;
  };
  return freezeCatalogue({
    ...catalogue,
    datasets: catalogue.datasets.map((dataset) => ({
      ...dataset,
      resources: dataset.resources.map((resource) => weighed(resource, dataset)),
    })),
  });
}
