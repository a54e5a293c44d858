import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { previewOf } from "../../../catalogue/build-dataset.ts";
import { type RowIndex, readRowIndex } from "../../../explore/source/row-index.ts";
import type { Field } from "../../../schemas/data/table-schema.ts";
import { readRows, readTable } from "../../../table/read-table.ts";
import { renderLargeParquet } from "./parquet.ts";

const field = (name: string, type: Field["type"]): Field => ({
  name,
  type,
  title: name,
  constraints: {},
});
function twinOf(text: string, fields: Field[]) {
  const csv = new TextEncoder().encode(text);
  const report = readTable(csv, { form: "published", fields });
  const schema = { fields, missingValues: ["", "-"], foreignKeys: [] };
  const table = { header: report.columns.map(({ name }) => name), rows: readRows(csv, report) };
  const preview = previewOf(table, schema, report);
  return { ...renderLargeParquet(table, preview, ["", "-"], csv), csv };
}
const bufferOf = (bytes: Uint8Array) => bytes.slice().buffer;
async function read({ parquet }: { parquet: Uint8Array }) {
  const { schema, key_value_metadata: facts } = parquetMetadata(bufferOf(parquet));
  return {
    types: schema.slice(1).map(({ name, type }) => `${name} ${type}`),
    facts: facts?.map(({ value }) => value),
    rows: await parquetReadObjects({ file: bufferOf(parquet) }),
  };
}

test("numbers are numbers where they are written back as they were, codes are text", async () => {
  const twin = twinOf(
    "code,whole,big,money,plain,odd,none,day\n01,5,3000000000,1.50,1.5,07,,2026-02-01\n10,-,7,20.00,20,8,-,2026-01-01\n02,-3,1,3.25,0.1,9,,\n",
    [
      field("code", "string"),
      field("whole", "integer"),
      field("big", "integer"),
      field("money", "number"),
      field("plain", "number"),
      field("odd", "integer"),
      field("none", "number"),
      field("day", "date"),
    ],
  );
  expect(await read(twin)).toMatchSnapshot();
});

test.each<[situation: string, cells: string[], type: string, decimals: number | undefined]>([
  ["whole numbers up to the largest of 32 bits", ["2147483647", "-2147483647"], "INT32", undefined],
  ["one number above them", ["2147483648", "5"], "DOUBLE", undefined],
  ["one number below them", ["-2147483648", "5"], "DOUBLE", undefined],
  ["broken numbers of any length", ["0.5", "1.25", "7"], "DOUBLE", undefined],
  ["broken numbers of one length", ["0.50", "1.25", "7.00"], "DOUBLE", 2],
  ["of one length, one of them shorter", ["0.50", "1.2"], "BYTE_ARRAY", undefined],
  ["twenty decimals", [`0.${"0".repeat(20)}`, `0.5${"0".repeat(19)}`], "DOUBLE", 20],
  ["twenty-one", [`0.${"0".repeat(21)}`], "BYTE_ARRAY", undefined],
  ["a number no computer holds", ["1e400", "5"], "BYTE_ARRAY", undefined],
  ["noughts before a number", ["5", "007"], "BYTE_ARRAY", undefined],
  ["nothing", ["", "-"], "BYTE_ARRAY", undefined],
])("a column of %s", async (_, cells, type, decimals) => {
  const text = `n,b\n${cells.map((cell) => `${cell},z\n`).join("")}`;
  const { types, facts, rows } = await read(
    twinOf(text, [field("n", "number"), field("b", "string")]),
  );
  expect(types[0]).toBe(`n ${type}`);
  expect(facts).toEqual([JSON.stringify(decimals === undefined ? {} : { n: decimals })]);
  const written = rows
    .toSorted((one, other) => one._row - other._row)
    .map(({ n }) => (decimals === undefined || n === null ? n : n.toFixed(decimals)));
  expect(written.map((value) => (value === null ? "" : String(value)))).toEqual(
    cells.map((cell) => (cell === "-" ? "" : cell)),
  );
});

test("lines of commas, and of quotes with nothing between them, are no rows; a quoted sign is one", () => {
  const row = (cell: string, at: number) => `${at},"${cell}"\n`;
  const odd = ['""""', '","', '"\n"', '"",","', '""","""'].map((cell) => `${cell}\n`);
  const rows = Array.from({ length: 124 }, (_, at) => row(`б${at}`, at));
  const blank = '"",""\n,\n"",\n\r\n""\n';
  const { index, csv } = twinOf(`id,name\n${blank}${odd.join(blank)}${rows.join("")}`, [
    field("id", "string"),
    field("name", "string"),
  ]);
  const starts = Array.from(readRowIndex(bufferOf(index))?.blocks.starts ?? [], (at) =>
    new TextDecoder().decode(csv.subarray(at)).replace(/\n.*/s, ""),
  );
  expect(starts).toEqual(['""""', '59,"б59"', '123,"б123"', ""]);
});

test.each<[what: string, values: number, sorted: boolean]>([
  ["one value parts nothing", 1, false],
  ["two values part the rows", 2, true],
  ["five hundred do", 500, true],
  ["one more do not", 501, false],
])("a column of %s", async (_, values, sorted) => {
  const cells = Array.from({ length: values + 2 }, (_, at) => `v${(at % values) + 100}`).reverse();
  const twin = twinOf(`kind\n${cells.join("\n")}\n`, [field("kind", "string")]);
  const written = (await read(twin)).rows.map(({ kind }) => kind);
  expect(written).toEqual(sorted ? cells.toSorted() : cells);
});

test("rows stand by the column that parts them best, then by the day, then as in the file", async () => {
  const lines = Array.from(
    { length: 24 },
    (_, row) => `${"ху"[row % 2]},${"баг"[row % 3]},2026-01-${10 + (row % 2)}`,
  );
  const twin = twinOf(`half,kind,day\n${lines.join("\n")}\n`, [
    field("half", "string"),
    field("kind", "string"),
    field("day", "date"),
  ]);
  const { rows } = await read(twin);
  expect(rows.map(({ kind, day, _row }) => `${kind} ${day} ${_row}`)).toMatchSnapshot();
});

test("the index says where each block of rows begins, whatever line ends, quotes and blanks are between them", () => {
  const row = (at: number) =>
    `${at},"рядок ""${at}""${at % 7 === 0 ? "\nдалі" : ""}"${at % 5 === 0 ? "\r\n" : "\n"}`;
  const text = `id,name\n${Array.from({ length: 130 }, (_, at) => (at === 64 ? "\n,\n" : "") + row(at)).join("")}`;
  for (const written of [text, text.trimEnd()]) {
    const { index, parquet, csv } = twinOf(written, [
      field("id", "integer"),
      field("name", "string"),
    ]);
    const read = readRowIndex(bufferOf(index)) as RowIndex;
    expect([read.parquet, read.csv]).toEqual([parquet.length, csv.length]);
    expect(
      Array.from(read.blocks.starts, (at) =>
        new TextDecoder()
          .decode(csv.subarray(at))
          .replace(/^[,\s]*/, "")
          .slice(0, 4),
      ),
    ).toEqual(['0,"р', '64,"', "128,", ""]);
    // The end of a Parquet file says how long its footer is.
    expect(read.footer).toBe(
      new DataView(bufferOf(parquet)).getUint32(parquet.length - 8, true) + 8,
    );
  }
});
