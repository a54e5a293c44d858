import { expect, test } from "vitest";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { found } from "../../test/fixtures/found.ts";
import { buildChart } from "./chart.ts";

type Described = { csv: string; chart: string; key?: string; fields?: string };

const filesOf = ({ csv, chart, key = "id", fields = "" }: Described): Record<string, string> => ({
  ...examplePortal,
  "data/datasets/stops/datapackage.yaml": (
    examplePortal["data/datasets/stops/datapackage.yaml"] ?? ""
  )
    .replace(
      "resources:\n",
      `charts:\n  - { name: a, title: Зупинки, resource: stops, kind: bar, ${chart} }\nresources:\n`,
    )
    .replace("primaryKey: id", `primaryKey: ${key}`)
    .concat(fields),
  "data/datasets/stops/stops.csv": csv,
});

/** What a passport's chart shows of a table. */
function shown(described: Described) {
  const [dataset] = readRepository(treeOf(filesOf(described))).datasets;
  const [chart] = dataset?.value.charts ?? [];
  const [{ table, schema } = {}] = dataset?.tables ?? [];
  if (!dataset || !chart || !table || !schema) throw new Error("No chart.");
  const built = buildChart(dataset.id, chart, table, schema);
  return {
    labels: built.labels,
    values: built.series[0]?.values,
    scale: built.scale,
    ...(built.cut ? { cut: built.cut } : {}),
    ...(built.left ? { left: built.left } : {}),
  };
}

const warned = (described: Described): string[] =>
  found(filesOf(described)).filter((line) => line.includes("chart-drawn"));

const largest = "x: name, y: [platforms], sort: value, limit: 2";

test("a lane of the same name does not take the street's bar: the key tells them apart", () => {
  const streets = {
    csv: "id,name,platforms\nвул.,Кропивницького,147\nвул.,Соборна,90\nпров.,Кропивницького,45\n",
    chart: largest,
    key: "[id, name]",
  };
  expect(shown(streets)).toEqual({
    labels: ["вул. Кропивницького", "вул. Соборна"],
    values: [147, 90],
    scale: "names",
    cut: { labels: 3, sums: [282], largest: true },
  });
  expect(warned(streets)).toEqual([]);
});

test("bars of one name that nothing tells apart are numbered, and the passport is asked about them", () => {
  const stops = {
    csv: "id,name,platforms\n1,Вокзал,2\n2,Вокзал (1),7\n3,Вокзал,5\n4,,3\n",
    chart: largest,
  };
  expect(shown(stops)).toEqual({
    labels: ["Вокзал (1)", "Вокзал (3)"],
    values: [7, 5],
    scale: "names",
    cut: { labels: 3, sums: [17], largest: true },
    left: { rows: 1, sums: [3] },
  });
  expect(warned(stops)).toEqual([
    expect.stringContaining("На графіку «a» кілька рядків мають однаковий підпис: «Вокзал»."),
  ]);
});

const years = "        - { name: year, type: year, title: Рік }\n";

test("rows of one year, each for itself, are bars and no points in time", () => {
  expect(
    shown({
      csv: "id,name,platforms,year\n1,Вокзал,2,2020\n2,Центр,1,2020\n3,Ринок,4,2022\n",
      chart: "x: year, y: [platforms]",
      fields: years,
    }),
  ).toEqual({ labels: ["2020 (1)", "2020 (2)", "2022"], values: [2, 1, 4], scale: "names" });
});

test("the column of words tells rows of one value apart, where its words differ", () => {
  const described = {
    csv: "id,name,platforms,year\n1,Вокзал,2,2020\n2,Центр,1,2020\n",
    chart: "x: year, labels: name, y: [platforms]",
    fields: years,
  };
  expect(shown(described).labels).toEqual(["Вокзал", "Центр"]);
  expect(warned(described)).toEqual([]);
});

test("rows without a label or a number are counted, with what they hold", () => {
  expect(
    shown({
      csv: "id,name,platforms\n1,Вокзал,2\n2,Вокзал,\n3,,5\n4,,1\n5,Центр,\n",
      chart: "x: name, y: [platforms], aggregate: sum",
    }),
  ).toEqual({
    labels: ["Вокзал"],
    values: [2],
    scale: "names",
    // The row of «Центр» is told of by its name: it has no bar.
    left: { rows: 3, sums: [6] },
  });
  expect(
    shown({ csv: "id,name,platforms\n1,Вокзал,2\n2,,4\n", chart: "x: name, count: true" }),
  ).toMatchObject({ labels: ["Вокзал"], values: [1], left: { rows: 1, sums: [] } });
});

test("what is no day has no year", () => {
  expect(
    shown({
      csv: "id,name,platforms\n1,2020-05-01,2\n2,невідомо,4\n3,20201,1\n",
      chart: "x: name, per: year, y: [platforms], aggregate: sum",
    }),
  ).toMatchObject({ labels: ["2020"], values: [2], left: { rows: 2, sums: [5] } });
});
