import {
  type Catalogue,
  type Dataset,
  type FileVersion,
  type Shared,
  sharedOf,
} from "../../model/catalogue.ts";
import { once } from "../../model/once.ts";
import type { Snapshot } from "../../model/reports/snapshot.ts";
import type { Repository } from "../../model/repository.ts";
import type { ShareImage } from "../../model/share-image.ts";
import type { BuildNote } from "../../schemas/reports/build-note.ts";
import { fileTypes } from "../../vocabularies/dcat/file-types.ts";

/** What every file is made of: the catalogue, and what only a folder with git and a canvas can give. */
export type PublishedSite = {
  catalogue: Catalogue;
  repository: Repository;
  /** Versions of a file of the repository, newest first. */
  versions(file: string): FileVersion[];
  /** The portal's figures over time. */
  timeline(): Snapshot[];
  buildNote(): BuildNote;
  /** A picture for links to a page, PNG. */
  draw(image: ShareImage): Promise<Uint8Array>;
  /** A file of which the SHA-256 is known, deflated for an archive (RFC 1951). */
  deflate(content: Uint8Array, sha256: string): Uint8Array;
  /** Files of the search's index, by their names in its folder. */
  searchIndex: ReadonlyMap<string, string | Uint8Array>;
};

/** What the files of one dataset are made of. Nothing else is at hand, so they change only when this does. */
export type DatasetSite = {
  dataset: Dataset;
  shared: Shared;
  /** Of the dataset alone: as people wrote it, and its files. */
  repository: Pick<Repository, "datasets" | "tree">;
} & Pick<PublishedSite, "versions" | "draw">;

/** A text, bytes, or bytes part by part. */
export type Content = string | Uint8Array | Iterable<Uint8Array>;

/** One file of an address: what stands in its slots, and how it is made. */
export type AddressedFile = {
  slots?: Readonly<Record<string, string>>;
  /** Where it differs from its address's. */
  mediaType?: string;
  /** All it is made of beside the code, where that is little and making it takes long: then it may be kept. */
  of?: object;
  render(): Content | Promise<Content>;
};

/** Headings under which people are told of addresses. */
export const addressGroups = ["catalogue", "dataset", "structures", "ckan", "changes"] as const;

/** An address programs fetch, or many of one form: everything that is known of it stands here and nowhere else. */
export type Address = {
  /** From the site's root; {dataset}, {file} … stand for what differs, {+name} for a path. */
  path: string;
  mediaType: string;
  title: { uk: string; en: string };
  /** Without one, pages, hosts and search engines fetch it by themselves, and nobody is told of it. */
  group?: (typeof addressGroups)[number];
  /** The page it says the same as, for programs (`<link rel="alternate">`); its slots are of the same names. */
  page?: string;
} & (
  | {
      /** Its files on this portal: none where the portal has nothing to say there. */
      files(site: PublishedSite): Iterable<AddressedFile>;
    }
  | {
      /** Its files of one dataset, whose id stands in the slot {dataset}. */
      filesOf(site: DatasetSite): Iterable<AddressedFile>;
      /** Are they copies of tables? Those are made before everything that tells their sizes. */
      copies?: true;
    }
);

/** A portal → what the files of one of its datasets are made of. */
export function datasetSiteOf(
  { catalogue, repository, versions, draw }: PublishedSite,
  dataset: Dataset,
): DatasetSite {
  const source = sourcesById(repository).get(dataset.id);
  const named = [source?.file, ...dataset.resources.map(({ file }) => file)];
  const files = named.flatMap((file) => {
    const entry = file === undefined ? undefined : repository.tree.get(file);
    return file !== undefined && entry ? [[file, entry] as const] : [];
  });
  return {
    dataset,
    shared: sharedOf(catalogue),
    repository: { datasets: source ? [source] : [], tree: new Map(files) },
    versions,
    draw,
  };
}

const sourcesById = once(
  ({ datasets }: Repository): ReadonlyMap<string, Repository["datasets"][number]> =>
    new Map(datasets.map((source) => [source.id, source])),
);

/** Media types of what the portal makes and no publisher does. */
export const mediaTypes = {
  csv: fileTypes.CSV.mediaType,
  json: fileTypes.JSON.mediaType,
  xlsx: fileTypes.XLSX.mediaType,
  xml: fileTypes.XML.mediaType,
  zip: "application/zip",
  atom: "application/atom+xml",
  calendar: "text/calendar",
  html: "text/html",
  text: "text/plain",
  markdown: "text/markdown",
  png: "image/png",
  css: "text/css",
  svg: "image/svg+xml",
  binary: "application/octet-stream",
  vectorTile: "application/vnd.mapbox-vector-tile",
} as const;

/** An address without slots, whose one file is made of the catalogue. */
export const single = (
  path: string,
  mediaType: string,
  title: Address["title"],
  render: (site: PublishedSite) => Content | Promise<Content>,
): Address => ({ path, mediaType, title, files: (site) => [{ render: () => render(site) }] });

/** The same addresses under a heading. */
export const grouped = (
  group: NonNullable<Address["group"]>,
  addresses: readonly Address[],
): Address[] => addresses.map((address) => ({ ...address, group }));

/** A form with its slots filled: /dataset/{dataset}.ttl → /dataset/stops.ttl; {+name} may hold slashes (RFC 6570). */
export const fill = (form: string, slots: Readonly<Record<string, string>> = {}): string =>
  form.replace(/\{\+?(\w+)\}/g, (slot, name: string) => slots[name] ?? slot);

/** A path's last part. */
export const nameOf = (path: string): string => path.split("/").at(-1) ?? path;
