import { DataFactory, type Quad, Writer } from "n3";
import { remembering } from "../../model/once.ts";
import { escapeXml } from "../xml.ts";
import type { GraphNode, Term } from "./dcat-terms.ts";

/** Prefixes of every RDF file; the JSON-LD context holds them inline, so that no harvester has to fetch one. */
export const prefixes = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  spdx: "http://spdx.org/rdf/terms#",
  dcatap: "http://data.europa.eu/r5r/",
  gsp: "http://www.opengis.net/ont/geosparql#",
  adms: "http://www.w3.org/ns/adms#",
  eli: "http://data.europa.eu/eli/ontology#",
  hydra: "http://www.w3.org/ns/hydra/core#",
  owl: "http://www.w3.org/2002/07/owl#",
  schema: "http://schema.org/",
} as const;

/** JSON-LD of a graph: one @graph, a context of prefixes only (JSON-LD 1.0 reads it too). */
const renderJsonLd = (nodes: readonly GraphNode[]): string =>
  `${JSON.stringify({ "@context": prefixes, "@graph": nodes }, null, 1)}\n`;

const { namedNode, literal, blankNode, quad } = DataFactory;

const expand = remembering((name: string): string => {
  const [prefix = "", local] = name.split(/:(.*)/s);
  const base = (prefixes as Record<string, string>)[prefix];
  return base === undefined || local === undefined || local.startsWith("//") ? name : base + local;
});

/** The nodes of one graph as RDF triples, one after another: of all at once there would be a million. */
function openQuads(): (node: GraphNode) => Quad[] {
  let quads: Quad[] = [];
  const type = namedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  let blanks = 0;
  const describe = (subject: Quad["subject"], node: object) => {
    for (const [property, value] of Object.entries(node)) {
      if (property === "@id") continue;
      const values = Array.isArray(value) ? value : [value];
      for (const item of values) {
        if (property === "@type") quads.push(quad(subject, type, namedNode(expand(String(item)))));
        else quads.push(quad(subject, namedNode(expand(property)), objectOf(item as Term)));
      }
    }
  };
  const objectOf = (term: Term) => {
    if ("@value" in term && typeof term["@value"] === "string") {
      if (typeof term["@language"] === "string") return literal(term["@value"], term["@language"]);
      return typeof term["@type"] === "string"
        ? literal(term["@value"], namedNode(expand(term["@type"])))
        : literal(term["@value"]);
    }
    if ("@id" in term) return namedNode(String(term["@id"]));
    const blank = blankNode(`b${blanks++}`);
    describe(blank, term);
    return blank;
  };
  return (node) => {
    quads = [];
    describe(namedNode(node["@id"]), node);
    return quads;
  };
}

/** N-Triples of a graph: a line is a triple, so that line tools can read, count and compare it. */
function renderNTriples(nodes: readonly GraphNode[]): string {
  const writer = new Writer({ format: "application/n-triples" });
  const quadsOf = openQuads();
  return nodes.map((node) => writer.quadsToString(quadsOf(node))).join("");
}

/** Turtle of a graph. */
function renderTurtle(nodes: readonly GraphNode[]): string {
  const writer = new Writer({ prefixes });
  const quadsOf = openQuads();
  for (const node of nodes) writer.addQuads(quadsOf(node));
  let text = "";
  writer.end((error, result: string) => {
    if (error) throw error;
    text = result;
  });
  return text;
}

const element = (term: Term): [attributes: string, content: string] => {
  if ("@value" in term && typeof term["@value"] === "string") {
    const { "@language": language, "@type": type } = term as Record<string, string | undefined>;
    const attributes =
      language !== undefined
        ? ` xml:lang="${language}"`
        : type !== undefined
          ? ` rdf:datatype="${escapeXml(expand(type))}"`
          : "";
    return [attributes, escapeXml(term["@value"])];
  }
  if ("@id" in term) return [` rdf:resource="${escapeXml(String(term["@id"]))}"`, ""];
  return ["", `\n<rdf:Description>\n${properties(term)}</rdf:Description>\n`];
};

const properties = (node: object): string =>
  Object.entries(node)
    .filter(([property]) => property !== "@id")
    .flatMap(([property, value]) =>
      (Array.isArray(value) ? value : [value]).map((item) => {
        if (property === "@type")
          return `<rdf:type rdf:resource="${escapeXml(expand(String(item)))}"/>\n`;
        const [attributes, content] = element(item as Term);
        return content === ""
          ? `<${property}${attributes}/>\n`
          : `<${property}${attributes}>${content}</${property}>\n`;
      }),
    )
    .join("");

/** RDF/XML of a graph (https://www.w3.org/TR/rdf-syntax-grammar/), every node and property written out. */
const renderRdfXml = (nodes: readonly GraphNode[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"${Object.entries(prefixes)
    .map(([prefix, iri]) => `\n xmlns:${prefix}="${iri}"`)
    .join("")}>
${nodes.map((node) => `<rdf:Description rdf:about="${escapeXml(node["@id"])}">\n${properties(node)}</rdf:Description>\n`).join("")}</rdf:RDF>
`;

/** Every serialisation of a graph, by the ending of its file. */
export const serialisations = {
  jsonld: { name: "JSON-LD", render: renderJsonLd, mediaType: "application/ld+json" },
  ttl: { name: "Turtle", render: renderTurtle, mediaType: "text/turtle" },
  rdf: { name: "RDF/XML", render: renderRdfXml, mediaType: "application/rdf+xml" },
  nt: { name: "N-Triples", render: renderNTriples, mediaType: "application/n-triples" },
} as const;

export type Serialisation = keyof typeof serialisations;
export const extensions = Object.keys(serialisations) as Serialisation[];

/** Those of one dataset: a client that reads any of them reads one of these, and all four would say the same a thousand times. */
export const datasetExtensions = ["jsonld", "ttl"] as const satisfies readonly Serialisation[];
