import { DataFactory, type Quad, Writer } from "n3";
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
} as const;

/** JSON-LD of a graph: one @graph, a context of prefixes only (JSON-LD 1.0 reads it too). */
export const renderJsonLd = (nodes: readonly GraphNode[]): string =>
  `${JSON.stringify({ "@context": prefixes, "@graph": nodes }, null, 1)}\n`;

const { namedNode, literal, blankNode, quad } = DataFactory;

function expand(name: string): string {
  const [prefix = "", local] = name.split(/:(.*)/s);
  const base = (prefixes as Record<string, string>)[prefix];
  return base === undefined || local === undefined || local.startsWith("//") ? name : base + local;
}

/** The same graph as RDF triples. */
export function toQuads(nodes: readonly GraphNode[]): Quad[] {
  const quads: Quad[] = [];
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
  for (const node of nodes) describe(namedNode(node["@id"]), node);
  return quads;
}

/** Turtle of a graph. */
export function renderTurtle(nodes: readonly GraphNode[]): string {
  const writer = new Writer({ prefixes });
  writer.addQuads(toQuads(nodes));
  let text = "";
  writer.end((error, result: string) => {
    if (error) throw error;
    text = result;
  });
  return text;
}
