import { expect, test } from "vitest";
import { type Dataset, sharedOf } from "../../model/catalogue.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { fullPortal } from "../../test/fixtures/full-portal.ts";
import { catalogueOf } from "../../test/fixtures/generated-portal.ts";
import { renderDatasetMarkdown } from "./dataset-markdown.ts";

const catalogue = catalogueOf(examplePortal);
const [stops] = catalogue.datasets;
const [file] = stops?.resources ?? [];
if (!stops || !file) throw new Error("The example has a set with a file.");
const written = (set: Dataset) =>
  renderDatasetMarkdown(set, sharedOf(catalogue)).replaceAll("\u00a0", " ");

test("a set as Markdown: what it is, whose, how fresh, its files, its columns, how to cite it", () => {
  expect(written(stops)).toMatchSnapshot();
});

test("tables of a set stand each under its name", () => {
  const routes = catalogueOf(fullPortal).datasets.find(({ id }) => id === "routes");
  if (!routes) throw new Error("The portal has routes.");
  expect(written(routes).match(/^(#.*|Рядок.*)$/gm)).toEqual([
    "# Маршрути",
    "## Файли",
    "## Що означають колонки",
    "### Маршрути",
    "Рядок відрізняють від інших за: `kind`, `number`",
    "### Зупинки маршрутів",
    "Рядок відрізняють від інших за: `id`",
    "## Як послатися",
  ]);
});

test("a withdrawn set of which little is known says so; nothing that people wrote becomes a mark", () => {
  const {
    description: _,
    licence: __,
    issued: ___,
    modified: ____,
    frequency: _____,
    ...rest
  } = stops;
  const { bytes, sha256, format, table, schema, modified, url, ...bare } = file;
  const text = written({
    ...rest,
    title: { uk: "# Зупинки [усі](https://example.org) <b>" },
    freshness: { state: "withdrawn" },
    temporal: { start: "2025-01-01" },
    passport: {
      ...stops.passport,
      status: "withdrawn",
      version: "1.0",
      withdrawn: { date: "2026-01-02", reason: "Дані застаріли", successor: "routes" },
    },
    resources: [{ ...bare, page: "https://example.org/page" }],
  } as Dataset);
  expect(text).toMatchSnapshot();
  expect(written({ ...stops, resources: [] })).not.toContain("## Файли");
});
