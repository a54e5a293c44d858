import { mendsNamed } from "../../../table/mends.ts";
import { type Edit, heldEdits, type Span } from "./edits.ts";
import { replacerOf } from "./replace.ts";
import type { RowSource } from "./table-text.ts";

/** A table as it came, and what its first reading told of the rows above the data. */
export type OriginalTable = RowSource & {
  /** Rows above the data. */
  header: number;
  /** Those of them that name the columns, from 0. */
  naming: readonly number[];
  /** The one of them that programs read, where there is one. */
  machineNames?: number;
  /** Names of the columns as they were read, joined over the rows that name them; of a table without names, those it would get. */
  names: readonly string[];
};

/** A table with edits on it: nothing is copied, a cell is worked out when it is asked for. */
export type EditedTable = {
  original: OriginalTable;
  /** Rows that are left. */
  count: number;
  /** The row of the file at a place among those that are left; -1 is a row of names the file has not. */
  rowAt(place: number): number;
  /** Where a row of the file stands now; -1 where it was removed. */
  placeOf(row: number): number;
  /** Columns that are left, in the numbers of the file. */
  columns: readonly number[];
  cell(row: number, column: number): string;
  /** A row's cells for the judge: dropped columns are blank in it, so that the others keep their letters. */
  cells(row: number): string[];
  /** Is any of these rows of the file other than it came? */
  isTouched(rows: Span): boolean;
};

/** A text given to a cell, by the edit at that place of the list. */
type Given = { at: number; text: string };
/** What an edit makes of every cell of a column. */
type Wide = { at: number; apply(text: string, row: number): string };

const within = ({ from, to }: Span, row: number): boolean => row >= from && row <= to;

/** Texts given to single cells and what was done to whole columns, by column. */
type Changes = { given: Map<number, Map<number, Given[]>>; wide: Map<number, Wide[]> };

function listIn<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function give({ given }: Changes, row: number, column: number, one: Given): void {
  const rows = given.get(column) ?? new Map<number, Given[]>();
  given.set(column, rows);
  listIn(rows, row).push(one);
}

/** Which row of a table holds the names that programs read. */
const nameRow = ({ naming, machineNames }: OriginalTable): number =>
  machineNames ?? naming[0] ?? -1;

/** Adds one edit of cells to the changes; those of rows and columns are told elsewhere. */
function addChange(
  changes: Changes,
  { edit, at }: { edit: Edit; at: number },
  table: OriginalTable,
  before: (row: number, column: number, at: number) => string,
): void {
  const ofData = (apply: (text: string) => string) => ({
    at,
    apply: (text: string, row: number) => (row < table.header ? text : apply(text)),
  });
  switch (edit.kind) {
    case "set":
      give(changes, edit.row, edit.column, { at, text: edit.text });
      break;
    case "rename":
      give(changes, nameRow(table), edit.column, { at, text: edit.name });
      break;
    case "paste":
      edit.rows.forEach((row, i) => {
        edit.columns.forEach((column, j) => {
          const text = edit.cells[i]?.[j];
          if (text !== undefined) give(changes, row, column, { at, text });
        });
      });
      break;
    case "clear":
      for (const column of edit.columns)
        listIn(changes.wide, column).push({
          at,
          apply: (text, row) => (within(edit.rows, row) ? "" : text),
        });
      break;
    case "fill":
      for (const column of edit.columns)
        listIn(changes.wide, column).push({
          at,
          apply: (text, row) =>
            row > edit.row && row <= edit.to ? before(edit.row, column, at) : text,
        });
      break;
    case "replace":
      listIn(changes.wide, edit.column).push(ofData(replacerOf(edit)));
      break;
    case "repair": {
      const mends = mendsNamed(edit.mends);
      const mended = (text: string) =>
        mends.reduce((value, { mend }) => mend(value) ?? value, text);
      listIn(changes.wide, edit.column).push(ofData(mended));
    }
  }
}

/** Rows that are left, in order; undefined where all are, and each stands at its own number. */
function rowsLeft(table: OriginalTable, removed: readonly Span[], isHeadless: boolean) {
  if (removed.length === 0 && !isHeadless) return undefined;
  const isGone = new Uint8Array(table.count);
  for (const { from, to } of removed) isGone.fill(1, Math.max(0, from), to + 1);
  const left = new Int32Array(table.count + 1);
  let count = 0;
  if (isHeadless) left[count++] = -1;
  for (let row = 0; row < table.count; row++) if (!isGone[row]) left[count++] = row;
  return left.subarray(0, count);
}

/** The place of a row in an ordered list of rows; -1 where it is not in it. */
function placeIn(rows: Int32Array, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return rows[low] === row ? low : -1;
}

/** A table and a list of edits → the table as it is now. The same table and list give the same cells, always. */
export function applyEdits(original: OriginalTable, edits: readonly Edit[]): EditedTable {
  const held = heldEdits(edits);
  const changes: Changes = { given: new Map(), wide: new Map() };
  const dropped = new Set(held.flatMap(({ edit }) => (edit.kind === "drop" ? edit.columns : [])));
  const isNamed = held.some(({ edit }) => edit.kind === "rename");
  const names = nameRow(original);
  /** Names over several rows become one row: a name given to one column would else name its neighbours too. */
  const isJoined =
    original.machineNames === undefined &&
    original.naming.length > 1 &&
    (isNamed || dropped.size > 0);
  const removed = held.flatMap(({ edit }) => (edit.kind === "remove" ? [edit.rows] : []));
  if (isJoined) removed.push(...original.naming.slice(1).map((row) => ({ from: row, to: row })));
  const left = rowsLeft(original, removed, isNamed && names === -1);

  /** A row's cells as they came: of names that became one row, the joined ones. */
  const came = (row: number): readonly string[] =>
    row === -1 || (isJoined && row === names) ? original.names : original.row(row);

  const base = (row: number, column: number): string => came(row)[column] ?? "";
  /** A cell's text before the edit at a place of the list. */
  function textBefore(row: number, column: number, at: number): string {
    const last = changes.given
      .get(column)
      ?.get(row)
      ?.findLast((one) => one.at < at);
    let text = last?.text ?? base(row, column);
    for (const wide of changes.wide.get(column) ?? []) {
      if (wide.at >= at) break;
      if (wide.at > (last?.at ?? -1)) text = wide.apply(text, row);
    }
    return text;
  }
  for (const one of held) addChange(changes, one, original, textBefore);
  const changed = new Set([...changes.given.keys(), ...changes.wide.keys()]);
  const rowsGiven = new Set([...changes.given.values()].flatMap((rows) => [...rows.keys()]));
  const cell = (row: number, column: number): string =>
    dropped.has(column) ? "" : textBefore(row, column, edits.length);
  return {
    original,
    count: left?.length ?? original.count,
    rowAt: (place) => (left ? (left[place] ?? 0) : place),
    placeOf: (row) => (left ? placeIn(left, row) : row),
    columns: Array.from({ length: original.width }, (_, column) => column).filter(
      (column) => !dropped.has(column),
    ),
    cell,
    cells(row) {
      const cells = [...came(row)];
      for (const column of changed) {
        const text = textBefore(row, column, edits.length);
        // A row that is shorter than the table grows only where something was written.
        while (text !== "" && cells.length < column) cells.push("");
        if (text !== "" || column < cells.length) cells[column] = text;
      }
      for (const column of dropped) if (column < cells.length) cells[column] = "";
      return cells;
    },
    isTouched({ from, to }) {
      if (changes.wide.size > 0 || dropped.size > 0) return true;
      if (removed.some((rows) => rows.from <= to && rows.to >= from)) return true;
      if (isJoined && from <= names && to >= names) return true;
      for (const row of rowsGiven) if (row >= from && row <= to) return true;
      return false;
    },
  };
}
