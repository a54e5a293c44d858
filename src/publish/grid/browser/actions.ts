import { editWords } from "../core/edit-words.ts";
import type { Edit } from "../core/edits.ts";
import { columnsOf, fillEdit, rowsOf } from "../core/make-edits.ts";
import { at } from "../core/selection.ts";
import type { Stage } from "./stage.ts";

/** What buttons and keys do alike. */
export function createActions(stage: Stage) {
  const { session, speech, say } = stage;
  const { t } = speech;
  const words = (edit: Edit) => editWords(edit, session.history().done, speech);

  function act(edit: Edit): void {
    session.do(edit);
    say(t("grid.done", { edit: words(edit) }));
  }
  function step(isBack: boolean): void {
    const edit = isBack ? session.undo() : session.redo();
    if (edit) say(t(isBack ? "grid.undone" : "grid.redone", { edit: words(edit) }));
  }
  return {
    act,
    undo: () => step(true),
    redo: () => step(false),
    clear() {
      const table = session.table();
      const selection = stage.selection();
      act({
        kind: "clear",
        rows: rowsOf(table, selection),
        columns: columnsOf(table, selection),
      });
    },
    fill() {
      const edit = fillEdit(session.table(), stage.selection());
      if (edit) act(edit);
      else say(t("grid.fillHint"));
    },
    removeRows() {
      const rows = rowsOf(session.table(), stage.selection());
      // A row of names that the file has not is not the file's to be removed.
      act({ kind: "remove", rows: { ...rows, from: Math.max(0, rows.from) } });
    },
    dropColumns() {
      act({ kind: "drop", columns: columnsOf(session.table(), stage.selection()) });
    },
    /** To the nearest cell with a finding. */
    goToFinding(isBack: boolean) {
      const table = session.table();
      const { focus } = stage.selection();
      const from = { row: table.rowAt(focus.row), column: table.columns[focus.column] ?? 0 };
      const next = session.findings().near(from, isBack);
      if (!next) {
        say(t("grid.none"));
        return;
      }
      const column = table.columns.indexOf(next.column);
      stage.select(at(Math.max(0, table.placeOf(next.row)), Math.max(0, column)));
      stage.focus();
    },
  };
}
export type Actions = ReturnType<typeof createActions>;
