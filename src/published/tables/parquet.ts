import { createHash } from "node:crypto";
import {
  ByteWriter,
  type ColumnSource,
  ParquetWriter,
  schemaFromColumnData,
} from "hyparquet-writer";
import {
  decimalsKey,
  rowColumn,
  rowsOfBlock,
  writeRowIndex,
} from "../../explore/source/row-index.ts";
import type { TablePreview } from "../../model/catalogue.ts";
import type { Table } from "../../model/table.ts";

/** Registered at IANA; the EU's table of file types has none for it. */
export const parquetType = "application/vnd.apache.parquet";
/** A table from this size on is read in parts (bytes of its CSV file). */
export const largeTable = 4_000_000;
/** Rows read together. */
const groupRows = 20_000;
/** More decimals than a number can be written with. */
const mostDecimals = 20;
/** A column of so many values parts a table well. */
const [fewest, most] = [2, 500];

/**
 * A table's Parquet twin: sorted by the column that parts it best and by its first date, so that a filter on them reads
 * a few groups; beside the table's own columns one more, with the row's number in the file. Numbers are numbers only
 * where writing them back, with so many decimals, gives the very text of the file. `index`: where rows of the CSV file begin, in bytes.
 */
export function renderParquet(
  table: Table,
  { columns, headerRows }: TablePreview,
  missing: readonly string[],
  csv: Uint8Array,
): { parquet: Uint8Array; index: Uint8Array } {
  const without = new Set(missing);
  const cellAt = (row: number, column: number): string => {
    const cell = table.rows[row]?.cells[column] ?? "";
    return without.has(cell) ? "" : cell;
  };
  const decimals: Record<string, number> = {};
  const order = sortedRows(columns, table.rows.length, cellAt);
  const written = columns.map(
    ({ field }, column): Omit<ColumnSource, "data"> & { column: number } => {
      // A code is text, whatever digits it is made of.
      const numbers = field.type === "string" ? undefined : numbersOf(table, column, without);
      if (numbers?.decimals !== undefined) decimals[field.name] = numbers.decimals;
      return {
        name: field.name,
        column,
        type: numbers?.type ?? "STRING",
        ...(/date|year|time/.test(field.type) ? { encoding: "RLE_DICTIONARY" as const } : {}),
      };
    },
  );
  const row = {
    name: rowColumn,
    type: "INT32" as const,
    nullable: false,
    encoding: "DELTA_BINARY_PACKED" as const,
  };
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    kvMetadata: [{ key: decimalsKey, value: JSON.stringify(decimals) }],
    schema: schemaFromColumnData({
      columnData: [...written, row].map((source) => ({ ...sourceOf(source), data: [] })),
    }),
  });
  for (let from = 0; from < order.length; from += groupRows) {
    const rows = order.subarray(from, from + groupRows);
    const columnData = [
      ...written.map((source) => ({
        ...sourceOf(source),
        data: Array.from(rows, (at) => {
          const cell = cellAt(at, source.column);
          return cell === "" ? null : source.type === "STRING" ? cell : Number(cell);
        }),
      })),
      { ...row, data: Int32Array.from(rows) },
    ];
    // Into memory: there is nothing to wait for.
    void file.write({ columnData, rowGroupSize: rows.length });
  }
  void file.finish();
  const parquet = new Uint8Array(writer.getBuffer());
  const footer = new DataView(parquet.buffer).getUint32(parquet.length - 8, true) + 8;
  const starts = blockStarts(csv, headerRows, table.rows.length);
  return {
    parquet,
    index: writeRowIndex({
      parquet: parquet.length,
      footer,
      csv: csv.length,
      integrity: `sha256-${createHash("sha256").update(csv).digest("base64")}`,
      starts,
    }),
  };
}

const sourceOf = ({
  column: _,
  ...source
}: Omit<ColumnSource, "data"> & { column?: number }): Omit<ColumnSource, "data"> => source;

/** Numbers as whole or broken ones, those with a fixed number of decimals; nothing where a cell would be written otherwise. */
function numbersOf(
  { rows }: Table,
  column: number,
  without: ReadonlySet<string>,
): { type: "INT32" | "DOUBLE"; decimals?: number } | undefined {
  let [whole, plain, fixed] = [true, true, true];
  let decimals: number | undefined;
  for (const { cells } of rows) {
    const cell = cells[column] ?? "";
    if (cell === "" || without.has(cell)) continue;
    const value = Number(cell);
    decimals ??= (cell.split(".")[1] ?? "").length;
    if (!Number.isFinite(value) || decimals > mostDecimals) return undefined;
    plain &&= String(value) === cell;
    fixed &&= value.toFixed(decimals) === cell;
    if (!plain && !fixed) return undefined;
    whole &&= Number.isInteger(value) && Math.abs(value) < 2 ** 31;
  }
  if (decimals === undefined) return undefined;
  if (plain) return { type: whole ? "INT32" : "DOUBLE" };
  return { type: "DOUBLE", decimals };
}

function sortedRows(
  columns: TablePreview["columns"],
  rows: number,
  cellAt: (row: number, column: number) => string,
): Uint32Array {
  const parting = columns
    .map(({ field, profile }, at) => ({ at, type: field.type, distinct: profile.distinct }))
    .filter(({ distinct }) => distinct >= fewest && distinct <= most)
    .sort((a, b) => b.distinct - a.distinct)[0];
  const time = columns.findIndex(({ field }) => /date|year/.test(field.type));
  const keys = [...(parting ? [parting.at] : []), ...(time === -1 ? [] : [time])];
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  return order.sort((a, b) => {
    for (const key of keys) {
      const [left, right] = [cellAt(a, key), cellAt(b, key)];
      if (left !== right) return left < right ? -1 : 1;
    }
    return a - b;
  });
}

/** Byte where every so many-th row of data begins, and the end. Throws where the file's records are not the table's rows. */
function blockStarts(csv: Uint8Array, headerRows: number, rows: number): number[] {
  const [quote, newline] = [34, 10];
  const starts: number[] = [];
  let [record, begin, quoted, blank] = [-headerRows, 0, false, true];
  const take = (end: number) => {
    if (!blank) {
      if (record >= 0 && record % rowsOfBlock === 0) starts.push(begin);
      record++;
    }
    begin = end;
    blank = true;
  };
  for (let at = 0; at < csv.length; at++) {
    const byte = csv[at] ?? 0;
    // A line of commas alone is no row, nor is one of quotes with nothing between them.
    if (byte === quote) {
      quoted = !quoted;
      if (quoted && csv[at - 1] === quote) blank = false;
    } else if (quoted) blank = false;
    else if (byte === newline) take(at + 1);
    else if (byte !== 13 && byte !== 44) blank = false;
  }
  if (begin < csv.length) take(csv.length);
  if (record !== rows) throw new Error(`${record} records, ${rows} rows.`);
  return [...starts, csv.length];
}
