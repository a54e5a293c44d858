import type { Localised, Shared } from "../../model/catalogue.ts";
import { once } from "../../model/once.ts";
import { fileTypes } from "../../vocabularies/dcat/file-types.ts";
import { frequencies, unknownFrequency } from "../../vocabularies/dcat/frequencies.ts";
import {
  highValueCategories,
  highValueLaw,
  highValueScheme,
} from "../../vocabularies/dcat/high-value.ts";
import { licences } from "../../vocabularies/dcat/licences.ts";
import { rights } from "../../vocabularies/dcat/rights.ts";
import { themes } from "../../vocabularies/dcat/themes.ts";
import { structures } from "../../vocabularies/structures.ts";
import { parquetType } from "../tables/parquet/parquet.ts";
import {
  address,
  agent,
  authority,
  available,
  both,
  document,
  type GraphNode,
  languages,
  localAuthority,
  mediaTypes,
  placeIri,
  publicAccess,
  ref,
  rightsIri,
  sha256,
  structureIri,
  text,
  ukraine,
  withdrawnStatus,
} from "./dcat-terms.ts";
import { crs84, polygon } from "./extent.ts";

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
export function withStubs(nodes: GraphNode[], shared: Shared): GraphNode[] {
  const written = new Map<string, GraphNode>();
  for (const node of nodes) written.set(node["@id"], node);
  const stubs = stubsOf(shared);
  const queue = nodes.flatMap((node) => Object.values(node).flatMap(refsOf));
  for (let iri = queue.pop(); iri !== undefined; iri = queue.pop()) {
    const stub = stubs.get(iri);
    if (!stub || written.has(iri)) continue;
    written.set(iri, stub);
    queue.push(...Object.values(stub).flatMap(refsOf));
  }
  return inOrder([...written.values()]);
}

/** Nodes in the order of their IRIs. */
export const inOrder = (nodes: readonly GraphNode[]): GraphNode[] =>
  nodes.toSorted((a, b) => (a["@id"] < b["@id"] ? -1 : 1));

const concept = (iri: string, label: Localised): GraphNode => ({
  "@id": iri,
  "@type": "skos:Concept",
  "skos:prefLabel": both(label),
});

const scheme = (iri: string, title: string): GraphNode => ({
  "@id": iri,
  "@type": "skos:ConceptScheme",
  "dct:title": [text(title, "en")],
});

/** What the EU authority tables and ADMS name, the same for every portal. */
function vocabularyStubs(): GraphNode[] {
  const dataThemes = `${authority}/data-theme`;
  return [
    scheme(dataThemes, "Data theme"),
    ...Object.values(themes).map(({ iri, uk, en }) => ({
      ...concept(iri, { uk, en }),
      "skos:inScheme": ref(dataThemes),
    })),
    ...Object.values(languages).map(({ iri, label }) => ({
      "@id": iri,
      "@type": ["dct:LinguisticSystem", "skos:Concept"],
      "skos:prefLabel": [text(label, "en")],
      "skos:inScheme": ref(`${authority}/language`),
    })),
    ...[
      ...Object.values(frequencies),
      { iri: unknownFrequency, uk: "Невідомо", en: "Unknown" },
    ].map(({ iri, uk, en }) => ({
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
    ...[...Object.values(fileTypes), { mediaType: parquetType }].map(({ mediaType }) => ({
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
    scheme("http://purl.org/adms/licencetype/1.0", "Licence type"),
    {
      ...concept(localAuthority, { uk: "Орган місцевого самоврядування", en: "Local authority" }),
      "skos:inScheme": ref("http://purl.org/adms/publishertype/1.0"),
    },
    {
      ...concept(available, { uk: "Доступно", en: "Available" }),
      "skos:inScheme": ref(`${authority}/planned-availability`),
    },
    ...(["dataset", "distribution"] as const).map((of) => ({
      ...concept(withdrawnStatus[of], { uk: "Вилучено", en: "Withdrawn" }),
      "skos:inScheme": ref(`${authority}/${of}-status`),
    })),
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
      // ckanext-dcat takes the last label of a place, of whatever language, unless there is this one.
      "rdfs:label": [text("Україна", "uk")],
      "skos:inScheme": ref(`${authority}/country`),
    },
    ...Object.values(highValueCategories).map(({ iri, uk, en }) => ({
      ...concept(iri, { uk, en }),
      "skos:inScheme": ref(highValueScheme),
    })),
    scheme(highValueScheme, "High-value dataset categories"),
    { "@id": highValueLaw, "@type": "eli:LegalResource" },
    { "@id": crs84, "@type": "dct:Standard", "dct:title": [text("CRS84", "en")] },
    { "@id": sha256, "@type": "spdx:ChecksumAlgorithm" },
    ...[
      "language",
      "frequency",
      "file-type",
      "planned-availability",
      "dataset-status",
      "distribution-status",
      "access-right",
      "country",
    ].map((name) => scheme(`${authority}/${name}`, name)),
    scheme("http://purl.org/adms/publishertype/1.0", "Publisher type"),
  ];
}

/** What a portal names itself: its places, publishers, structures and terms. */
const portalStubs = (shared: Shared): GraphNode[] => [
  {
    "@id": rightsIri(shared),
    "@type": "dct:RightsStatement",
    "rdfs:label": both(rights),
  },
  ...[...structures.values()].map(({ id, set }) => ({
    "@id": structureIri(shared, id),
    "@type": "dct:Standard",
    "dct:title": [text(`${set.title}: ${id}`, "uk")],
  })),
  ...shared.portal.places.map(({ code, title, en, bbox }) => ({
    "@id": placeIri(shared, code),
    "@type": "dct:Location",
    "skos:prefLabel": both({ uk: title, ...(en?.title ? { en: en.title } : {}) }),
    "rdfs:label": [text(title, "uk")],
    "dct:identifier": [{ "@value": code }],
    ...(bbox ? { "dcat:bbox": [{ "@value": polygon(bbox), "@type": "gsp:wktLiteral" }] } : {}),
  })),
  ...shared.publishers.flatMap(({ url }) => (url ? [document(address(url))] : [])),
  ...shared.publishers.map(agent),
];

/** Counted once: every dataset has a graph of its own. */
const stubsOf = once(
  (shared: Shared): ReadonlyMap<string, GraphNode> =>
    new Map([...vocabularyStubs(), ...portalStubs(shared)].map((node) => [node["@id"], node])),
);
