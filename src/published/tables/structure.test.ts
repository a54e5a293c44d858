import { expect, test } from "vitest";
import { examplePortal } from "../../rules/example-portal.ts";
import { catalogueOf } from "../../test/fixtures/generated-portal.ts";
import { renderStructureJson } from "./structure.ts";

const file = "data/datasets/stops/datapackage.yaml";

/** CSVW's datatype of a column that stands in a table with these cells. */
function datatypeOf(field: string, cells: readonly string[]): unknown {
  const passport = (examplePortal[file] ?? "").replace(
    /resources:[\s\S]*/,
    `resources:
  - name: stops
    title: Зупинки
    path: stops.csv
    schema:
      fields:
        - { name: id, type: integer, title: Номер }
        - ${field}
`,
  );
  const rows = cells.map((cell, at) => `${at + 1},${cell}\n`).join("");
  const { datasets } = catalogueOf({
    ...examplePortal,
    [file]: passport,
    "data/datasets/stops/stops.csv": `id,value\n${rows}`,
  });
  const [stops] = datasets.filter(({ id }) => id === "stops");
  if (!stops) throw new Error("no set");
  return JSON.parse(renderStructureJson(stops)).tables[0].tableSchema.columns[1].datatype;
}

/** CSVW reads true, false, 1 and 0 by itself (https://www.w3.org/TR/tabular-data-model/#formats-for-booleans). */
test.each<[cells: string[], datatype: unknown]>([
  [["true", "false"], "boolean"],
  [["1", "0"], "boolean"],
  [["True", "False", "True"], { base: "boolean", format: "True|False" }],
  [["TRUE", "TRUE"], { base: "boolean", format: "TRUE|FALSE" }],
  [["True", "True", "false", "false"], "boolean"],
  [[], "boolean"],
])("the format of yes and no is the file's own: %s", (cells, datatype) => {
  expect(datatypeOf("{ name: value, type: boolean, title: Є }", cells)).toEqual(datatype);
});

test.each<[type: string, constraints: string, datatype: unknown]>([
  ["string", "minLength: 2, pattern: '[a-z]+'", { base: "string", minLength: 2, format: "[a-z]+" }],
  ["integer", "minimum: 1, maximum: 9", { base: "integer", minimum: 1, maximum: 9 }],
  ["date", "minimum: '2000-01-01'", { base: "date", minimum: "2000-01-01" }],
  ["integer", "minLength: 1", "integer"],
  ["string", "minimum: 1", "string"],
])("limits are said of the types that have them: %s, %s", (type, constraints, datatype) => {
  const field = `{ name: value, type: ${type}, title: Є, constraints: { ${constraints} } }`;
  expect(datatypeOf(field, [])).toEqual(datatype);
});

/** A time of XML Schema has seconds (https://www.w3.org/TR/xmlschema11-2/#time), a decimal has no exponent. */
test.each<[type: string, cells: string[], datatype: unknown, constraints?: string]>([
  ["time", ["09:30:00", "11:00:00.5+02:00"], "time"],
  ["time", ["09:30", "11:00"], { base: "time", format: "HH:mm" }],
  ["time", ["09:30Z", "11:00+02:00"], { base: "time", format: "HH:mmXXX" }],
  ["time", ["09:30", "11:00:00"], "string", "minimum: '08:00'"],
  ["time", ["09:30", "11:00+02:00"], "string"],
  ["time", [], "time"],
  ["time", ["09:30"], { base: "time", format: "HH:mm", minimum: "08:00:00" }, "minimum: '08:00'"],
  ["time", ["09:30:00"], { base: "time", maximum: "20:00:00Z" }, "maximum: '20:00Z'"],
  ["datetime", ["2026-03-01T09:30"], { base: "dateTime", format: "yyyy-MM-ddTHH:mm" }],
  [
    "datetime",
    ["2026-03-01T09:30:00Z"],
    { base: "dateTime", minimum: "2026-01-01T00:00:00" },
    "minimum: '2026-01-01'",
  ],
  ["datetime", ["2026-03-01T09:30:00Z"], "dateTime", "minimum: '08:00'"],
  ["number", ["1.5e-3", "2"], { base: "double", minimum: 0 }, "minimum: 0"],
  ["number", ["0.0015", "2"], "decimal"],
  [
    "integer",
    ["1", "2"],
    { base: "integer", minimum: 1, maximum: 9 },
    "minimum: 0.5, maximum: 9.5",
  ],
])("the datatype is true of every cell: %s %s", (type, cells, datatype, constraints = "") => {
  const field = `{ name: value, type: ${type}, title: Є, constraints: { ${constraints} } }`;
  expect(datatypeOf(field, cells)).toEqual(datatype);
});
