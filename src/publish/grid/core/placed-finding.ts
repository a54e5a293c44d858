import type { Finding } from "../../../model/reports/finding.ts";
import type { Edit } from "./edits.ts";

/** A finding and the cells it is about, in the numbers of the file as it came, from 0. */
export type PlacedFinding = Finding & {
  /** The column; absent where it is about rows, or the whole of the table. */
  column?: number;
  /** Rows in which it was found, in order: the first ones, and all of them once they are looked up. */
  rows: ArrayLike<number>;
  /** In how many rows it is. */
  count: number;
  /** What mends it in every cell of its column, where there is one right answer. */
  repair?: Edit & { kind: "repair" };
};

/** A cell by its row and column in the file. */
export type CellPlace = { row: number; column: number };

/** Where the first number not below `least` stands in an ordered list. */
function lowerBound(rows: ArrayLike<number>, least: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isIn = (rows: ArrayLike<number>, row: number): boolean => rows[lowerBound(rows, row)] === row;

/** Findings by the cells they are about. */
export function createFindingMap(findings: readonly PlacedFinding[]) {
  const ofColumn = Map.groupBy(
    findings.filter(({ rows }) => rows.length > 0),
    ({ column }) => column,
  );
  const ofRows = ofColumn.get(undefined) ?? [];

  /** Findings of one cell, those of its row too, in the order of harm. */
  const at = (row: number, column: number): PlacedFinding[] =>
    [...(ofColumn.get(column) ?? []), ...ofRows].filter(({ rows }) => isIn(rows, row));

  /** The first place of a finding behind a cell, read row by row; a finding of a row stands in its first column. */
  function nextOf({ rows, column = 0 }: PlacedFinding, from: CellPlace): CellPlace | undefined {
    const least = column > from.column ? from.row : from.row + 1;
    const row = rows[lowerBound(rows, least)];
    return row === undefined ? undefined : { row, column };
  }
  function previousOf({ rows, column = 0 }: PlacedFinding, from: CellPlace): CellPlace | undefined {
    const most = column < from.column ? from.row + 1 : from.row;
    const row = rows[lowerBound(rows, most) - 1];
    return row === undefined ? undefined : { row, column };
  }
  const compare = (a: CellPlace, b: CellPlace) => a.row - b.row || a.column - b.column;
  const placed = [...ofColumn.values()].flat();
  const first: CellPlace = { row: -2, column: -1 };
  const last: CellPlace = { row: Number.MAX_SAFE_INTEGER - 1, column: Number.MAX_SAFE_INTEGER };

  return {
    at,
    /** The nearest cell with a finding behind this one, or before it; from the end it goes on at the other end. */
    near(from: CellPlace, isBack = false): CellPlace | undefined {
      const step = isBack ? previousOf : nextOf;
      const order = (a: CellPlace, b: CellPlace) => (isBack ? compare(b, a) : compare(a, b));
      const around = (place: CellPlace) =>
        placed.flatMap((finding) => step(finding, place) ?? []).sort(order)[0];
      return around(from) ?? around(isBack ? last : first);
    },
  };
}
export type FindingMap = ReturnType<typeof createFindingMap>;
