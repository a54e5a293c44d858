import type { Catalogue, Dataset, Localised, Publisher, Resource } from "../model/catalogue.ts";
import { fileTypes } from "../vocabularies/file-types.ts";
import { frequencies } from "../vocabularies/frequencies.ts";
import { licences } from "../vocabularies/licences.ts";
import { themes } from "../vocabularies/themes.ts";

/** A value of a property: an IRI, a literal, or a nested node without a name. */
export type Term =
  | { "@id": string }
  | { "@value": string; "@type"?: string; "@language"?: string }
  | Blank;
export type Blank = { "@type": string; [property: string]: string | Term | Term[] };
export type GraphNode = {
  "@id": string;
  "@type": string | string[];
  [property: string]: string | string[] | Term | Term[];
};

const authority = "http://publications.europa.eu/resource/authority";
const languages = {
  uk: { iri: `${authority}/language/UKR`, label: "Ukrainian" },
  en: { iri: `${authority}/language/ENG`, label: "English" },
} as const;
const ukraine = `${authority}/country/UKR`;
const publicAccess = `${authority}/access-right/PUBLIC`;
const available = "http://publications.europa.eu/resource/authority/planned-availability/AVAILABLE";
const sha256 = "https://spdx.org/rdf/terms#checksumAlgorithm_sha256";
const localAuthority = "http://purl.org/adms/publishertype/LocalAuthority";
const mediaTypes = "https://www.iana.org/assignments/media-types";

const ref = (iri: string): Term => ({ "@id": iri });
const text = (value: string, language: "uk" | "en"): Term => ({
  "@value": value,
  "@language": language,
});
const both = ({ uk, en }: Localised): Term[] => [
  text(uk, "uk"),
  ...(en === undefined ? [] : [text(en, "en")]),
];
const typed = (value: string, type: string): Term => ({ "@value": value, "@type": `xsd:${type}` });
const moment = (value: string): Term => typed(value, value.includes("T") ? "dateTime" : "date");
const given = (property: string, terms: Term[]): Record<string, Term[]> =>
  terms.length > 0 ? { [property]: terms } : {};

const placeIri = ({ portal }: Catalogue, code: string) => `${portal.iriBase}/place/${code}`;
const contactIri = ({ portal }: Catalogue, email: string) =>
  `${portal.iriBase}/contact/${encodeURIComponent(email)}`;

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

const document = (iri: string): GraphNode => ({ "@id": iri, "@type": "foaf:Document" });

function agent(publisher: Publisher): GraphNode {
  return {
    "@id": publisher.iri,
    "@type": "foaf:Agent",
    "foaf:name": both(publisher.name),
    "dct:type": ref(localAuthority),
    ...(publisher.url ? { "foaf:homepage": ref(publisher.url) } : {}),
  };
}

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
    ...(resource.description ? { "dct:description": [text(resource.description, "uk")] } : {}),
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

/** Every IRI a value names, nested nodes included. */
const refsOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(refsOf)
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, part]) =>
          key === "@id" ? [String(part)] : refsOf(part),
        )
      : [];

/**
 * The graph and, for each vocabulary IRI it names, a typed and labelled stub: harvesters do not fetch the
 * vocabularies, and SHACL's sh:class sees only types written in the file.
 */
function withStubs(nodes: GraphNode[], catalogue: Catalogue): GraphNode[] {
  const written = new Map<string, GraphNode>();
  for (const node of nodes) written.set(node["@id"], node);
  const stubs = stubsOf(catalogue);
  const queue = nodes.flatMap((node) => Object.values(node).flatMap(refsOf));
  for (let iri = queue.pop(); iri !== undefined; iri = queue.pop()) {
    const stub = stubs.get(iri);
    if (!stub || written.has(iri)) continue;
    written.set(iri, stub);
    queue.push(...Object.values(stub).flatMap(refsOf));
  }
  return [...written.values()].sort((a, b) => (a["@id"] < b["@id"] ? -1 : 1));
}

function stubsOf(catalogue: Catalogue): Map<string, GraphNode> {
  const concept = (iri: string, label: Localised): GraphNode => ({
    "@id": iri,
    "@type": "skos:Concept",
    "skos:prefLabel": both(label),
  });
  const scheme = `${authority}/data-theme`;
  const list: GraphNode[] = [
    { "@id": scheme, "@type": "skos:ConceptScheme", "dct:title": [text("Data theme", "en")] },
    ...Object.values(themes).map(({ iri, uk, en }) => ({
      ...concept(iri, { uk, en }),
      "skos:inScheme": ref(scheme),
    })),
    ...Object.values(languages).map(({ iri, label }) => ({
      "@id": iri,
      "@type": ["dct:LinguisticSystem", "skos:Concept"],
      "skos:prefLabel": [text(label, "en")],
      "skos:inScheme": ref(`${authority}/language`),
    })),
    ...Object.values(frequencies).map(({ iri, uk, en }) => ({
      "@id": iri,
      "@type": ["dct:Frequency", "skos:Concept"],
      "skos:prefLabel": both({ uk, en }),
      "skos:inScheme": ref(`${authority}/frequency`),
    })),
    ...Object.entries(fileTypes).map(([name, { iri }]) => ({
      "@id": iri,
      "@type": ["dct:MediaTypeOrExtent", "skos:Concept"],
      "skos:prefLabel": [text(name, "en")],
      "skos:inScheme": ref(`${authority}/file-type`),
    })),
    ...Object.values(fileTypes).map(({ mediaType }) => ({
      "@id": `${mediaTypes}/${mediaType}`,
      "@type": "dct:MediaType",
      "rdfs:label": [{ "@value": mediaType }],
    })),
    ...Object.values(licences).map(({ iri, title, type }) => ({
      "@id": iri,
      "@type": ["dct:LicenseDocument", "skos:Concept"],
      "dct:title": [text(title, "en")],
      "skos:prefLabel": [text(title, "en")],
      "dct:type": ref(type),
    })),
    {
      ...concept("http://purl.org/adms/licencetype/Attribution", {
        uk: "Із зазначенням авторства",
        en: "Attribution",
      }),
      "skos:inScheme": ref("http://purl.org/adms/licencetype/1.0"),
    },
    {
      ...concept("http://purl.org/adms/licencetype/PublicDomain", {
        uk: "Суспільне надбання",
        en: "Public domain",
      }),
      "skos:inScheme": ref("http://purl.org/adms/licencetype/1.0"),
    },
    {
      "@id": "http://purl.org/adms/licencetype/1.0",
      "@type": "skos:ConceptScheme",
      "dct:title": [text("Licence type", "en")],
    },
    {
      ...concept(localAuthority, { uk: "Орган місцевого самоврядування", en: "Local authority" }),
      "skos:inScheme": ref("http://purl.org/adms/publishertype/1.0"),
    },
    {
      ...concept(available, { uk: "Доступно", en: "Available" }),
      "skos:inScheme": ref(`${authority}/planned-availability`),
    },
    {
      "@id": publicAccess,
      "@type": ["dct:RightsStatement", "skos:Concept"],
      "skos:prefLabel": both({ uk: "Відкрито для всіх", en: "Public" }),
      "skos:inScheme": ref(`${authority}/access-right`),
    },
    {
      "@id": ukraine,
      "@type": ["dct:Location", "skos:Concept"],
      "skos:prefLabel": both({ uk: "Україна", en: "Ukraine" }),
      "skos:inScheme": ref(`${authority}/country`),
    },
    { "@id": sha256, "@type": "spdx:ChecksumAlgorithm" },
    ...[
      "language",
      "frequency",
      "file-type",
      "planned-availability",
      "access-right",
      "country",
    ].map((name) => ({
      "@id": `${authority}/${name}`,
      "@type": "skos:ConceptScheme",
      "dct:title": [text(name, "en")],
    })),
    {
      "@id": "http://purl.org/adms/publishertype/1.0",
      "@type": "skos:ConceptScheme",
      "dct:title": [text("Publisher type", "en")],
    },
    ...catalogue.portal.places.map(({ code, title, en, bbox }) => ({
      "@id": placeIri(catalogue, code),
      "@type": "dct:Location",
      "skos:prefLabel": both({ uk: title, ...(en?.title ? { en: en.title } : {}) }),
      "dct:identifier": [{ "@value": code }],
      ...(bbox ? { "dcat:bbox": [{ "@value": polygon(bbox), "@type": "gsp:wktLiteral" }] } : {}),
    })),
    ...catalogue.publishers.flatMap(({ url }) => (url ? [document(url)] : [])),
    ...catalogue.publishers.map(agent),
  ];
  return new Map(list.map((node) => [node["@id"], node]));
}

const polygon = ([west, south, east, north]: [number, number, number, number]): string =>
  `POLYGON((${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south}))`;
