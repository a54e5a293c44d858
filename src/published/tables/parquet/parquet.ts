import { createHash } from "node:crypto";
import { ByteWriter, type ColumnSource, ParquetWriter } from "hyparquet-writer";
import {
  decimalsKey,
  partsOf,
  rowColumn,
  rowsOfBlock,
  writeRowIndex,
} from "../../../explore/source/row-index.ts";
import { chunkStarts } from "../../../explore/source/twin.ts";
import type { TablePreview } from "../../../model/catalogue.ts";
import type { Table } from "../../../model/table.ts";
import {
  type ParquetColumn,
  type ParquetType,
  parquetColumn,
  parquetValue,
  schemaElement,
} from "./columns.ts";
import type { Note } from "./notes.ts";

/** Registered at IANA; the EU's table of file types has none for it. */
export const parquetType = "application/vnd.apache.parquet";
/** A table from this size on is read in parts (bytes of its CSV file). */
export const largeTable = 4_000_000;
/** Rows read together. */
const groupRows = 20_000;
/** A column of so many values parts a table well. */
const [fewest, most] = [2, 500];

/** What a file says of itself, made when the types of its columns are known. */
type NotesOf = (types: ReadonlyMap<string, ParquetType>) => readonly Note[];
type CellAt = (row: number, column: number) => string;

/** A table's cells, nothing where the publisher wrote that there is nothing. */
function cellsOf({ rows }: Table, missing: readonly string[]): CellAt {
  const without = new Set(missing);
  return (row, column) => {
    const cell = rows[row]?.cells[column] ?? "";
    return without.has(cell) ? "" : cell;
  };
}

/** A small table's Parquet twin: its own columns, typed, rows as in the file. */
export function renderParquet(
  table: Table,
  preview: TablePreview,
  missing: readonly string[],
  notesOf: NotesOf = () => [],
): Uint8Array {
  const cellAt = cellsOf(table, missing);
  const written = writtenColumns(table, preview, cellAt, false);
  const order = Uint32Array.from(table.rows.keys());
  return writeParquet(written, order, cellAt, notesOf(typesOf(written)), []);
}

/**
 * A large table's Parquet twin, which is read in parts: sorted by the column that parts it best and by its first date, so that
 * a filter on them reads a few groups; beside the table's own columns one more, with the row's number in the file. Numbers
 * are numbers only where writing them back, with so many decimals, gives the very text of the file. `index`: where rows of
 * the CSV file begin, in bytes.
 */
export function renderLargeParquet(
  table: Table,
  preview: TablePreview,
  missing: readonly string[],
  csv: Uint8Array,
  notesOf: NotesOf = () => [],
): { parquet: Uint8Array; index: Uint8Array } {
  const cellAt = cellsOf(table, missing);
  const written = writtenColumns(table, preview, cellAt, true);
  const decimals = Object.fromEntries(
    written.flatMap(({ name, decimals: fixed }) => (fixed === undefined ? [] : [[name, fixed]])),
  );
  const order = sortedRows(preview.columns, table.rows.length, cellAt);
  const notes = [
    { key: decimalsKey, value: JSON.stringify(decimals) },
    ...notesOf(typesOf(written).set(rowColumn, "INT32")),
  ];
  const parquet = writeParquet(written, order, cellAt, notes, [
    { name: rowColumn, rows: (part) => Int32Array.from(part) },
  ]);
  const footer = new DataView(parquet.buffer).getUint32(parquet.length - 8, true) + 8;
  return {
    parquet,
    index: writeRowIndex({
      parquet: parquet.length,
      footer,
      csv: csv.length,
      integrity: `sha256-${createHash("sha256").update(csv).digest("base64")}`,
      blocks: partsOf(csv, blockStarts(csv, preview.headerRows, table.rows.length)),
      chunks: partsOf(parquet, chunkStarts(parquet, footer)),
    }),
  };
}

type WrittenColumn = ParquetColumn & {
  name: string;
  column: number;
  encoding?: NonNullable<ColumnSource["encoding"]>;
};

const typesOf = (written: readonly WrittenColumn[]): Map<string, ParquetType> =>
  new Map(written.map(({ name, type }) => [name, type]));

function writtenColumns(
  { rows }: Table,
  { columns }: TablePreview,
  cellAt: CellAt,
  exact: boolean,
): WrittenColumn[] {
  return columns.map(({ field }, column) => {
    const cells = rows.map((_, row) => cellAt(row, column)).filter((cell) => cell !== "");
    return {
      name: field.name,
      column,
      ...parquetColumn(field.type, cells, exact),
      ...(/date|year|time/.test(field.type) ? { encoding: "RLE_DICTIONARY" as const } : {}),
    };
  });
}

/** Columns, and `more` whole numbers made of the rows' places, as a file; rows in an order, a group at a time. */
function writeParquet(
  written: readonly WrittenColumn[],
  order: Uint32Array,
  cellAt: CellAt,
  notes: readonly Note[],
  more: readonly { name: string; rows(part: Uint32Array): Int32Array }[],
): Uint8Array {
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    kvMetadata: [...notes],
    schema: [
      { name: "root", num_children: written.length + more.length },
      ...written.map(({ name, type }) => schemaElement(name, type)),
      ...more.map(({ name }) => schemaElement(name, "INT32", "REQUIRED")),
    ],
  });
  for (let from = 0; from < order.length; from += groupRows) {
    const rows = order.subarray(from, from + groupRows);
    const columnData: ColumnSource[] = [
      ...written.map(({ name, type, column, encoding }) => ({
        name,
        ...(encoding && type !== "BOOLEAN" ? { encoding } : {}),
        data: Array.from(rows, (at) => parquetValue(type, cellAt(at, column))),
      })),
      ...more.map(({ name, rows: numbers }) => ({
        name,
        encoding: "DELTA_BINARY_PACKED" as const,
        data: numbers(rows),
      })),
    ];
    // Into memory: there is nothing to wait for.
    void file.write({ columnData, rowGroupSize: rows.length });
  }
  void file.finish();
  return new Uint8Array(writer.getBuffer());
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
