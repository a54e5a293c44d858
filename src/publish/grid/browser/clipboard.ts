import { readBlock, writeBlock } from "../core/block-text.ts";
import { columnsOf, pasteEdit } from "../core/make-edits.ts";
import { blockOf } from "../core/selection.ts";
import type { Actions } from "./actions.ts";
import type { Frame } from "./frame/frame.ts";
import type { Stage } from "./stage.ts";

/** Cells that go over the clipboard at once: more of them would hold the page for long. */
const most = 200_000;

/** Blocks of cells from and to Excel. */
export function listenToClipboard(stage: Stage, { grid }: Frame, actions: Actions): void {
  const { session, speech, say } = stage;
  const { t, count, number } = speech;

  /** Puts the selected cells on the clipboard; false where there are too many. */
  function copy(event: ClipboardEvent): boolean {
    event.preventDefault();
    const table = session.table();
    const { top, bottom } = blockOf(stage.selection());
    const columns = columnsOf(table, stage.selection());
    const cells = (bottom - top + 1) * columns.length;
    if (cells > most) {
      say(t("grid.tooMany", { most: number(most) }));
      return false;
    }
    const rows = Array.from({ length: bottom - top + 1 }, (_, index) => {
      const row = table.rowAt(top + index);
      return columns.map((column) => table.cell(row, column));
    });
    event.clipboardData?.setData("text/plain", writeBlock(rows));
    say(t("grid.copied", { what: count("grid.cells", cells) }));
    return true;
  }

  function paste(text: string): void {
    const block = readBlock(text);
    const { edit, beyond } = pasteEdit(session.table(), stage.selection(), block);
    const cells = edit.rows.length * edit.columns.length;
    if (cells > most) {
      say(t("grid.tooMany", { most: number(most) }));
      return;
    }
    session.do(edit);
    const left = [
      ...(beyond.rows > 0 ? [count("rows", beyond.rows)] : []),
      ...(beyond.columns > 0 ? [count("columns", beyond.columns)] : []),
    ];
    say(
      [
        t("grid.pasted", { what: count("grid.cells", cells) }),
        ...(left.length > 0 ? [t("grid.beyond", { what: left.join(", ") })] : []),
      ].join(". "),
    );
    const { top, left: column } = blockOf(stage.selection());
    stage.select({
      anchor: { row: top, column },
      focus: {
        row: top + Math.max(1, edit.rows.length) - 1,
        column: column + Math.max(1, edit.columns.length) - 1,
      },
    });
  }

  grid.addEventListener("copy", copy);
  grid.addEventListener("cut", (event) => {
    if (copy(event)) actions.clear();
  });
  grid.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain");
    event.preventDefault();
    if (text) paste(text);
  });
}
