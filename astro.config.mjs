import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { parse } from "yaml";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(process.env.PORTAL_ROOT ?? here);
const site = new URL(parse(readFileSync(join(root, "data/portal.yaml"), "utf8")).site);
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
