import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Content, PublishedSite } from "../published/addresses/address.ts";
import { publishedFiles } from "../published/addresses/index.ts";
import type { RenderedPage } from "./pages/render-pages.ts";

/** Pages, and every other file of the site, into its folder. Two addresses of one path are a mistake of ours. */
export async function writeFiles(
  folder: string,
  site: PublishedSite,
  pages: readonly RenderedPage[],
): Promise<void> {
  const written = new Set<string>();
  const places = new Set<string>();
  const put = (path: string, content: Content) => {
    if (written.has(path)) throw new Error(`Two addresses have one path: ${path}`);
    written.add(path);
    const target = join(folder, path);
    const place = dirname(target);
    if (!places.has(place)) mkdirSync(place, { recursive: true });
    places.add(place);
    write(target, content);
  };
  for (const { path, render } of pages) put(path, await render());
  for (const { path, render } of publishedFiles(site)) put(path, await render());
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
