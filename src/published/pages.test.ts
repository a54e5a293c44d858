import { expect, test } from "vitest";
import type { Catalogue, Dataset } from "../model/catalogue.ts";
import { examplePortal } from "../rules/example-portal.ts";
import { catalogueOf } from "../test/fixtures/generated-portal.ts";
import { plannedPortal } from "../test/fixtures/planned-portal.ts";
import { pagePath, pagesOf, rootOf } from "./pages.ts";

const example = catalogueOf(examplePortal);
const [stops] = example.datasets;
if (!stops) throw new Error("The example has a set.");
const set = (id: string, modified: string, described: string): Dataset => ({
  ...stops,
  id,
  modified,
  described,
});
/** Pages of a catalogue and their days, but for those every portal has. */
const told = (catalogue: Catalogue) =>
  pagesOf(catalogue, [])
    .filter(({ path }) => !/^\/(structures|help|registers)\/./.test(path))
    .map(({ path, modified }) => (modified === undefined ? path : `${path} ${modified}`));

test("a page is as new as what of it is newest: a set by its data or its description, lists by their sets", () => {
  const catalogue = {
    ...example,
    modified: "2026-02-01T10:00:00Z",
    datasets: [
      set("a", "2026-01-05T10:00:00Z", "2026-03-01T10:00:00Z"),
      set("b", "2026-02-01T10:00:00Z", "2026-01-01T10:00:00Z"),
    ],
    dashboards: [{ slug: "transport", datasets: ["b"] }],
    series: [{ id: "stops", datasets: ["b", "gone"] }],
    publishers: [
      { ...example.publishers[0], datasets: ["a", "b"] },
      { ...example.publishers[0], id: "museum", datasets: [] },
    ],
    themes: [{ theme: "TRAN", datasets: ["a"] }],
    news: [
      { slug: "opened", date: "2026-04-01" },
      { slug: "planned", date: "2026-01-01" },
    ],
  } as unknown as Catalogue;
  const known = told(example);
  expect(told(catalogue).filter((page) => !known.includes(page))).toEqual([
    "/ 2026-04-01",
    "/datasets/ 2026-03-01",
    "/publishers/ 2026-03-01",
    "/news/ 2026-04-01",
    "/dashboards/transport/ 2026-02-01",
    "/dataset/a/ 2026-03-01",
    "/dataset/b/ 2026-02-01",
    "/series/stops/ 2026-02-01",
    "/publisher/council/ 2026-03-01",
    "/publisher/museum/",
    "/theme/tran/ 2026-03-01",
    "/news/opened/ 2026-04-01",
    "/news/planned/ 2026-01-01",
  ]);
});

test("a catalogue of fifty-one sets has two pages; without a plan, a card or an audit there are no pages of them", () => {
  const pathsOf = (catalogue: Catalogue) => pagesOf(catalogue, []).map(({ path }) => path);
  const many = { ...example, datasets: Array.from({ length: 51 }, () => stops) };
  expect(pathsOf(many).filter((path) => path.startsWith("/datasets/"))).toEqual([
    "/datasets/",
    "/datasets/2/",
  ]);
  const written = /^\/(plan|coverage|card|report|audit)\//;
  expect(pathsOf(example).filter((path) => written.test(path))).toEqual([]);
  const planned = pathsOf(catalogueOf(plannedPortal)).filter((path) => written.test(path));
  expect(planned).toMatchSnapshot();
  expect(new Set(planned).size).toBe(planned.length);
});

test("pages lie under the portal's own root, English ones under /en/", () => {
  const { portal } = example;
  const deep = { ...portal, site: "https://council.github.io/data/" };
  expect([rootOf(portal), rootOf(deep)]).toEqual(["", "/data"]);
  expect([
    pagePath(portal, "uk", "/about/"),
    pagePath(portal, "en", "/about/"),
    pagePath(deep, "en", "/about/"),
  ]).toEqual(["/about/", "/en/about/", "/data/en/about/"]);
});
