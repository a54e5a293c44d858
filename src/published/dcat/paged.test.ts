import { expect, test } from "vitest";
import type { Dataset } from "../../model/catalogue.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { catalogueOf } from "../../test/fixtures/generated-portal.ts";
import { buildCatalogueGraph, countPages, type PageOf } from "./dcat.ts";

const example = catalogueOf(examplePortal);
const [stops] = example.datasets;
if (!stops) throw new Error("The example has a set.");
const site = "https://data.example.gov.ua";
const sets = (count: number, more: Partial<Dataset> = {}): Dataset[] =>
  Array.from({ length: count }, (_, at) => ({
    ...stops,
    iri: `${site}/dataset/${at}`,
    resources: [],
    ...more,
  }));
const withSets = (datasets: Dataset[]) => ({ ...example, datasets });

type Ref = { "@id": string };
/** A page's sets, and what it says of the pages around it. */
function pageOf(catalogue: typeof example, page: Partial<PageOf>) {
  const graph = buildCatalogueGraph(catalogue, page);
  const listed = graph.find((node) => node["@id"] === `${site}/catalog`)?.["dcat:dataset"] as
    | Ref[]
    | undefined;
  const view = graph.find((node) => String(node["@type"]).startsWith("hydra:"));
  const around = Object.entries(view ?? {}).flatMap(([name, value]) =>
    name.startsWith("hydra:") ? [`${name.slice(6)} ${(value as Ref)["@id"]}`] : [],
  );
  return { sets: listed?.length, last: listed?.at(-1)?.["@id"], at: view?.["@id"], around };
}

test("up to five thousand sets the catalogue is one page, which names no other", () => {
  const catalogue = withSets(sets(5000));
  expect(countPages(catalogue)).toBe(1);
  expect(pageOf(catalogue, {})).toEqual({
    sets: 5000,
    last: `${site}/dataset/4999`,
    at: undefined,
    around: [],
  });
  expect(countPages(withSets([]))).toBe(1);
});

test("a larger one is several, each of which leads to those around it in its own serialisation", () => {
  const gone = { passport: { ...stops.passport, status: "withdrawn" as const } };
  const catalogue = withSets([...sets(1, gone), ...sets(10_001)]);
  expect(countPages(catalogue)).toBe(3);
  const address = (name: string) => `${site}/catalog${name}.ttl`;
  const ends = [`first ${address("")}`, `last ${address("/3")}`];
  const before = (name: string) => `previous ${address(name)}`;
  const after = (name: string) => [`next ${address(name)}`, `nextPage ${address(name)}`];
  expect([1, 2, 3].map((page) => pageOf(catalogue, { page, extension: "ttl" }))).toEqual([
    {
      sets: 5000,
      last: `${site}/dataset/4999`,
      at: address(""),
      around: [...ends, ...after("/2")],
    },
    {
      sets: 5000,
      last: `${site}/dataset/9999`,
      at: address("/2"),
      around: [...ends, before(""), ...after("/3")],
    },
    {
      sets: 1,
      last: `${site}/dataset/10000`,
      at: address("/3"),
      around: [...ends, before("/2")],
    },
  ]);
});

test("a portal chooses how many sets a page has", () => {
  const paged = (catalogPageSets: number) => {
    const catalogue = withSets(sets(7));
    return countPages({ ...catalogue, portal: { ...catalogue.portal, catalogPageSets } });
  };
  expect([1, 3, 7, 5000].map(paged)).toEqual([7, 3, 1, 1]);
});

test("a page holds no more than forty megabytes in the longest serialisation; a set that takes more has one of its own", () => {
  const described = (letters: number) => ({ description: { uk: "о".repeat(letters) } });
  const pagesOf = (...letters: number[]) =>
    countPages(withSets(letters.flatMap((count) => sets(1, described(count)))));
  expect([
    pagesOf(17_000_000),
    pagesOf(7_900_000, 7_900_000),
    pagesOf(7_900_000, 7_900_000, 300_000),
    pagesOf(17_000_000, 1, 1),
    pagesOf(8_100_000, 8_100_000, 7_000_000),
  ]).toEqual([1, 1, 2, 2, 2]);
});

test("whichever page of whichever catalogue was asked for before, each says its own", () => {
  const [one, other] = [withSets(sets(3)), withSets(sets(2))];
  const paged = { ...one, portal: { ...one.portal, catalogPageSets: 2 } };
  const asked = () => [
    pageOf(one, {}).sets,
    pageOf(other, {}).sets,
    pageOf(paged, { page: 2 }).sets,
    pageOf(paged, {}).sets,
    pageOf(one, { extension: "ttl" }).sets,
  ];
  expect(asked()).toEqual([3, 2, 1, 2, 3]);
  expect(asked()).toEqual([3, 2, 1, 2, 3]);
});
