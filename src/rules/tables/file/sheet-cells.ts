import type { Tallied } from "../../../model/table.ts";
import { cellCount } from "../../../vocabularies/table-words.ts";

/** Cells named of a note. */
const named = 10;

/** Cells of a sheet's note, whose spots name the column: «12 комірок: C2, C3 та ще 10». */
export function sheetCells({ count, first }: Tallied): string {
  const shown = first.slice(0, named).map(({ record, value }) => `${value}${record}`);
  return `${cellCount(count)}: ${shown.join(", ")}${count > shown.length ? ` та ще ${count - shown.length}` : ""}`;
}
