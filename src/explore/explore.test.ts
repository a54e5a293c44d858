import { expect, test } from "vitest";
import { chartOf } from "./chart.ts";
import { createEngine } from "./engine.ts";
import { exportRows } from "./export.ts";
import { memorySource } from "./source/source.ts";
import { suggestCharts } from "./suggest-charts.ts";
import { type ExploreColumn, emptyView, parseView, type View, writeView } from "./view.ts";

const column = (
  name: string,
  type: ExploreColumn["type"],
  more: Partial<ExploreColumn> = {},
): ExploreColumn => ({ name, type, title: name, distinct: 4, missing: 0, ...more });

const columns = [
  column("street", "string", { distinct: 500 }),
  column("kind", "string"),
  column("trees", "integer"),
  column("planted", "date"),
];
const records = [
  ["вулиця Соборна", "липа", "12", "2024-03-05"],
  ["вулиця П'ятницька", "клен", "3", "2024-05-31"],
  ["бульвар Європейський", "липа", "", "2023-11-01"],
  ["вулиця Ярмаркова", "null", "100", "2025-01-15"],
  ["вулиця Ґрунтова", "дуб", "3", ""],
];
const engine = createEngine(
  memorySource(
    columns.map(({ name }) => name),
    records,
    ["", "null"],
  ),
  columns,
);
const streets = async (view: Partial<View>) =>
  (await engine.page({ ...emptyView, ...view })).rows.map(
    ({ cells: [street] }) => street?.split(" ")[1],
  );

test("a text is found whatever its case and apostrophe", async () => {
  expect(await streets({ q: "п’ЯТНИЦЬКА" })).toEqual(["П'ятницька"]);
  expect(await streets({ filters: { street: { kind: "text", text: "БУЛЬВАР" } } })).toEqual([
    "Європейський",
  ]);
});

test("each word of a text may be in another cell and in another form", async () => {
  expect(await streets({ q: "липи соборній" })).toEqual(["Соборна"]);
  expect(await streets({ q: "вул ярмаркова" })).toEqual(["Ярмаркова"]);
  expect(await streets({ q: "липа ярмаркова" })).toEqual([]);
  expect(await streets({ q: "2024-05 клен" })).toEqual(["П'ятницька"]);
});

test("a range takes its ends; rows without a value are in no range", async () => {
  const trees = (from: string, to: string) =>
    streets({ filters: { trees: { kind: "range", from, to } } });
  expect(await trees("3", "12")).toEqual(["Соборна", "П'ятницька", "Ґрунтова"]);
  expect(await trees("12.5", "")).toEqual(["Ярмаркова"]);
  const planted = (from: string, to: string) =>
    streets({ filters: { planted: { kind: "range", from, to } } });
  expect(await planted("2024", "2024-05")).toEqual(["Соборна", "П'ятницька"]);
  expect(await planted("", "2023")).toEqual(["Європейський"]);
});

test("a choice takes each of its values, and the cells without one", async () => {
  const kind = (...values: string[]) => streets({ filters: { kind: { kind: "choice", values } } });
  expect(await kind("липа", "дуб")).toEqual(["Соборна", "Європейський", "Ґрунтова"]);
  expect(await kind("")).toEqual(["Ярмаркова"]);
});

test("several filters and a text hold at once", async () => {
  expect(
    await streets({
      q: "вулиця",
      filters: {
        trees: { kind: "range", from: "", to: "12" },
        planted: { kind: "range", from: "2024", to: "" },
      },
    }),
  ).toEqual(["Соборна", "П'ятницька"]);
});

test("numbers are sorted as numbers, words as the Ukrainian alphabet has them; nothing stands last both ways", async () => {
  const by = (name: string, down: boolean) => streets({ sort: { column: name, down } });
  expect(await by("trees", false)).toEqual([
    "П'ятницька",
    "Ґрунтова",
    "Соборна",
    "Ярмаркова",
    "Європейський",
  ]);
  expect((await by("trees", true)).at(0)).toBe("Ярмаркова");
  expect((await by("trees", true)).at(-1)).toBe("Європейський");
  expect(await by("street", false)).toEqual([
    "Європейський",
    "Ґрунтова",
    "П'ятницька",
    "Соборна",
    "Ярмаркова",
  ]);
});

test("a page tells how many rows were found and each row's number in the file; a page beyond the last is the last", async () => {
  const page = await engine.page({
    ...emptyView,
    page: 9,
    hidden: ["street", "planted"],
    filters: { trees: { kind: "range", from: "3", to: "3" } },
  });
  expect(page).toEqual({
    found: 2,
    total: 5,
    rows: [
      { number: 2, cells: ["клен", "3"] },
      { number: 5, cells: ["дуб", "3"] },
    ],
  });
  expect(await engine.row(4)).toEqual(["вулиця Ярмаркова", "", "100", "2025-01-15"]);
});

test("a view and its address are one: what is written is read back, what the table has not is passed over", () => {
  const views: Partial<View>[] = [
    {},
    { q: "вул. Соборна, 1", page: 3, hidden: ["kind"], sort: { column: "trees", down: true } },
    {
      filters: {
        street: { kind: "text", text: "a=b&c|d" },
        kind: { kind: "choice", values: ["липа", "", "a..b"] },
        trees: { kind: "range", from: "-5", to: "10.5" },
        planted: { kind: "range", from: "", to: "2024-05" },
      },
    },
    {
      show: "chart",
      chart: { kind: "bar", x: "kind", y: "trees", of: "mean", by: "street", apart: true },
    },
    { show: "map" },
  ];
  for (const part of views) {
    const view = { ...emptyView, ...part };
    expect(parseView(new URLSearchParams(writeView(view).toString()), columns)).toEqual(view);
  }
  expect(writeView(emptyView).toString()).toBe("");
  const strange =
    "sort=-gone&hide=x,kind&in.kind=1..2&is.gone=1&page=-1&show=x&chart=bar&x=gone&in.trees=..";
  expect(parseView(new URLSearchParams(strange), columns)).toEqual({
    ...emptyView,
    hidden: ["kind"],
  });
});

test("the values of a column are counted, the most frequent first", async () => {
  expect(await engine.values("kind")).toEqual([
    { value: "липа", count: 2 },
    { value: "", count: 1 },
    { value: "дуб", count: 1 },
    { value: "клен", count: 1 },
  ]);
});

test("a view leaves the portal as CSV and JSON: its rows, its columns, its order", async () => {
  const view: View = {
    ...emptyView,
    sort: { column: "trees", down: true },
    hidden: ["planted"],
    filters: { kind: { kind: "choice", values: ["липа", ""] } },
  };
  expect(await engine.export(view, "csv")).toBe(
    "street,kind,trees\nвулиця Ярмаркова,,100\nвулиця Соборна,липа,12\nбульвар Європейський,липа,\n",
  );
  expect(JSON.parse(String(await engine.export(view, "json")))).toEqual([
    { street: "вулиця Ярмаркова", kind: null, trees: 100 },
    { street: "вулиця Соборна", kind: "липа", trees: 12 },
    { street: "бульвар Європейський", kind: "липа", trees: null },
  ]);
});

test("a workbook keeps numbers as numbers, dates as dates, codes and what begins with «=» as text", async () => {
  const { readXlsx } = await import("hucre");
  const typed = [
    column("code", "string"),
    column("sum", "number"),
    column("day", "date"),
    column("done", "boolean"),
  ];
  const bytes = await exportRows("xlsx", typed, [
    ["00022438", "1.5", "2026-11-23", "true"],
    ["=1+1", "", "", ""],
  ]);
  const book = await readXlsx(bytes as Uint8Array);
  expect(book.sheets[0]?.rows).toEqual([
    ["code", "sum", "day", "done"],
    ["00022438", 1.5, new Date("2026-11-23T00:00:00Z"), true],
    ["=1+1", null, null, null],
  ]);
});

const cellsOf = (...values: (string | number)[]) => values;

test("a chart counts rows by a column's values, the greatest first; what does not fit is gathered", () => {
  const many = Array.from({ length: 20 }, (_, kind) =>
    Array<string>(20 - kind).fill(`вид ${kind + 1}`),
  ).flat();
  const chart = chartOf(
    { kind: "bar", x: "kind", of: "count", apart: false },
    { x: [...many, ""] },
    column("kind", "string", { distinct: 20 }),
    "решта",
  );
  expect(chart.labels).toHaveLength(16);
  expect(chart.labels.slice(0, 2)).toEqual(["вид 1", "вид 2"]);
  expect(chart.labels.at(-1)).toBe("решта");
  expect(chart.series).toEqual([
    { name: "", values: [20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 15] },
  ]);
  expect({ rest: chart.restLabels, left: chart.left }).toEqual({ rest: 5, left: 1 });
});

test("sums and means leave out rows without a number and say how many", () => {
  const of = (what: "sum" | "mean") =>
    chartOf(
      { kind: "bar", x: "kind", y: "trees", of: what, apart: false },
      { x: cellsOf("липа", "липа", "дуб", "дуб"), y: cellsOf("1", "3", "10", "") },
      column("kind", "string"),
      "решта",
    );
  expect(of("sum")).toEqual({
    labels: ["дуб", "липа"],
    series: [{ name: "", values: [10, 4] }],
    restLabels: 0,
    left: 1,
  });
  expect(of("mean").series[0]?.values).toEqual([10, 2]);
});

test("two columns make a stacked chart; a pair nobody has stays empty", () => {
  expect(
    chartOf(
      { kind: "bar", x: "kind", by: "state", of: "count", apart: false },
      { x: cellsOf("а", "а", "б"), by: cellsOf("нове", "старе", "нове") },
      column("kind", "string"),
      "решта",
    ),
  ).toEqual({
    labels: ["а", "б"],
    series: [
      { name: "нове", values: [1, 1] },
      { name: "старе", values: [1, null] },
    ],
    restLabels: 0,
    left: 0,
  });
});

test("days are told one by one, by month where they are far apart, by year where months are; empty ones stand too", () => {
  const days = (count: number) =>
    Array.from({ length: count }, (_, day) =>
      new Date(Date.UTC(2010, 0, 1 + day)).toISOString().slice(0, 10),
    );
  const line = (count: number) =>
    chartOf(
      { kind: "line", x: "day", of: "count", apart: false },
      { x: days(count).reverse() },
      column("day", "date"),
      "решта",
    );
  expect(line(3).labels).toEqual(["2010-01-01", "2010-01-02", "2010-01-03"]);
  expect({ grain: line(120).grain, labels: line(120).labels }).toEqual({
    grain: "month",
    labels: ["2010-01", "2010-02", "2010-03", "2010-04"],
  });
  expect(line(4000).grain).toBe("year");
  const sparse = (of: "count" | "sum") =>
    chartOf(
      { kind: "line", x: "day", ...(of === "sum" ? { y: "n" } : {}), of, apart: false },
      { x: ["2024-05-31", "2024-01-01", "2024-05-01"], y: ["2", "3", "5"] },
      column("day", "date"),
      "решта",
    );
  expect(sparse("count")).toEqual({
    labels: ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05"],
    series: [{ name: "", values: [1, 0, 0, 0, 2] }],
    restLabels: 0,
    left: 0,
    grain: "month",
  });
  expect(sparse("sum").series[0]?.values).toEqual([3, null, null, null, 7]);
});

test("a histogram has round steps, takes every number once and leaves out what is none", () => {
  const chart = chartOf(
    { kind: "histogram", x: "sum", of: "count", apart: false },
    { x: [...Array.from({ length: 1000 }, (_, value) => String(value / 10)), ""] },
    column("sum", "number"),
    "решта",
  );
  expect(chart.labels.slice(0, 2)).toEqual(["0–5", "5–10"]);
  expect(chart.series[0]?.values).toEqual(Array<number>(20).fill(50));
  expect(chart.left).toBe(1);
  const whole = chartOf(
    { kind: "histogram", x: "age", of: "count", apart: false },
    { x: cellsOf("1", "2", "2", "4") },
    column("age", "integer"),
    "решта",
  );
  expect(whole).toMatchObject({ labels: ["1", "2", "3", "4"], series: [{ values: [1, 2, 0, 1] }] });
});

test("charts are offered by what the columns are: time, kinds, measures; codes and places on the map are no measures", () => {
  const offered = suggestCharts(
    [
      column("id", "integer", { distinct: 100 }),
      column("lat", "number", { distinct: 90 }),
      column("kind", "string", { distinct: 5 }),
      column("state", "string", { distinct: 2 }),
      column("actDate", "date", { distinct: 60 }),
      column("quantity", "integer", { distinct: 30 }),
    ],
    100,
  );
  expect(
    offered.map(({ kind, x, y, by }) => [kind, x, y ?? "", by ?? ""].join(" ").trim()),
  ).toEqual([
    "line actDate quantity",
    "bar kind",
    "bar state",
    "histogram quantity",
    "bar kind  state",
  ]);
});
