import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Fault } from "../../model/reports/fault.ts";
import { judgedBody } from "../../read/entry/entry.ts";

const index = "virtual:portal-content";
const kinds = ["news", "dashboards"];
/** Imports of compiled entries (the JSX runtime) are found as if this file had asked for them. */
const asker = import.meta.filename;
/** Where entries seem to stand: no such folder is, so nobody can read the files themselves by these names. */
const shelf = "/portal-content/";

/** What Vite gives a plugin to find modules with. */
type Finder = {
  resolve(id: string, importer: string, options: object): Promise<{ id: string } | null>;
};

/** What the judge has read of every news post and dashboard of the portal's folder, by its name on the shelf. */
export function judgedBodies(root: string): Map<string, string> {
  const bodies = new Map<string, string>();
  for (const kind of kinds) {
    const folder = join(root, "content", kind);
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder).sort()) {
      if (!name.endsWith(".mdx")) continue;
      const file = `content/${kind}/${name}`;
      const path = join(root, file);
      if (!lstatSync(path).isFile())
        throw new Fault(`${file} — не звичайний файл: його не збирають.`);
      const body = judgedBody(name.slice(0, -".mdx".length), file, readFileSync(path));
      bodies.set(`${shelf}${kind}/${name}`, body);
    }
  }
  return bodies;
}

/**
 * Bodies of entries as modules, a loader for each by its slug. A module is the body that the judge has read, never the
 * file: two readings of one file would differ where a stranger wants them to. Any other MDX stops the build.
 */
export function contentModules(bodies: ReadonlyMap<string, string>) {
  const loadersOf = (kind: string): string =>
    [...bodies.keys()]
      .filter((id) => id.startsWith(`${shelf}${kind}/`))
      .map((id) => `${JSON.stringify(basename(id, ".mdx"))}: () => import(${JSON.stringify(id)})`)
      .join(",");
  return {
    name: "portal-content",
    enforce: "pre" as const,
    resolveId(this: Finder, id: string, importer: string | undefined, options: object) {
      if (id === index) return `\0${index}`;
      if (id.startsWith(shelf)) return id;
      if (importer?.startsWith(shelf))
        return this.resolve(id, asker, { ...options, skipSelf: true });
      return undefined;
    },
    load(id: string): string | undefined {
      if (id === `\0${index}`)
        return kinds.map((kind) => `export const ${kind} = {${loadersOf(kind)}};`).join("\n");
      if (!/\.mdx(\?|$)/.test(id)) return undefined;
      const body = bodies.get(id);
      if (body === undefined)
        throw new Fault(`Файл ${id} не є новиною чи дашбордом порталу: його не збирають.`);
      return body;
    },
  };
}
