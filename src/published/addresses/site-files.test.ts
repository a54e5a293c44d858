import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { findingOf, sentencesOf } from "../../explore/told/chart-words.ts";
import { createSpeech, type Speech } from "../../i18n/speech.ts";
import { speak } from "../../i18n/translate.ts";
import type { Chart, Dataset } from "../../model/catalogue.ts";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { registerSchemas } from "../../schemas/data/registers.ts";
import { jsonSchemas, renderJsonSchema } from "../../schemas/json.ts";
import { catalogueOf, committed, generatedPortal } from "../../test/fixtures/generated-portal.ts";
import { plannedPortal } from "../../test/fixtures/planned-portal.ts";
import { answer, siteOf } from "../../test/fixtures/published-site.ts";
import { renderBacklogCsv } from "../reports/audit.ts";
import { renderRegisterCsv } from "../reports/plan.ts";
import { datasetSiteOf } from "./address.ts";
import { exampleOf } from "./examples.ts";
import {
  alternatesOf,
  copyFiles,
  datasetFiles,
  describeAddresses,
  portalFile,
  portalFiles,
  publishedFiles,
} from "./index.ts";

const example = catalogueOf(examplePortal);
const pathsOf = (files: Iterable<{ path: string }>) => Array.from(files, ({ path }) => path).sort();

test("files of the portal and of each of its sets are all that is published", () => {
  const files = generatedPortal(2);
  const catalogue = catalogueOf(files);
  const site = siteOf(catalogue, readRepository(treeOf(files), committed(files)));
  const ofSets = catalogue.datasets.map((set) => {
    const of = datasetSiteOf(site, set);
    return pathsOf([...copyFiles(of), ...datasetFiles(of)]);
  });
  for (const [at, paths] of ofSets.entries()) {
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !path.includes(catalogue.datasets[at]?.id ?? ""))).toEqual(
      pathsOf(
        catalogue.datasets[at]?.aliases.flatMap((alias) =>
          ["", "/en"].map((root) => ({ path: `${root}/dataset/${alias}/index.html` })),
        ) ?? [],
      ),
    );
  }
  expect([...ofSets.flat(), ...pathsOf(portalFiles(site))].sort()).toEqual(
    pathsOf(publishedFiles(site)),
  );
});

test("a file of the portal is found by its path, whatever its address has in braces; another is not", () => {
  const site = siteOf(example);
  const paths = pathsOf(portalFiles(site));
  expect(paths.map((path) => portalFile(site, path)?.path)).toEqual(paths);
  expect(portalFile(site, "/structures/none.csv")).toBeUndefined();
});

test("all forms of one page of a large catalogue come before those of the next", () => {
  const catalogue = catalogueOf(generatedPortal(5));
  const portal = { ...catalogue.portal, catalogPageSets: 2 };
  const paths = Array.from(
    portalFiles(siteOf({ ...catalogue, portal })),
    ({ path }) => /^\/catalog(?:-ckan)?\/(\d)/.exec(path)?.[1] ?? [],
  );
  // Four serialisations, and the first once more for CKAN.
  expect(paths.flat().join("")).toBe("2222233333");
});

test("examples are of the first set whose table lies here, and of that very table where an address has a file of it", () => {
  const [stops] = example.datasets;
  const [file] = stops?.resources ?? [];
  if (!stops || !file) throw new Error("The example has a table.");
  const { table: _, ...map } = { ...file, path: "/dataset/stops/map.csv" };
  const { file: __, ...elsewhere } = { ...file, path: "/dataset/stops/far.csv" };
  const withFiles = (...resources: unknown[]) => ({
    ...example,
    datasets: [{ ...stops, resources } as Dataset],
  });
  expect(exampleOf(withFiles(map, elsewhere, file))).toEqual({
    dataset: "stops",
    file: "stops.csv",
    table: file,
  });
  expect([exampleOf(withFiles(map)), exampleOf(withFiles(elsewhere))]).toEqual([
    undefined,
    undefined,
  ]);
  const shown = describeAddresses(siteOf(withFiles(map, file))).find(
    ({ path }) => path === "/dataset/{dataset}/{file}",
  );
  expect(shown?.example).toBe("/dataset/stops/stops.csv");
});

test("up to five hundred sets each has a picture of its own; pictures are drawn of what the links show", async () => {
  const [stops] = example.datasets;
  if (!stops) throw new Error("The example has a set.");
  const withSets = (count: number) => ({
    ...siteOf({
      ...example,
      datasets: Array.from({ length: count }, (_, at): Dataset => ({ ...stops, id: `set-${at}` })),
    }),
    deflate: (content: Uint8Array) => deflateRawSync(content),
    draw: (image: object) => Promise.resolve(new TextEncoder().encode(JSON.stringify(image))),
  });
  const pictures = (count: number) =>
    pathsOf(portalFiles(withSets(count))).filter((path) => path.endsWith("share.png"));
  expect([pictures(500).length, pictures(501)]).toEqual([501, ["/share.png"]]);
  const drawn = async (path: string) =>
    JSON.parse(new TextDecoder().decode((await answer(withSets(1), path)) as Uint8Array));
  expect(await drawn("/share.png")).toMatchObject({ title: example.portal.title });
  expect(await drawn("/dataset/set-0/share.png")).toMatchObject({ over: "Міська рада" });
});

test("files of the search's index, schemas and words stand at their addresses", () => {
  const content = new Uint8Array([1, 2]);
  const site = { ...siteOf(example), searchIndex: new Map([["uk/terms.bin", content]]) };
  expect(answer(site, "/search-index/uk/terms.bin")).toBe(content);
  for (const schema of Object.keys(jsonSchemas))
    expect(answer(site, `/schemas/${schema}.schema.json`)).toBe(renderJsonSchema(schema));
  const words = (language: string) => JSON.parse(String(answer(site, `/words/${language}.json`)));
  expect(Object.keys(words("uk"))).toEqual(Object.keys(words("en")));
  expect(words("uk")).not.toEqual(words("en"));
  expect(
    Object.keys(words("uk")).filter(
      (key) => !/^(explore|map|places|rows|embed|code|sql)/.test(key),
    ),
  ).toEqual(
    Object.keys(words("uk")).filter((key) =>
      /^(table\.filter|dataset\.chart|chart\.(as|empty))/.test(key),
    ),
  );
});

test.each(["uk", "en"] as const)(
  "whatever a chart has to say, the words are there that /publish/ shows it with: %s",
  (language) => {
    const some = { dataset: "stops", name: "query", title: { uk: "Назва" }, x: { uk: "Рік" } };
    const series = [
      { title: { uk: "Дерева" }, values: [1, null, 5] },
      { title: { uk: "Кущі" }, values: [2, null, 3] },
    ];
    const asked = { ...some, kind: "bar" as const, adds: true, left: { rows: 4, sums: [14, 2] } };
    const labels = ["2018", "2019", "2020"];
    const partial = [
      { label: "2018", day: "2018-04-17", is: "first" as const },
      { label: "2020", day: "2020-09", is: "last" as const },
    ];
    const charts: Chart[] = [
      { ...asked, labels, series, scale: "time", partial, as: "share" },
      { ...asked, labels, series, scale: "time", as: "index" },
      { ...asked, labels: ["1", "80+", "3"], series: series.slice(0, 1), scale: "number" },
      ...[true, false].map((largest) => ({
        ...asked,
        labels,
        series: series.slice(1),
        scale: "names" as const,
        blank: 1,
        cut: { labels: 9, sums: [20], largest },
      })),
    ];
    const words = String(answer(siteOf(example), `/words/publish-${language}.json`));
    const few = createSpeech(language, JSON.parse(words));
    const told = (speech: Speech) =>
      charts.map((chart) => [findingOf(chart, speech)?.text, ...sentencesOf(chart, speech)]);
    expect(told(few)).toEqual(told(speak(language)));
  },
);

test("audits and registers stand at their addresses, a year and a name each", () => {
  const planned = catalogueOf(plannedPortal);
  const site = siteOf(planned);
  for (const year of [2025, 2026])
    expect(answer(site, `/audit/${year}.csv`)).toBe(renderBacklogCsv(planned, year));
  expect(answer(site, "/audit/2024.csv")).toBe("");
  const columns = Object.keys(registerSchemas.polls.shape);
  expect(answer(site, "/registers/polls.csv")).toBe(
    renderRegisterCsv(planned.registers.polls, columns),
  );
});

test("what a page says in forms for programs: of the catalogue, of a set, of a structure; of others nothing", () => {
  const told = (page: string) => alternatesOf(page).map(({ path }) => path);
  expect(told("/")).toContain("/catalog.ttl");
  const ofSet = told("/dataset/stops/");
  expect(ofSet).toContain("/dataset/stops.ttl");
  expect(
    alternatesOf("/dataset/stops/").filter(({ mediaType }) => mediaType === "text/markdown"),
  ).toMatchObject([{ path: "/dataset/stops/index.md" }]);
  expect(ofSet.filter((path) => !path.includes("stops"))).toEqual([]);
  expect(told("/structures/02-organizations/")).toEqual([
    "/structures/02-organizations.json",
    "/structures/02-organizations.xlsx",
  ]);
  expect([told("/about/"), told("/dataset/stops/more/"), told("/en/dataset/stops/")]).toEqual([
    [],
    [],
    [],
  ]);
});

test("a former address of a set leads to the present one, in either language, under the portal's root", () => {
  const files = generatedPortal(1);
  const site = siteOf(
    catalogueOf({
      ...files,
      "data/portal.yaml": (files["data/portal.yaml"] ?? "").replace(
        /^site: .*$/m,
        "site: https://council.github.io/data",
      ),
    }),
  );
  expect(answer(site, "/dataset/old-1/index.html")).toMatchSnapshot();
  expect(answer(site, "/en/dataset/old-1/index.html")).toMatchSnapshot();
});

test("an imported set's files lead to it by the identifier their addresses had in CKAN", () => {
  const files = generatedPortal(1);
  const [passport = ""] = Object.keys(files).filter((path) => path.endsWith("datapackage.yaml"));
  const identifier = "9109c3a3-980f-45d0-a83e-b60f87d583d4";
  const site = siteOf(
    catalogueOf({ ...files, [passport]: `${files[passport]}\nidentifier: ${identifier}\n` }),
  );
  const [{ id } = { id: "" }] = site.catalogue.datasets;
  // The first rule of what is asked leads to the second, and that to the set.
  const rules = String(answer(site, "/_redirects"));
  expect(rules).toContain("/dataset/:dataset/resource/* /dataset/:dataset/ 301\n");
  expect(rules).toContain(`/dataset/${identifier}/ /dataset/${id}/ 301\n`);
  expect(String(answer(site, `/dataset/${identifier}/index.html`))).toContain(`/dataset/${id}/`);
});
