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
  for (const page of pages) await put(page);
  for (const file of portalFiles(site)) await put(file);
  for (const dataset of site.catalogue.datasets) {
    const of = datasetSiteOf(site, dataset);
    const key = keyOf(of, code);
    const kept = packs.unpack(key, folder);
    if (kept) {
      for (const path of kept) claim(path);
      continue;
    }
    const files = datasetFiles(of);
    for (const file of files) await put(file);
    packs.pack(
      key,
      folder,
      files.map(({ path }) => path),
    );
  }
}

type RenderedFile = { path: string; render(): Content | Promise<Content> };

/** Hash of all a dataset's files are made of: it, its files' sums and versions, what all sets share, and the engine. */
function keyOf({ dataset, shared, versions }: DatasetSite, code: string): string {
  const past = dataset.resources.map(({ file }) => (file === undefined ? [] : versions(file)));
  return createHash("sha256")
    .update(JSON.stringify([code, shared, dataset, past]))
    .digest("hex");
}

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
