import type { EditedTable } from "../../core/apply-edits.ts";

/** What a cell is measured by, in pixels. */
const letterWidth = 8;
const narrowest = 72;
const widest = 320;
/** Rows by which the width of a column is chosen. */
const measured = 200;

/** Widths of columns in pixels, by the texts of the first rows. */
function widthsOf(table: EditedTable, names: readonly { name: string }[]): number[] {
  const longest = table.columns.map((column) => (names[column]?.name.length ?? 0) + 3);
  for (let place = 0; place < Math.min(measured, table.count); place++)
    table.columns.forEach((column, at) => {
      const { length } = table.cell(table.rowAt(place), column);
      longest[at] = Math.max(longest[at] ?? 0, length);
    });
  return longest.map((letters) =>
    Math.round(Math.min(widest, Math.max(narrowest, letters * letterWidth + 26))),
  );
}

/** Columns that are seen, and where the first of them begins. */
type SeenColumns = { left: number; right: number; offset: number };

/** Where columns stand, in pixels behind the rows' numbers. */
export type Widths = {
  /** Measures columns that are others than before. */
  measure(): void;
  all(): readonly number[];
  of(column: number): number;
  /** The left edge of a column. */
  before(column: number): number;
  total(): number;
  /** Columns between two places. */
  seen(from: number, to: number): SeenColumns;
};

export function createWidths(
  table: () => EditedTable,
  names: () => readonly { name: string }[],
): Widths {
  let widths: number[] = [];
  let measuredOf = "";
  const before = (column: number) => widths.slice(0, column).reduce((sum, one) => sum + one, 0);
  return {
    measure() {
      const { columns } = table();
      // Columns keep their widths while they are edited: a table that jumps cannot be typed into.
      if (measuredOf === columns.join()) return;
      measuredOf = columns.join();
      widths = widthsOf(table(), names());
    },
    all: () => widths,
    of: (column) => widths[column] ?? 0,
    before,
    total: () => before(widths.length),
    seen(from, to) {
      let left = 0;
      let offset = 0;
      while (left < widths.length - 1 && offset + (widths[left] ?? 0) < from)
        offset += widths[left++] ?? 0;
      let right = left;
      let reached = offset;
      while (right < widths.length && reached < to) reached += widths[right++] ?? 0;
      return { left, right: Math.min(widths.length - 1, right), offset };
    },
  };
}
