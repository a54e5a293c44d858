import { rights } from "../../vocabularies/dcat/rights.ts";
import type { GraphNode, Term } from "./dcat-terms.ts";
import { text } from "./dcat-terms.ts";
import { prefixes } from "./rdf.ts";

type Values = GraphNode[string];

const isLiteral = (term: Term): term is { "@value": string; "@language"?: string } =>
  typeof term["@value" as never] === "string";
const listOf = (values: Values): (Term | string)[] => (Array.isArray(values) ? values : [values]);
const iriOf = (term: Term | string): string =>
  typeof term === "string" ? term : String(term["@id" as never]);
const after = (term: Term | string, folder: string): Term => ({
  "@value": iriOf(term).split(folder).at(-1) ?? "",
});

/** Properties CKAN of 2018 reads under another name, and what it wants as their values. */
const renamed: Record<string, { property: string; value?(term: Term | string): Term }> = {
  // Read as it stands, with no mailto: taken off.
  "foaf:mbox": {
    property: "foaf:mbox",
    value: (term) => ({ "@value": iriOf(term).replace(/^mailto:/, "") }),
  },
  "dct:rights": { property: "dct:rights", value: () => text(rights.uk, "uk") },
  "dcat:version": { property: "owl:versionInfo" },
  "dcat:startDate": { property: "schema:startDate" },
  "dcat:endDate": { property: "schema:endDate" },
  "dct:format": { property: "dct:format", value: (term) => after(term, "/file-type/") },
  "dcat:mediaType": {
    property: "dcat:mediaType",
    value: (term) => after(term, "/media-types/"),
  },
};

/**
 * The catalogue for a CKAN of 2018 (ckanext-dcat 0.0.x on rdflib-jsonld 0.4, as the national portal runs it): it takes
 * the first text of whatever language, so only Ukrainian is left; it shows formats as they are written, so they are
 * words and not IRIs; it takes any one place of several, so only the nearest is left; it reads periods from schema.org
 * and versions from OWL. Identities are the same.
 */
export const toCkanGraph = (nodes: readonly GraphNode[]): GraphNode[] =>
  nodes
    .filter(({ "@id": iri }) => !/\/file-type\/|\/media-types\//.test(iri))
    .map((node) => legacy(node));

/**
 * JSON-LD of such a graph: a list of nodes, each with its context. rdflib-jsonld 0.4 puts what stands in a top-level
 * @graph into a named graph that ckanext-dcat before 2019 does not look into.
 */
export const renderCkanJsonLd = (nodes: readonly GraphNode[]): string =>
  `${JSON.stringify(
    nodes.map((node) => {
      const written = JSON.stringify(node);
      const used = Object.entries(prefixes).filter(([prefix]) => written.includes(`"${prefix}:`));
      return { "@context": Object.fromEntries(used), ...node };
    }),
    null,
    1,
  )}\n`;

function legacy<N extends object>(node: N): N {
  const entries = Object.entries(node).flatMap(([property, values]) => {
    if (property.startsWith("@")) return [[property, values]];
    const { property: name, value } = renamed[property] ?? { property };
    const kept = inUkrainian(listOf(values as Values)).map((term) => {
      if (value) return value(term);
      return typeof term === "string" || "@id" in term || isLiteral(term) ? term : legacy(term);
    });
    return [
      [name, Array.isArray(values) ? (name === "dct:spatial" ? kept.slice(-1) : kept) : kept[0]],
    ];
  });
  return Object.fromEntries(entries) as N;
}

/** A text only English has is kept, and called Ukrainian: a name in English is better than none. */
function inUkrainian(terms: (Term | string)[]): (Term | string)[] {
  const isEnglish = (term: Term | string) =>
    typeof term !== "string" && isLiteral(term) && term["@language"] === "en";
  const others = terms.filter((term) => !isEnglish(term));
  if (others.length > 0) return others;
  return terms.map((term) => text(String((term as { "@value": string })["@value"]), "uk"));
}
