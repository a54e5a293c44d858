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
