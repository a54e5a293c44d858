import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { judgedBody } from "./src/read/entry.ts";
import { readPortal } from "./src/read/portal.ts";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(process.env.PORTAL_ROOT ?? here);
const site = new URL(readPortal(root).site);
const content = join(root, "content");
const prefix = "virtual:portal-content";
const kinds = ["news", "dashboards"];

/** MDX of the portal's folder, wherever it lies: an import for each entry, resolved as if it were in this project. */
const portalContent = {
  name: "portal-content",
  enforce: "pre",
  resolveId(id, importer, options) {
    if (id === prefix) return `\0${prefix}`;
    if (importer?.startsWith(content) && !id.startsWith(".") && !id.startsWith("/"))
      return this.resolve(id, join(here, "src/site.ts"), { ...options, skipSelf: true });
  },
  load(id) {
    // The body the judge has read, not the file: two readings of one file would differ where a stranger wants them to.
    if (id.startsWith(`${content}${sep}`) && id.endsWith(".mdx"))
      return judgedBody(basename(id, ".mdx"), relative(root, id), readFileSync(id));
    if (id !== `\0${prefix}`) return;
    return kinds
      .map((kind) => {
        const folder = join(content, kind);
        const names = existsSync(folder)
          ? readdirSync(folder)
              .filter((name) => name.endsWith(".mdx"))
              .sort()
          : [];
        const entries = names.map(
          (name) =>
            `${JSON.stringify(name.slice(0, -4))}: () => import(${JSON.stringify(join(folder, name))})`,
        );
        return `export const ${kind} = {${entries.join(",")}};`;
      })
      .join("\n");
  },
};

/** Parts of SQLite's package that keep databases on disk: never asked for here. */
const withoutDiskDatabases = {
  name: "without-disk-databases",
  generateBundle(_, bundle) {
    for (const name of Object.keys(bundle))
      if (/sqlite3-(worker1|opfs-async-proxy)/.test(name)) delete bundle[name];
  },
};

export default defineConfig({
  root: here,
  site: site.origin,
  base: site.pathname,
  output: "static",
  trailingSlash: "ignore",
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [mdx({ syntaxHighlight: false })],
  build: { inlineStylesheets: "never", format: "directory" },
  vite: {
    plugins: [portalContent, withoutDiskDatabases],
    // Nothing inlined into pages: a strict content security policy can then be held.
    build: { assetsInlineLimit: 0 },
    // A worker fetches what it seldom needs only when it needs it.
    worker: { format: "es" },
  },
});
