import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { build } from "astro";
import * as pagefind from "pagefind";
import { closeKey, type SearchRecord, toSearchRecords } from "../find/records.ts";
import { suggestionFiles } from "../find/suggestions.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { Repository } from "../model/repository.ts";
import { clearLeftovers, waysOf } from "../read/disk/leftovers.ts";
import { checkReplaceable } from "../read/disk/replaceable.ts";
import { readHead } from "../read/git/history.ts";
import { archiveName, writeArchive } from "./archive.ts";

const project = resolve(import.meta.dirname, "../..");

/** What stops a build is thrown and told once, by the command; Astro would tell it too, in English, with its stack. */
const logLevel = process.env.PORTAL_DEBUG === "1" ? "warn" : "silent";

/**
 * A catalogue without errors → the site's files in `out`. Built in a folder beside it and swapped in at the end,
 * so that a build that fails leaves the last good site as it was.
 */
export async function buildSite(options: {
  root: string;
  out: string;
  today: string;
  catalogue: Catalogue;
  repository: Repository;
}): Promise<void> {
  const { root, out, today, catalogue, repository } = options;
  // Astro keeps what it renders pages with beside the site only where that lies in this folder; elsewhere in one place
  // for all, where two builds at once would take it from each other.
  const { work, fresh, last } = waysOf(out, project, process.pid);
  const made = join(work, "site");
  checkReplaceable(out, { root, project });
  clearLeftovers(out, project);
  process.env.PORTAL_ROOT = root;
  process.env.PORTAL_DATE = today;
  // Asked before the work: a repository that cannot say what it is at is told at once, not by a page.
  const commit = readHead(root)?.commit;
  mkdirSync(dirname(work), { recursive: true });
  // Not with its parents: of a disk that is read-only Node would then say that the folder is not there.
  mkdirSync(work);
  mkdirSync(dirname(out), { recursive: true });
  try {
    await build({ root: project, outDir: made, cacheDir: join(work, "cache"), logLevel });
    writeArchive(join(made, archiveName), catalogue, repository, commit);
    await writeSearchIndex(catalogue, repository, made);
    move(made, fresh);
    // Looked at again: the build took its time, and somebody may have put something there.
    checkReplaceable(out, { root, project });
    if (existsSync(out)) renameSync(out, last);
    try {
      renameSync(fresh, out);
    } catch (error) {
      if (existsSync(last)) renameSync(last, out);
      throw error;
    }
  } finally {
    for (const path of [work, fresh, last]) rmSync(path, { recursive: true, force: true });
  }
}

/** A folder to another place, which may be another disk's. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    // The filter makes Node copy file by file: its other way calls a full disk a broken one.
    cpSync(from, to, { recursive: true, filter: () => true });
  }
}

async function writeSearchIndex(
  catalogue: Catalogue,
  repository: Repository,
  site: string,
): Promise<void> {
  const records = toSearchRecords(catalogue, repository.datasets);
  const { index } = await pagefind.createIndex({ forceLanguage: "uk" });
  if (!index) throw new Error("Pagefind gave no index.");
  for (const { path, kind, title, description, keys } of records) {
    const { errors } = await index.addCustomRecord({
      url: path,
      content: keys.map(closeKey).join(" "),
      language: "uk",
      // Encoded as one word, because Pagefind indexes the words of meta too: they would blur the keys.
      meta: {
        shown: oneWord(
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
  const places = new Map(records.map(({ path }, place) => [path, place]));
  const ids: string[] = [];
  for (const { path, content } of files) {
    const id = /fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    if (id !== undefined) ids[places.get(urlOf(content)) ?? -1] = id;
    if (/pagefind-(ui|modular-ui|component-ui|highlight)\./.test(path)) continue;
    const target = join(site, "search-index", path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  await pagefind.close();
  writeFileSync(join(site, "search-index", "records.json"), JSON.stringify(ids));
  writeSuggestions(catalogue, records, site);
  const keys = [...new Set(records.flatMap((record) => record.keys))].filter(
    (key) => key.length > 2 && !/\d/.test(key),
  );
  writeFileSync(join(site, "search-index", "keys.json"), JSON.stringify(keys.sort()));
}

/** A text as one word nobody looks for; the search page reads it back. */
const oneWord = (text: string): string => `x${Buffer.from(text).toString("hex")}`;

/** The address a fragment of Pagefind's index is of: gzip, a mark, JSON. */
function urlOf(fragment: Uint8Array): string {
  const text = gunzipSync(fragment).toString();
  return JSON.parse(text.slice(text.indexOf("{"))).url;
}

/** What the search field offers while someone types: names of sets, publishers and news, by their first letters. */
function writeSuggestions(catalogue: Catalogue, records: SearchRecord[], site: string): void {
  const keywords = new Map(
    catalogue.datasets.map(({ id, keywords: { uk, en } }) => [`/dataset/${id}/`, [...uk, ...en]]),
  );
  const things = records
    .filter(({ kind }) => kind !== "rows")
    .map(({ path, kind, title: { uk: title, en } }) => ({
      title,
      kind,
      ...(en ? { titleEn: en } : {}),
      path,
      texts: [title, en ?? "", ...(keywords.get(path) ?? [])],
    }));
  const folder = join(site, "search-index", "suggest");
  mkdirSync(folder, { recursive: true });
  for (const [file, suggestions] of suggestionFiles(things))
    writeFileSync(join(folder, `${file}.json`), JSON.stringify(suggestions));
}
