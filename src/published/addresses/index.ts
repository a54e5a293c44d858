import type { Catalogue } from "../../model/catalogue.ts";
import { once } from "../../model/once.ts";
import { renderHeaders } from "../hosting/headers/headers-file.ts";
import type { Recipe } from "../hosting/headers/recipe.ts";
import { headerRules } from "../hosting/headers/rules.ts";
import { renderRedirects } from "../hosting/redirects.ts";
import { forgeOrigins } from "../hosting/security.ts";
import { namesOfSet, rootOf } from "../pages.ts";
import { exploredOrigins } from "../tables/explored-table.ts";
import {
  type Address,
  type AddressedFile,
  type Content,
  type DatasetSite,
  datasetSiteOf,
  fill,
  mediaTypes,
  type PublishedSite,
  single,
} from "./address.ts";
import { catalogueAddresses } from "./catalogue.ts";
import { changeAddresses } from "./changes.ts";
import { ckanAddresses } from "./ckan.ts";
import { datasetAddresses } from "./dataset.ts";
import { exampleOf } from "./examples.ts";
import { type DescribedAddress, renderOpenApi } from "./openapi.ts";
import { siteAddresses } from "./site.ts";
import { structureAddresses } from "./structures.ts";

const withoutLists: readonly Address[] = [
  ...catalogueAddresses,
  ...datasetAddresses,
  ...structureAddresses,
  ...ckanAddresses,
  ...changeAddresses,
  ...siteAddresses,
];

/** What any server says beside the portal's files, and the path it stands under: of this every host's form is written. */
export const recipeOf = ({
  portal,
  datasets,
}: Pick<Catalogue, "datasets"> & {
  portal: Pick<Catalogue["portal"], "site" | "map" | "repository">;
}): Recipe => ({
  // Both the header and the page's own policy hold: a page names in its own only what it asks itself.
  rules: headerRules(withoutLists, portal.map?.tiles, [
    ...exploredOrigins(datasets.flatMap(({ resources }) => resources)),
    ...forgeOrigins(portal.repository),
  ]),
  root: rootOf(portal),
});

/** Every address of the site that is no page, in the order people are told of them. */
export const addresses: readonly Address[] = [
  ...withoutLists,
  single(
    "/openapi.json",
    mediaTypes.json,
    { uk: "Опис цих адрес, OpenAPI", en: "Description of these addresses, OpenAPI" },
    (site) => renderOpenApi(site.catalogue, describeAddresses(site)),
  ),
  single(
    "/_headers",
    mediaTypes.text,
    { uk: "Заголовки для хостингу", en: "Headers for hosts" },
    ({ catalogue }) => {
      const { rules, root } = recipeOf(catalogue);
      return renderHeaders(rules, root);
    },
  ),
  single(
    "/_redirects",
    mediaTypes.text,
    { uk: "Переспрямування для хостингу", en: "Redirects for hosts" },
    ({ catalogue }) => renderRedirects(catalogue),
  ),
];

/** A file of the site that is no page. */
type PublishedFile = {
  /** From the site's root, with a slash. */
  path: string;
  slots: Readonly<Record<string, string>>;
  mediaType: string;
  /** All it is made of beside the code, if it may be kept by that. */
  of?: object | undefined;
  render(): Content | Promise<Content>;
};

const inPlace = (
  { path, mediaType }: Address,
  { slots = {}, mediaType: own = mediaType, of, render }: AddressedFile,
  more: Record<string, string> = {},
): PublishedFile => {
  const all = { ...slots, ...more };
  return { path: fill(path, all), slots: all, mediaType: own, of, render };
};

/** A renamed set's files answer under its former names too: what was promised to last does, on any host. */
const namesOf = ({ path }: Address, dataset: DatasetSite["dataset"]): string[] =>
  path.includes("{dataset}") ? namesOfSet(dataset) : [dataset.id];

const filesOfSet = (address: Address, of: DatasetSite): PublishedFile[] =>
  "filesOf" in address
    ? namesOf(address, of.dataset).flatMap((dataset) =>
        Array.from(address.filesOf(of), (file) => inPlace(address, file, { dataset })),
      )
    : [];

const [ofCopies = [], ofDatasets = []] = [true, false].map((copies) =>
  addresses.filter((address) => "copies" in address === copies),
);

/** Copies of one dataset's tables: made of these and of nothing that is said of them. */
export const copyFiles = (of: DatasetSite): PublishedFile[] =>
  ofCopies.flatMap((address) => filesOfSet(address, of));

/** Files of one dataset beside its copies: made of it and of what all sets share, they change only with these. */
export const datasetFiles = (of: DatasetSite): PublishedFile[] =>
  ofDatasets.flatMap((address) => filesOfSet(address, of));

/** Files of the portal as a whole; all forms of one page of the catalogue before those of the next, which is built once for all. */
export function* portalFiles(site: PublishedSite): Generator<PublishedFile> {
  const paged: PublishedFile[] = [];
  for (const address of addresses)
    if ("files" in address)
      for (const one of address.files(site)) {
        const file = inPlace(address, one);
        if (one.slots?.page === undefined) yield file;
        else paged.push(file);
      }
  yield* paged.toSorted((a, b) => Number(a.slots.page) - Number(b.slots.page));
}

/** One of them; addresses that begin otherwise are not asked for theirs. */
export function portalFile(site: PublishedSite, path: string): PublishedFile | undefined {
  for (const address of addresses) {
    if (!("files" in address) || !path.startsWith(address.path.replace(/\{.*/, ""))) continue;
    for (const one of address.files(site)) {
      const file = inPlace(address, one);
      if (file.path === path) return file;
    }
  }
  return undefined;
}

/** A portal's datasets, each with what its files are made of: every address asks for all of them. */
const datasetSites = once((site: PublishedSite): readonly DatasetSite[] =>
  site.catalogue.datasets.map((dataset) => datasetSiteOf(site, dataset)),
);

/** Every file of an address. */
export const filesAt = (address: Address, site: PublishedSite): PublishedFile[] =>
  "files" in address
    ? Array.from(address.files(site), (file) => inPlace(address, file))
    : datasetSites(site).flatMap((of) => filesOfSet(address, of));

/** Every file of the site that is no page, address by address. */
export const publishedFiles = (site: PublishedSite): PublishedFile[] =>
  addresses.flatMap((address) => filesAt(address, site));

/** Addresses people are told of and that have files on this portal, each with one of them: of the example where it has one. */
export const describeAddresses = once((site: PublishedSite): readonly DescribedAddress[] => {
  const { dataset, file } = exampleOf(site.catalogue) ?? {};
  return addresses.flatMap((address): DescribedAddress[] => {
    const { path, mediaType, title, group } = address;
    if (group === undefined) return [];
    const all = filesAt(address, site);
    const ofExample = all.filter(({ slots }) => slots.dataset === dataset);
    const shown = ofExample.find(({ slots }) => slots.file === file) ?? ofExample[0] ?? all[0];
    if (!shown) return [];
    const types = new Set([mediaType, ...all.map((made) => made.mediaType)]);
    return [{ path, mediaType, title, group, example: shown.path, mediaTypes: [...types] }];
  });
});

/** What a page says, in forms for programs: its path without the language → addresses, with their media types and titles. */
export function alternatesOf(page: string): Pick<Address, "path" | "mediaType" | "title">[] {
  return addresses.flatMap((address) => {
    const slots = address.page === undefined ? undefined : slotsIn(page, address.page);
    const { path, mediaType, title } = address;
    return slots ? [{ path: fill(path, slots), mediaType, title }] : [];
  });
}

/** What stands in the slots of a form: /dataset/stops/ of /dataset/{dataset}/ → { dataset: "stops" }. */
function slotsIn(path: string, form: string): Record<string, string> | undefined {
  const names: string[] = [];
  const pattern = form.replace(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return "([^/]+)";
  });
  const found = new RegExp(`^${pattern}$`).exec(path);
  return found
    ? Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ""]))
    : undefined;
}
