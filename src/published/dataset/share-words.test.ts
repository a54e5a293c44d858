import { expect, test } from "vitest";
import type { Dataset, Resource } from "../../model/catalogue.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { catalogueOf } from "../../test/fixtures/generated-portal.ts";
import { portalShareImage, shareImageOf } from "./share-words.ts";

const catalogue = catalogueOf(examplePortal);
const [stops] = catalogue.datasets;
if (!stops) throw new Error("The example has a set.");
const spaced = (facts: { figure: string; words: string }[]) =>
  facts.map(({ figure, words }) => `${figure} | ${words}`.replaceAll("\u00a0", " "));
const { temporal: _, ...undated } = stops;
const imageOf = (change: object) =>
  shareImageOf({ ...undated, ...change } as Dataset, "2026-11-23");
const tableOf = (rows: number) => ({ table: { rows } }) as Resource;
const chartOf = (values: (number | undefined)[], kind = "line") => ({
  charts: [{ kind, series: [{ values }] }],
});

test("rows of all tables, the first two formats, the years of the data: each where there is one", () => {
  const change = {
    resources: [tableOf(1000), {}, tableOf(115)],
    formats: ["CSV", "JSON", "XLSX"],
    modified: "2026-11-23",
    temporal: { start: "2018-04-01", end: "2020-09-24" },
  };
  expect(spaced(imageOf(change).facts)).toEqual([
    "1 115 | рядків",
    "CSV, JSON | формат",
    "2018–2020 | роки даних",
  ]);
  const told = { ...change, resources: [{}], formats: [] };
  expect(spaced(imageOf({ ...told, temporal: { start: "2026-01-01" } }).facts)).toEqual([
    "2026 | рік даних",
  ]);
  expect(imageOf({ ...told, temporal: undefined }).facts).toEqual([]);
});

test("of the first chart the last twenty-four values, what is missing as nought", () => {
  const values = Array.from({ length: 30 }, (_, at) => (at === 29 ? undefined : at));
  const { values: shown, kind } = imageOf(chartOf(values));
  expect([shown, kind]).toEqual([[...values.slice(6, 29), 0], "line"]);
  const none = imageOf({ charts: [] });
  expect([none.values, none.kind]).toEqual([[], "bar"]);
  expect(imageOf({ charts: [{ kind: "line", series: [] }] }).values).toEqual([]);
});

test("the portal and its figures", () => {
  const { over, facts, values, kind, title } = portalShareImage({
    ...catalogue,
    counts: { ...catalogue.counts, datasets: 21, rows: 2, publishers: 1200 },
    today: "2026-11-23",
  });
  expect([over, title, values, kind]).toEqual([
    new URL(catalogue.portal.site).hostname,
    catalogue.portal.title,
    [],
    "bar",
  ]);
  const one = { ...catalogue.counts, publishers: 1 };
  expect(spaced(portalShareImage({ ...catalogue, counts: one }).facts)).toContain(
    "1 | розпорядник",
  );
  expect(spaced(facts)).toEqual([
    "21 | набір",
    "2 | рядки",
    "1 200 | розпорядників",
    "2026 | рік оновлення",
  ]);
});
