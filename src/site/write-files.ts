import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Content, PublishedSite } from "../published/addresses/address.ts";
import { publishedFiles } from "../published/addresses/index.ts";

/** Every file of the site that is no page, into a folder of a site. Two addresses of one path are a mistake of ours. */
export async function writeFiles(folder: string, site: PublishedSite): Promise<void> {
  const written = new Set<string>();
  for (const { path, render } of publishedFiles(site)) {
    if (written.has(path)) throw new Error(`Two addresses have one path: ${path}`);
    written.add(path);
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    write(target, await render());
  }
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
