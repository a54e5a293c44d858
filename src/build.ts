import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { build } from "astro";
import * as pagefind from "pagefind";
import type { Catalogue } from "./model/catalogue.ts";
import { closeKey, toSearchRecords } from "./search/records.ts";

const project = resolve(import.meta.dirname, "..");

/**
 * A catalogue without errors → the site's files in `out`. Built in a folder beside it and swapped in at the end,
 * so that a build that fails leaves the last good site as it was.
 */
export async function buildSite(options: {
  root: string;
  out: string;
  today: string;
  catalogue: Catalogue;
}): Promise<void> {
  const { root, out, today, catalogue } = options;
  const fresh = join(dirname(out), `.${basename(out)}-new-${process.pid}.tmp`);
  const old = join(dirname(out), `.${basename(out)}-old-${process.pid}.tmp`);
  process.env.PORTAL_ROOT = root;
  process.env.PORTAL_DATE = today;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    // The site has another folder of its own for caches: two builds at once must not share one.
    const cacheDir = join(fresh, ".cache");
    await build({ root: project, outDir: join(fresh, "site"), cacheDir, logLevel: "warn" });
    await writeSearchIndex(catalogue, join(fresh, "site"));
    if (existsSync(out)) renameSync(out, old);
    try {
      renameSync(join(fresh, "site"), out);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
      cpSync(join(fresh, "site"), out, { recursive: true });
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

async function writeSearchIndex(catalogue: Catalogue, site: string): Promise<void> {
  const records = toSearchRecords(catalogue);
  const { index } = await pagefind.createIndex({ forceLanguage: "uk" });
  if (!index) throw new Error("Pagefind gave no index.");
  for (const { path, kind, title, description, keys } of records) {
    const { errors } = await index.addCustomRecord({
      url: path,
      content: keys.map(closeKey).join(" "),
      language: "uk",
      // Encoded, because Pagefind indexes the words of meta too: whole forms beside keys would blur both.
      meta: {
        shown: encodeURIComponent(
          JSON.stringify({
            path,
            kind,
            title: title.uk,
            description: description.uk.slice(0, 240),
            ...(title.en ? { titleEn: title.en } : {}),
            ...(description.en ? { descriptionEn: description.en.slice(0, 240) } : {}),
          }),
        ),
      },
    });
    if (errors.length > 0) throw new Error(errors.join("; "));
  }
  // Written here, not by Pagefind: without its ready-made interfaces, and every file whole before the build goes on.
  const { files, errors } = await index.getFiles();
  if (errors.length > 0) throw new Error(errors.join("; "));
  for (const { path, content } of files) {
    if (/pagefind-(ui|modular-ui|component-ui|highlight)\./.test(path)) continue;
    const target = join(site, "search-index", path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  await pagefind.close();
  const keys = [...new Set(records.flatMap((record) => record.keys))].filter(
    (key) => key.length > 2 && !/\d/.test(key),
  );
  writeFileSync(join(site, "search-index", "keys.json"), JSON.stringify(keys.sort()));
}
