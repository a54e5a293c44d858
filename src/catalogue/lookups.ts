import { type Catalogue, type Dataset, published } from "../model/catalogue.ts";
import { once } from "../model/once.ts";

type Sets = Pick<Catalogue, "datasets">;

/** Every set by its id, withdrawn ones too. */
export const datasetsById = once(
  ({ datasets }: Sets): ReadonlyMap<string, Dataset> =>
    new Map(datasets.map((dataset) => [dataset.id, dataset])),
);

/** Publishers by id. */
export const publishersById = once(
  ({
    publishers,
  }: Pick<Catalogue, "publishers">): ReadonlyMap<string, Catalogue["publishers"][number]> =>
    new Map(publishers.map((publisher) => [publisher.id, publisher])),
);

/** Published sets by the id of their publisher. */
export const setsByPublisher = once(
  (catalogue: Sets): ReadonlyMap<string, Dataset[]> =>
    Map.groupBy(published(catalogue), ({ publisher }) => publisher.id),
);

/** Published sets by each code of the mandated list they answer to. */
export const setsByMandate = once(
  (catalogue: Sets): ReadonlyMap<string, Dataset[]> =>
    grouped(published(catalogue), ({ passport }) => passport.mandated),
);

/** Every set by each official structure a file of its follows. */
export const setsByStructure = once(
  ({ datasets }: Sets): ReadonlyMap<string, Dataset[]> =>
    grouped(datasets, ({ passport }) =>
      passport.resources.flatMap(({ structure }) => structure ?? []),
    ),
);

/** Things by each of their keys, in their own order; a key named twice counts once. */
export function grouped<T>(
  things: readonly T[],
  keysOf: (thing: T) => readonly string[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things)
    for (const key of new Set(keysOf(thing))) {
      const group = groups.get(key);
      if (group) group.push(thing);
      else groups.set(key, [thing]);
    }
  return groups;
}
