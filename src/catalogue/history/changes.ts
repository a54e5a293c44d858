import type { Change } from "../../model/catalogue.ts";
import type { Repository } from "../../model/repository.ts";
import { compare, momentOf } from "../values.ts";

/** Every commit that touched a file of a dataset's folder, by dataset, newest first; files that have gone since included. */
export function changesByDataset({ commits }: Repository["history"]): Map<string, Change[]> {
  const found = new Map<string, Map<string, Change & { time: number }>>();
  for (const [path, list] of commits) {
    const [, id, file] = /^data\/datasets\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (id === undefined || file === undefined) continue;
    const changes = found.get(id) ?? new Map<string, Change & { time: number }>();
    found.set(id, changes);
    for (const commit of list) {
      const { hash, time } = commit;
      const change = changes.get(hash) ?? {
        hash,
        date: momentOf(commit),
        files: [],
        time,
      };
      change.files.push(file);
      changes.set(hash, change);
    }
  }
  return new Map(
    [...found].map(([id, changes]) => [
      id,
      [...changes.values()]
        .sort((a, b) => b.time - a.time || compare(a.hash, b.hash))
        .map(({ time: _, files, ...change }) => ({ ...change, files: files.sort() })),
    ]),
  );
}
