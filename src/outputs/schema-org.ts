import type { Catalogue, Dataset } from "../model/catalogue.ts";
import { fileTypes } from "../vocabularies/file-types.ts";
import { licences } from "../vocabularies/licences.ts";

/** A dataset for Google Dataset Search (https://schema.org/Dataset). */
export function toSchemaOrg(dataset: Dataset, { portal }: Catalogue): object {
  const { passport, licence } = dataset;
  const publisher = { "@type": "Organization", name: dataset.publisher.title };
  return {
    "@context": "https://schema.org/",
    "@type": "Dataset",
    "@id": dataset.iri,
    name: dataset.title.uk,
    description: (
      dataset.description?.uk ?? `${dataset.title.uk}. ${dataset.publisher.title}.`
    ).slice(0, 5000),
    url: `${portal.site}/dataset/${dataset.id}/`,
    identifier: dataset.identifier,
    inLanguage: passport.language,
    keywords: dataset.keywords.uk,
    isAccessibleForFree: true,
    ...(licence ? { license: licences[licence].path } : {}),
    creator: publisher,
    publisher,
    dateModified: dataset.modified,
    datePublished: dataset.issued,
    ...(passport.temporal
      ? { temporalCoverage: `${passport.temporal.start}/${passport.temporal.end ?? ".."}` }
      : {}),
    ...(dataset.places.length > 0
      ? { spatialCoverage: dataset.places.map(({ title }) => ({ "@type": "Place", name: title })) }
      : {}),
    includedInDataCatalog: { "@type": "DataCatalog", name: portal.title, url: `${portal.site}/` },
    distribution: dataset.resources.flatMap(({ url, format, title }) =>
      url
        ? [
            {
              "@type": "DataDownload",
              name: title.uk,
              contentUrl: url,
              ...(format ? { encodingFormat: fileTypes[format].mediaType } : {}),
            },
          ]
        : [],
    ),
  };
}

/** JSON for a <script> block: no text in it can end the block. */
export const renderScriptJson = (value: object): string =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
