import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { Fault } from "./src/model/reports/fault.ts";
import { grammar } from "./src/read/content.ts";
import { readPortal } from "./src/read/portal.ts";
import { contentModules } from "./src/site/content-modules.ts";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(process.env.PORTAL_ROOT ?? here);
const portal = readPortal(root);
if (!portal) throw new Fault(`У теці ${root} немає файлу data/portal.yaml: це не тека порталу.`);
const site = new URL(portal.site);

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
  srcDir: "./src/web",
  site: site.origin,
  base: site.pathname,
  output: "static",
  trailingSlash: "ignore",
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [mdx({ syntaxHighlight: false, ...grammar })],
  build: { inlineStylesheets: "never", format: "directory" },
  vite: {
    plugins: [contentModules(root), withoutDiskDatabases],
    // Nothing inlined into pages: a strict content security policy can then be held.
    build: { assetsInlineLimit: 0 },
    // A worker fetches what it seldom needs only when it needs it.
    worker: { format: "es" },
  },
});
