import type { Catalogue, FileVersion } from "../../model/catalogue.ts";
import type { Repository } from "../../model/repository.ts";
import { extremes } from "../../table/extremes.ts";
import type { PublishedSite } from "../addresses/address.ts";
import { addresses, filesAt } from "../addresses/index.ts";
import { archiveName } from "../archive.ts";
import { mostVersions } from "../dataset/version-path.ts";
import { chartFrames, pagesOf, tableFrames } from "../pages.ts";

type SizedFile = { path: string; bytes: number };

/** What a site will take of a host; bytes are estimated. */
export type SiteSize = {
  files: number;
  bytes: number;
  /** Every file that is no page. */
  sized: SizedFile[];
  /** The most files and folders that lie in one folder. */
  mostInFolder: number;
};

/**
 * Bytes of what is made of a table, for each byte of its CSV; and of what is made beside tables: middle figures of
 * portals of 33, 100 and 1,000 sets, which they meet within a tenth.
 */
const ofTable = {
  json: 1.6,
  xlsx: 0.65,
  geojson: 2.2,
  parquet: 0.5,
  rows: 0.1,
  archive: 0.3,
} as const;
const typical = {
  datasetPage: 44_000,
  frame: 21_000,
  page: 20_000,
  picture: 15_000,
  file: 4_000,
  indexFile: 1_200,
} as const;
/** The catalogue as a whole in all its forms, for each set in it. */
const catalogueOfSet = 31_000;
/** What pages load of the engine, and files of the search's index beside one for each thing found. */
const engine = { files: 136, bytes: 12_800_000 };
const indexFiles = 400;

/** Whose files are counted. Further pages of the catalogue are a few, and to tell how many it would have to be made. */
const counted = addresses.filter(({ path }) => !path.includes("{page}"));

/** The portal as a site whose files are only counted: its versions are those git names, and nothing of them is read. */
const paperSite = (catalogue: Catalogue, repository: Repository): PublishedSite => ({
  catalogue,
  repository,
  versions: (file) =>
    (repository.history.commits.get(file) ?? []).slice(0, mostVersions).map(
      ({ hash }): FileVersion => ({
        hash,
        date: catalogue.today,
        bytes: 0,
        sha256: "",
        content: () => new Uint8Array(),
      }),
    ),
  timeline: () => [],
  buildNote: () => ({ date: catalogue.today }),
  draw: () => Promise.resolve(new Uint8Array()),
  deflate: (content) => content,
  searchIndex: new Map(),
});

/** Bytes a file that is no page is likely to have. */
function likelyBytes(path: string, tables: ReadonlyMap<string, number>): number {
  const own = tables.get(path.replace(/\/versions\/[^/]+/, ""));
  if (own !== undefined) return own;
  const [, stem, copy] = /^(.*)\.(json|xlsx|geojson|parquet|rows)$/.exec(path) ?? [];
  const copied = tables.get(`${stem}.csv`);
  if (copied !== undefined) return Math.round(copied * ofTable[copy as keyof typeof ofTable]);
  return path.endsWith(".png") ? typical.picture : typical.file;
}

/** Pages in each language, frames for other sites, and the page of what is not there. */
function pageFiles(catalogue: Catalogue): SizedFile[] {
  const frames = [
    ...tableFrames(catalogue).map(({ name, shown }) => `/embed/table/${name}/${shown.name}/`),
    ...chartFrames(catalogue).map(({ name, shown }) => `/embed/chart/${name}/${shown.name}/`),
  ];
  const pages = [
    ...pagesOf(catalogue, []).map(({ path }) => path),
    ...catalogue.dashboards.map(({ slug }) => `/embed/dashboard/${slug}/`),
  ].flatMap((path) =>
    catalogue.portal.languages.map((language) => (language === "uk" ? path : `/en${path}`)),
  );
  return [...frames, ...pages, "/404/"].map((path) => ({
    path: `${path}index.html`,
    bytes: path.startsWith("/embed/")
      ? typical.frame
      : path.includes("/dataset/")
        ? typical.datasetPage
        : typical.page,
  }));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** «/a/b» → «/a», «/a» → «/». */
const parentOf = (path: string): string => path.slice(0, path.lastIndexOf("/")) || "/";

/** The most entries of one folder, folders among them. */
function mostTogether(paths: readonly string[]): number {
  const met = new Set<string>();
  const entries = new Map<string, number>();
  for (const path of paths)
    for (let entry = path; entry !== "/" && !met.has(entry); entry = parentOf(entry)) {
      met.add(entry);
      entries.set(parentOf(entry), (entries.get(parentOf(entry)) ?? 0) + 1);
    }
  return extremes(entries.values()).most;
}

/**
 * What a portal's site will take, known before anything of it is made: its files are counted from the list of addresses
 * and the list of pages, but for those of the engine and of the search's index, a few in a hundred; bytes are estimated
 * from the bytes of tables and what is typical of everything else.
 */
export function measureSite(catalogue: Catalogue, repository: Repository): SiteSize {
  const resources = catalogue.datasets.flatMap(({ resources: all }) => all);
  const tables = new Map(
    resources.flatMap(({ path, bytes }): [string, number][] =>
      path === undefined || bytes === undefined ? [] : [[path, bytes]],
    ),
  );
  const archive = Math.round(sum([...tables.values()]) * ofTable.archive);
  const site = paperSite(catalogue, repository);
  const files = counted
    .flatMap((address) => filesAt(address, site))
    .map(
      ({ path }): SizedFile => ({
        path,
        bytes: path === `/${archiveName}` ? archive : likelyBytes(path, tables),
      }),
    );
  const all = [...files, ...pageFiles(catalogue)];
  const sets = catalogue.datasets.length;
  const found = sets + resources.filter(({ table }) => table).length + indexFiles;
  return {
    files: all.length + engine.files + found,
    bytes:
      sum(all.map(({ bytes }) => bytes)) +
      engine.bytes +
      found * typical.indexFile +
      sets * catalogueOfSet,
    sized: files,
    mostInFolder: mostTogether(all.map(({ path }) => path)),
  };
}
