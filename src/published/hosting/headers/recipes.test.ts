import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { catalogueOf, generatedPortal } from "../../../test/fixtures/generated-portal.ts";
import { siteOf } from "../../../test/fixtures/published-site.ts";
import { publishedFiles, recipeOf } from "../../addresses/index.ts";
import { renderApache } from "./apache.ts";
import { renderHeaders } from "./headers-file.ts";
import { renderNginx } from "./nginx.ts";
import { renderObjectStorage, renderStorageCors } from "./object-storage.ts";
import { caching, headersOf, withCharset } from "./rules.ts";

const portalAt = (site: string) => {
  const files = generatedPortal(1);
  const portal = (files["data/portal.yaml"] ?? "").replace(/^site: .*$/m, `site: ${site}`);
  return catalogueOf({ ...files, "data/portal.yaml": portal });
};

/** Files of the engine, which the list of addresses does not have, and a page. */
const ofEngine = [
  "/_astro/index.B5mbDwRE.js",
  "/_astro/Head.CkqD8EbR.css",
  "/_astro/geologica.4zI1yfsv.woff2",
  "/search-index/wasm.unknown.pagefind",
  "/search-index/fragment/uk_be5bf6f.pf_fragment",
  "/search-index/pagefind.js",
  "/search-index/records.json",
  "/index.html",
  "/dataset/stops-1/map.geojson",
];

/** What Netlify and Cloudflare Pages say unasked. */
const unasked: Record<string, string> = {
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
  zip: "application/zip",
  woff2: "font/woff2",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

type Said = (path: string) => Record<string, string>;
const sorted = (headers: Iterable<[string, string]>) => Object.fromEntries([...headers].sort());

/** `_headers` as Netlify and Cloudflare Pages read it: all rules that fit, a header said twice joined by a comma. */
function readHeadersFile(text: string): Said {
  const rules = text
    .split(/^(?=\/)/m)
    .filter(Boolean)
    .map((block) => {
      const [pattern = "", ...lines] = block.trimEnd().split("\n");
      const escaped = pattern.replace(/[.+]/g, "\\$&").replace("*", ".*");
      return { of: new RegExp(`^${escaped}$`), lines };
    });
  return (path) => {
    const headers = new Map<string, string>();
    for (const { of, lines } of rules)
      if (of.test(path))
        for (const line of lines) {
          const [, name = "", value = ""] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
          headers.set(name, [headers.get(name) ?? [], value].flat().join(", "));
        }
    const ending = path.split(".").at(-1) ?? "";
    if (!headers.has("Content-Type"))
      headers.set("Content-Type", unasked[ending] ?? "application/octet-stream");
    if (!headers.has("Cache-Control"))
      headers.set("Cache-Control", "public, max-age=0, must-revalidate");
    return sorted(headers);
  };
}

/** A file of nginx's, as far as the recipe goes. */
function readNginx(text: string): Said {
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map((found) => found.slice(1));
  const headers = all(/^ {2}add_header (\S+) "?(.*?)"?(?: always)?;$/gm);
  const kept = all(/^ {2}~(\S+) "(.*)";$/gm);
  const [[asked = ""] = []] = all(/^ {2}default "(.*)";$/gm);
  const types = all(/^ {4}(\S+) (\w+);$/gm);
  const inUtf8 = /charset_types ([^;]+);/.exec(text)?.[1]?.split(/\s+/) ?? [];
  const folders = all(/location (\S+) \{ default_type (\S+); \}/g);
  return (path) => {
    const ending = /\.(\w+)$/.exec(path)?.[1];
    const folder = folders.find(([from = ""]) => path.startsWith(from))?.[1];
    const type = types.find(([, of]) => of === ending)?.[0] ?? folder ?? "application/octet-stream";
    const isUtf8 = type === "text/html" || inUtf8.includes(type);
    const cache = kept.find(([of = ""]) => new RegExp(of).test(path))?.[1] ?? asked;
    return sorted([
      ...headers.map(([name = "", value = ""]): [string, string] => [
        name,
        value.startsWith("$portal_cache") ? cache : value,
      ]),
      ["Content-Type", isUtf8 ? `${type}; charset=utf-8` : type],
    ]);
  };
}

/** Apache's `.htaccess`, as far as the recipe goes: what stands under a condition comes last. */
function readApache(text: string): Said {
  const conditional = [...text.matchAll(/<If ".*m#(.*)#">\n {2}(.*)\n<\/If>/g)];
  const plain = text.replace(/<If [\s\S]*?<\/If>/g, "").split("\n");
  return (path) => {
    const headers = new Map<string, string>();
    const ending = /\.\w+$/.exec(path)?.[0];
    const lines = [
      ...plain,
      ...conditional.flatMap(([, of = "", line = ""]) => (new RegExp(of).test(path) ? [line] : [])),
    ];
    for (const line of lines) {
      const [, name, value] = /^Header (?:always )?set (\S+) "(.*)"$/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) headers.set(name, value);
      const [, type, of] = /^(?:AddType|ForceType) "(.*?)"(?: (\S+))?$/.exec(line) ?? [];
      if (type !== undefined && (of === undefined || of === ending))
        headers.set("Content-Type", type);
    }
    return sorted(headers);
  };
}

test.each([
  ["the whole of its address", "https://data.example.gov.ua", ""],
  ["a path of its address", "https://council.github.io/open-data", "/open-data"],
])(
  "_headers, nginx and Apache say the same of every file of a portal that has %s",
  (_, site, root) => {
    const catalogue = portalAt(site);
    const recipe = recipeOf(catalogue);
    expect(recipe.root).toBe(root);
    const read = {
      headers: readHeadersFile(renderHeaders(recipe.rules, root)),
      nginx: readNginx(renderNginx(recipe, "data.example.gov.ua")),
      apache: readApache(renderApache(recipe)),
    };
    const paths = publishedFiles(siteOf(catalogue)).map(({ path }) => path);
    expect(paths.length).toBeGreaterThan(100);
    for (const path of [...paths, ...ofEngine].filter(
      (one) => !one.startsWith("/_h") && !one.startsWith("/_r"),
    )) {
      const meant = sorted(headersOf(recipe.rules, path));
      for (const [server, said] of Object.entries(read))
        expect(said(root + path), `${server}: ${path}`).toEqual(meant);
    }
  },
);

test("every file is said to be what its address says", () => {
  const catalogue = portalAt("https://data.example.gov.ua");
  const { rules } = recipeOf(catalogue);
  const other = publishedFiles(siteOf(catalogue)).flatMap(({ path, mediaType }) => {
    const said = headersOf(rules, path).get("Content-Type");
    return said === withCharset(mediaType)
      ? []
      : [`${path.replace(/[\w-]+(?=\.schema)/, "*")}: ${said}`];
  });
  // What hosts read themselves; and of schemas any JSON is said.
  expect([...new Set(other)]).toEqual([
    "/schemas/*.schema.json: application/json; charset=utf-8",
    "/_headers: undefined",
    "/_redirects: undefined",
  ]);
});

test("what has a hash in its name is kept for a year, and of all else is asked each time", () => {
  const { rules } = recipeOf(portalAt("https://data.example.gov.ua"));
  const kept = (path: string) => headersOf(rules, path).get("Cache-Control");
  expect(kept("/_astro/Head.CkqD8EbR.css")).toBe(caching.kept);
  for (const path of ["/index.html", "/colours.css", "/catalog.ttl", "/search-index/pagefind.js"])
    expect(kept(path)).toBe(caching.asked);
});

test("a server lets scripts of other sites read how much of a file came", () => {
  const { rules } = recipeOf(portalAt("https://data.example.gov.ua"));
  expect(headersOf(rules, "/any.csv").get("Access-Control-Expose-Headers")).toBe(
    "Accept-Ranges, Content-Encoding, Content-Length, Content-Range, ETag",
  );
});

test("a storage is sent every file once, with the type and the keeping the rules say, and pages last", () => {
  const recipe = recipeOf(portalAt("https://council.example.gov.ua/open-data"));
  const script = renderObjectStorage(recipe, "council-data");
  expect(script.split("\n")[0]).toBe("TO=s3://council-data/open-data");
  const sent = [...script.matchAll(/^send "(.*)" "(.*)"$/gm)].map(([, of = "", type]) => [
    of,
    type,
  ]);
  for (const path of [...ofEngine, "/catalog.ttl", "/api/3/action/group_list"]) {
    const fits = sent.filter(([of = ""]) =>
      of.startsWith("*") ? path.endsWith(of.slice(1)) : path.startsWith(`/${of.slice(0, -1)}`),
    );
    expect(
      fits.map(([, type]) => type),
      path,
    ).toEqual([headersOf(recipe.rules, path).get("Content-Type")]);
  }
  expect(sent.at(-1)?.[0]).toBe("*.html");
  expect(JSON.parse(renderStorageCors(recipe)).CORSRules[0].ExposeHeaders).toContain(
    "Content-Range",
  );
});

const guide = join(import.meta.dirname, "../../../../.github/hosting.md");

test("the guide to hosts has the recipes as they are made (vitest run src/published/hosting -u)", async () => {
  const files = generatedPortal(1);
  const recipe = recipeOf(
    catalogueOf({
      ...files,
      "data/portal.yaml": `${files["data/portal.yaml"]}repository: https://github.com/council/open-data\n`,
    }),
  );
  const made: Record<string, string> = {
    headers: renderHeaders(recipe.rules, recipe.root),
    nginx: renderNginx(recipe, "data.example.gov.ua"),
    apache: renderApache(recipe),
    storage: renderObjectStorage(recipe, "council-data"),
    "storage-cors": renderStorageCors(recipe),
  };
  const named: string[] = [];
  const current = readFileSync(guide, "utf8").replace(
    /(<!-- recipe: (\S+) -->\n```\w*\n)[\s\S]*?```/g,
    (_, head: string, name: string) => {
      named.push(name);
      return `${head}${made[name]}\`\`\``;
    },
  );
  expect(named.every((name) => name in made)).toBe(true);
  await expect(current).toMatchFileSnapshot(guide);
});
