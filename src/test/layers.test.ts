import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { expect, test } from "vitest";

/** Which rooms a room may import from; data flows down, imports point up. */
const layers: Record<string, { rooms: string[]; packages: RegExp }> = {
  vocabularies: { rooms: [], packages: /^$/ },
  i18n: { rooms: [], packages: /^$/ },
  schemas: { rooms: ["vocabularies"], packages: /^zod$/ },
  model: { rooms: ["schemas", "vocabularies"], packages: /^$/ },
  table: {
    rooms: ["model", "schemas", "vocabularies"],
    packages: /^(@e965\/xlsx|csv-parse|fflate|re2js)/,
  },
  read: {
    rooms: ["model", "schemas", "table"],
    packages: /^(node:|jsonld$|n3$|yaml$|zod$|satteri$)/,
  },
  migrate: { rooms: ["model", "read", "schemas"], packages: /^yaml$/ },
  rules: {
    rooms: ["model", "schemas", "table", "vocabularies"],
    packages: /^fastest-levenshtein$/,
  },
  catalogue: { rooms: ["model", "schemas", "table", "vocabularies"], packages: /^$/ },
  find: { rooms: ["i18n", "model", "table", "vocabularies"], packages: /^$/ },
  explore: {
    rooms: ["find", "i18n", "model", "schemas", "table"],
    packages:
      /^(@mapbox\/vector-tile$|@sqlite\.org\/sqlite-wasm$|chart\.js|csv-parse|geojson|hucre|hyparquet|leaflet|pbf$|supercluster)/,
  },
  published: {
    rooms: ["catalogue", "explore", "find", "i18n", "model", "schemas", "table", "vocabularies"],
    packages:
      /^(node:(crypto|zlib)|@maplibre\/(geojson-vt|vt-pbf)|fflate|geojson|hucre|hyparquet-writer|n3|pbf|schema-dts|uuid|yaml)$/,
  },
  inspect: {
    rooms: ["find", "i18n", "model", "published", "rules", "schemas", "table", "vocabularies"],
    packages: /^$/,
  },
  review: {
    rooms: ["i18n", "model", "rules", "schemas", "table", "vocabularies"],
    packages: /^daff\/lib\/core\.js$/,
  },
  remote: {
    rooms: [
      "catalogue",
      "i18n",
      "inspect",
      "model",
      "published",
      "schemas",
      "table",
      "vocabularies",
    ],
    packages: /^(node:|yaml$|zod$)/,
  },
  mcp: {
    rooms: ["explore", "find", "i18n", "remote", "schemas", "vocabularies"],
    packages: /^(node:(crypto|fs\/promises|path)$|@modelcontextprotocol\/server$|zod$)/,
  },
  publish: {
    rooms: [
      "catalogue",
      "explore",
      "find",
      "i18n",
      "inspect",
      "model",
      "published",
      "read",
      "remote",
      "review",
      "rules",
      "schemas",
      "table",
      "vocabularies",
    ],
    packages: /^(fflate|idb-keyval|yaml|zod)$/,
  },
  found: {
    rooms: ["published", "schemas", "table"],
    packages: /^$/,
  },
  site: {
    rooms: [
      "catalogue",
      "find",
      "i18n",
      "migrate",
      "model",
      "published",
      "read",
      "review",
      "rules",
      "schemas",
      "table",
    ],
    packages:
      /^(node:|@resvg\/resvg-wasm$|astro($|\/runtime\/)|fflate$|fontkitten$|pagefind$|satteri$)/,
  },
  web: {
    rooms: [
      "catalogue",
      "explore",
      "find",
      "i18n",
      "inspect",
      "model",
      "publish",
      "published",
      "rules",
      "schemas",
      "site",
      "table",
      "vocabularies",
    ],
    packages: /^(@fontsource-variable\/geologica\/|virtual:portal-content$)/,
  },
  test: {
    rooms: [
      "catalogue",
      "explore",
      "i18n",
      "inspect",
      "model",
      "published",
      "read",
      "remote",
      "review",
      "rules",
      "schemas",
      "table",
      "vocabularies",
    ],
    packages: /./,
  },
};

const specifiers =
  /^\s*(?:import|export)\s[^;=]*?from\s+["']([^"']+)["']|^\s*import\s+["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;
const roomOf = (path: string) => path.split("/")[0] ?? "";
const house = join(import.meta.dirname, "..");

test("imports point up: every file imports only what its room may", () => {
  const files = readdirSync(house, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\.(ts|astro)$/.test(file) && !file.endsWith(".test.ts"));
  const wrong = files.flatMap((file) => {
    const room = roomOf(file);
    const allowed = layers[room];
    if (!allowed) return [`${file}: the room "${room}" is not in the table`];
    const text = readFileSync(join(house, file), "utf8");
    return [...text.matchAll(specifiers)].flatMap(([, from, alone, called]) => {
      const specifier = from ?? alone ?? called ?? "";
      if (!specifier.startsWith("."))
        return allowed.packages.test(specifier) ? [] : [`${file} imports ${specifier}`];
      // A guide for people who work on GitHub may be shown on a page as well.
      if (room === "web" && /\/\.github\/[a-z]+\.md$/.test(specifier)) return [];
      const target = roomOf(normalize(join(dirname(file), specifier)));
      return target === room || allowed.rooms.includes(target)
        ? []
        : [`${file} imports ${specifier}`];
    });
  });
  expect(wrong).toEqual([]);
});

test("a room of more than a dozen files has sub-rooms", () => {
  // Pages lie where their addresses do, schemas of JSON are written by a script, and registers and fixtures
  // are only looked up by name.
  const free = /^(web\/pages|schemas\/(json|registers)|test\/fixtures)(\/|$)/;
  const files = readdirSync(house, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.ts$|\.snap$/.test(entry.name))
    .map(({ parentPath }) => relative(house, parentPath).replaceAll("\\", "/"));
  const counts = Map.groupBy(files, (room) => room);
  const crowded = [...counts].filter(([room, { length }]) => length > 12 && !free.test(room));
  expect(crowded.map(([room, { length }]) => `${room}: ${length}`)).toEqual([]);
});
