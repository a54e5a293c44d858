import type { DecodedArray } from "hyparquet";
import { createBlocks } from "./blocks.ts";
import { createHomes } from "./homes.ts";
import { type RowIndex, rowColumn } from "./row-index.ts";
import type { Cells, TableSource } from "./source.ts";
import { openTwin } from "./twin.ts";
import type { ReadRange } from "./web-range.ts";

export type LargeFiles = { csv: ReadRange; parquet: ReadRange };

/** Groups of the twin that rows of one page may be read from; rows further apart are cheaper in the CSV file. */
const nearGroups = 2;

/**
 * A table too large to be fetched whole: columns come from its Parquet twin, a group of rows at a time, and scattered
 * rows from the CSV file itself. What was fetched is kept.
 */
export async function largeSource(
  files: LargeFiles,
  { parquet, footer, csv, blocks: { starts } }: RowIndex,
  names: readonly string[],
  missing: readonly string[],
): Promise<TableSource> {
  const twin = await openTwin(
    { byteLength: parquet, slice: (from, to = parquet) => files.parquet(from, to) },
    footer,
  );
  const homes = createHomes(twin);
  const blocks = createBlocks(files.csv, { csv, starts });
  const without = new Set(missing);

  /** Cells of rows from the groups they live in, each group's columns fetched together. */
  async function nearCells(
    rows: ArrayLike<number>,
    asked: readonly string[],
    groups: ReadonlySet<number>,
  ): Promise<string[][]> {
    const near = new Map<number, DecodedArray[]>();
    for (const group of groups) twin.ask(asked, group);
    for (const group of groups)
      near.set(group, await Promise.all(asked.map((name) => twin.column(name, group))));
    const writers = asked.map((name) => twin.written(name));
    return Array.from(rows, (row) => {
      const columns = near.get(homes.groupOf(row));
      return writers.map((written, at) => written(columns?.[at]?.[homes.placeOf(row)] ?? ""));
    });
  }

  /** Cells of rows from the CSV file. */
  async function farCells(rows: ArrayLike<number>, asked: readonly string[]): Promise<string[][]> {
    const records = await blocks.records(rows);
    const places = asked.map((name) => names.indexOf(name));
    return records.map((record) =>
      places.map((place) => {
        const cell = record?.[place] ?? "";
        return without.has(cell) ? "" : cell;
      }),
    );
  }

  return {
    rows: twin.rows,
    groups: twin.groups,
    rowNumbers: homes.rowNumbers,
    written: twin.written,
    async ready(wanted, group) {
      twin.ask([...wanted, rowColumn], group);
    },
    column: async (name, group) => (await twin.column(name, group)) as Cells,
    cost(wanted, group) {
      const unread = [...wanted, rowColumn].filter((name) => !twin.has(name, group));
      return unread.reduce((sum, name) => sum + (twin.groups[group]?.bytes(name) ?? 0), 0);
    },
    async pick(wanted, name) {
      const groups = await homes.groupsOf(wanted);
      const cells = new Map<number, DecodedArray>();
      for (const group of groups) twin.ask([name], group);
      for (const group of groups) cells.set(group, await twin.column(name, group));
      const written = twin.written(name);
      return Array.from(wanted, (row) =>
        written(cells.get(homes.groupOf(row))?.[homes.placeOf(row)] ?? ""),
      );
    },
    async cells(wanted, asked) {
      const groups = homes.knownGroups(wanted);
      return groups && groups.size <= nearGroups
        ? nearCells(wanted, asked, groups)
        : farCells(wanted, asked);
    },
  };
}
