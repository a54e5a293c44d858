import { columnLetter, type SheetNotes, type Tallied } from "../../../model/table.ts";
import type { EditedTable } from "../core/apply-edits.ts";

/** Places of a sheet, their columns by letters, without those that a person has filled in or removed since. */
function emptyStill({ count, first }: Tallied, edited: EditedTable): Tallied {
  const columns = new Map(edited.columns.map((column) => [columnLetter(column), column]));
  const left = first.filter(({ record, value }) => {
    const column = columns.get(value);
    const row = record - 1;
    return column !== undefined && edited.placeOf(row) !== -1 && edited.cell(row, column) === "";
  });
  return { count: count - (first.length - left.length), first: left };
}

/** What a sheet says beside its cells, once some of them were edited: who has typed a value needs no formula counted. */
export const notesLeft = (notes: SheetNotes, edited: EditedTable): SheetNotes => ({
  ...notes,
  uncounted: emptyStill(notes.uncounted, edited),
});
