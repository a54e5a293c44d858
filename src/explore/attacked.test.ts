import { describe, expect, test } from "vitest";
import { previewOf } from "../catalogue/build-dataset.ts";
import { renderCalendar } from "../published/feeds/calendar.ts";
import { renderParquet } from "../published/tables/parquet.ts";
import { twinFormats } from "../published/tables/twins.ts";
import { examplePortal, stopsWith } from "../rules/example-portal.ts";
import type { Field } from "../schemas/data/table-schema.ts";
import { readRows, readTable } from "../table/read-table.ts";
import { askedDataset } from "../test/fixtures/asked-dataset.ts";
import { catalogueOf } from "../test/fixtures/generated-portal.ts";
import { chartOf } from "./chart.ts";
import { createEngine } from "./engine.ts";
import { exportRows } from "./export.ts";
import { isPlainNumber } from "./plain-number.ts";
import { shownCell } from "./shown-cell.ts";
import { largeSource } from "./source/large-source.ts";
import { openTable } from "./source/open.ts";
import { memorySource } from "./source/source.ts";
import { type ExploreColumn, emptyView, parseView } from "./view.ts";

/** What an attack on the explorer found: each a case that went wrong once. */
const column = (name: string, type: ExploreColumn["type"], distinct = 5): ExploreColumn => ({
  name,
  title: name,
  type,
  distinct,
  missing: 0,
});

test("a file that ends its lines in both ways is read whole", async () => {
  const csv = "id,thing,n\r\n1,стіл,5\n2,стілець,6\r\n3,шафа,7\n";
  const source = await openTable({
    title: "Речі",
    src: `data:text/csv,${encodeURIComponent(csv)}`,
    rows: 3,
    headerRows: 1,
    missing: [""],
    columns: [column("id", "integer"), column("thing", "string"), column("n", "integer")],
  });
  expect(await source.cells([0, 1, 2], ["thing", "n"])).toEqual([
    ["стіл", "5"],
    ["стілець", "6"],
    ["шафа", "7"],
  ]);
});

describe("the twin of a large table", () => {
  const field = (name: string, type: Field["type"], title = name): Field => ({
    name,
    type,
    title,
    constraints: {},
  });
  async function twinOf(text: string, fields: Field[]) {
    const csv = new TextEncoder().encode(text);
    const report = readTable(csv, { form: "published", fields });
    const schema = { fields, missingValues: [""], foreignKeys: [] };
    const table = { header: report.columns.map(({ name }) => name), rows: readRows(csv, report) };
    const preview = previewOf(table, schema, report);
    const { parquet, index } = renderParquet(table, preview, [""], csv);
    const part = (bytes: Uint8Array) => async (from: number, to: number) =>
      new Uint8Array(bytes.slice(from, to)).buffer;
    const source = await largeSource(
      { csv: part(csv), parquet: part(parquet), index: async () => new Uint8Array(index).buffer },
      fields.map(({ name }) => name),
      [""],
    );
    const columns = fields.map(({ name, type }) => column(name, type, 1000));
    return createEngine(source, columns);
  }

  test("takes a text with a point and a hundred letters after it for a text", async () => {
    const long = `Дерево аварійне. Потребує ${"обстеження ".repeat(20).trim()}`;
    const engine = await twinOf(`id,note\n1,${long}\n`, [
      field("id", "integer"),
      field("note", "string"),
    ]);
    expect(await engine.row(1)).toEqual(["1", long]);
  });

  test("is made of a table with names and titles above its rows", async () => {
    const engine = await twinOf("id,name\nНомер,Назва\n1,Перша\n2,Друга\n", [
      field("id", "integer", "Номер"),
      field("name", "string", "Назва"),
    ]);
    expect(await engine.row(2)).toEqual(["2", "Друга"]);
  });

  test("keeps codes as text: they are found by their zeros and stand in the order of text", async () => {
    const engine = await twinOf("kved\n47.10\n10.60\n10.13\n", [field("kved", "string")]);
    const kveds = async (view: object) =>
      (await engine.page({ ...emptyView, ...view })).rows.map(({ cells }) => cells[0]);
    expect(await kveds({ filters: { kved: { kind: "text", text: ".60" } } })).toEqual(["10.60"]);
    expect(await kveds({ sort: { column: "kved", down: false } })).toEqual([
      "10.13",
      "10.60",
      "47.10",
    ]);
    expect((await engine.values("kved")).map(({ value }) => value)).toContain("10.60");
  });
});

test("numbers are kept as numbers only where nothing is lost", async () => {
  for (const plain of ["0", "-5", "1.50", ".5", "1e5", "123456789012345"])
    expect({ plain, is: isPlainNumber(plain) }).toEqual({ plain, is: true });
  for (const text of ["007", "1e400", "12345678901234567", "", "-", "5 000", "0x10"])
    expect({ text, is: isPlainNumber(text) }).toEqual({ text, is: false });
  const json = await exportRows(
    "json",
    [column("id", "integer")],
    [["12345678901234567"], ["007"], ["7"]],
  );
  expect(JSON.parse(String(json))).toEqual([{ id: "12345678901234567" }, { id: "007" }, { id: 7 }]);
});

test("a workbook with no columns, with an old date and with an endless text is still one Excel opens", async () => {
  const { readXlsx } = await import("hucre");
  const rows = async (columns: ExploreColumn[], cells: string[][]) =>
    (await readXlsx((await exportRows("xlsx", columns, cells)) as Uint8Array)).sheets[0]?.rows;
  expect(await rows([], [[]])).toBeDefined();
  const [, row = []] =
    (await rows(
      [column("day", "date"), column("text", "string")],
      [["1654-01-08", "а".repeat(40_000)]],
    )) ?? [];
  expect(row[0]).toBe("1654-01-08");
  expect(String(row[1]).length).toBe(32_767);
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

test("a place that is none is told, not drawn", async () => {
  const columns = [column("lat", "string"), column("lon", "string")];
  const source = memorySource(
    ["lat", "lon"],
    [
      ["48.5", "32.2"],
      ["н/д", "32.2"],
      ["95", "32"],
    ],
    [""],
  );
  expect(await createEngine(source, columns).places(emptyView, "lat", "lon")).toEqual({
    places: [[1, 48.5, 32.2]],
    without: 2,
  });
  expect(parseView(new URLSearchParams("show=map"), columns, false).show).toBe("table");
});

test("years, houses and accounts are shown as they are written, sums with their thousands apart", () => {
  const speech = {
    language: "uk" as const,
    exact: (value: number) => value.toLocaleString("uk-UA"),
  };
  const shown = (title: string, cell: string) =>
    shownCell({ ...column("x", "integer", 500), title }, cell, 100, speech).replaceAll(
      "\u00a0",
      " ",
    );
  expect(shown("Рік побудови", "1968")).toBe("1968");
  expect(shown("КЕКВ", "2210")).toBe("2210");
  expect(shown("Номер кабінету", "007")).toBe("007");
  expect(shown("Рахунок", "26001234567890123")).toBe("26001234567890123");
  expect(shown("Сума, грн", "1250000")).toBe("1 250 000");
});

test("two sets never give one name to their tables, and names that are words of SQL are quoted", () => {
  const passport = examplePortal["data/datasets/stops/datapackage.yaml"] ?? "";
  const table = examplePortal["data/datasets/stops/stops.csv"] ?? "";
  const set = (id: string, text = passport) => ({
    [`data/datasets/${id}/datapackage.yaml`]: text.replace(/^title: .*/, `title: ${id}`),
    [`data/datasets/${id}/stops.csv`]: table.replaceAll("Вокзал", id),
  });
  const two = `${passport}${passport.slice(passport.indexOf("  - name: stops")).replaceAll("stops", "routes")}`;
  const { datasets } = catalogueOf({
    ...examplePortal,
    ...set("multi", two),
    "data/datasets/multi/routes.csv": table.replaceAll("Вокзал", "маршрут"),
    ...set("multi-routes"),
    ...set("order"),
  });
  const asked = datasets.flatMap((dataset) => askedDataset(dataset, "uk", (path) => path));
  const names = asked.flatMap(({ tables }) => tables.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
  expect(asked.flatMap(({ examples }) => examples.map(({ sql }) => sql)).join("\n")).toContain(
    'FROM "order"',
  );
});

test("a publisher's table never takes the place of the portal's own file", () => {
  const files: Record<string, string> = {
    ...examplePortal,
    ...stopsWith("path: stops.csv", "path: ckan.csv"),
    "data/datasets/stops/ckan.csv": examplePortal["data/datasets/stops/stops.csv"] ?? "",
  };
  const { "data/datasets/stops/stops.csv": _, ...rest } = files;
  const [dataset] = catalogueOf(rest).datasets;
  const [resource] = dataset?.resources ?? [];
  if (!dataset || !resource) throw new Error("No table.");
  expect(twinFormats(resource, dataset, ["xlsx", "json"])).toEqual(["xlsx"]);
});

test("a set due on the last days of a month is due in every month", () => {
  const { datasets, portal } = catalogueOf({
    ...examplePortal,
    ...stopsWith("frequency: yearly", "frequency: monthly"),
  });
  const [dataset] = datasets;
  if (!dataset) throw new Error("No dataset.");
  const due = { ...dataset, freshness: { state: "current" as const, due: "2027-01-31" } };
  expect(renderCalendar("Портал", [due], portal.site)).toContain(
    "RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
  );
});
