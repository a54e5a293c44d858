import type { Dataset } from "../../model/catalogue.ts";
import { grouped } from "../lookups.ts";
import { compare } from "../values.ts";

const shown = 4;
/** A keyword or theme that more sets have says little of any two of them. */
const telling = 200;

/** Published sets by what they can share with another: keywords, themes. */
export function sharedBy(datasets: readonly Dataset[]): ReadonlyMap<string, Dataset[]> {
  const groups = grouped(datasets, ({ keywords, themes }) => [...keywords.uk, ...themes]);
  for (const [key, sets] of groups) groups.set(key, sets.slice(0, telling));
  return groups;
}

/** Ids of the sets that share most keywords and themes with this one, the nearest first. */
export function relatedTo(dataset: Dataset, index: ReadonlyMap<string, Dataset[]>): string[] {
  const scores = new Map<string, number>();
  const count = (keys: readonly string[], points: number) => {
    for (const key of keys)
      for (const { id } of index.get(key) ?? []) scores.set(id, (scores.get(id) ?? 0) + points);
  };
  count(dataset.keywords.uk, 3);
  count(dataset.themes, 1);
  scores.delete(dataset.id);
  const nearest: [id: string, score: number][] = [];
  for (const [id, score] of scores) {
    // Of hundreds only the first few are kept: to sort them all for each set is what would take long.
    const place = nearest.findIndex(
      ([other, theirs]) => score > theirs || (score === theirs && compare(id, other) < 0),
    );
    if (place >= 0) nearest.splice(place, 0, [id, score]);
    else if (nearest.length < shown) nearest.push([id, score]);
    if (nearest.length > shown) nearest.pop();
  }
  return nearest.map(([id]) => id);
}
