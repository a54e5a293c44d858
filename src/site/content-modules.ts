import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "../model/reports/fault.ts";
import { judgedBody } from "../read/entry.ts";

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

/**
 * MDX of the portal's folder as modules, a loader for each entry by its slug. A module is the body that the judge has
 * read, never the file: two readings of one file would differ where a stranger wants them to. An entry the judge has
 * refused, or any other MDX, stops the build.
 */
export function contentModules(root: string) {
  const slugsOf = (kind: string): string[] => {
    const folder = join(root, "content", kind);
    return existsSync(folder)
      ? readdirSync(folder)
          .flatMap((name) => (name.endsWith(".mdx") ? [name.slice(0, -".mdx".length)] : []))
          .sort()
      : [];
  };
  const loaderOf = (kind: string, slug: string): string =>
    `${JSON.stringify(slug)}: () => import(${JSON.stringify(`${shelf}${kind}/${slug}.mdx`)})`;
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
        return kinds
          .map(
            (kind) =>
              `export const ${kind} = {${slugsOf(kind).map((slug) => loaderOf(kind, slug))}};`,
          )
          .join("\n");
      if (!/\.mdx(\?|$)/.test(id)) return undefined;
      const [, kind = "", slug] = /^\/portal-content\/([a-z]+)\/([^/?]+)\.mdx$/.exec(id) ?? [];
      if (slug === undefined)
        throw new Fault(`Файл ${id} не є новиною чи дашбордом порталу: його не збирають.`);
      const file = `content/${kind}/${slug}.mdx`;
      const path = join(root, file);
      if (!lstatSync(path).isFile())
        throw new Fault(`${file} — не звичайний файл: його не збирають.`);
      return judgedBody(slug, file, readFileSync(path));
    },
  };
}
