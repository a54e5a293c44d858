import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/** Which rooms a room may import from; data flows down, imports point up. */
const layers: Record<string, { rooms: string[]; packages: RegExp }> = {
  model: { rooms: ["schemas", "vocabularies"], packages: /^$/ },
  vocabularies: { rooms: [], packages: /^$/ },
  schemas: { rooms: ["vocabularies"], packages: /^zod$/ },
  read: {
    rooms: ["model", "schemas", "table"],
    packages: /^(node:|jsonld$|n3$|yaml$|zod$|satteri$)/,
  },
  table: {
    rooms: ["model", "schemas", "vocabularies"],
    packages: /^(@e965\/xlsx|csv-parse|fflate|re2js)/,
  },
  rules: {
    rooms: ["model", "schemas", "vocabularies", "table"],
    packages: /^fastest-levenshtein$/,
  },
  measures: { rooms: ["catalogue", "model", "schemas", "vocabularies"], packages: /^$/ },
  catalogue: {
    rooms: ["model", "schemas", "vocabularies", "table", "measures"],
    packages: /^node:crypto$/,
  },
  ckan: {
    rooms: ["inspection", "model", "outputs", "remote", "schemas", "vocabularies", "table"],
    packages: /^yaml$/,
  },
  checks: { rooms: ["ckan", "model", "outputs", "remote", "schemas"], packages: /^$/ },
  github: {
    rooms: ["measures", "model", "remote", "schemas", "table", "vocabularies"],
    packages: /^(yaml|zod)$/,
  },
  compare: { rooms: ["model", "rules", "schemas", "table"], packages: /^daff$/ },
  search: { rooms: ["model", "table", "vocabularies"], packages: /^$/ },
  outputs: {
    rooms: [
      "catalogue",
      "ckan",
      "compare",
      "explore",
      "i18n",
      "measures",
      "model",
      "narrow",
      "schemas",
      "table",
      "vocabularies",
    ],
    packages: /^(fflate|hucre|hyparquet-writer|n3|uuid)$/,
  },
  explore: {
    rooms: ["i18n", "model", "schemas", "search", "table"],
    packages: /^(csv-parse|hucre|hyparquet)/,
  },
  i18n: { rooms: [], packages: /^$/ },
  narrow: { rooms: [], packages: /^$/ },
  draw: { rooms: ["model"], packages: /^(node:|@resvg\/resvg-wasm$|fontkitten$)/ },
  audit: { rooms: [], packages: /^node:zlib$/ },
  client: {
    rooms: ["explore", "i18n", "inspection", "model", "narrow", "outputs", "search", "table"],
    packages:
      /^(@sqlite\.org\/sqlite-wasm$|chart\.js|csv-parse|fastest-levenshtein|geojson|leaflet|supercluster)/,
  },
  components: {
    rooms: [
      "explore",
      "model",
      "measures",
      "i18n",
      "outputs",
      "vocabularies",
      "client",
      "table",
      "site",
    ],
    packages: /^$/,
  },
  layouts: {
    rooms: ["client", "components", "i18n", "model", "outputs", "site"],
    packages: /^@fontsource-variable\/geologica\//,
  },
  pages: {
    rooms: [
      "catalogue",
      "components",
      "draw",
      "layouts",
      "i18n",
      "measures",
      "model",
      "outputs",
      "rules",
      "schemas",
      "vocabularies",
      "client",
      "site",
    ],
    packages: /^virtual:portal-content$/,
  },
  fixtures: {
    rooms: [
      "catalogue",
      "compare",
      "inspection",
      "model",
      "outputs",
      "read",
      "rules",
      "schemas",
      "table",
      "vocabularies",
    ],
    packages: /./,
  },
  inspection: {
    rooms: ["model", "rules", "schemas", "table", "vocabularies"],
    packages: /^$/,
  },
  "audit-import": { rooms: ["inspection", "model", "table"], packages: /^$/ },
  site: {
    rooms: [
      "catalogue",
      "i18n",
      "model",
      "portal",
      "schemas",
      "read",
      "timeline",
      "verify",
      "versions",
    ],
    packages: /^$/,
  },
  versions: { rooms: ["compare", "model", "read", "table"], packages: /^node:crypto$/ },
  review: {
    rooms: ["compare", "measures", "model", "outputs", "portal", "read"],
    packages: /^node:/,
  },
  timeline: { rooms: ["measures", "model", "portal", "read"], packages: /^node:crypto$/ },
  portal: { rooms: ["catalogue", "model", "outputs", "read", "rules", "table"], packages: /^$/ },
  build: { rooms: ["archive", "model", "read", "search"], packages: /^(node:|astro$|pagefind$)/ },
  "content-modules": { rooms: ["model", "read"], packages: /^node:/ },
  archive: { rooms: ["model", "outputs"], packages: /^(node:|fflate$)/ },
  verify: { rooms: ["schemas"], packages: /^node:crypto$/ },
  remote: { rooms: [], packages: /^node:/ },
  faults: { rooms: ["fixtures"], packages: /^node:/ },
  virtual: { rooms: [], packages: /^$/ },
};

const specifiers =
  /^\s*(?:import|export)\s[^;=]*?from\s+["']([^"']+)["']|^\s*import\s+["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;
const roomOf = (path: string) => (path.split("/")[0] ?? "").replace(/\.(d\.)?ts$/, "");

test("imports point up: every file imports only what its room may", () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\.(ts|astro)$/.test(file) && !file.endsWith(".test.ts"));
  const wrong = files.flatMap((file) => {
    const room = roomOf(file);
    const allowed = layers[room];
    if (!allowed) return [`${file}: the room "${room}" is not in the table`];
    const text = readFileSync(join(import.meta.dirname, file), "utf8");
    return [...text.matchAll(specifiers)].flatMap(([, from, alone, called]) => {
      const specifier = from ?? alone ?? called ?? "";
      if (!specifier.startsWith("."))
        return allowed.packages.test(specifier) ? [] : [`${file} imports ${specifier}`];
      // A guide for people who work on GitHub may be shown on a page as well.
      if (room === "pages" && /\/\.github\/[a-z]+\.md$/.test(specifier)) return [];
      const target = roomOf(normalize(join(dirname(file), specifier)));
      return target === room || allowed.rooms.includes(target)
        ? []
        : [`${file} imports ${specifier}`];
    });
  });
  expect(wrong).toEqual([]);
});
