import { parse } from "csv-parse/browser/esm/sync";
import type { AsyncBuffer, DecodedArray } from "hyparquet";
import { parquetMetadataAsync, parquetRead } from "hyparquet";
import { decimalsKey, readRowIndex, rowColumn, rowsOfBlock } from "./row-index.ts";
import type { Cells, TableSource } from "./source.ts";

/** Part of a file at an address, by bytes. */
export type ReadRange = (from: number, to: number) => Promise<ArrayBuffer>;
export type LargeFiles = { csv: ReadRange; parquet: ReadRange; index: () => Promise<ArrayBuffer> };

/** Groups of the twin that rows of one page may be read from; rows further apart are cheaper in the CSV file. */
const nearGroups = 2;
const nowhere = 0xffff;
/** Blocks fetched in one part at most, and parts asked for at once. */
const [longestRun, partsAtOnce] = [512, 8];

/**
 * A table too large to be fetched whole: columns come from its Parquet twin, a group of rows at a time, and scattered
 * rows from the CSV file itself. What was fetched is kept.
 */
export async function largeSource(
  files: LargeFiles,
  names: readonly string[],
  missing: readonly string[],
): Promise<TableSource> {
  const { parquet, footer, csv, starts } = readRowIndex(await files.index());
  const without = new Set(missing);
  const file: AsyncBuffer = {
    byteLength: parquet,
    slice: (from, to = parquet) => files.parquet(from, to),
  };
  const metadata = await parquetMetadataAsync(file, { initialFetchSize: footer });
  const groups = metadata.row_groups.map(({ num_rows, columns }) => {
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
        return (typeof minimum === "string" || typeof minimum === "number") &&
          (typeof maximum === "string" || typeof maximum === "number")
          ? { minimum, maximum }
          : undefined;
      },
    };
  });
  const rows = Number(metadata.num_rows);
  const columns = new Map<string, Promise<DecodedArray>>();
  /** Group and place of each row whose group's numbers were read. */
  const home = new Uint16Array(rows).fill(nowhere);
  const places = new Uint32Array(rows);
  const blocks = new Map<number, Promise<string[][]>>();

  const key = (name: string, group: number) => `${group} ${name}`;
  /** Columns of a group read at once: those that lie side by side come in one part. */
  function read(names: readonly string[], group: number): void {
    const wanted = names.filter((name) => !columns.has(key(name, group)));
    if (wanted.length === 0) return;
    const fresh = readColumns(file, metadata, wanted, group);
    for (const name of wanted) {
      const one = fresh.then((all) => all.get(name) ?? []);
      columns.set(key(name, group), one);
      one.catch(() => columns.delete(key(name, group)));
    }
  }
  function column(name: string, group: number): Promise<DecodedArray> {
    read([name], group);
    return columns.get(key(name, group)) ?? Promise.resolve([]);
  }
  async function rowNumbers(group: number): Promise<ArrayLike<number>> {
    const numbers = (await column(rowColumn, group)) as ArrayLike<number>;
    for (let place = 0; place < numbers.length; place++) {
      home[numbers[place] ?? 0] = group;
      places[numbers[place] ?? 0] = place;
    }
    return numbers;
  }
  /** Where rows live; groups nobody has looked into yet are looked into where that is asked. */
  async function homesOf(wanted: ArrayLike<number>, look: boolean): Promise<Set<number>> {
    const found = new Set(Array.from(wanted, (row) => home[row] ?? nowhere));
    if (!look || !found.has(nowhere)) return found;
    for (let group = 0; group < groups.length; group++)
      if (!columns.has(key(rowColumn, group))) await rowNumbers(group);
    return homesOf(wanted, false);
  }
  /** Blocks from one to another, fetched as one part. */
  async function readBlocks(from: number, to: number): Promise<void> {
    const begin = starts[from] ?? csv;
    const bytes = await files.csv(begin, starts[to + 1] ?? csv);
    for (let one = from; one <= to; one++) {
      const part = bytes.slice((starts[one] ?? csv) - begin, (starts[one + 1] ?? csv) - begin);
      blocks.set(one, Promise.resolve(recordsOf(part)));
    }
  }
  function block(at: number): Promise<string[][]> {
    const known = blocks.get(at);
    if (known) return known;
    const fresh = files.csv(starts[at] ?? csv, starts[at + 1] ?? csv).then(recordsOf);
    blocks.set(at, fresh);
    fresh.catch(() => blocks.delete(at));
    return fresh;
  }
  const noted = metadata.key_value_metadata?.find(({ key: note }) => note === decimalsKey)?.value;
  const decimals = new Map<string, number>(Object.entries(JSON.parse(noted ?? "{}")));
  const written = (name: string) => {
    const digits = decimals.get(name);
    return (cell: string | number): string =>
      typeof cell === "number" && digits !== undefined ? cell.toFixed(digits) : String(cell);
  };
  const at = names.map((name) => [name, names.indexOf(name)] as const);
  const indexOf = new Map(at);

  return {
    rows,
    groups,
    rowNumbers,
    async ready(wanted, group) {
      read([...wanted, rowColumn], group);
    },
    written,
    column: async (name, group) => (await column(name, group)) as Cells,
    cost: (wanted, group) =>
      [...wanted, rowColumn].reduce(
        (sum, name) =>
          sum + (columns.has(key(name, group)) ? 0 : (groups[group]?.bytes(name) ?? 0)),
        0,
      ),
    async pick(wanted, name) {
      const homes = await homesOf(wanted, true);
      const cells = new Map<number, DecodedArray>();
      for (const group of homes) read([name], group);
      for (const group of homes) cells.set(group, await column(name, group));
      const text = written(name);
      return Array.from(wanted, (row) =>
        text(cells.get(home[row] ?? nowhere)?.[places[row] ?? 0] ?? ""),
      );
    },
    async cells(wanted, asked) {
      const homes = await homesOf(wanted, false);
      if (!homes.has(nowhere) && homes.size <= nearGroups) {
        const near = new Map<number, DecodedArray[]>();
        for (const group of homes) read(asked, group);
        for (const group of homes)
          near.set(group, await Promise.all(asked.map((name) => column(name, group))));
        return Array.from(wanted, (row) =>
          asked.map((name, index) =>
            written(name)(near.get(home[row] ?? nowhere)?.[index]?.[places[row] ?? 0] ?? ""),
          ),
        );
      }
      const needed = new Set(Array.from(wanted, (row) => Math.floor(row / rowsOfBlock)));
      const far = new Map<number, string[][]>();
      // Neighbours come together, and a few parts at a time.
      const parts = runsOf([...needed].filter((one) => !blocks.has(one)).sort((a, b) => a - b));
      for (let at = 0; at < parts.length; at += partsAtOnce)
        await Promise.all(
          parts.slice(at, at + partsAtOnce).map(([from, to]) => readBlocks(from, to)),
        );
      for (const one of needed) far.set(one, await block(one));
      return Array.from(wanted, (row) => {
        const record = far.get(Math.floor(row / rowsOfBlock))?.[row % rowsOfBlock];
        return asked.map((name) => {
          const cell = record?.[indexOf.get(name) ?? -1] ?? "";
          return without.has(cell) ? "" : cell;
        });
      });
    },
  };
}

/** Blocks that follow one another, as the first and the last of each run; a run is not longer than a few megabytes. */
function runsOf(blocks: readonly number[]): [from: number, to: number][] {
  const runs: [number, number][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (last && last[1] === block - 1 && block - last[0] < longestRun) last[1] = block;
    else runs.push([block, block]);
  }
  return runs;
}

const recordsOf = (bytes: ArrayBuffer): string[][] =>
  (
    parse(new TextDecoder().decode(bytes), {
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n"],
    }) as string[][]
  ).filter((cells) => cells.some((cell) => cell !== ""));

/** Columns of one group, the pages of each put together. */
async function readColumns(
  file: AsyncBuffer,
  metadata: Awaited<ReturnType<typeof parquetMetadataAsync>>,
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
    onChunk: ({ columnName, columnData }) => {
      parts.get(columnName)?.push(columnData);
    },
  });
  return new Map(
    [...parts].map(([name, pages]) => {
      const [first = []] = pages;
      const whole = pages.length === 1 ? first : pages.flatMap((page) => Array.from(page));
      return [name, Array.isArray(whole) ? whole.map((cell) => cell ?? "") : whole];
    }),
  );
}

/** Reads a file of a web server by range; where the server gives the whole file, it is kept and cut here. */
export function webRange(address: string): ReadRange {
  let whole: Promise<ArrayBuffer> | undefined;
  return async (from, to) => {
    if (whole) return (await whole).slice(from, to);
    const response = await fetch(address, { headers: { Range: `bytes=${from}-${to - 1}` } });
    if (response.status === 206) return response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${address}: ${response.status}`);
    whole ??= response.arrayBuffer();
    return (await whole).slice(from, to);
  };
}
