import {
  type AsyncBuffer,
  type DecodedArray,
  type FileMetaData,
  parquetMetadata,
  parquetMetadataAsync,
  parquetRead,
} from "hyparquet";
import { decimalsKey } from "./row-index.ts";
import type { Group } from "./source.ts";

/** A large table's Parquet twin: its columns, group by group, each fetched once. */
export type Twin = {
  rows: number;
  groups: (Group & { bytes(name: string): number })[];
  /** Asks for columns of a group together: those that lie side by side come in one part. */
  ask(names: readonly string[], group: number): void;
  /** Was a column of a group asked for already? */
  has(name: string, group: number): boolean;
  column(name: string, group: number): Promise<DecodedArray>;
  /** A cell of a column as the CSV file writes it. */
  written(name: string): (cell: string | number) => string;
};

/** A day comes as the CSV file writes it. */
const parsers = {
  dateFromDays: (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10) as never,
};

/** `footer`: bytes at the file's end that hold its description. */
export async function openTwin(file: AsyncBuffer, footer: number): Promise<Twin> {
  const metadata = await parquetMetadataAsync(file, { initialFetchSize: footer, parsers });
  const decimals = decimalsOf(metadata);
  const columns = new Map<string, Promise<DecodedArray>>();
  const keyOf = (name: string, group: number) => `${group} ${name}`;
  const has = (name: string, group: number) => columns.has(keyOf(name, group));

  function ask(names: readonly string[], group: number): void {
    const wanted = names.filter((name) => !has(name, group));
    if (wanted.length === 0) return;
    const fresh = readColumns(file, metadata, wanted, group);
    for (const name of wanted) {
      const key = keyOf(name, group);
      const one = fresh.then((all) => all.get(name) ?? []);
      columns.set(key, one);
      one.catch(() => columns.delete(key));
    }
  }

  return {
    rows: Number(metadata.num_rows),
    groups: metadata.row_groups.map(groupOf),
    ask,
    has,
    column(name, group) {
      ask([name], group);
      return columns.get(keyOf(name, group)) ?? Promise.resolve([]);
    },
    written(name) {
      const digits = decimals.get(name);
      return (cell) =>
        typeof cell === "number" && digits !== undefined ? cell.toFixed(digits) : String(cell);
    },
  };
}

/** With how many decimals each column of broken numbers is written. */
function decimalsOf({ key_value_metadata: notes }: FileMetaData): Map<string, number> {
  const noted = notes?.find(({ key }) => key === decimalsKey)?.value;
  return new Map(Object.entries(JSON.parse(noted ?? "{}")));
}

const isLimit = (value: unknown): value is string | number =>
  typeof value === "string" || typeof value === "number";

function groupOf({ num_rows, columns }: FileMetaData["row_groups"][number]) {
  const known = new Map(
    columns.map(({ meta_data }) => [
      meta_data?.path_in_schema[0],
      { limits: meta_data?.statistics, bytes: Number(meta_data?.total_compressed_size ?? 0) },
    ]),
  );
  return {
    rows: Number(num_rows),
    bytes: (name: string) => known.get(name)?.bytes ?? 0,
    bounds(name: string) {
      const { min_value: minimum, max_value: maximum } = known.get(name)?.limits ?? {};
      return isLimit(minimum) && isLimit(maximum) ? { minimum, maximum } : undefined;
    },
  };
}

/** Columns of one group, the pages of each put together. */
async function readColumns(
  file: AsyncBuffer,
  metadata: FileMetaData,
  names: readonly string[],
  group: number,
): Promise<Map<string, DecodedArray>> {
  const chosen = metadata.row_groups[group];
  if (!chosen) throw new Error(`No group ${group}.`);
  const parts = new Map<string, DecodedArray[]>(names.map((name) => [name, []]));
  await parquetRead({
    file,
    metadata: { ...metadata, row_groups: [chosen], num_rows: chosen.num_rows },
    columns: [...names],
    parsers,
    onChunk: ({ columnName, columnData }) => {
      parts.get(columnName)?.push(columnData);
    },
  });
  return new Map([...parts].map(([name, pages]) => [name, wholeColumn(pages)]));
}

function wholeColumn(pages: readonly DecodedArray[]): DecodedArray {
  const [first = []] = pages;
  const whole = pages.length === 1 ? first : pages.flatMap((page) => Array.from(page));
  return Array.isArray(whole)
    ? whole.map((cell) => (typeof cell === "boolean" ? String(cell) : (cell ?? "")))
    : whole;
}

/** Byte where each column of each group of a twin begins, in the order they lie in, then its footer, and its end. */
export function chunkStarts(parquet: Uint8Array, footer: number): number[] {
  const { row_groups } = parquetMetadata(parquet.buffer as ArrayBuffer);
  const columns = row_groups.flatMap(({ columns: all }) =>
    all.map(({ meta_data: column }) =>
      Number(column?.dictionary_page_offset ?? column?.data_page_offset),
    ),
  );
  return [...columns.sort((a, b) => a - b), parquet.length - footer, parquet.length];
}
