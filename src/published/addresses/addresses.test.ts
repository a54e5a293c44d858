import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, inject, test } from "vitest";
import { inspectFile } from "../../inspect/inspection.ts";
import { openSite } from "../../site/open-site.ts";
import { loadPortal } from "../../site/portal.ts";
import { searchIndexOf } from "../../site/search-index.ts";
import { sourceOf } from "../../table/scan/encoding.ts";
import { readWorkbook } from "../../table/workbook/read-workbook.ts";
import { project } from "../../test/fixtures/built-site.ts";
import { kinds } from "../../test/fixtures/page-kinds.ts";
import { toSchemaOrg } from "../dcat/schema-org.ts";
import { measureSite } from "../hosting/site-size.ts";
import { addresses, describeAddresses, filesAt, publishedFiles } from "./index.ts";

const site = inject("site");
const { catalogue, repository } = loadPortal(project, "2026-11-23");
if (!catalogue) throw new Error("The portal has errors.");
const searchIndex = await searchIndexOf(catalogue, repository);
const published = openSite(project, { catalogue, repository, searchIndex });
const described = describeAddresses(published);
const textOf = (path: string) => readFileSync(join(site, path), "utf8");
const files = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(site.length));

test("a validator accepts the OpenAPI description", async ({ annotate }) => {
  const { valid, errors } = await new Validator().validate(JSON.parse(textOf("openapi.json")));
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  await annotate("openapi.json by the schema of OpenAPI: 1 of 1 valid", "counted");
});

test("every address of the description is a file of the site, and the page shows each with a call", () => {
  expect(described.filter(({ example }) => !existsSync(join(site, example)))).toEqual([]);
  const { paths } = JSON.parse(textOf("openapi.json"));
  expect(Object.keys(paths)).toEqual(described.map(({ path }) => path));
  const page = textOf("api/index.html");
  for (const { example } of described)
    expect(page).toContain(`curl -fsS &quot;https://data.kr-rada.gov.ua${example}&quot;`);
});

test("the site has the files of the list and no other", () => {
  // Pages and what they load of the engine are the page builder's.
  const ofPages = /^\/_astro\/|\.html$/;
  const listed = [...publishedFiles(published)].map(({ path }) => path);
  expect(new Set(listed).size).toBe(listed.length);
  expect(files.filter((path) => !ofPages.test(path)).sort()).toEqual(
    listed.filter((path) => !ofPages.test(path)).sort(),
  );
});

test("what was said of the site's size before it was made is so, but for a twentieth of its files and a fifth of its bytes", () => {
  const said = measureSite(catalogue, repository);
  expect(said.files / files.length).toBeCloseTo(1, 1);
  const bytes = files.reduce((sum, path) => sum + statSync(join(site, path)).size, 0);
  expect(Math.abs(said.bytes / bytes - 1)).toBeLessThan(0.2);
  const folders = new Map<string, number>();
  for (const path of readdirSync(site, { recursive: true, encoding: "utf8" }))
    folders.set(dirname(path), (folders.get(dirname(path)) ?? 0) + 1);
  expect(Math.abs(said.mostInFolder / Math.max(...folders.values()) - 1)).toBeLessThan(0.05);
});

test("every file people are told of is one that the description of its address allows", () => {
  const { paths } = JSON.parse(textOf("openapi.json")) as {
    paths: Record<string, { parameters?: { name: string; schema: { pattern: string } }[] }>;
  };
  const patterns = Object.entries(paths).map(([path, { parameters = [] }]) => {
    const slots = new Map(
      parameters.map(({ name, schema }) => [name, schema.pattern.slice(1, -1)]),
    );
    const form = path
      .replace(/[.]/g, "\\.")
      .replace(/\{(\w+)\}/g, (_, name: string) => `(?:${slots.get(name)})`);
    return { path, pattern: new RegExp(`^${form}$`) };
  });
  const wrong = addresses
    .filter(({ group }) => group !== undefined)
    .flatMap((address) =>
      filesAt(address, published)
        .map(({ path }) => path)
        .filter(
          (file) => !patterns.some((one) => one.path === address.path && one.pattern.test(file)),
        ),
    );
  expect(wrong).toEqual([]);
});

test("every page is in the sitemap but those that robots are asked to leave, and nothing else is", () => {
  // Frames for other sites, former addresses, and the page of what is not there are no pages of their own.
  const moved = new Set(
    [...publishedFiles(published)].map(({ path }) => path).filter((path) => /\.html$/.test(path)),
  );
  const pages = files.filter(
    (path) =>
      /\.html$/.test(path) && !/^\/(en\/)?embed\/|^\/404\.html$/.test(path) && !moved.has(path),
  );
  const listed = [...textOf("sitemap.xml").matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, url = ""]) => `${new URL(url).pathname}index.html`,
  );
  const left = pages.filter((path) => /<meta name="robots" content="noindex">/.test(textOf(path)));
  expect(left.sort()).toEqual(["/en/review/index.html", "/review/index.html"]);
  expect([...listed, ...left].sort()).toEqual(pages.sort());
});

test("every page tells programs where the catalogue, the changes and the description are", () => {
  // A page for another site's frame leads to its own page, and that one to the files.
  for (const kind of kinds.filter((path) => !path.includes("/embed/"))) {
    const path = kind.split("?")[0] ?? "";
    const page = textOf(path.endsWith("/") ? `${path}index.html` : path);
    for (const [type, file] of [
      ["application/ld+json", "/catalog.jsonld"],
      ["text/turtle", "/catalog.ttl"],
      ["application/rdf+xml", "/catalog.rdf"],
      ["application/atom+xml", "/feeds/datasets.atom"],
    ])
      expect(page).toMatch(
        new RegExp(`<link rel="alternate" type="${type?.replace("+", "\\+")}" [^>]*href="${file}"`),
      );
    expect(page).toContain('href="/openapi.json"');
  }
});

test("whatever a page names as its other form is a file of the site", () => {
  const missing = files
    .filter((path) => /\.html$/.test(path))
    .flatMap((path) =>
      [...textOf(path).matchAll(/<link rel="alternate" type="[^"]+"[^>]* href="([^"]+)"/g)].flatMap(
        ([, href = ""]) => (files.includes(href) ? [] : [`${path} → ${href}`]),
      ),
    );
  expect(missing).toEqual([]);
});

test("each dataset's page leads to its own files for programs, and each of them is there", () => {
  for (const { id } of catalogue.datasets) {
    const page = textOf(`dataset/${id}/index.html`);
    const links = [
      ...page.matchAll(/<link rel="alternate" type="[^"]+" title="[^"]+" href="([^"]+)"/g),
    ].map(([, href]) => href ?? "");
    expect(links).toContain(`/dataset/${id}.jsonld`);
    expect(links).toContain(`/feeds/dataset/${id}.atom`);
    expect(links.filter((href) => !existsSync(join(site, href)))).toEqual([]);
  }
});

test("the sitemap gives each dataset's page the day its data or passport last changed, and no page a day nobody knows", () => {
  const entries = new Map(
    [...textOf("sitemap.xml").matchAll(/<loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?/g)].map(
      ([, loc = "", day]) => [new URL(loc).pathname, day],
    ),
  );
  for (const { id, modified, described } of catalogue.datasets)
    expect(entries.get(`/dataset/${id}/`)).toBe(
      [modified?.slice(0, 10), described?.slice(0, 10)].sort().at(-1),
    );
  expect(entries.get("/accessibility/")).toBeUndefined();
  for (const path of entries.keys()) expect(existsSync(join(site, path, "index.html"))).toBe(true);
});

describe("schema.org, as Google Dataset Search reads it", () => {
  test("every dataset has what is required and what is recommended", () => {
    for (const dataset of catalogue.datasets) {
      const written =
        /<script type="application\/ld\+json">(.+?)<\/script>/.exec(
          textOf(`dataset/${dataset.id}/index.html`),
        )?.[1] ?? "";
      const node = JSON.parse(written);
      expect(node).toEqual(toSchemaOrg(dataset, catalogue));
      expect(node.name).not.toBe("");
      expect(node.description.length).toBeGreaterThanOrEqual(50);
      expect(node.description.length).toBeLessThanOrEqual(5000);
      for (const field of [
        "identifier",
        "url",
        "creator",
        "publisher",
        "keywords",
        "isAccessibleForFree",
        "includedInDataCatalog",
        "dateModified",
      ])
        expect(node).toHaveProperty(field);
      // Of a set taken from elsewhere, a licence that nobody named is not made up.
      if (node.distribution.length > 0)
        expect("license" in node).toBe(dataset.licence !== undefined);
      for (const file of node.distribution) expect(file.contentUrl).toMatch(/^https?:/);
    }
  });

  test("a whole dataset, word for word", () => {
    const dataset = catalogue.datasets.find(({ id }) => id === "hotline-topics-2026");
    if (!dataset) throw new Error("not there");
    expect(toSchemaOrg(dataset, catalogue)).toMatchObject({
      "@type": "Dataset",
      "@id": "https://data.kr-rada.gov.ua/dataset/hotline-topics-2026",
      alternateName: "Hotline requests by topic, 2026",
      temporalCoverage: "2026-01-01/..",
      spatialCoverage: [
        {
          "@type": "Place",
          name: "Кропивницька міська територіальна громада",
          identifier: { propertyID: "KATOTTG", value: "UA35040210000014072" },
          geo: { "@type": "GeoShape", box: "48.42 32.08 48.58 32.42" },
        },
      ],
      isPartOf: { "@id": "https://data.kr-rada.gov.ua/series/hotline-topics" },
      distribution: [
        {
          "@type": "DataDownload",
          contentUrl: "https://data.kr-rada.gov.ua/dataset/hotline-topics-2026/topics.csv",
          encodingFormat: "text/csv",
          sha256: dataset.resources[0]?.sha256,
        },
      ],
    });
  });
});

describe("the register of datasets (Annex 7)", () => {
  test("is a table of the recommended structure; what it lacks is what passports lack", async () => {
    const bytes = readFileSync(join(site, "registry.csv"));
    const { report, structure, findings } = await inspectFile("registry.csv", sourceOf(bytes), {
      structure: "07-register",
    });
    expect(structure).toMatchObject({ id: "07-register", matched: 12, of: 12 });
    expect(report?.rows).toBe(catalogue.counts.datasets);
    expect(
      new Set(
        findings
          .filter(({ severity }) => severity === "error")
          .map(({ message }) => message.replace(/\(.*/, "")),
      ),
    ).toEqual(
      new Set(
        ["accrualPeriodicity", "purpose", "distributionFormat"].map(
          (column) => `Колонка «${column}»: порожні комірки `,
        ),
      ),
    );
  });

  test("says the same as a workbook and as JSON, and lists itself", async () => {
    const rows = JSON.parse(textOf("registry.json"));
    expect(rows.map(({ uid }: { uid: string }) => uid)).toContain("registry");
    const { sheets } = await readWorkbook(readFileSync(join(site, "registry.xlsx")));
    expect(sheets[0]?.rows).toBe(rows.length + 2);
    expect(sheets[0]?.cells.flat()).toContain(rows[0].title);
  });

  test("is a dataset with its size, checksum and rows, like any other", () => {
    const dataset = catalogue.datasets.find(({ id }) => id === "registry");
    expect(dataset?.resources.map(({ path, bytes, table }) => [path, bytes, table?.rows])).toEqual([
      ["/registry.csv", readFileSync(join(site, "registry.csv")).length, catalogue.counts.datasets],
      ["/registry.json", readFileSync(join(site, "registry.json")).length, undefined],
    ]);
  });
});

test("the structure of a dataset is CSV on the Web whose columns are the file's own header", () => {
  for (const { id, resources } of catalogue.datasets)
    for (const { path, format, schema } of resources) {
      const file = path?.split("/").at(-1) ?? "";
      if (!schema || format !== "CSV" || path !== `/dataset/${id}/${file}`) continue;
      const { url, tableSchema } = JSON.parse(textOf(`dataset/${id}/${file}-metadata.json`));
      const [header = ""] = textOf(`dataset/${id}/${url}`).split("\n");
      expect(
        tableSchema.columns.map(({ titles }: { titles: { und: string } }) => titles.und).sort(),
      ).toEqual(header.replaceAll('"', "").split(",").sort());
      expect(textOf(`dataset/${id}/structure.csv`).trimEnd().split("\n").length).toBeGreaterThan(
        schema.fields.length,
      );
    }
});
