import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { serveFolder } from "../../test/fixtures/browser.ts";
import { readRdf } from "../../test/fixtures/read-rdf.ts";
import { ckanGroups } from "../../vocabularies/ckan/groups.ts";
import { frequencies } from "../../vocabularies/dcat/frequencies.ts";
import { type CkanPackage, extraKeys } from "./ckan.ts";

const site = inject("site");
let server: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  server = await serveFolder(site);
});
afterAll(() => server.close());

const call = async (name: string, query = "") =>
  JSON.parse(await (await fetch(`${server.address}/api/3/action/${name}${query}`)).text());

/** ckanext-harvest, CKANHarvester._search_for_datasets: its pages, its end, nothing of ours. */
async function harvest(): Promise<{ packages: CkanPackage[]; pages: number }> {
  const seen = new Set<string>();
  const packages: CkanPackage[] = [];
  for (let start = 0, pages = 1; ; start += 100, pages++) {
    const query = `?${new URLSearchParams({ rows: "100", start: String(start), sort: "id asc" })}`;
    const page: CkanPackage[] = (await call("package_search", query)).result.results;
    const fresh = page.filter(({ id }) => !seen.has(id));
    if (fresh.length === 0) return { packages, pages };
    for (const one of fresh) seen.add(one.id);
    packages.push(...fresh);
  }
}

test("the unmodified CKAN harvester reads every dataset, though the server knows no parameters", async () => {
  const { packages, pages } = await harvest();
  const listed = JSON.parse(readFileSync(join(site, "datasets.json"), "utf8")).datasets;
  expect(pages).toBe(2);
  expect(
    packages.map(({ extras }) => extras.find(({ key }) => key === "uri")?.value).sort(),
  ).toEqual(listed.map(({ iri }: { iri: string }) => iri).sort());
});

test("CKAN accepts every package: names, tags, extras, ids, moments, addresses", async () => {
  const { packages } = await harvest();
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  const keys = Object.values(frequencies).map(({ ckan }) => ckan);
  const ids: string[] = [];
  for (const one of packages) {
    expect(one.id).toMatch(uuid);
    expect(one.name).toMatch(/^krmr-[a-z0-9-]{2,95}$/);
    expect(one.metadata_modified).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    // Of some sets that came from another portal nobody knows the terms.
    expect(["cc-by", "notspecified"]).toContain(one.license_id);
    expect(one.isopen).toBe(one.license_id === "cc-by");
    for (const { name } of one.tags) expect(name).toMatch(/^[\p{L}\p{N}_ \-.]{2,100}$/u);
    const extras = one.extras.map(({ key }) => key);
    expect(new Set(extras).size).toBe(extras.length);
    expect(extras.filter((key) => Object.hasOwn(one, key))).toEqual([]);
    expect(extras.filter((key) => !(extraKeys as readonly string[]).includes(key))).toEqual([]);
    for (const { key, value } of one.extras) {
      expect(typeof value).toBe("string");
      if (key === "update_frequency") expect(keys).toContain(value);
      if (key === "language") expect(["ua", "en"]).toContain(value);
    }
    for (const { name } of one.groups) expect(Object.keys(ckanGroups)).toContain(name);
    for (const resource of one.resources) {
      expect(resource.id).toMatch(uuid);
      expect(resource.url).toMatch(/^https?:\/\/[^/]+\//);
      ids.push(resource.id);
    }
    ids.push(one.id);
  }
  expect(new Set(ids).size).toBe(ids.length);
});

test("the other calls agree with the search; every answer is in CKAN's envelope", async () => {
  const { packages } = await harvest();
  expect((await call("package_list")).result).toEqual(packages.map(({ name }) => name).sort());
  const organizations = (await call("organization_list")).result;
  expect(organizations).toEqual([
    ...new Set(packages.map(({ organization }) => (organization as { name: string }).name)),
  ]);
  expect((await call("organization_show", `?id=${organizations[0]}`)).result).toMatchObject(
    packages[0]?.organization as object,
  );
  for (const { groups } of packages) for (const group of groups) expect(group).toHaveProperty("id");
  expect((await call("group_list")).result).toHaveLength(12);
  const status = await call("status_show");
  expect(status).toMatchObject({
    success: true,
    result: { site_url: "https://data.kr-rada.gov.ua", locale_default: "uk" },
  });
  for (const one of packages) {
    const folder = new URL(String(one.url)).pathname;
    const shown = JSON.parse(readFileSync(join(site, folder, "ckan.json"), "utf8"));
    expect(shown.result).toEqual(one);
  }
});

test("the feed for a CKAN of 2018: the same identities, Ukrainian alone, words for formats, its own names for periods and versions", async () => {
  const [old, full] = await Promise.all(
    ["catalog-ckan.jsonld", "catalog.jsonld"].map((name) => readRdf(join(site, name))),
  );
  if (!old || !full) throw new Error("no feed");
  const typed = (quads: typeof old, type: string) =>
    quads
      .filter(
        ({ predicate, object }) =>
          predicate.value.endsWith("#type") && object.value === `http://www.w3.org/ns/dcat#${type}`,
      )
      .map(({ subject }) => subject.value)
      .sort();
  for (const type of ["Dataset", "Distribution"])
    expect(typed(old, type)).toEqual(typed(full, type));
  const objects = (property: string) =>
    old.filter(({ predicate }) => predicate.value === property).map(({ object }) => object);
  expect(
    old.filter(({ object }) => object.termType === "Literal" && object.language === "en"),
  ).toEqual([]);
  expect(new Set(objects("http://purl.org/dc/terms/format").map(({ value }) => value))).toEqual(
    new Set(["CSV", "GEOJSON", "JSON", "XLSX"]),
  );
  expect(
    objects("http://www.w3.org/ns/dcat#mediaType").every(
      ({ termType, value }) => termType === "Literal" && value.includes("/"),
    ),
  ).toBe(true);
  expect(objects("http://www.w3.org/2002/07/owl#versionInfo").length).toBeGreaterThan(0);
  expect(objects("http://www.w3.org/ns/dcat#version")).toEqual([]);
  expect(objects("http://www.w3.org/ns/dcat#startDate")).toEqual([]);
  expect(objects("http://schema.org/startDate").length).toBeGreaterThan(10);
  // One place each, the nearest; the law's words, not its IRI.
  const sets = new Set(typed(old, "Dataset"));
  const places = old.filter(
    ({ subject, predicate }) => sets.has(subject.value) && predicate.value.endsWith("/spatial"),
  );
  expect(places).toHaveLength(sets.size);
  expect(
    objects("http://purl.org/dc/terms/rights").every(({ termType }) => termType === "Literal"),
  ).toBe(true);
  // A list of nodes, because rdflib-jsonld 0.4 hides what a top-level @graph holds.
  const written = JSON.parse(readFileSync(join(site, "catalog-ckan.jsonld"), "utf8"));
  expect(Array.isArray(written)).toBe(true);
  expect(written.every((node: object) => "@context" in node && !("@graph" in node))).toBe(true);
  // ckanext-dcat finds cc-by by the licence's title.
  const licences = new Set(objects("http://purl.org/dc/terms/license").map(({ value }) => value));
  for (const licence of licences)
    expect(
      old.find(
        ({ subject, predicate }) => subject.value === licence && predicate.value.endsWith("/title"),
      )?.object.value,
    ).toBe("Creative Commons Attribution");
});
