import { createHash } from "node:crypto";
import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { Dataset, Shared } from "../model/catalogue.ts";
import { once } from "../model/once.ts";
import { textOf } from "../model/tree.ts";
import {
  type Content,
  type DatasetSite,
  datasetSiteOf,
  type PublishedSite,
} from "../published/addresses/address.ts";
import { copyFiles, datasetFiles, portalFiles } from "../published/addresses/index.ts";
import { searchFolder } from "../published/addresses/site.ts";
import { withCopies } from "../published/tables/copies.ts";
import { twinFormats } from "../published/tables/twins.ts";
import type { LastSite, ListedFile } from "../read/disk/last-site.ts";
import { listed, openPlaces, type PackedFile, type Packs } from "../read/disk/packs.ts";
import { formerNames } from "../schemas/data/dataset.ts";
import type { RenderedPage } from "./pages/render-pages.ts";

/** What files are made with: those that were made of the same before, and the hash of what makes them. */
type Made = { packs: Packs; code: string };

/** Every page of a portal, and the hash of what renders them. */
export type Pages = { pages: readonly RenderedPage[]; code: string };

/** Sets whose files are written at once. */
const setsAtOnce = 8;

type RenderedFile = { path: string; render(): Content | Promise<Content> };

/**
 * Pages, and every other file of the site, into a folder. Files that were made of the same before are not made again;
 * those that stand in the last site stay there.
 * Two addresses of one path are a mistake of ours.
 * @param rendered pages, which another process may be compiling meanwhile
 * @param searchIndex of the portal, which another process may be making meanwhile
 */
export async function writeFiles(
  { folder, last }: { folder: string; last: LastSite },
  site: PublishedSite,
  rendered: Promise<Pages>,
  { packs, code }: Made,
  searchIndex = Promise.resolve(site.searchIndex),
): Promise<void> {
  const written = new Set<string>();
  const placeOf = openPlaces(folder);
  const claim = (path: string) => {
    if (written.has(path)) throw new Error(`Two addresses have one path: ${path}`);
    written.add(path);
  };
  const put = (path: string, content: Content) => {
    claim(path);
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    if (!(bytes instanceof Uint8Array && last.keepsContent(path, bytes)))
      write(placeOf(path), bytes);
  };
  /** Files that are made together: those made of the same before, or these. */
  const putKept = async (key: string, make: () => readonly RenderedFile[]) => {
    const kept = await packs.unpack(key, folder, last);
    if (kept) return kept.forEach(claim);
    const files = await contentsOf(make());
    for (const { path, content } of files) put(path, content);
    last.note(key, packs.pack(key, files), folder);
  };
  const putPages = async (indexed: Promise<void>) => {
    const { pages, code: pagesCode } = await rendered;
    const byKey = Map.groupBy(pages, (page) => page.key);
    for (const [key, together] of byKey) {
      if (key === undefined) continue;
      await putKept(hashOf(pagesCode, key), () => together);
      // Rendering waits for no disk and no process: without a pause, nobody would hear what these have done.
      await setImmediate();
    }
    // Pages of the portal as a whole come last: some are bound to files of the index.
    await indexed;
    for (const { path, render } of byKey.get(undefined) ?? []) put(path, await render());
  };
  const putPortal = async () => {
    for (const file of portalFiles({ ...site, searchIndex: new Map() })) {
      if (file.of === undefined) put(file.path, await file.render());
      else await putKept(hashOf(code, file.path, JSON.stringify(file.of)), () => [file]);
      await setImmediate();
    }
    for (const [name, content] of await searchIndex) put(`${searchFolder}${name}`, content);
  };
  const sets = site.catalogue.datasets.values();
  const putSets = async () => {
    for (const dataset of sets) {
      const of = datasetSiteOf(site, dataset);
      if (hasCopies(of)) await putKept(keyOfCopies(of, code), () => copyFiles(of));
      await putKept(keyOf(of, code), () => datasetFiles(of));
      await setImmediate();
    }
  };
  // The disk writes what is kept while pages are rendered, of some sets at once: files of one folder are made one by one.
  const portal = putPortal();
  const all = [portal, putPages(portal), ...Array.from({ length: setsAtOnce }, putSets)];
  // Each has ended before anybody may take the folder away.
  await Promise.allSettled(all);
  await Promise.all(all);
}

const hasCopies = ({ dataset, shared }: DatasetSite): boolean =>
  dataset.resources.some(
    (resource) => twinFormats(resource, dataset, shared.portal.copies).length > 0,
  );

/**
 * A site whose sets tell what each copy of a table weighs and what its sum is: copies that are not kept are made for that,
 * and kept for whoever writes them.
 * @param order datasets as they are to be taken: of two that weigh at once each finds what the other did
 */
export async function withWeighedCopies(
  site: PublishedSite,
  { packs, code }: Made,
  order: readonly Dataset[] = site.catalogue.datasets,
): Promise<PublishedSite> {
  const weighed = new Map<string, ListedFile>();
  for (const dataset of order) {
    const of = datasetSiteOf(site, dataset);
    if (!hasCopies(of)) continue;
    const key = keyOfCopies(of, code);
    const known = packs.list(key);
    const made = known ? [] : await contentsOf(copyFiles(of));
    if (!known) packs.pack(key, made);
    for (const file of known ?? made.map(listed)) weighed.set(file.path, file);
  }
  return { ...site, catalogue: withCopies(site.catalogue, weighed) };
}

/** Files of datasets are made and kept, for a build that will ask for them. */
export async function makeAhead(
  datasets: readonly Dataset[],
  site: PublishedSite,
  { packs, code }: Made,
): Promise<void> {
  for (const dataset of datasets) {
    const of = datasetSiteOf(site, dataset);
    const key = keyOf(of, code);
    if (!packs.has(key)) packs.pack(key, await contentsOf(datasetFiles(of)));
  }
}

/** Pages of which each is made of one set, in all its languages, are rendered and kept, the last first, for the same build. */
export async function renderAhead({ pages, code: pagesCode }: Pages, packs: Packs): Promise<void> {
  for (const [key, together] of [...Map.groupBy(pages, (page) => page.key)].reverse()) {
    if (key === undefined) continue;
    const hash = hashOf(pagesCode, key);
    if (!packs.has(hash)) packs.pack(hash, await contentsOf(together));
  }
}

async function contentsOf(files: readonly RenderedFile[]): Promise<PackedFile[]> {
  const made: PackedFile[] = [];
  for (const { path, render } of files) {
    const content = await render();
    made.push({
      path,
      content:
        typeof content === "string"
          ? Buffer.from(content)
          : content instanceof Uint8Array
            ? content
            : Buffer.concat([...content]),
    });
  }
  return made;
}

/** Hash of all a dataset's files are made of: it, its passport as written, its files' sums and versions, what all sets share, and the code. */
function keyOf({ dataset, shared, repository, versions }: DatasetSite, code: string): string {
  const past = dataset.resources.map(({ file }) => (file === undefined ? [] : versions(file)));
  const written = repository.datasets.map(({ file }) => {
    const entry = repository.tree.get(file);
    return entry ? textOf(entry) : "";
  });
  return hashOf(code, hashOfShared(shared), JSON.stringify([dataset, past, written]));
}

/** The same of the copies of its tables: their Parquet carries in its footer whose they are, and under what licence. */
function keyOfCopies({ dataset, shared }: DatasetSite, code: string): string {
  const { id, iri, title, publisher, licence, passport, resources } = dataset;
  const set = [id, iri, title.uk, publisher.title, licence, passport.version];
  const tables = resources.map((resource) => {
    const { name, title, path, aliases, format, bytes, sha256, schema, table } = resource;
    return { name, title, path, aliases, format, bytes, sha256, schema, table };
  });
  return hashOf(
    code,
    "copies",
    JSON.stringify([set, formerNames(passport), shared.portal.copies, tables]),
  );
}

/** Of what all sets share: the same for each of them. */
const hashOfShared = once((shared: Shared) => hashOf(JSON.stringify(shared)));

const hashOf = (...parts: string[]): string =>
  createHash("sha256").update(parts.join("\n")).digest("hex");

function write(target: string, content: Exclude<Content, string>): void {
  if (content instanceof Uint8Array) {
    writeFileSync(target, content);
    return;
  }
  const file = openSync(target, "w");
  try {
    for (const part of content) writeSync(file, part);
  } finally {
    closeSync(file);
  }
}
