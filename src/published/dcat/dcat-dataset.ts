import type { Dataset, Localised, Resource, Shared } from "../../model/catalogue.ts";
import { once } from "../../model/once.ts";
import { fileTypes } from "../../vocabularies/dcat/file-types.ts";
import { frequencies, unknownFrequency } from "../../vocabularies/dcat/frequencies.ts";
import { highValueCategories, highValueLaw } from "../../vocabularies/dcat/high-value.ts";
import { themes } from "../../vocabularies/dcat/themes.ts";
import { copiesOfSet, type TableCopy } from "../tables/copies.ts";
import {
  address,
  agent,
  available,
  both,
  contactPoint,
  document,
  type GraphNode,
  given,
  languages,
  mediaTypes,
  moment,
  period,
  placeIri,
  publicAccess,
  ref,
  rightsIri,
  sha256,
  structureIri,
  text,
  typed,
  ukraine,
  withdrawnStatus,
} from "./dcat-terms.ts";
import { crs84, extentOf } from "./extent.ts";

/** A dataset, its distributions, its publisher and its contact: the nodes that say something of this set alone. */
export function datasetNodes(dataset: Dataset, shared: Shared): GraphNode[] {
  const { portal } = shared;
  const { passport, temporal, series } = dataset;
  const landing = dataset.home?.page ?? `${portal.site}/dataset/${dataset.id}/`;
  const contact = `${dataset.iri}/contact`;
  const copies = copiesOfSet(dataset, shared);
  const extent = extentOf(dataset);
  const laws = [
    ...new Set([
      ...passport.legalBasis.flatMap(({ path }) => (path ? address(path) : [])),
      ...highValueLaws(dataset),
    ]),
  ];
  const notes: Localised[] =
    passport.versionNotes === undefined
      ? []
      : [
          {
            uk: passport.versionNotes,
            ...(passport.en?.versionNotes ? { en: passport.en.versionNotes } : {}),
          },
        ];
  const others = dataset.aliases.map(
    (alias): GraphNode => ({
      "@id": `${dataset.iri}/identifier/${encodeURIComponent(alias)}`,
      "@type": "adms:Identifier",
      "skos:notation": [{ "@value": alias }],
    }),
  );
  const node: GraphNode = {
    "@id": dataset.iri,
    // A record's topic is a dcat:Resource, and SHACL knows no class of DCAT but those written here.
    "@type": ["dcat:Dataset", "dcat:Resource"],
    "dct:title": both(dataset.title),
    "dct:description": both(dataset.description ?? dataset.title),
    "dct:identifier": [{ "@value": dataset.identifier }],
    ...given(
      "adms:identifier",
      others.map(({ "@id": iri }) => ref(iri)),
    ),
    "dct:publisher": ref(dataset.publisher.iri),
    "dcat:contactPoint": ref(contact),
    ...given("dcat:keyword", [
      ...dataset.keywords.uk.map((word) => text(word, "uk")),
      ...dataset.keywords.en.map((word) => text(word, "en")),
    ]),
    ...given(
      "dcat:theme",
      dataset.themes.map((theme) => ref(themes[theme].iri)),
    ),
    "dct:accrualPeriodicity": ref(
      dataset.frequency ? frequencies[dataset.frequency].iri : unknownFrequency,
    ),
    ...given(
      "dct:language",
      passport.language.map((language) => ref(languages[language].iri)),
    ),
    "dct:accessRights": ref(publicAccess),
    ...(dataset.issued ? { "dct:issued": moment(dataset.issued) } : {}),
    ...(dataset.modified ? { "dct:modified": moment(dataset.modified) } : {}),
    "dcat:landingPage": ref(landing),
    // CKAN of 2018 is given the last alone: a place with a name.
    "dct:spatial": [
      ...extent.map(({ "@id": iri }) => ref(iri)),
      ref(ukraine),
      ...dataset.places.map(({ code }) => ref(placeIri(shared, code))),
    ],
    ...(temporal ? { "dct:temporal": [period(temporal)] } : {}),
    ...(passport.version ? { "dcat:version": [{ "@value": passport.version }] } : {}),
    ...given("adms:versionNotes", notes.flatMap(both)),
    ...(series === undefined ? {} : { "dcat:inSeries": ref(`${portal.iriBase}/series/${series}`) }),
    ...given("dcatap:applicableLegislation", laws.map(ref)),
    ...given("dcatap:hvdCategory", categoriesOf(dataset)),
    ...(passport.withdrawn ? { "adms:status": ref(withdrawnStatus.dataset) } : {}),
    ...(dataset.replacedBy === undefined
      ? {}
      : { "dct:isReplacedBy": ref(address(dataset.replacedBy)) }),
    ...given(
      "dcat:distribution",
      [...dataset.resources, ...copies].map(({ iri }) => ref(iri)),
    ),
  };
  return [
    node,
    ...recordOf(dataset, shared),
    agent(dataset.publisher),
    document(landing),
    contactPoint(contact, dataset.contact.name, dataset.contact.email),
    ...others,
    ...extent,
    ...laws.map((law): GraphNode => ({ "@id": law, "@type": "eli:LegalResource" })),
    ...[...dataset.resources, ...copies].map((file) => distribution(file, dataset, shared)),
    ...foreignLicence(dataset),
  ];
}

/** How long what is said of a set is as JSON: counted once. */
export const weighNodes = (dataset: Dataset, shared: Shared): number => weights(shared)(dataset);

const weights = once((shared: Shared) =>
  once((dataset: Dataset) => JSON.stringify(datasetNodes(dataset, shared)).length),
);

const categoriesOf = ({ passport: { highValue = [] } }: Dataset) =>
  highValue.map((category) => ref(highValueCategories[category].iri));

/** The law that asks for a set of high value, and is named with each of its files too (DCAT-AP HVD 3.0.0). */
const highValueLaws = ({ passport: { highValue = [] } }: Dataset): string[] =>
  highValue.length > 0 ? [highValueLaw] : [];

/** What a file keeps to: its table's structure, and of GeoJSON how places are written (RFC 7946, section 4). */
const standardsOf = ({ structure, format }: Resource | TableCopy, shared: Shared): string[] => [
  ...(structure === undefined ? [] : [structureIri(shared, structure)]),
  ...(format === "GEOJSON" ? [crs84] : []),
];

/** Where what is said of a set is said: its own file of the catalogue. */
export const recordIri = ({ id }: Dataset, { portal }: Shared): string =>
  `${portal.site}/dataset/${id}.jsonld`;

/** Has a set a record? DCAT-AP asks for the day it was changed, which without a history nobody knows. */
export const isRecorded = ({ described }: Dataset): boolean => described !== undefined;

/** The entry of the catalogue, whose days are those of the description, not of the data (DCAT 3, «Class: Catalog Record»). */
function recordOf(dataset: Dataset, shared: Shared): GraphNode[] {
  const { described, issued } = dataset;
  if (described === undefined) return [];
  return [
    {
      "@id": recordIri(dataset, shared),
      "@type": "dcat:CatalogRecord",
      "foaf:primaryTopic": ref(dataset.iri),
      ...(issued ? { "dct:issued": moment(issued) } : {}),
      "dct:modified": moment(described),
    },
  ];
}

/** What a licence is that the catalogue's own vocabularies do not name. */
const foreignLicence = ({ licence, resources }: Dataset): GraphNode[] =>
  licence === undefined || licence.id !== undefined || resources.length === 0
    ? []
    : [
        {
          "@id": licence.iri,
          "@type": "dct:LicenseDocument",
          "dct:title": [{ "@value": licence.title }],
        },
      ];

/** A file of a set; of a copy it is said what it is a copy of (DCMI: «substantially the same …, but in another format»). */
function distribution(resource: Resource | TableCopy, dataset: Dataset, shared: Shared): GraphNode {
  const { licence, passport } = dataset;
  const type = resource.format ? fileTypes[resource.format] : undefined;
  const copy = "copyOf" in resource ? resource : undefined;
  const mediaType = copy?.mediaType ?? type?.mediaType;
  return {
    "@id": resource.iri,
    "@type": "dcat:Distribution",
    "dct:title": both(resource.title),
    ...(resource.description ? { "dct:description": both(resource.description) } : {}),
    "dcat:accessURL": ref(address(resource.url ?? resource.page)),
    ...(resource.url ? { "dcat:downloadURL": ref(address(resource.url)) } : {}),
    ...(type ? { "dct:format": ref(type.iri) } : {}),
    ...(mediaType ? { "dcat:mediaType": ref(`${mediaTypes}/${mediaType}`) } : {}),
    ...(copy ? { "dct:isFormatOf": ref(copy.copyOf) } : {}),
    ...(licence ? { "dct:license": ref(licence.iri) } : {}),
    "dct:rights": ref(rightsIri(shared)),
    ...given(
      "dct:language",
      passport.language.map((language) => ref(languages[language].iri)),
    ),
    "dcatap:availability": ref(available),
    ...(passport.withdrawn ? { "adms:status": ref(withdrawnStatus.distribution) } : {}),
    ...given("dcatap:applicableLegislation", highValueLaws(dataset).map(ref)),
    ...given("dct:conformsTo", standardsOf(resource, shared).map(ref)),
    ...(resource.bytes === undefined
      ? {}
      : { "dcat:byteSize": typed(String(resource.bytes), "nonNegativeInteger") }),
    ...(resource.modified ? { "dct:modified": moment(resource.modified) } : {}),
    ...(resource.sha256
      ? {
          "spdx:checksum": [
            {
              "@type": "spdx:Checksum",
              "spdx:algorithm": ref(sha256),
              "spdx:checksumValue": typed(resource.sha256, "hexBinary"),
            },
          ],
        }
      : {}),
  };
}
