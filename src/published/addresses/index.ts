import type { Catalogue } from "../../model/catalogue.ts";
import { renderHeaders } from "../hosting/headers.ts";
import {
  type Address,
  type Content,
  fill,
  mediaTypes,
  nameOf,
  type PublishedSite,
  single,
} from "./address.ts";
import { catalogueAddresses } from "./catalogue.ts";
import { changeAddresses } from "./changes.ts";
import { ckanAddresses } from "./ckan.ts";
import { datasetAddresses } from "./dataset.ts";
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
    ({ catalogue }) => renderHeaders(withoutLists, catalogue.portal.map?.tiles),
  ),
];

/** A file of the site that is no page. */
type PublishedFile = {
  /** From the site's root, with a slash. */
  path: string;
  render(): Content | Promise<Content>;
};

/** Every file of the site that is no page, address by address. */
export function* publishedFiles(site: PublishedSite): Generator<PublishedFile> {
  for (const { path, files } of addresses)
    for (const { slots, render } of files(site)) yield { path: fill(path, slots), render };
}

/** The dataset and table that examples are made with: the first whose table lies here, by Ukrainian title. */
export function exampleOf({ datasets }: Catalogue): { dataset: string; file: string } | undefined {
  for (const { id, passport, resources } of datasets) {
    const table = resources.find(({ file, table: read }) => file && read);
    if (passport.status === "active" && table?.path)
      return { dataset: id, file: nameOf(table.path) };
  }
  return undefined;
}

/** Addresses people are told of and that have files on this portal, each with one of them: of the example where it has one. */
export function describeAddresses(site: PublishedSite): DescribedAddress[] {
  const { dataset, file } = exampleOf(site.catalogue) ?? {};
  return addresses.flatMap(({ path, mediaType, title, group, files }): DescribedAddress[] => {
    if (group === undefined) return [];
    const all = [...files(site)];
    const ofExample = all.filter(({ slots }) => slots?.dataset === dataset);
    const shown = ofExample.find(({ slots }) => slots?.file === file) ?? ofExample[0] ?? all[0];
    if (!shown) return [];
    const types = new Set([mediaType, ...all.map((made) => made.mediaType ?? mediaType)]);
    return [
      { path, mediaType, title, group, example: fill(path, shown.slots), mediaTypes: [...types] },
    ];
  });
}

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
