import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type Content,
  type DatasetSite,
  datasetSiteOf,
  type PublishedSite,
} from "../published/addresses/address.ts";
import { datasetFiles, portalFiles } from "../published/addresses/index.ts";
import type { Packs } from "../read/disk/packs.ts";
import type { RenderedPage } from "./pages/render-pages.ts";

/**
 * Pages, and every other file of the site, into its folder. Files of a dataset that were made of the same before are
 * not made again. Two addresses of one path are a mistake of ours.
 */
export async function writeFiles(
  folder: string,
  site: PublishedSite,
  { pages, packs, code }: { pages: readonly RenderedPage[]; packs: Packs; code: string },
): Promise<void> {
  const written = new Set<string>();
  const places = new Set<string>();
  const claim = (path: string) => {
    if (written.has(path)) throw new Error(`Two addresses have one path: ${path}`);
    written.add(path);
  };
  const put = async ({ path, render }: RenderedFile) => {
    claim(path);
    const target = join(folder, path);
    const place = dirname(target);
    if (!places.has(place)) mkdirSync(place, { recursive: true });
    places.add(place);
    write(target, await render());
  };
  /** Files that are made together: those made of the same before, or these. */
  const putKept = async (key: string, make: () => readonly RenderedFile[]) => {
    const kept = packs.unpack(key, folder);
    if (kept) return kept.forEach(claim);
    const files = make();
    for (const file of files) await put(file);
    packs.pack(
      key,
      folder,
      files.map(({ path }) => path),
    );
  };
  for (const page of pages) {
    if (page.key === undefined) await put(page);
    else await putKept(hashOf(code, page.path, page.key), () => [page]);
  }
  for (const file of portalFiles(site)) {
    if (file.of === undefined) await put(file);
    else await putKept(hashOf(code, file.path, JSON.stringify(file.of)), () => [file]);
  }
  for (const dataset of site.catalogue.datasets) {
    const of = datasetSiteOf(site, dataset);
    await putKept(keyOf(of, code), () => datasetFiles(of));
  }
}

type RenderedFile = { path: string; render(): Content | Promise<Content> };

/** Hash of all a dataset's files are made of: it, its files' sums and versions, what all sets share, and the engine. */
function keyOf({ dataset, shared, versions }: DatasetSite, code: string): string {
  const past = dataset.resources.map(({ file }) => (file === undefined ? [] : versions(file)));
  return hashOf(code, JSON.stringify([shared, dataset, past]));
}

const hashOf = (...parts: string[]): string =>
  createHash("sha256").update(parts.join("\n")).digest("hex");

function write(target: string, content: Content): void {
  if (typeof content === "string" || content instanceof Uint8Array) {
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
