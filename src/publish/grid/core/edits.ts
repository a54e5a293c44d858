/** Rows or columns from one to another, both of them too. */
export type Span = { from: number; to: number };

/**
 * What a person did to a table, one thing at a time. Rows and columns are those of the file as it came, from 0, whatever was
 * removed since: so an edit stays true when others are undone, and a list of edits is a draft that can be kept as JSON.
 * Row -1 is the row of names that a file without one is given.
 */
export type Edit =
  | { kind: "set"; row: number; column: number; text: string }
  /** A block of cells: `cells[i][j]` goes to row `rows[i]` and column `columns[j]`. */
  | { kind: "paste"; rows: number[]; columns: number[]; cells: string[][] }
  | { kind: "clear"; rows: Span; columns: number[] }
  /** Cells of a row repeated in the rows below, up to `to`. */
  | { kind: "fill"; row: number; to: number; columns: number[] }
  | ({ kind: "replace"; column: number } & Replacement)
  /** Mends of src/table/mends.ts, by their names, in the data of one column. */
  | { kind: "repair"; rule: string; column: number; mends: string[] }
  | { kind: "drop"; columns: number[] }
  | { kind: "rename"; column: number; name: string }
  | { kind: "remove"; rows: Span }
  /** Takes back the edit at this place of the list, and leaves those after it. */
  | { kind: "unapply"; edit: number };

/** What is found in a column's data and what it becomes. */
export type Replacement = {
  find: string;
  by: string;
  /** Only cells that are the text and nothing else. */
  whole: boolean;
  /** «Київ» is not «київ». */
  matchCase: boolean;
};

/** The edits that hold, each with its place in the list: without those that were taken back. */
export function heldEdits(edits: readonly Edit[]): { edit: Edit; at: number }[] {
  const taken = new Set<number>();
  for (let at = edits.length - 1; at >= 0; at--) {
    const edit = edits[at];
    if (edit?.kind === "unapply" && !taken.has(at)) taken.add(edit.edit);
  }
  return edits.flatMap((edit, at) =>
    edit.kind === "unapply" || taken.has(at) ? [] : [{ edit, at }],
  );
}
