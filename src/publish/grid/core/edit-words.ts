import type { Speech } from "../../../i18n/speech.ts";
import { mendWords } from "../../../inspect/words.ts";
import { quoteIn } from "../../../model/reports/finding.ts";
import { columnLetter } from "../../../model/table.ts";
import type { Edit } from "./edits.ts";

/** A cell as spreadsheets name it: «B17»; a name of the file's missing row of names by its column alone. */
export const cellName = (row: number, column: number): string =>
  `${columnLetter(column)}${row < 0 ? "" : row + 1}`;

/** Words that stood first, in the middle of a sentence: «Коди ЄДРПОУ» → «коди ЄДРПОУ», “EDRPOU codes” as it is. */
const begun = (words: string): string =>
  /^\p{Lu}\p{Lu}/u.test(words) ? words : words.slice(0, 1).toLowerCase() + words.slice(1);

/** How many cells a block has at most: a short row of it counts as a whole one. */
const cellsOf = (rows: number, columns: number, { count }: Speech): string =>
  count("grid.cells", rows * columns);

/** What an edit does, in a few words: «B17: «12.5»». `edits` is the list it stands in. */
export function editWords(edit: Edit, edits: readonly Edit[], speech: Speech): string {
  const { t, count, quotes } = speech;
  switch (edit.kind) {
    case "set":
      return t("grid.edit.set", {
        cell: cellName(edit.row, edit.column),
        text: edit.text === "" ? t("grid.emptyCell") : quoteIn(quotes, edit.text),
      });
    case "paste":
      return t("grid.edit.paste", {
        cells: cellsOf(edit.rows.length, edit.columns.length, speech),
      });
    case "clear":
      return t("grid.edit.clear", {
        cells: cellsOf(edit.rows.to - edit.rows.from + 1, edit.columns.length, speech),
      });
    case "fill":
      return t("grid.edit.fill", {
        cells: cellsOf(edit.to - edit.row, edit.columns.length, speech),
      });
    case "replace":
      return t("grid.edit.replace", {
        column: columnLetter(edit.column),
        find: quoteIn(quotes, edit.find),
        by: quoteIn(quotes, edit.by),
      });
    case "repair":
      return t("grid.edit.repair", {
        column: columnLetter(edit.column),
        what: begun(mendWords(edit.rule, speech)),
      });
    case "drop":
      return t("grid.edit.drop", { column: edit.columns.map(columnLetter).join(", ") });
    case "rename":
      return t("grid.edit.rename", {
        column: columnLetter(edit.column),
        name: quoteIn(quotes, edit.name),
      });
    case "remove":
      return t("grid.edit.remove", { rows: count("rows", edit.rows.to - edit.rows.from + 1) });
    case "unapply": {
      const taken = edits[edit.edit];
      return t("grid.edit.unapply", { edit: taken ? editWords(taken, edits, speech) : "" });
    }
  }
}
