import { expect, test } from "vitest";
import type { Field } from "../../schemas/data/table-schema.ts";
import type { DescribedTable } from "../described-table.ts";
import { pairTables } from "./pair.ts";

const field = (name: string, type: Field["type"], more: Partial<Field> = {}): Field => ({
  name,
  type,
  title: name,
  constraints: {},
  ...more,
});
const described = (
  fields: Field[],
  rows: string[][],
  schema: Partial<DescribedTable["schema"]> = {},
  header = fields.map(({ name }) => name),
): DescribedTable => ({
  table: { header, rows: rows.map((cells, at) => ({ line: at + 2, cells })) },
  schema: { fields, missingValues: [""], foreignKeys: [], ...schema },
  resource: "list",
  file: "list.csv",
  personal: new Set(),
});
const same = (count: number) => Array.from({ length: count }, (_, at) => ({ l: at, r: at }));

test("what each column is: a number, a day or a word; keys, codes and places have no size", () => {
  const fields = [
    field("id", "string"),
    field("count", "integer"),
    field("sum", "number"),
    field("day", "date"),
    field("moment", "datetime"),
    field("month", "yearmonth"),
    field("year", "year"),
    field("hour", "time"),
    field("lat", "number", { title: "Широта" }),
    field("edrpou", "string", { title: "Код ЄДРПОУ" }),
    field("phone", "string", { title: "Телефон" }),
    field("contract", "string", { constraints: { unique: true } }),
    field("note", "string", { constraints: { unique: false } }),
  ];
  const header = [...fields.map(({ name }) => name), "untold"];
  const table = described(fields, [], { primaryKey: ["gone", "id", "count"] }, header);
  const { columns, key } = pairTables(table, table, [], same(header.length));
  expect(
    columns.map(({ index, kind, code }) => `${header[index]} ${kind}${code ? " code" : ""}`),
  ).toMatchSnapshot();
  expect(key).toEqual([0, 1]);
});

test("cells that stayed, changed and came, by the rows and columns that are one; missing ones are empty", () => {
  const fields = [field("id", "string"), field("kind", "string"), field("sum", "number")];
  const before = described(fields, [["1", "а", "10"], ["2", "б", "-"], ["3", "-", "30"], ["4"]], {
    missingValues: ["-"],
  });
  const after = described(
    [field("sum", "number"), field("id", "string"), field("sort", "string")],
    [["11", "1", "а"], ["30", "3", "н/д"], ["50", "5", "є"], ["", "4"], ["60"]],
    { missingValues: ["", "н/д"] },
  );
  const rows = [
    { l: 0, r: 0 },
    { l: 1, r: -1 },
    { l: 2, r: 1 },
    { l: -1, r: 2 },
    { l: 3, r: 3 },
    { l: -1, r: 4 },
  ];
  const columns = [
    { l: 0, r: 1 },
    { l: 1, r: 2 },
    { l: 2, r: 0 },
  ];
  expect(pairTables(before, after, rows, columns)).toMatchSnapshot();
});
