import type {
  DataCatalog,
  DataDownload,
  GovernmentOrganization,
  Place,
  Dataset as SchemaDataset,
} from "schema-dts";
import { inLanguage, type Language } from "../../i18n/translate.ts";
import type { Catalogue, Dataset, Localised, Publisher, Resource } from "../../model/catalogue.ts";
import { fileTypes } from "../../vocabularies/dcat/file-types.ts";
import { statedLicence } from "../../vocabularies/dcat/licences.ts";
import { pagePath } from "../pages.ts";

/** Google asks for a description of 50 to 5000 characters. */
const shortest = 50;
const longest = 5000;

/** A text as the page has it: in its language, or in Ukrainian where nobody translated it. */
const said = (text: Localised, language: Language): string => inLanguage(text, language).text;

/** Texts the passport keeps in two fields, as one in both languages. */
const joined = (uk: string, en: string | undefined): Localised =>
  en === undefined ? { uk } : { uk, en };

const organization = (
  { iri, name, url, edrpou }: Publisher,
  language: Language,
): GovernmentOrganization => ({
  "@type": "GovernmentOrganization",
  "@id": iri,
  name: said(name, language),
  ...(url ? { url } : {}),
  ...(edrpou
    ? { identifier: { "@type": "PropertyValue", propertyID: "EDRPOU", value: edrpou } }
    : {}),
});

function descriptionOf({ title, description, publisher }: Dataset, language: Language): string {
  const text = description ? said(description, language) : "";
  return (
    text.length >= shortest
      ? text
      : [said(title, language), text, said(publisher.name, language)]
          .filter(Boolean)
          .map((part) => part.replace(/\.$/, ""))
          .join(". ")
  ).slice(0, longest);
}

const place = (
  { title, en, code, bbox }: Catalogue["portal"]["places"][number],
  language: Language,
): Place => ({
  "@type": "Place",
  name: said(joined(title, en?.title), language),
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

const download = (
  { iri, title, url, format, bytes, sha256, modified }: Resource,
  language: Language,
): DataDownload[] =>
  url === undefined
    ? []
    : [
        {
          "@type": "DataDownload",
          "@id": iri,
          name: said(title, language),
          contentUrl: url,
          ...(format ? { encodingFormat: fileTypes[format].mediaType } : {}),
          ...(bytes === undefined ? {} : { contentSize: `${bytes} B` }),
          ...(sha256 === undefined ? {} : { sha256 }),
          ...(modified === undefined ? {} : { dateModified: modified }),
        },
      ];

/** The whole catalogue, as the home page in a language presents it. */
export function toDataCatalog(
  { portal, publisher, modified }: Catalogue,
  language: Language,
): DataCatalog & { "@context": string } {
  const licence = statedLicence(portal.licenses[0]);
  return {
    "@context": "https://schema.org/",
    ...catalogNode(portal, language),
    description: said(joined(portal.description, portal.en?.description), language),
    inLanguage: [...portal.languages],
    publisher: organization(publisher, language),
    isAccessibleForFree: true,
    ...(licence ? { license: licence.path } : {}),
    ...(modified ? { dateModified: modified } : {}),
  };
}

const catalogNode = (portal: Catalogue["portal"], language: Language) => ({
  "@type": "DataCatalog" as const,
  "@id": `${portal.iriBase}/catalog`,
  name: said(joined(portal.title, portal.en?.title), language),
  url: new URL(pagePath(portal, language, "/"), portal.site).href,
});

/** What a set's columns measure. */
const variables = ({ resources }: Dataset, language: Language) =>
  resources
    .flatMap(({ schema }) => schema?.fields ?? [])
    .map(({ name, title, description, en }) => ({
      "@type": "PropertyValue" as const,
      name,
      alternateName: said(joined(title, en?.title), language),
      ...(description ? { description: said(joined(description, en?.description), language) } : {}),
    }));

const keywordsOf = ({ keywords: { uk, en } }: Dataset, language: Language): string[] =>
  language === "uk" ? [...uk, ...en] : en.length > 0 ? en : uk;

/** A set that was withdrawn says so to who finds its page still. */
const withdrawalOf = ({ passport: { withdrawn } }: Dataset) =>
  withdrawn ? { creativeWorkStatus: "Withdrawn", expires: withdrawn.date } : {};

/**
 * A dataset for Google Dataset Search (https://developers.google.com/search/docs/appearance/structured-data/dataset), in
 * the words of its page in a language.
 */
export function toSchemaOrg(
  dataset: Dataset,
  catalogue: Catalogue,
  language: Language = "uk",
): SchemaDataset & { "@context": string } {
  const { portal, publisher } = catalogue;
  const { passport, licence, temporal, resources } = dataset;
  const columns = variables(dataset, language);
  const series = catalogue.series.find(({ id }) => id === dataset.series);
  const sources = passport.sources.flatMap(({ path }) => path ?? []);
  const name = said(dataset.title, language);
  const other = language === "uk" ? dataset.title.en : dataset.title.uk;
  const urlOf = (path: string) => new URL(pagePath(portal, language, path), portal.site).href;
  return {
    "@context": "https://schema.org/",
    "@type": "Dataset",
    "@id": dataset.iri,
    name,
    ...(other === undefined || other === name ? {} : { alternateName: other }),
    description: descriptionOf(dataset, language),
    url: urlOf(`/dataset/${dataset.id}/`),
    identifier: [dataset.identifier, ...dataset.aliases],
    ...(passport.importedFrom ? { sameAs: passport.importedFrom } : {}),
    ...(passport.language.length > 0 ? { inLanguage: passport.language } : {}),
    keywords: keywordsOf(dataset, language),
    isAccessibleForFree: true,
    // A licence is of files: where there are none, nothing is licensed.
    ...(licence && resources.length > 0 ? { license: licence.path } : {}),
    ...withdrawalOf(dataset),
    creator: organization(dataset.publisher, language),
    publisher: organization(publisher, language),
    ...(passport.version ? { version: passport.version } : {}),
    ...(dataset.issued ? { dateCreated: dataset.issued, datePublished: dataset.issued } : {}),
    ...(dataset.modified ? { dateModified: dataset.modified } : {}),
    ...(temporal ? { temporalCoverage: `${temporal.start}/${temporal.end ?? ".."}` } : {}),
    spatialCoverage: dataset.places.map((one) => place(one, language)),
    ...(columns.length > 0 ? { variableMeasured: columns } : {}),
    ...(series
      ? {
          isPartOf: {
            "@type": "Dataset",
            "@id": series.iri,
            name: said(series.name, language),
            description: said(series.about, language),
            url: urlOf(`/series/${series.id}/`),
          },
        }
      : {}),
    ...(sources.length > 0 ? { isBasedOn: sources } : {}),
    includedInDataCatalog: catalogNode(portal, language),
    distribution: resources.flatMap((resource) => download(resource, language)),
  };
}

/** JSON for a <script> block: no text in it can end the block. */
export const renderScriptJson = (value: object): string =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
