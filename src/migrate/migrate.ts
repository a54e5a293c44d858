import { Fault } from "../model/reports/fault.ts";
import { largestText, type Tree, textOf, treeOf } from "../model/tree.ts";
import { versionOf } from "../read/schema-version.ts";
import { schemaVersion } from "../schemas/data/schema-version.ts";
import { withVersion } from "./descriptor.ts";
import type { Step } from "./step.ts";
import { steps } from "./steps/index.ts";

const portalFile = "data/portal.yaml";

/** A file that steps rewrite: as it is, and as it becomes. */
export type Rewritten = { path: string; before: string; after: string };

/** Steps between two versions, in the order they are taken. */
export const stepsBetween = (from: number, to: number): readonly Step[] =>
  from < to
    ? steps.filter(({ version }) => version > from && version <= to)
    : steps.filter(({ version }) => version > to && version <= from).toReversed();

/** The version of the schemas a portal is described by; undefined where it has no descriptor that could say. */
export function versionOfTree(tree: Tree): number | undefined {
  const file = tree.get(portalFile);
  return file?.kind === "file" && file.size <= largestText ? versionOf(textOf(file)) : undefined;
}

/**
 * The files of a portal that another version of the schemas has otherwise. The descriptor, which names the version, comes
 * last: a portal whose rewriting was interrupted is of the old version still, and is rewritten again.
 * @param to the version that is wanted: above or below the portal's own
 */
export function migrate(tree: Tree, to: number = schemaVersion): Rewritten[] {
  const from = versionOfTree(tree);
  if (from === undefined || from === to) return [];
  const way = stepsBetween(from, to);
  const direction = from < to ? "up" : "down";
  const paths = [...tree.keys()].filter((path) => path !== portalFile);
  return [...paths, portalFile].flatMap((path) => {
    const taken = way.filter(({ files }) => files.test(path));
    const file = tree.get(path);
    if (file?.kind !== "file" || (taken.length === 0 && path !== portalFile)) return [];
    const before = textOf(file);
    const rewritten = taken.reduce((text, step) => step[direction](text), before);
    const after = path === portalFile ? withVersion(rewritten, to) : rewritten;
    return after === before ? [] : [{ path, before, after }];
  });
}

/**
 * A portal as the engine reads it: an older one with its files rewritten, in memory alone. For what history keeps. One
 * that cannot be rewritten stays as it is: rules tell what is wrong with it.
 */
export function upToDate(tree: Tree): Tree {
  const version = versionOfTree(tree);
  if (version === undefined || version >= schemaVersion) return tree;
  try {
    const rewritten = migrate(tree).map(({ path, after }) => [path, after]);
    return new Map([...tree, ...treeOf(Object.fromEntries(rewritten))]);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return tree;
  }
}
