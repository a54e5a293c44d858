import { expect, test } from "vitest";
import { readOdsContent } from "./ods-content.ts";

const style = (name: string, display: boolean, family = "table") =>
  `<style:style style:name="${name}" style:family="${family}">\n  <style:table-properties table:display="${display}"/></style:style>`;
const table = (styleName: string, inside = "") =>
  `<table:table table:name="А" table:style-name="${styleName}">${inside}</table:table>`;
const visible = { sheet: false, rows: [], columns: [] };

test("a sheet is hidden by a style of tables, however the style is laid out", () => {
  const xml = `${style("ta1", true)}${style("ta2", false)}${style("co1", false, "table-column")}${["ta1", "ta2", "co1", "none"].map((name) => table(name)).join("")}`;
  expect(readOdsContent(xml).hidden.map(({ sheet }) => sheet)).toEqual([false, true, false, false]);
});

test("rows and columns are counted anew in each sheet, repeated ones as often as they stand", () => {
  const inside =
    '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/><table:table-column/><table:table-column table:visibility="collapse"/>' +
    '<table:table-row table:number-rows-repeated="3"/><table:table-row table:visibility="filter"/><table:table-row/><table:table-row table:visibility="collapse" table:number-rows-repeated="2"/>';
  const told = { sheet: false, rows: [4, 6, 7], columns: [2, 3, 5] };
  expect(readOdsContent(table("", inside) + table("", inside)).hidden).toEqual([told, told]);
});

test("cells that hold something are counted, of repeated rows and cells each", () => {
  const cell = (repeated: number, filled = true) =>
    `<table:table-cell table:number-columns-repeated="${repeated}"${filled ? ' office:value-type="string"' : ""}/>`;
  const row = (repeated: number, ...cells: readonly string[]) =>
    `<table:table-row table:number-rows-repeated="${repeated}">${cells.join("")}</table:table-row>`;
  const one = '<table:table-row><table:table-cell calcext:value-type="float"/></table:table-row>';
  expect(
    readOdsContent(
      table("", row(3, cell(2), cell(5, false), cell(1)) + one + row(1000, cell(1000, false))),
    ).filled,
  ).toBe(10);
});

test("beyond the last row and column of any spreadsheet nothing is hidden; of a run ten thousand are named", () => {
  const hidden = 'table:visibility="collapse"';
  const [sheet] = readOdsContent(
    table(
      "",
      `<table:table-column table:number-columns-repeated="16383"/><table:table-column ${hidden} table:number-columns-repeated="5"/>` +
        `<table:table-row ${hidden} table:number-rows-repeated="10001"/><table:table-row table:number-rows-repeated="1038573"/><table:table-row ${hidden} table:number-rows-repeated="5"/>`,
    ),
  ).hidden;
  expect(sheet?.columns).toEqual([16_383]);
  expect(sheet?.rows.slice(0, 2)).toEqual([1, 2]);
  expect(sheet?.rows.slice(-4)).toEqual([9999, 10_000, 1_048_575, 1_048_576]);
  expect(sheet?.rows).toHaveLength(10_002);
});

test("what stands in no sheet hides nothing", () => {
  const outside =
    '<table:table-column table:visibility="collapse"/><table:table-row table:visibility="collapse"/>';
  expect(readOdsContent(outside)).toEqual({ hidden: [], filled: 0 });
  expect(readOdsContent(`${outside}${table("")}`).hidden).toEqual([visible]);
});
