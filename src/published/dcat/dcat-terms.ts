import type { Localised, Publisher, Shared } from "../../model/catalogue.ts";

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

export const authority = "http://publications.europa.eu/resource/authority";
export const languages = {
  uk: { iri: `${authority}/language/UKR`, label: "Ukrainian" },
  en: { iri: `${authority}/language/ENG`, label: "English" },
} as const;
export const ukraine = `${authority}/country/UKR`;
export const publicAccess = `${authority}/access-right/PUBLIC`;
export const available =
  "http://publications.europa.eu/resource/authority/planned-availability/AVAILABLE";
/** That a set, and each of its files, was withdrawn; of one that was not, nothing is said. */
export const withdrawnStatus = {
  dataset: `${authority}/dataset-status/WITHDRAWN`,
  distribution: `${authority}/distribution-status/WITHDRAWN`,
} as const;
export const sha256 = "https://spdx.org/rdf/terms#checksumAlgorithm_sha256";
export const localAuthority = "http://purl.org/adms/publishertype/LocalAuthority";
export const mediaTypes = "https://www.iana.org/assignments/media-types";

export const ref = (iri: string): Term => ({ "@id": iri });
/**
 * An address people wrote → an IRI every parser takes: with a path (an old JSON-LD reader adds one and so changes
 * the identity), without the characters RDF forbids.
 */
export const address = (url: string): string =>
  new URL(url).href.replace(/[{}|\\^`]/g, (character) => encodeURIComponent(character));
export const text = (value: string, language: "uk" | "en"): Term => ({
  "@value": value,
  "@language": language,
});
export const both = ({ uk, en }: Localised): Term[] => [
  text(uk, "uk"),
  ...(en === undefined ? [] : [text(en, "en")]),
];
export const typed = (value: string, type: string): Term => ({
  "@value": value,
  "@type": `xsd:${type}`,
});
export const moment = (value: string): Term =>
  typed(value, value.includes("T") ? "dateTime" : "date");
export const given = (property: string, terms: Term[]): Record<string, Term[]> =>
  terms.length > 0 ? { [property]: terms } : {};

export const placeIri = ({ portal }: Shared, code: string) => `${portal.iriBase}/place/${code}`;
export const rightsIri = ({ portal }: Shared) => `${portal.iriBase}/rights/open-data`;
export const structureIri = ({ portal }: Shared, id: string) => `${portal.iriBase}/structure/${id}`;

export const document = (iri: string): GraphNode => ({ "@id": iri, "@type": "foaf:Document" });

/** A mailbox that answers questions; named, because a blank node has no identity from harvest to harvest. */
export const contactPoint = (iri: string, name: Localised, email: string): GraphNode => ({
  "@id": iri,
  "@type": "vcard:Kind",
  "vcard:fn": both(name),
  "vcard:hasEmail": ref(`mailto:${email}`),
});

/** A time from day to day, the last unknown while it goes on. */
export const period = ({ start, end }: { start: string; end?: string | undefined }): Blank => ({
  "@type": "dct:PeriodOfTime",
  "dcat:startDate": typed(start, "date"),
  ...(end === undefined ? {} : { "dcat:endDate": typed(end, "date") }),
});

export function agent(publisher: Publisher): GraphNode {
  return {
    "@id": publisher.iri,
    "@type": "foaf:Agent",
    "foaf:name": both(publisher.name),
    "dct:type": ref(localAuthority),
    ...(publisher.url ? { "foaf:homepage": ref(address(publisher.url)) } : {}),
    ...(publisher.email ? { "foaf:mbox": ref(`mailto:${publisher.email}`) } : {}),
  };
}
