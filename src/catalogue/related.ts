import type { Dataset } from "../model/catalogue.ts";
import { compare } from "./values.ts";

const relatedSets = 4;
/** A keyword or theme that more sets have says little of any two of them. */
const telling = 200;

/** Sets by what they can share with another: keywords, themes. */
export function sharedBy(datasets: readonly Dataset[]): Map<string, Dataset[]> {
  const index = new Map<string, Dataset[]>();
  for (const dataset of datasets) {
    if (dataset.passport.status !== "active") continue;
    for (const key of [...dataset.keywords.uk, ...dataset.themes]) {
      const list = index.get(key);
      if (!list) index.set(key, [dataset]);
      else if (list.length < telling) list.push(dataset);
    }
  }
  return index;
}

/** Sets that share most keywords and themes with this one. */
export function relatedTo(dataset: Dataset, index: ReadonlyMap<string, Dataset[]>): string[] {
  const scores = new Map<string, number>();
  const count = (keys: readonly string[], points: number) => {
    for (const key of keys)
      for (const { id } of index.get(key) ?? []) scores.set(id, (scores.get(id) ?? 0) + points);
  };
  count(dataset.keywords.uk, 3);
  count(dataset.themes, 1);
  scores.delete(dataset.id);
  return [...scores]
    .sort(([a, more], [b, less]) => less - more || compare(a, b))
    .slice(0, relatedSets)
    .map(([id]) => id);
}
