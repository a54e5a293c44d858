import { expect, test } from "vitest";
import type { Catalogue, Dataset } from "../model/catalogue.ts";
import { examplePortal } from "../rules/example-portal.ts";
import { catalogueOf } from "../test/fixtures/generated-portal.ts";
import { plannedPortal } from "../test/fixtures/planned-portal.ts";
import { answer, siteOf } from "../test/fixtures/published-site.ts";
import { renderPassportCsv } from "./dataset/passport.ts";
import { buildCatalogueGraph, buildDatasetGraph } from "./dcat/dcat.ts";
import type { GraphNode } from "./dcat/dcat-terms.ts";
import { renderScriptJson, toSchemaOrg } from "./dcat/schema-org.ts";
import { renderBacklogCsv } from "./reports/audit.ts";
import { renderRegisterCsv } from "./reports/plan.ts";
import { renderStructureJson } from "./tables/structure.ts";

const example = catalogueOf(examplePortal);
const [stops] = example.datasets;
if (!stops) throw new Error("The example has a set.");
const { description: _, ...undescribed } = stops;
const passportLine = (dataset: Dataset, field: string) =>
  renderPassportCsv(dataset, example)
    .split("\n")
    .find((line) => line.startsWith(field));

test("a passport without a description has an empty line of it, one that holds something back says what and why", () => {
  const label = "Стислий опис змісту набору даних";
  expect(passportLine(stops, "description")).toBe(`description,${label},${stops.description?.uk}`);
  expect(passportLine(undescribed as Dataset, "description")).toBe(`description,${label},`);
  const restricted = (restriction: object | undefined) =>
    passportLine(
      { ...stops, passport: { ...stops.passport, restriction } } as Dataset,
      "restriction",
    )?.split('доступ",')[1];
  const restriction = { kind: "Адреси", ground: "Закон" };
  expect([
    restricted(undefined),
    restricted(restriction),
    restricted({ ...restriction, decision: "№ 5" }),
  ]).toEqual(["", "Адреси; Закон", "Адреси; Закон; № 5"]);
});

test("what Google is told of a set in short: its own words where they are enough, else its name and publisher too", () => {
  const told = (uk: string | undefined) =>
    toSchemaOrg(
      { ...undescribed, ...(uk === undefined ? {} : { description: { uk } }) } as Dataset,
      example,
    ).description;
  const name = "Зупинки громадського транспорту";
  expect([
    told("о".repeat(50)),
    told(`${"о".repeat(48)}.`),
    told("Перелік."),
    told(undefined),
    String(told("о".repeat(5001))).length,
  ]).toEqual([
    "о".repeat(50),
    `${name}. ${"о".repeat(48)}. Міська рада`,
    `${name}. Перелік. Міська рада`,
    `${name}. Міська рада`,
    5000,
  ]);
});

test("no text ends the block of a script, and a program reads it back", () => {
  const value = { a: "</script><!-- \u2028\u2029 «є» & > ' \\" };
  const written = renderScriptJson(value);
  expect(written).toBe('{"a":"\\u003c/script>\\u003c!-- \\u2028\\u2029 «є» & > \' \\\\"}');
  expect(JSON.parse(written)).toEqual(value);
});

test("a set without a history and a description is an entry of the feed with no words under its name", () => {
  const site = siteOf({
    ...example,
    datasets: [{ ...undescribed, history: [] } as unknown as Dataset],
  });
  expect(String(answer(site, "/feeds/datasets.atom"))).toContain("<summary></summary>");
});

test("a file of no known format is given as bytes; one that has gone is told by its name", () => {
  const [file] = stops.resources;
  if (!file) throw new Error("The set has a file.");
  const { format: __, ...bare } = file;
  const entry = { bytes: () => new Uint8Array([7]) };
  const site = (tree: Map<string, unknown>) =>
    siteOf({ ...example, datasets: [{ ...stops, resources: [bare] } as Dataset] }, {
      datasets: [],
      tree,
    } as unknown as Parameters<typeof siteOf>[1]);
  const path = "/dataset/stops/stops.csv";
  expect(answer(site(new Map([[file.file ?? "", entry]])), path)).toEqual(new Uint8Array([7]));
  expect(() => answer(site(new Map()), path)).toThrow(
    "The file data/datasets/stops/stops.csv has gone.",
  );
});

test("a portal without a licence of its own, and a series of no set frequency, say nothing of them", () => {
  const find = (graph: GraphNode[], type: string) =>
    graph.find((node) => node["@type"] === type) ?? ({} as GraphNode);
  const licenceOf = (names: string[]) =>
    find(
      buildCatalogueGraph({
        ...example,
        portal: { ...example.portal, licenses: names.map((name) => ({ name })) },
      } as Catalogue),
      "dcat:Catalog",
    )["dct:license"];
  expect(licenceOf([])).toBeUndefined();
  expect(licenceOf(["own"])).toBeUndefined();
  expect(licenceOf(["CC-BY-4.0"])).toBeDefined();
  const seriesOf = (more: object) =>
    find(
      buildDatasetGraph({ ...stops, series: "stops" }, {
        ...example,
        series: [
          {
            id: "stops",
            iri: "https://a.ua/series",
            name: { uk: "а" },
            about: { uk: "б" },
            ...more,
          },
        ],
      } as unknown as Catalogue),
      "dcat:DatasetSeries",
    )["dct:accrualPeriodicity"];
  expect([seriesOf({}), seriesOf({ frequency: "sometimes" })]).toEqual(
    Array(2).fill({
      "@id": "http://publications.europa.eu/resource/authority/frequency/UNKNOWN",
    }),
  );
  expect(seriesOf({ frequency: "monthly" })).toBeDefined();
});

test("a column has the bounds its type can have", () => {
  const datatypeOf = (field: object) => {
    const described = {
      ...stops,
      resources: stops.resources.map((resource) => ({
        ...resource,
        schema: {
          ...resource.schema,
          fields: [{ name: "a", title: "А", constraints: {}, ...field }],
        },
      })),
    };
    return JSON.parse(renderStructureJson(described as Dataset)).tables[0].tableSchema.columns[0]
      .datatype;
  };
  const constraints = { minimum: "1" };
  expect([
    datatypeOf({ type: "integer" }),
    datatypeOf({ type: "integer", constraints }),
    datatypeOf({ type: "boolean" }),
    datatypeOf({ type: "boolean", constraints }),
  ]).toEqual(["integer", { base: "integer", minimum: "1" }, "boolean", "boolean"]);
});

test("in registers a list of words is words, any other list and a thing are JSON, what is not there is empty", () => {
  expect(
    renderRegisterCsv(
      [
        {
          id: "a",
          words: ["б", "в"],
          mixed: ["б", { г: 1 }],
          thing: { г: 1 },
          none: [],
          number: 5,
        },
      ],
      ["words", "mixed", "thing", "none", "number", "gone"],
    ),
  ).toBe('id,words,mixed,thing,none,number,gone\na,б в,"[""б"",{""г"":1}]","{""г"":1}",,5,\n');
});

test("an audit of a publisher that is gone names it by its identifier", () => {
  const planned = catalogueOf(plannedPortal);
  const titles = (catalogue: Catalogue) =>
    renderBacklogCsv(catalogue, 2026)
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").slice(0, 2));
  expect(titles({ ...planned, publishers: [] })).toEqual(
    titles(planned).map(([publisher]) => [publisher, publisher]),
  );
  expect(titles(planned).length).toBeGreaterThan(0);
});
