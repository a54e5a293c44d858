/** A cell as it is seen: the place of its row among those that are left, and of its column. */
export type Spot = { row: number; column: number };
/** Where a selection was begun and where it has come to: the cell that is edited and read out. */
export type Selection = { anchor: Spot; focus: Spot };
/** Rows and columns of what is seen, and how many rows a screen has. */
export type Extent = { rows: number; columns: number; page: number };

export type Move = "up" | "down" | "left" | "right" | "pageUp" | "pageDown" | "home" | "end";

export const at = (row: number, column: number): Selection => ({
  anchor: { row, column },
  focus: { row, column },
});

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** A spot within the table. */
export const within = ({ row, column }: Spot, { rows, columns }: Extent): Spot => ({
  row: clamp(row, rows),
  column: clamp(column, columns),
});

function step({ row, column }: Spot, move: Move, isFar: boolean, extent: Extent): Spot {
  const { rows, columns, page } = extent;
  switch (move) {
    case "up":
      return { row: isFar ? 0 : row - 1, column };
    case "down":
      return { row: isFar ? rows - 1 : row + 1, column };
    case "left":
      return { row, column: isFar ? 0 : column - 1 };
    case "right":
      return { row, column: isFar ? columns - 1 : column + 1 };
    case "pageUp":
      return { row: row - page, column };
    case "pageDown":
      return { row: row + page, column };
    case "home":
      return { row: isFar ? 0 : row, column: 0 };
    case "end":
      return { row: isFar ? rows - 1 : row, column: columns - 1 };
  }
}

/** A step with the keyboard; `isFar`, with Ctrl, goes to the end; `extends`, with Shift, leaves the anchor where it was. */
export function moved(
  { anchor, focus }: Selection,
  move: Move,
  { isFar = false, extend = false }: { isFar?: boolean; extend?: boolean },
  extent: Extent,
): Selection {
  const next = within(step(focus, move, isFar, extent), extent);
  return { anchor: extend ? anchor : next, focus: next };
}

/** The block that is selected: its first and last row and column. */
export const blockOf = ({ anchor, focus }: Selection) => ({
  top: Math.min(anchor.row, focus.row),
  bottom: Math.max(anchor.row, focus.row),
  left: Math.min(anchor.column, focus.column),
  right: Math.max(anchor.column, focus.column),
});

export const isSelected = (selection: Selection, { row, column }: Spot): boolean => {
  const { top, bottom, left, right } = blockOf(selection);
  return row >= top && row <= bottom && column >= left && column <= right;
};
