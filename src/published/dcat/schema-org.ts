import type {
  DataDownload,
  GovernmentOrganization,
  Place,
  Dataset as SchemaDataset,
} from "schema-dts";
import type { Catalogue, Dataset, Publisher, Resource } from "../../model/catalogue.ts";
import { fileTypes } from "../../vocabularies/dcat/file-types.ts";

/** Google asks for a description of 50 to 5000 characters. */
const shortest = 50;
const longest = 5000;

const organization = ({ iri, title, url, edrpou }: Publisher): GovernmentOrganization => ({
  "@type": "GovernmentOrganization",
  "@id": iri,
  name: title,
  ...(url ? { url } : {}),
  ...(edrpou
    ? { identifier: { "@type": "PropertyValue", propertyID: "EDRPOU", value: edrpou } }
    : {}),
});

function descriptionOf({ title, description, publisher }: Dataset): string {
  const text = description?.uk ?? "";
  return (
    text.length >= shortest
      ? text
      : [title.uk, text, publisher.title]
          .filter(Boolean)
          .map((part) => part.replace(/\.$/, ""))
          .join(". ")
  ).slice(0, longest);
}

const place = ({ title, code, bbox }: Catalogue["portal"]["places"][number]): Place => ({
  "@type": "Place",
  name: title,
  identifier: { "@type": "PropertyValue", propertyID: "KATOTTG", value: code },
  ...(bbox
    ? {
        geo: {
          "@type": "GeoShape",
          // South, west, north, east, as schema.org/box has it.
          box: `${bbox[1]} ${bbox[0]} ${bbox[3]} ${bbox[2]}`,
        },
      }
    : {}),
});

const download = ({
  iri,
  title,
  url,
  format,
  bytes,
  sha256,
  modified,
}: Resource): DataDownload[] =>
  url === undefined
    ? []
    : [
        {
          "@type": "DataDownload",
          "@id": iri,
          name: title.uk,
          contentUrl: url,
          ...(format ? { encodingFormat: fileTypes[format].mediaType } : {}),
          ...(bytes === undefined ? {} : { contentSize: `${bytes} B` }),
          ...(sha256 === undefined ? {} : { sha256 }),
          ...(modified === undefined ? {} : { dateModified: modified }),
        },
      ];

/** A dataset for Google Dataset Search (https://developers.google.com/search/docs/appearance/structured-data/dataset). */
export function toSchemaOrg(
  dataset: Dataset,
  catalogue: Catalogue,
): SchemaDataset & { "@context": string } {
  const { portal, publisher } = catalogue;
  const { passport, licence, temporal } = dataset;
  const columns = dataset.resources.flatMap(({ schema }) => schema?.fields ?? []);
  const series = catalogue.series.find(({ id }) => id === dataset.series);
  const sources = passport.sources.flatMap(({ path }) => path ?? []);
  return {
    "@context": "https://schema.org/",
    "@type": "Dataset",
    "@id": dataset.iri,
    name: dataset.title.uk,
    ...(dataset.title.en ? { alternateName: dataset.title.en } : {}),
    description: descriptionOf(dataset),
    url: `${portal.site}/dataset/${dataset.id}/`,
    identifier: [dataset.identifier, ...dataset.aliases],
    ...(passport.importedFrom ? { sameAs: passport.importedFrom } : {}),
    ...(passport.language.length > 0 ? { inLanguage: passport.language } : {}),
    keywords: [...dataset.keywords.uk, ...dataset.keywords.en],
    isAccessibleForFree: true,
    ...(licence ? { license: licence.path } : {}),
    creator: organization(dataset.publisher),
    publisher: organization(publisher),
    ...(passport.version ? { version: passport.version } : {}),
    ...(dataset.issued ? { dateCreated: dataset.issued, datePublished: dataset.issued } : {}),
    ...(dataset.modified ? { dateModified: dataset.modified } : {}),
    ...(temporal ? { temporalCoverage: `${temporal.start}/${temporal.end ?? ".."}` } : {}),
    spatialCoverage: dataset.places.map(place),
    ...(columns.length > 0
      ? {
          variableMeasured: columns.map(({ name, title, description }) => ({
            "@type": "PropertyValue",
            name,
            alternateName: title,
            ...(description ? { description } : {}),
          })),
        }
      : {}),
    ...(series
      ? {
          isPartOf: {
            "@type": "Dataset",
            "@id": series.iri,
            name: series.name.uk,
            description: series.about.uk,
            url: `${portal.site}/series/${series.id}/`,
          },
        }
      : {}),
    ...(sources.length > 0 ? { isBasedOn: sources } : {}),
    includedInDataCatalog: {
      "@type": "DataCatalog",
      "@id": `${portal.iriBase}/catalog`,
      name: portal.title,
      url: `${portal.site}/`,
    },
    distribution: dataset.resources.flatMap(download),
  };
}

/** JSON for a <script> block: no text in it can end the block. */
export const renderScriptJson = (value: object): string =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
