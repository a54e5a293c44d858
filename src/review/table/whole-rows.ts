import type { Table } from "../../model/table.ts";
import { isInBoth, type Match } from "./matches.ts";

/** Columns of two tables by their names: those of the first as they stand, then those that only the second has. */
export function matchNames(before: Table, after: Table): Match[] {
  const places = new Map(after.header.map((name, r) => [name, r]));
  const names = new Set(before.header);
  return [
    ...before.header.map((name, l) => ({ l, r: places.get(name) ?? -1 })),
    ...after.header.flatMap((name, r) => (names.has(name) ? [] : [{ l: -1, r }])),
  ];
}

/**
 * Rows of two tables whose cells are the same in the columns both have: as many as both have them are one. Of what is left
 * nothing is said but that it went or came. Time and memory grow with the rows, whatever changed.
 */
export function matchWholeRows(before: Table, after: Table, columns: readonly Match[]): Match[] {
  const both = columns.filter(isInBoth);
  // A zero byte stands in no table: it was refused when the table was read.
  const textOf = (cells: readonly string[], side: "l" | "r") =>
    both.map((column) => cells[column[side]] ?? "").join("\0");
  /** Of each text the first row before that nothing was matched with, and after each row the next of the same text. */
  const first = new Map<string, number>();
  const next = new Int32Array(before.rows.length).fill(-1);
  for (let l = before.rows.length - 1; l >= 0; l--) {
    const text = textOf(before.rows[l]?.cells ?? [], "l");
    next[l] = first.get(text) ?? -1;
    first.set(text, l);
  }
  const stayed = new Uint8Array(before.rows.length);
  const now = after.rows.map(({ cells }, r): Match => {
    const text = textOf(cells, "r");
    const l = first.get(text) ?? -1;
    if (l >= 0) {
      stayed[l] = 1;
      first.set(text, next[l] ?? -1);
    }
    return { l, r };
  });
  const gone = before.rows.flatMap((_, l) => (stayed[l] ? [] : [{ l, r: -1 }]));
  return gone.concat(now);
}
