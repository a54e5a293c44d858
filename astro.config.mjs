import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { grammar } from "./src/read/entry/content.ts";
import { typesetBodies } from "./src/site/pages/typeset-bodies.ts";

/** Parts of SQLite's package that keep databases on disk: never asked for here. */
const withoutDiskDatabases = {
  name: "without-disk-databases",
  generateBundle(_, bundle) {
    for (const name of Object.keys(bundle))
      if (/sqlite3-(worker1|opfs-async-proxy)/.test(name)) delete bundle[name];
  },
};

/**
 * Modules of scripts that come in one file: on a slow line every file more costs a round trip. What nearly every page
 * with a list or a form needs; what brings words to keys; what understands a query and shows what is found. The search
 * page has all of it in one file of its own (src/find/browser/search-program.ts).
 */
const scriptFiles = [
  {
    name: "find",
    test: /src\/find\/(browser\/(told|search|index-files)\.ts|query\/(everyday|parse-query|word-keys)|synonyms|head)/,
  },
  { name: "keys", test: /src\/find\/(keys|verbs)\.ts|src\/table\/address\/street\.ts/ },
  {
    name: "dom",
    test: /src\/find\/(words|browser\/(dom|bound-file))\.ts|(i18n\/plural|model\/once)\.ts|vite\/preload-helper/,
  },
].map((group, at) => ({ ...group, priority: at }));

/** How pages are made; which portal they are of, the build says (src/site/build.ts). */
export default defineConfig({
  srcDir: "./src/web",
  output: "static",
  trailingSlash: "ignore",
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [mdx({ syntaxHighlight: false, ...grammar }), typesetBodies],
  build: { inlineStylesheets: "never", format: "directory" },
  vite: {
    plugins: [withoutDiskDatabases],
    // Nothing inlined into pages: a strict content security policy can then be held.
    build: { assetsInlineLimit: 0 },
    environments: {
      client: {
        build: { rolldownOptions: { output: { codeSplitting: { groups: scriptFiles } } } },
      },
    },
    // A worker fetches what it seldom needs only when it needs it.
    worker: { format: "es" },
  },
});
