import { describe, expect, test } from "vitest";
import { previewOf } from "../../catalogue/build-dataset.ts";
import { renderLargeParquet } from "../../published/tables/parquet/parquet.ts";
import { readRows, readTable } from "../../table/read-table.ts";
import { bigTable, bigTableFields } from "../../test/fixtures/big-table.ts";
import { createEngine } from "../engine.ts";
import { type ExploreColumn, emptyView, type View } from "../view.ts";
import { largeSource } from "./large-source.ts";
import { type RowIndex, readRowIndex } from "./row-index.ts";
import { memorySource } from "./source.ts";

const csv = new TextEncoder().encode([...bigTable(11_000_000)].join(""));
const schema = { fields: bigTableFields, missingValues: ["", "null"], foreignKeys: [] };
const report = readTable(csv, { form: "published", fields: bigTableFields });
const table = { header: bigTableFields.map(({ name }) => name), rows: readRows(csv, report) };
const preview = previewOf(table, schema, report);
const { parquet, index } = renderLargeParquet(table, preview, schema.missingValues, csv);
const columns = preview.columns.map(
  ({ field, title, profile }): ExploreColumn => ({
    name: field.name,
    title: title.uk,
    type: field.type,
    distinct: profile.distinct,
    missing: profile.missing,
  }),
);

/** The table's files as a server gives them by range; what is asked of it is written down. */
async function opened() {
  const asked: { file: string; bytes: number }[] = [];
  const range = (file: string, bytes: Uint8Array) => async (from: number, to: number) => {
    asked.push({ file, bytes: to - from });
    return new Uint8Array(bytes.slice(from, to)).buffer;
  };
  const names = columns.map(({ name }) => name);
  const source = await largeSource(
    {
      csv: range("csv", csv),
      parquet: range("parquet", parquet),
    },
    readRowIndex(new Uint8Array(index).buffer) as RowIndex,
    names,
    schema.missingValues,
  );
  return { asked, source, engine: createEngine(source, columns) };
}
const whole = createEngine(
  memorySource(
    columns.map(({ name }) => name),
    table.rows.map(({ cells }) => cells),
    schema.missingValues,
  ),
  columns,
);

const views: [string, Partial<View>][] = [
  ["the first page", {}],
  ["a page far on", { page: 700 }],
  [
    "a choice and a range of dates",
    {
      filters: {
        region: { kind: "choice", values: ["Київ", "Одеська"] },
        date: { kind: "range", from: "2024-03", to: "2024-04" },
      },
    },
  ],
  ["a range of numbers", { filters: { amount: { kind: "range", from: "8999000", to: "" } } }],
  ["a choice nobody has", { filters: { region: { kind: "choice", values: ["Крим"] } } }],
  ["a text", { q: "тролейбус" }],
  [
    "a text and a filter",
    { q: "лікарня дерево", filters: { active: { kind: "choice", values: ["true"] } } },
  ],
  ["numbers from the greatest", { sort: { column: "amount", down: true } }],
  [
    "words by the alphabet",
    { sort: { column: "region", down: false }, page: 3, hidden: ["description"] },
  ],
  [
    "a filtered table sorted",
    {
      filters: { region: { kind: "choice", values: ["Волинська"] } },
      sort: { column: "date", down: true },
    },
  ],
];

describe("a large table read in parts answers as the whole one does", () => {
  test.each(views)("%s", async (_, part) => {
    const { engine } = await opened();
    const view = { ...emptyView, ...part };
    expect(await engine.page(view)).toEqual(await whole.page(view));
  });

  test("a row whole, values of a column, a chart, places and a file", async () => {
    const { engine } = await opened();
    const view: View = {
      ...emptyView,
      filters: { region: { kind: "choice", values: ["Львівська"] } },
    };
    expect(await engine.row(31_234)).toEqual(await whole.row(31_234));
    expect(await engine.values("region")).toEqual(await whole.values("region"));
    const request = { kind: "bar", x: "region", y: "amount", of: "sum", apart: false } as const;
    expect(await engine.chart(emptyView, request, "решта")).toEqual(
      await whole.chart(emptyView, request, "решта"),
    );
    expect(await engine.places(view, "lat", "lon")).toEqual(await whole.places(view, "lat", "lon"));
    expect(await engine.export(view, "csv")).toBe(await whole.export(view, "csv"));
  });
});

test("the first page asks for the twin's end and one block of rows; a filter for the groups that can hold it", async () => {
  const { asked, engine, source } = await opened();
  await engine.page(emptyView);
  expect(asked.map(({ file }) => file)).toEqual(["parquet", "csv"]);
  expect(asked.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(60_000);
  asked.length = 0;
  const view: View = {
    ...emptyView,
    filters: {
      region: { kind: "choice", values: ["Київ"] },
      date: { kind: "range", from: "2024-03", to: "2024-03" },
    },
  };
  const foretold = engine.cost(view);
  expect(foretold).toBeGreaterThan(0);
  const read = source.groups.length;
  await engine.page(view);
  expect(read).toBeGreaterThan(2);
  const filtering = asked.filter(({ file }) => file === "parquet").length;
  // Two columns and the numbers of rows of one group, then the cells shown.
  expect(filtering).toBeLessThanOrEqual(3 + columns.length);
  expect(asked.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(parquet.length / 2);
  expect(engine.cost(view)).toBe(0);
});

test("a part that did not come is asked for again", async () => {
  let broken = true;
  const fails = async (from: number, to: number) => {
    if (broken) throw new Error("no network");
    return new Uint8Array(csv.slice(from, to)).buffer;
  };
  const source = await largeSource(
    {
      csv: fails,
      parquet: async (from, to) => new Uint8Array(parquet.slice(from, to)).buffer,
    },
    readRowIndex(new Uint8Array(index).buffer) as RowIndex,
    columns.map(({ name }) => name),
    schema.missingValues,
  );
  await expect(source.cells([5], ["id"])).rejects.toThrow("no network");
  broken = false;
  expect(await source.cells([5], ["id"])).toEqual([["6"]]);
});
