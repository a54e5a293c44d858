import { parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { mostSheetRows } from "../../explore/export.ts";
import { readRowIndex } from "../../explore/source/row-index.ts";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { readWorkbook } from "../../table/workbook/read-workbook.ts";
import { sheetText } from "../../table/workbook/sheet-text.ts";
import { catalogueOf, committed } from "../../test/fixtures/generated-portal.ts";
import { plannedPortal } from "../../test/fixtures/planned-portal.ts";
import { toExploredTable } from "./explored-table.ts";
import { largeTable } from "./parquet/parquet.ts";
import { twinFormats, twinsOf } from "./twins.ts";

const catalogue = catalogueOf(plannedPortal);
const repository = readRepository(treeOf(plannedPortal), committed(plannedPortal));

test("a table of places says which columns are the latitude and the longitude", () => {
  const places = catalogue.datasets.flatMap((dataset) =>
    dataset.resources
      .filter(({ table, path }) => table && path)
      .map((resource) => [
        resource.path,
        toExploredTable(resource, dataset, "uk", (to) => to).place,
      ]),
  );
  expect(Object.fromEntries(places)).toEqual({
    "/dataset/trees-2025/trees.csv": { lat: "lat", lon: "lon" },
    "/dataset/trees/trees.csv": { lat: "lat", lon: "lon" },
    "/dataset/stops/stops.csv": undefined,
    "/dataset/routes/routes.csv": undefined,
    "/dataset/routes/stops.csv": undefined,
    "/dataset/mandated/list.csv": undefined,
  });
});

test("every table is given as a workbook and as a list of records", async () => {
  const made: string[] = [];
  for (const dataset of catalogue.datasets)
    for (const { name, render } of twinsOf(dataset, repository, ["xlsx", "json"])) {
      const bytes = await render();
      const { sheets } = name.endsWith(".xlsx") ? await readWorkbook(bytes) : { sheets: [] };
      const text =
        sheets.length > 0
          ? sheets.map((sheet) => sheetText(sheet)).join("")
          : Buffer.from(bytes).toString();
      const lines = text.split("\n");
      made.push(`=== ${dataset.id} ${name}, ${lines.length}\n${lines.slice(0, 22).join("\n")}`);
    }
  expect(made.join("\n")).toMatchSnapshot();
});

describe("what a table is given as", () => {
  const dataset = catalogue.datasets.find(({ id }) => id === "stops");
  const [resource] = dataset?.resources ?? [];
  if (!dataset || !resource?.table) throw new Error("The fixture has a table.");
  const { table } = resource;
  type Change = { [key in keyof typeof resource]?: (typeof resource)[key] | undefined };
  const path = (name: string) => `/dataset/stops/${name}`;
  test.each<[what: string, change: Change, formats: string[], beside?: string]>([
    ["a small table", {}, ["xlsx", "json"]],
    ["one just below the size that is read in parts", { bytes: largeTable - 1 }, ["xlsx", "json"]],
    ["one of that size", { bytes: largeTable }, ["xlsx", "json", "parquet", "rows"]],
    ["one no workbook helps with", { bytes: 50_000_001 }, ["parquet", "rows"]],
    [
      "the largest a workbook is made of",
      { bytes: 50_000_000 },
      ["xlsx", "json", "parquet", "rows"],
    ],
    ["more rows than a sheet takes", { table: { ...table, rows: mostSheetRows + 1 } }, []],
    ["as many as a sheet takes", { table: { ...table, rows: mostSheetRows } }, ["xlsx", "json"]],
    ["one beside its own workbook", {}, ["json"], "stops.xlsx"],
    ["one that would take the passport's name", { path: path("datapackage.csv") }, ["xlsx"]],
    ["one whose file is elsewhere", { file: undefined }, []],
    ["one of another format", { format: "XLSX" }, []],
  ])("%s", (_, change, formats, beside) => {
    const others = beside === undefined ? [] : [{ ...resource, path: path(beside) }];
    expect(
      twinFormats(
        { ...resource, ...change } as typeof resource,
        { ...dataset, resources: [resource, ...others] },
        ["json", "xlsx"],
      ),
    ).toEqual(formats);
  });

  test("copies a portal did not choose are not made; what a large table is read by is", () => {
    const large = { ...resource, bytes: largeTable };
    expect(twinFormats(large, dataset, ["xlsx"])).toEqual(["xlsx", "parquet", "rows"]);
    expect(twinFormats(large, dataset, ["parquet"])).toEqual(["parquet", "rows"]);
    expect(twinFormats(resource, dataset, ["json", "parquet"])).toEqual(["json", "parquet"]);
    expect(twinFormats(resource, dataset, [])).toEqual([]);
  });

  test("copies are called by the table’s name of now and by each it had", () => {
    const renamed = { ...resource, aliases: ["zupynky.csv", "stops-2024.csv"] };
    const twins = twinsOf({ ...dataset, resources: [renamed] }, repository, ["xlsx", "json"]);
    expect(twins.map(({ name, stems }) => [name, ...stems])).toEqual([
      ["stops.xlsx", "stops", "zupynky", "stops-2024"],
      ["stops.json", "stops", "zupynky", "stops-2024"],
    ]);
  });

  test("what a large table is read by is made of it, both parts by one reading", async () => {
    const large = { ...dataset, resources: [{ ...resource, bytes: largeTable }] };
    const twins = new Map(
      twinsOf(large, repository, []).map(({ format, name, render }) => [format, { name, render }]),
    );
    expect([...twins].map(([format, { name }]) => [format, name])).toEqual([
      ["parquet", "stops.parquet"],
      ["rows", "stops.rows"],
    ]);
    const made = async (format: "parquet" | "rows") =>
      (await twins.get(format)?.render()) ?? new Uint8Array();
    const [parquet, index] = [await made("parquet"), await made("rows")];
    expect(await made("parquet")).toBe(parquet);
    expect(readRowIndex(index.slice().buffer)?.parquet).toBe(parquet.length);
    expect(await parquetReadObjects({ file: parquet.slice().buffer })).toHaveLength(table.rows);
  });

  test("a table of one coordinate is no table of places", () => {
    const alone = (name: string) => ({
      ...resource,
      table: {
        ...table,
        columns: table.columns
          .slice(0, 1)
          .map((column) => ({ ...column, field: { ...column.field, name, title: name } })),
      },
    });
    for (const name of ["lat", "lon"])
      expect(toExploredTable(alone(name), dataset, "uk", (to) => to).place).toBeUndefined();
  });

  test("a large table tells the page where its parts lie", () => {
    const explored = (change: object) =>
      toExploredTable({ ...resource, ...change }, dataset, "uk", (to) => `/portal${to}`);
    expect(explored({ bytes: largeTable }).large).toEqual({
      parquet: "/portal/dataset/stops/stops.parquet",
      index: "/portal/dataset/stops/stops.rows",
    });
    expect(explored({}).large).toBeUndefined();
    expect(explored({ schema: undefined }).missing).toEqual(["", "null"]);
    // A table elsewhere has an address and no path; one without either is nowhere.
    expect(explored({ path: undefined, url: "https://files.example.gov.ua/a.csv" }).src).toBe(
      "https://files.example.gov.ua/a.csv",
    );
    expect(() => explored({ path: undefined, url: undefined })).toThrow(
      "is not a table of this portal",
    );
    expect(() => explored({ table: undefined })).toThrow("is not a table of this portal");
  });
});
