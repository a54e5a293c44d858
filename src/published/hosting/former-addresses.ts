import type { Dataset } from "../../model/catalogue.ts";
import { fill } from "../addresses/address.ts";

/**
 * An address the site had once, and what took its place; slots as in the list of addresses. Where `to` has a query, the
 * page there knows its former address too.
 */
export type FormerAddress = { from: string; to: string };

/** Every form of address that is no more: hosts are told of them, and the page of what is not there knows them. */
const formerAddresses: readonly FormerAddress[] = [
  { from: "/dataset/{dataset}.nt", to: "/dataset/{dataset}.ttl" },
  { from: "/dataset/{dataset}.rdf", to: "/dataset/{dataset}.ttl" },
  // Other sites frame them, with a view of the table in the query.
  { from: "/en/embed/table/{+frame}", to: "/embed/table/{+frame}?lang=en" },
  { from: "/en/embed/chart/{+frame}", to: "/embed/chart/{+frame}?lang=en" },
  { from: "/dataset/{dataset}/passport.xml", to: "/dataset/{dataset}/passport.csv" },
  { from: "/dataset/{dataset}/structure.xml", to: "/dataset/{dataset}/structure.csv" },
  // Part of the page: links there hold what the files held.
  // A file's page in CKAN: portals that moved from one are still linked to there. What is a former id leads on.
  { from: "/dataset/{dataset}/resource/{+file}", to: "/dataset/{dataset}/" },
  { from: "/dataset/{dataset}/citation.bib", to: "/dataset/{dataset}/#cite" },
  { from: "/dataset/{dataset}/citation.ris", to: "/dataset/{dataset}/#cite" },
  { from: "/dataset/{dataset}/datacite.json", to: "/dataset/{dataset}/#cite" },
];

/**
 * IRIs of things that are no pages, and the page that speaks of each: a name the catalogue gives is also an address, and
 * who follows it finds out what it is the name of. Sets, series and publishers have pages at their own.
 */
const namesOfThings: readonly FormerAddress[] = [
  { from: "/catalog", to: "/datasets/" },
  { from: "/service/files", to: "/api/" },
  { from: "/service/files/contact", to: "/about/" },
  { from: "/rights/open-data", to: "/about/" },
  { from: "/place/{place}", to: "/datasets/" },
  { from: "/structure/{structure}", to: "/structures/{structure}/" },
  { from: "/series/{series}/contact", to: "/series/{series}/" },
  { from: "/dataset/{dataset}/contact", to: "/dataset/{dataset}/#feedback" },
  { from: "/dataset/{dataset}/identifier/{identifier}", to: "/dataset/{dataset}/#passport" },
];

/** Every address that leads on to another, as hosts are told. */
export const leadingAddresses: readonly FormerAddress[] = [...formerAddresses, ...namesOfThings];

/**
 * The IRI of a dataset's file, and its set's list of files. No host is told the form, which real files have as well: each
 * file has a rule of its own, and the page of what is not there knows that names of files in the catalogue have no dot.
 */
export const fileOfSet: FormerAddress = {
  from: "/dataset/{dataset}/{file}",
  to: "/dataset/{dataset}/#files",
};

/**
 * Last parts of addresses a set had: its aliases, and the identifier it brought from a portal of CKAN, which had it in the
 * addresses of the set’s files.
 */
export const formerIds = ({
  id,
  identifier,
  aliases,
}: Pick<Dataset, "id" | "identifier" | "aliases">): string[] => [
  ...new Set([
    ...(identifier !== id && /^[\w-]+$/.test(identifier) ? [identifier] : []),
    ...aliases,
  ]),
];

const patternOf = (form: string): RegExp =>
  new RegExp(
    `^${form.replace(/\./g, "\\.").replace(/\{(\+?)(\w+)\}/g, (_, deep, name) => `(?<${name}>${deep ? ".+" : "[^/]+"})`)}/?$`,
  );

/**
 * Where a former address, or the name of a thing, leads; undefined where the address is none of them.
 * @param path from the site's root
 * @param query the address's own, "" or from its question mark on
 */
export function successorOf(path: string, query = ""): string | undefined {
  const named = path.includes(".") ? [] : [fileOfSet];
  for (const { from, to } of [...leadingAddresses, ...named]) {
    const found = patternOf(from).exec(path);
    if (found) {
      const [place = "", part] = fill(to, found.groups).split("#");
      const asked = place + (place.includes("?") ? query.replace("?", "&") : query);
      return part === undefined ? asked : `${asked}#${part}`;
    }
  }
  return undefined;
}
