import { expect, test } from "vitest";
import { column, columns } from "../test/fixtures/explored-columns.ts";
import { createEngine } from "./engine.ts";
import { memorySource } from "./source/source.ts";
import { type ExploreColumn, emptyView, parseView, type View } from "./view.ts";

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

test("a place that is none is told, not drawn", async () => {
  const places = [column("lat", "string"), column("lon", "string")];
  const source = memorySource(
    ["lat", "lon"],
    [
      ["48.5", "32.2"],
      ["н/д", "32.2"],
      ["95", "32"],
    ],
    [""],
  );
  expect(await createEngine(source, places).places(emptyView, "lat", "lon")).toEqual({
    places: [[1, 48.5, 32.2, ""]],
    without: 2,
  });
  expect(parseView(new URLSearchParams("show=map"), places, false).show).toBe("table");
});

const cellsOf = (type: ExploreColumn["type"], cells: string[]) => {
  const moments = [{ ...column("at", type), distinct: cells.length }];
  const asked = createEngine(
    memorySource(
      ["at"],
      cells.map((cell) => [cell]),
      [""],
    ),
    moments,
  );
  return async (view: Partial<View>) =>
    (await asked.page({ ...emptyView, ...view })).rows.map(({ cells: [cell] }) => cell);
};

test("moments of several zones are sorted as moments, times with and without seconds as times", async () => {
  const moments = cellsOf("datetime", [
    "2026-03-01T07:59-05:00",
    "2026-03-01T08:00Z",
    "2026-03-01T09:30:00+03:00",
    "",
  ]);
  expect(await moments({ sort: { column: "at", down: false } })).toEqual([
    "2026-03-01T09:30:00+03:00",
    "2026-03-01T08:00Z",
    "2026-03-01T07:59-05:00",
    "",
  ]);
  const times = cellsOf("time", ["10:00", "09:59:59", "10:00:30"]);
  expect(await times({ sort: { column: "at", down: true } })).toEqual([
    "10:00:30",
    "10:00",
    "09:59:59",
  ]);
});

test("a range of moments is of the clocks as they are written; with a zone, of the moments", async () => {
  const cells = ["2026-03-01T07:59-05:00", "2026-03-01T08:00Z", "2026-03-01T09:30:00+03:00", ""];
  const moments = cellsOf("datetime", cells);
  const between = (from: string, to: string) =>
    moments({ filters: { at: { kind: "range", from, to } } });
  expect(await between("2026-03-01T08:00:00", "")).toEqual([cells[1], cells[2]]);
  expect(await between("", "2026-03-01T08:00")).toEqual([cells[0], cells[1]]);
  expect(await between("2026-03-01T08:00:00Z", "")).toEqual([cells[0], cells[1]]);
  expect(await between("", "2026-03-01T12:58Z")).toEqual([cells[1], cells[2]]);
  expect(await between("2026-03", "2026-03-01")).toEqual(cells.slice(0, 3));
  const times = cellsOf("time", ["00:00", "09:30Z", "09:31"]);
  expect(
    await times({ filters: { at: { kind: "range", from: "00:00:00", to: "09:30:00" } } }),
  ).toEqual(["00:00", "09:30Z"]);
});

test("a row that is not in the table is none", async () => {
  expect(await engine.row(5)).toEqual(["вулиця Ґрунтова", "дуб", "3", ""]);
  for (const number of [0, 6, 5000]) expect(await engine.row(number)).toBeUndefined();
});
