import { gunzipSync } from "node:zlib";
import * as pagefind from "pagefind";
import { measureCoverage } from "../catalogue/measures/quality/coverage.ts";
import { headOf, knownWords, shownOf } from "../find/head.ts";
import { closeKey, keptKeysOf } from "../find/keys.ts";
import { type MissingSet, type SearchRecord, toSearchRecords } from "../find/records.ts";
import { streetIndexOf } from "../find/street/street-index.ts";
import { suggestionFiles } from "../find/suggestions.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { Repository } from "../model/repository.ts";

/** Records that Pagefind is given at once. It takes them one after another; to wait for the answer to each takes longer. */
const together = 100;

/** Files of the search's index, by their names in its folder: Pagefind's, and what the search field offers. */
export async function searchIndexOf(
  catalogue: Catalogue,
  repository: Repository,
): Promise<Map<string, string | Uint8Array>> {
  const made = new Map<string, string | Uint8Array>();
  const records = toSearchRecords(catalogue, repository.datasets, missingSets(catalogue));
  const { index } = await pagefind.createIndex({ forceLanguage: "uk" });
  if (!index) throw new Error("Pagefind gave no index.");
  for (let at = 0; at < records.length; at += together) {
    const some = records
      .slice(at, at + together)
      .map((record) => index.addCustomRecord(toPagefind(record)));
    for (const { errors } of await Promise.all(some))
      if (errors.length > 0) throw new Error(errors.join("; "));
  }
  // Taken, not written by Pagefind: without its ready-made interfaces, and every file whole before the build goes on.
  const { files, errors } = await index.getFiles();
  if (errors.length > 0) throw new Error(errors.join("; "));
  const places = new Map(records.map(({ path }, place) => [path, place]));
  const ids: string[] = [];
  for (const { path, content } of files) {
    const id = /fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    if (id !== undefined) ids[places.get(urlOf(content)) ?? -1] = id;
    if (/pagefind-(ui|modular-ui|component-ui|highlight)\./.test(path)) continue;
    made.set(path, content);
  }
  await pagefind.close();
  made.set("records.json", JSON.stringify(ids));
  for (const [name, suggestions] of suggestionFiles(thingsOf(catalogue, records)))
    made.set(`suggest/${name}.json`, JSON.stringify(suggestions));
  for (const [name, streets] of streetIndexOf(catalogue, repository.datasets))
    made.set(name, streets);
  made.set("head.json", JSON.stringify(headOf(records)));
  made.set("words.json", JSON.stringify(knownWords(records).join(" ")));
  return made;
}

const toPagefind = (record: SearchRecord) => ({
  url: record.path,
  content: record.words.flatMap(keptKeysOf).map(closeKey).join(" "),
  language: "uk",
  // Encoded as one word, because Pagefind indexes the words of meta too: they would blur the keys.
  meta: { shown: oneWord(JSON.stringify(shownOf(record))) },
});

/** Mandated sets that the council has not published, each with who has to: the council where nobody else is named. */
const missingSets = (catalogue: Catalogue): MissingSet[] =>
  measureCoverage(catalogue)
    .filter(({ state }) => state === "missing")
    .map(({ code, title }) => ({ code, title, publisher: catalogue.publisher.name.uk }));

/** A text as one word nobody looks for; the search page reads it back. */
const oneWord = (text: string): string => `x${Buffer.from(text).toString("hex")}`;

/** The address a fragment of Pagefind's index is of: gzip, a mark, JSON. */
function urlOf(fragment: Uint8Array): string {
  const text = gunzipSync(fragment).toString();
  return JSON.parse(text.slice(text.indexOf("{"))).url;
}

/** What the search field offers while someone types: names of sets, publishers and news, by their first letters. */
function thingsOf(catalogue: Catalogue, records: SearchRecord[]) {
  const keywords = new Map(
    catalogue.datasets.map(({ id, keywords: { uk, en } }) => [`/dataset/${id}/`, [...uk, ...en]]),
  );
  return records
    .filter(({ kind }) => kind !== "rows" && kind !== "missing")
    .map(({ path, kind, title: { uk: title, en } }) => ({
      title,
      kind,
      ...(en ? { titleEn: en } : {}),
      path,
      texts: [title, en ?? "", ...(keywords.get(path) ?? [])],
    }));
}
