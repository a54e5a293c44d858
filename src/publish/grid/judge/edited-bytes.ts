import { csvLine } from "../../../model/csv.ts";
import type { EditedTable } from "../core/apply-edits.ts";
import { blockRows, type PackedTable } from "../core/table-text.ts";
import { joinParts } from "./pack-rows.ts";

/** Rows of a block that are left, as CSV. */
function blockText(edited: EditedTable, from: number, to: number): string {
  let text = "";
  for (let row = from; row <= to; row++)
    if (edited.placeOf(row) !== -1) text += csvLine(edited.cells(row));
  return text;
}

/** The text of an edited table, for the judge. Blocks nobody touched are the bytes they were; `breathe` is waited for between the others. */
export async function editedBytes(
  { bytes, starts, rows }: PackedTable,
  edited: EditedTable,
  breathe: () => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  if (edited.rowAt(0) === -1) parts.push(encoder.encode(csvLine(edited.cells(-1))));
  for (let block = 0; block * blockRows < rows; block++) {
    const from = block * blockRows;
    const to = Math.min(rows, from + blockRows) - 1;
    if (edited.isTouched({ from, to })) {
      parts.push(encoder.encode(blockText(edited, from, to)));
      await breathe();
    } else parts.push(bytes.subarray(starts[block], starts[block + 1]));
  }
  return joinParts(parts).bytes;
}
