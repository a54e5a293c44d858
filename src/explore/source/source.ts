/** Cells of a column: text as it stands in the file, or numbers where the source keeps them so; nothing is "". */
export type Cells = ArrayLike<string | number>;

/** A part of a table that can be read apart from others, with the limits of its columns where they are known. */
export type Group = {
  rows: number;
  bounds?(column: string): { minimum: string | number; maximum: string | number } | undefined;
};

/**
 * A table that can be asked for columns and for rows. Rows are numbered from 0 in the file's order. Groups come in an
 * order of the source's own, so a group says which rows of the file it holds.
 */
export type TableSource = {
  rows: number;
  groups: readonly Group[];
  rowNumbers(group: number): Promise<ArrayLike<number>>;
  /** Fetches columns of a group together, where they have to be fetched. */
  ready(names: readonly string[], group: number): Promise<void>;
  column(name: string, group: number): Promise<Cells>;
  /** Cells of one column of rows by their numbers, in that order. */
  pick(rows: ArrayLike<number>, name: string): Promise<Cells>;
  /** Rows by their numbers, cells in the order of names. */
  cells(rows: ArrayLike<number>, names: readonly string[]): Promise<string[][]>;
  /** A cell of a column as the file writes it. */
  written(name: string): (cell: string | number) => string;
  /** Bytes that still have to be fetched to read these columns of a group; 0 where all is at hand. */
  cost(names: readonly string[], group: number): number;
};

/** A table that is whole in memory. `missing`: how the file writes that there is no value. */
export function memorySource(
  names: readonly string[],
  records: readonly (readonly string[])[],
  missing: readonly string[],
): TableSource {
  const without = new Set(missing);
  const at = new Map(names.map((name, index) => [name, index]));
  const cell = (record: readonly string[] | undefined, name: string): string => {
    const value = record?.[at.get(name) ?? -1] ?? "";
    return without.has(value) ? "" : value;
  };
  const columns = new Map<string, string[]>();
  return {
    rows: records.length,
    groups: [{ rows: records.length }],
    rowNumbers: async () => Uint32Array.from(records, (_, index) => index),
    async column(name) {
      const known = columns.get(name) ?? records.map((record) => cell(record, name));
      columns.set(name, known);
      return known;
    },
    pick: async (rows, name) => Array.from(rows, (row) => cell(records[row], name)),
    cells: async (rows, wanted) =>
      Array.from(rows, (row) => wanted.map((name) => cell(records[row], name))),
    ready: async () => {},
    written: () => String,
    cost: () => 0,
  };
}
