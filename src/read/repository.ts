import type { History, Repository } from "../model/repository.ts";
import type { Tree } from "../model/tree.ts";
import { readAnew } from "./disk/readings.ts";
import { parseEntry } from "./entry/entry.ts";
import { type Readers, readRepositoryWith } from "./repository-with.ts";
import { parseSource } from "./source.ts";

/** Every file people wrote → typed values that remember their places, all read anew where nothing was read before. */
export const readRepository = (
  tree: Tree,
  history?: History,
  { table = readAnew, source = parseSource, fetched }: Partial<Omit<Readers, "entry">> = {},
): Repository =>
  readRepositoryWith(
    { table, source, entry: parseEntry, ...(fetched ? { fetched } : {}) },
    tree,
    history,
  );
