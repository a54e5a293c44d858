import { isWebAddress } from "../../../schemas/text.ts";
import { type Licence, licences } from "../../../vocabularies/dcat/licences.ts";
import type { RemotePackage } from "../client.ts";
import { fieldOf, listOf, oneLine } from "./fields.ts";
import type { Note } from "./gaps.ts";

/** A licence as a passport has it: of the portal's own list, or another's, as its source names it. */
export type ImportedLicence = { name: Licence } | { title?: string; path: string };

/** An address without what does not change where it leads: «http://www.…/by/4.0/deed.uk» is «…/by/4.0». */
const bare = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, "")
    .replace(/\/(?:deed(?:\.[\w-]+)?|legalcode(?:\.[\w-]+)?)$/, "")
    .replace(/\/+$/, "");

const byWord = new Map<string, Licence>(
  Object.entries(licences).flatMap(([id, { ckan, title }]): [string, Licence][] =>
    [ckan, title, id].map((label) => [label.toLowerCase(), id as Licence]),
  ),
);
const byAddress = new Map<string, Licence>([
  ...Object.entries(licences).flatMap(([id, { path, iri }]): [string, Licence][] =>
    [path, iri].map((address) => [bare(address), id as Licence]),
  ),
  // DCAT-AP.de gives licences addresses of its own.
  ["dcat-ap.de/def/licenses/cc-by/4.0", "CC-BY-4.0"],
  ["dcat-ap.de/def/licenses/cc-zero", "CC0-1.0"],
]);

/** Addresses CKAN gives the licences of its own list: an id of the portal's says more than they do, any other no more. */
const ofList = /^opendefinition\.org\/licenses\//;
/** Words for «nobody said». */
const unsaid = /^(?:notspecified|not specified|license not specified|none|null|-)$/i;

/** Words of a licence: ids or addresses, and its title. */
type Said = { ids: readonly string[]; title: string };

/** What is said of a licence: by the package, else by its files; undefined where they say different ones, which is noted. */
function saidOf(source: RemotePackage, gap: Note): Said | undefined {
  const stated = (record: RemotePackage, ...names: string[]): string[] =>
    names
      .map((name) => oneLine(fieldOf(record, name)))
      .filter((word) => word !== "" && !unsaid.test(word));
  const own = stated(source, "license_url", "license_id", "license");
  const [title = ""] = stated(source, "license_title");
  if (own.length > 0 || title !== "") return { ids: own, title };
  const ofFiles = listOf(source.resources).map(
    (resource) => stated(resource, "license", "license_url")[0] ?? "",
  );
  const different = new Set(ofFiles);
  if (different.size <= 1) return { ids: [...different].filter((id) => id !== ""), title };
  gap("licenses", [...different].join(", "), "У файлів набору різні ліцензії; набору не вказано.");
  return undefined;
}

/** The licence, by its address, id or title. One that is not among the portal's keeps its address; one that nobody named stays unknown. */
export function licenceOf(source: RemotePackage, gap: Note): ImportedLicence | undefined {
  const said = saidOf(source, gap);
  if (!said) return undefined;
  const addresses = said.ids.filter((id) => isWebAddress(id));
  const words = [...said.ids.filter((id) => !isWebAddress(id)), said.title].filter(Boolean);
  const own = addresses.find((one) => !ofList.test(bare(one)));
  const known =
    own === undefined
      ? words.map((word) => byWord.get(word.toLowerCase())).find((one) => one !== undefined)
      : byAddress.get(bare(own));
  if (known) return { name: known };
  const address = own ?? addresses[0];
  if (address !== undefined) {
    const title = said.title || words[0];
    gap(
      "licenses",
      title ?? address,
      "Ліцензії немає серед тих, що дає портал: записано її адресу.",
    );
    return { ...(title === undefined ? {} : { title }), path: address };
  }
  gap(
    "licenses",
    words[0] ?? "",
    words.length === 0 ? "Ліцензії немає." : "Такої ліцензії портал не приймає; пропущено.",
  );
  return undefined;
}
