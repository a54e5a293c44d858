import type { Catalogue, Dataset, Resource } from "../model/catalogue.ts";
import { fileTypes } from "../vocabularies/file-types.ts";
import { frequencies } from "../vocabularies/frequencies.ts";
import { licences } from "../vocabularies/licences.ts";
import { themes } from "../vocabularies/themes.ts";
import { withStubs } from "./dcat-stubs.ts";
import {
  agent,
  authority,
  available,
  both,
  contactIri,
  document,
  type GraphNode,
  given,
  languages,
  mediaTypes,
  moment,
  placeIri,
  publicAccess,
  ref,
  sha256,
  text,
  typed,
  ukraine,
} from "./dcat-terms.ts";

/** The whole catalogue as a DCAT-AP 3.0.1 graph. */
export function buildCatalogueGraph(catalogue: Catalogue): GraphNode[] {
  const { portal } = catalogue;
  const sets = catalogue.datasets.filter(({ passport }) => passport.status === "active");
  const licence = licences[portal.licenses[0]?.name as keyof typeof licences];
  const node: GraphNode = {
    "@id": `${portal.iriBase}/catalog`,
    "@type": "dcat:Catalog",
    "dct:title": both({ uk: portal.title, ...(portal.en?.title ? { en: portal.en.title } : {}) }),
    "dct:description": both({
      uk: portal.description,
      ...(portal.en?.description ? { en: portal.en.description } : {}),
    }),
    "dct:publisher": ref(catalogue.publisher.iri),
    "dct:language": [ref(languages.uk.iri), ref(languages.en.iri)],
    "foaf:homepage": ref(`${portal.site}/`),
    "dcat:themeTaxonomy": ref(`${authority}/data-theme`),
    "dct:spatial": ref(ukraine),
    ...(licence ? { "dct:license": ref(licence.iri) } : {}),
    "dct:modified": moment(catalogue.modified),
    "dcat:dataset": sets.map(({ iri }) => ref(iri)),
  };
  const own = sets.flatMap((dataset) => nodesOf(dataset, catalogue));
  const owner = agent(catalogue.publisher);
  return withStubs([node, owner, ...own, document(`${portal.site}/`)], catalogue);
}

/** One dataset, its distributions and everything they refer to, readable without the catalogue. */
export const buildDatasetGraph = (dataset: Dataset, catalogue: Catalogue): GraphNode[] =>
  withStubs(nodesOf(dataset, catalogue), catalogue);

function nodesOf(dataset: Dataset, catalogue: Catalogue): GraphNode[] {
  const { portal } = catalogue;
  const { passport, licence } = dataset;
  const landing = `${portal.site}/dataset/${dataset.id}/`;
  const email = passport.contact?.email;
  const node: GraphNode = {
    "@id": dataset.iri,
    "@type": "dcat:Dataset",
    "dct:title": both(dataset.title),
    "dct:description": both(dataset.description ?? dataset.title),
    "dct:identifier": [{ "@value": dataset.identifier }],
    "dct:publisher": ref(dataset.publisher.iri),
    ...(email ? { "dcat:contactPoint": ref(contactIri(catalogue, email)) } : {}),
    ...given("dcat:keyword", [
      ...dataset.keywords.uk.map((word) => text(word, "uk")),
      ...dataset.keywords.en.map((word) => text(word, "en")),
    ]),
    ...given(
      "dcat:theme",
      dataset.themes.map((theme) => ref(themes[theme].iri)),
    ),
    ...(dataset.frequency
      ? { "dct:accrualPeriodicity": ref(frequencies[dataset.frequency].iri) }
      : {}),
    "dct:language": passport.language.map((language) => ref(languages[language].iri)),
    "dct:accessRights": ref(publicAccess),
    "dct:issued": moment(dataset.issued),
    "dct:modified": moment(dataset.modified),
    "dcat:landingPage": ref(landing),
    "dct:spatial": [
      ref(ukraine),
      ...dataset.places.map(({ code }) => ref(placeIri(catalogue, code))),
    ],
    ...(passport.temporal
      ? {
          "dct:temporal": [
            {
              "@type": "dct:PeriodOfTime",
              "dcat:startDate": typed(passport.temporal.start, "date"),
              ...(passport.temporal.end
                ? { "dcat:endDate": typed(passport.temporal.end, "date") }
                : {}),
            },
          ],
        }
      : {}),
    ...(passport.version ? { "dcat:version": [{ "@value": passport.version }] } : {}),
    ...given(
      "dcat:distribution",
      dataset.resources.map(({ iri }) => ref(iri)),
    ),
  };
  return [
    node,
    agent(dataset.publisher),
    document(landing),
    ...(email
      ? [
          {
            "@id": contactIri(catalogue, email),
            "@type": "vcard:Kind",
            "vcard:fn": [text(dataset.publisher.title, "uk")],
            "vcard:hasEmail": ref(`mailto:${email}`),
          },
        ]
      : []),
    ...dataset.resources.map((resource) => distribution(resource, licence)),
  ];
}

function distribution(resource: Resource, licence: Dataset["licence"]): GraphNode {
  const type = resource.format ? fileTypes[resource.format] : undefined;
  return {
    "@id": resource.iri,
    "@type": "dcat:Distribution",
    "dct:title": both(resource.title),
    ...(resource.description ? { "dct:description": both(resource.description) } : {}),
    "dcat:accessURL": ref(resource.url ?? resource.page),
    ...(resource.url ? { "dcat:downloadURL": ref(resource.url) } : {}),
    ...(type
      ? { "dct:format": ref(type.iri), "dcat:mediaType": ref(`${mediaTypes}/${type.mediaType}`) }
      : {}),
    ...(licence ? { "dct:license": ref(licences[licence].iri) } : {}),
    "dcatap:availability": ref(available),
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
