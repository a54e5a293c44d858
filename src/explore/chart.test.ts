import { expect, test } from "vitest";
import { column } from "../test/fixtures/explored-columns.ts";
import { chartOf, isAddable } from "./chart.ts";
import { parseView, writeView } from "./view.ts";

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

test("a histogram counts a number on an edge in the step that begins with it", () => {
  const hundredths = Array.from({ length: 100 }, (_, at) => (at / 100).toFixed(2));
  const { series, labels } = chartOf(
    { kind: "histogram", x: "x", of: "count", apart: false },
    { x: hundredths },
    column("x", "number"),
    "решта",
  );
  expect(series[0]?.values).toEqual(Array<number>(20).fill(5));
  expect(labels.slice(0, 2)).toEqual(["0–0.05", "0.05–0.1"]);
  const small = chartOf(
    { kind: "histogram", x: "x", of: "count", apart: false },
    { x: ["0.0001", "0.0002", "1e400"] },
    column("x", "number"),
    "решта",
  );
  expect(new Set(small.labels).size).toBe(small.labels.length);
  expect(small.left).toBe(1);
});

test("a chart of years before our era, of words for numbers, of a column that is gone is drawn or said to be empty", () => {
  expect(
    chartOf(
      { kind: "line", x: "y", of: "count", apart: false },
      { x: ["-0044", "1920"] },
      column("y", "year"),
      "",
    ).labels,
  ).toEqual(["-0044", "1920"]);
  expect(
    chartOf(
      { kind: "bar", x: "k", y: "v", of: "mean", apart: false },
      { x: ["а", "б"], y: ["двадцять", "4"] },
      column("k", "string"),
      "",
    ),
  ).toMatchObject({ labels: ["б"], series: [{ values: [4] }], left: 1 });
  const columns = [column("k", "string"), column("v", "string")];
  for (const old of ["chart=bar&x=k&of=sum&y=gone", "chart=bar&x=k&of=mean&y=v"])
    expect(parseView(new URLSearchParams(old), columns).chart?.of).toBe("count");
});

test("two measures stand beside each other; a row without the second counts for the first", () => {
  expect(
    chartOf(
      { kind: "bar", x: "kind", y: "plan", y2: "fact", of: "sum", apart: false },
      { x: cellsOf("а", "а", "б"), y: cellsOf("5", "5", "1"), y2: cellsOf("3", "", "1") },
      column("kind", "string"),
      "решта",
    ),
  ).toEqual({
    labels: ["а", "б"],
    series: [
      { name: "plan", values: [10, 1] },
      { name: "fact", values: [3, 1] },
    ],
    restLabels: 0,
    left: 0,
  });
});

test("years lie over each other month by month, each a series; an index counts from the first of each", () => {
  const request = { kind: "line", x: "day", y: "n", of: "sum", by: "day", apart: false } as const;
  const days = cellsOf("2021-01-05", "2021-02-01", "2022-01-31", "2022-02-01", "2022-02-03");
  const cells = { x: days, y: cellsOf("10", "20", "40", "5", "5"), by: days };
  const of = (as?: "index" | "share") =>
    chartOf(as ? { ...request, as } : request, cells, column("day", "date"), "");
  expect(of()).toMatchObject({
    labels: ["--01", "--02"],
    series: [
      { name: "2021", values: [10, 20] },
      { name: "2022", values: [40, 10] },
    ],
  });
  expect(of("index").series.map(({ values }) => values)).toEqual([
    [100, 200],
    [100, 25],
  ]);
  expect(of("share").series.map(({ values }) => values[0])).toEqual([20, 80]);
});

test("an address of two measures, years or per cent opens the same chart again", () => {
  const columns = [column("k", "date"), column("v", "number"), column("w", "number")];
  for (const chart of [
    "chart=line&x=k&y=v&y2=w&of=sum&as=index",
    "chart=line&x=k&y=v&of=sum&as=share&by=k",
  ]) {
    const view = parseView(new URLSearchParams(`show=chart&${chart}`), columns);
    expect(parseView(writeView(view), columns)).toEqual(view);
    expect([...writeView(view)].sort()).toEqual(
      [...new URLSearchParams(`show=chart&${chart}`)].sort(),
    );
  }
});

test("shares, means and ages are not added up", () => {
  const titled = (name: string, title: string) => ({ ...column(name, "number"), title });
  expect(
    [
      titled("turnout", "Явка, %"),
      titled("meanScore", "Середній бал"),
      titled("balance", "Баланс"),
      titled("n", "Кількість"),
    ].map(isAddable),
  ).toEqual([false, false, true, true]);
});
