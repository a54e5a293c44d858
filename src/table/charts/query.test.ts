import { expect, test } from "vitest";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { chartQuerySchema, figureQuerySchema } from "../../schemas/content/query.ts";
import { generatedPortal } from "../../test/fixtures/generated-portal.ts";
import { answerChart, answerFigure } from "./query.ts";

const { datasets } = readRepository(
  treeOf({
    ...generatedPortal(1),
    "data/datasets/stops-1/stops.csv":
      "id,name,platforms\n1,Вокзал,2\n2,Центр,1\n3,Вокзал,4\n4,Ринок,\n",
  }),
);
const figure = (attributes: object) =>
  answerFigure(
    datasets,
    figureQuerySchema.parse({ dataset: "stops-1", label: "платформ", ...attributes }),
  );

test.each([
  ["rows", { of: "rows" }, 4],
  ["rows where a column is so", { of: "rows", where: "name=Вокзал" }, 2],
  ["rows where two columns are so", { of: "rows", where: "name=Вокзал;platforms=4" }, 1],
  ["a sum, an empty cell counts for nothing", { of: "sum", column: "platforms" }, 7],
  ["a mean of the cells that say something", { of: "mean", column: "platforms" }, 7 / 3],
  ["the least", { of: "minimum", column: "platforms" }, 1],
  ["the most, in thousands", { of: "maximum", column: "platforms", divideBy: "1000" }, 0.004],
  ["a sum of nothing", { of: "sum", column: "platforms", where: "name=Немає" }, undefined],
])("%s", (_, attributes, value) => {
  expect(figure(attributes)).toBe(value);
});

test("a chart adds up rows of one name, the greatest first, no more than asked", () => {
  const query = chartQuerySchema.parse({
    dataset: "stops-1",
    title: "Платформи",
    kind: "bar",
    x: "name",
    y: "platforms",
    sort: "value",
    limit: "2",
  });
  const { labels, series } = answerChart(datasets, query);
  expect([labels, series[0]?.values]).toEqual([
    ["Вокзал", "Центр"],
    [6, 1],
  ]);
});

test("without numbers a chart counts rows", () => {
  const query = chartQuerySchema.parse({
    dataset: "stops-1",
    title: "Зупинки",
    kind: "bar",
    x: "name",
    sort: "value",
  });
  const { labels, series } = answerChart(datasets, query);
  expect([labels[0], series[0]?.values]).toEqual(["Вокзал", [2, 1, 1]]);
});

const shown = (files: Record<string, string>, attributes: object) => {
  const sources = readRepository(treeOf({ ...generatedPortal(2), ...files })).datasets;
  const chart = answerChart(
    sources,
    chartQuerySchema.parse({ dataset: "stops-1", title: "Платформи", kind: "bar", ...attributes }),
  );
  return {
    labels: chart.labels,
    series: chart.series.map(({ title, values }) => [title.uk, values]),
    ...(chart.cut ? { cut: chart.cut } : {}),
    ...(chart.blank ? { blank: chart.blank } : {}),
    ...(chart.left ? { left: chart.left } : {}),
    scale: chart.scale,
  };
};
const first = "data/datasets/stops-1/stops.csv";

test("a chart that is cut says of how many, and what they all add up to", () => {
  const table = { [first]: "id,name,platforms\n1,Вокзал,5\n2,Центр,3\n3,Ринок,1\n4,Парк,\n" };
  expect(shown(table, { x: "name", y: "platforms", sort: "value", limit: "2" })).toEqual({
    labels: ["Вокзал", "Центр"],
    series: [["Кількість платформ", [5, 3]]],
    cut: { labels: 3, sums: [9], largest: true },
    blank: 1,
    scale: "names",
  });
});

test("an empty cell is no number, though the table says otherwise how it writes a missing value", () => {
  const passport = `${generatedPortal(1)["data/datasets/stops-1/datapackage.yaml"]}`;
  const files = {
    "data/datasets/stops-1/datapackage.yaml": passport.replace(
      /^( +)fields:/m,
      '$1missingValues: ["-"]\n$1fields:',
    ),
    [first]: "id,name,platforms\n1,Вокзал,\n2,Центр,-\n3,Ринок,0\n",
  };
  expect(files["data/datasets/stops-1/datapackage.yaml"]).toContain("missingValues");
  expect(shown(files, { x: "name", y: "platforms" }).series).toEqual([["Кількість платформ", [0]]]);
  const { datasets: sources } = readRepository(treeOf({ ...generatedPortal(1), ...files }));
  expect(
    answerFigure(
      sources,
      figureQuerySchema.parse({ dataset: "stops-1", of: "mean", column: "platforms", label: "а" }),
    ),
  ).toBe(0);
});

test("addresses are brought to streets, values of a column to series, parts to shares", () => {
  const table = {
    [first]:
      "id,name,platforms\n1,вул. Київська,1\n2,Київська 17,3\n3,вулиця Київська,1\n4,вул. Перша,2\n",
  };
  expect(shown(table, { x: "name", per: "street", y: "platforms", sort: "value" })).toMatchObject({
    labels: ["вул. Київська", "вул. Перша"],
    series: [["Кількість платформ", [5, 2]]],
  });
  expect(shown(table, { x: "name", per: "street", by: "platforms", as: "share" })).toMatchObject({
    labels: ["вул. Київська", "вул. Перша"],
    series: [
      ["1", [66.67, null]],
      ["2", [null, 100]],
      ["3", [33.33, null]],
    ],
  });
});

test("days are brought to years and months; a year without rows has its place; years lie over each other", () => {
  const table = {
    [first]: "id,name,platforms\n1,2020-01-05,1\n2,2020-03-01,2\n3,2022-01-31,6\n4,,9\n",
  };
  expect(shown(table, { x: "name", per: "year", y: "platforms" })).toEqual({
    labels: ["2020", "2021", "2022"],
    series: [["Кількість платформ", [3, null, 6]]],
    left: { rows: 1, sums: [9] },
    scale: "time",
  });
  expect(shown(table, { x: "name", per: "month" }).labels).toHaveLength(25);
  expect(shown(table, { x: "name", per: "year", y: "platforms", as: "index" }).series).toEqual([
    ["Кількість платформ", [100, null, 200]],
  ]);
  expect(shown(table, { x: "name", per: "month", by: "name", y: "platforms" })).toEqual({
    labels: ["--01", "--02", "--03"],
    series: [
      ["2020", [1, null, 2]],
      ["2022", [6, null, null]],
    ],
    left: { rows: 1, sums: [9] },
    scale: "time",
  });
});

test("two sets stand on one chart, each a series with the name of the set", () => {
  const tables = {
    [first]: "id,name,platforms\n1,2020-01-05,1\n",
    "data/datasets/stops-2/stops.csv": "id,name,platforms\n1,2022-01-05,4\n2,2022-05-05,\n",
  };
  const { labels, series } = shown(tables, {
    x: "name",
    per: "year",
    y: "platforms",
    and: "stops-2:name:platforms",
    names: "Перші;Другі",
  });
  expect(series.map(([title]) => title)).toEqual(["Перші", "Другі"]);
  expect([labels, series.map(([, values]) => values)]).toEqual([
    ["2020", "2021", "2022"],
    [
      [1, null, null],
      [null, null, 4],
    ],
  ]);
});

test("words a writer has given in English are on the chart beside the Ukrainian", () => {
  const query = chartQuerySchema.parse({
    dataset: "stops-1",
    title: "Платформи",
    kind: "bar",
    x: "name",
    y: "platforms",
    and: "stops-1:name",
    names: "Платформи;Зупинки",
    finding: "Найбільше на вокзалі",
    unit: "од.",
    en: "Platforms",
    enNames: "Platforms;Stops",
    enFinding: "Most are at the station",
    enUnit: "pieces",
  });
  const { title, finding, unit, series } = answerChart(datasets, query);
  expect([title, finding, unit, ...series.map((one) => one.title)]).toEqual([
    { uk: "Платформи", en: "Platforms" },
    { uk: "Найбільше на вокзалі", en: "Most are at the station" },
    { uk: "од.", en: "pieces" },
    { uk: "Платформи", en: "Platforms" },
    { uk: "Зупинки", en: "Stops" },
  ]);
});
