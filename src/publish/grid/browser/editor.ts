import { make } from "../../../find/browser/dom.ts";
import { cellName } from "../core/edit-words.ts";
import { type Move, moved, type Spot } from "../core/selection.ts";
import type { Frame } from "./frame/frame.ts";
import type { Stage } from "./stage.ts";

export type Editor = {
  /** Opens the selected cell; `typed` takes the place of its text. */
  open(typed?: string): void;
  /** Writes what was typed, and closes. */
  commit(): void;
  isOpen(): boolean;
};

/** The field over a cell in which its text is edited. */
export function createEditor(stage: Stage, frame: Frame): Editor {
  const field = make("textarea", "grid-editor");
  field.hidden = true;
  field.rows = 1;
  field.spellcheck = false;
  frame.element.append(field);
  let spot: Spot | undefined;

  const placeNow = () => {
    const { session } = stage;
    const table = session.table();
    const at = spot ?? stage.selection().focus;
    return { row: table.rowAt(at.row), column: table.columns[at.column] ?? 0 };
  };
  function lay(): void {
    if (!spot) return;
    const { left, top, width, height } = frame.rectOf(spot);
    const room = frame.element.clientWidth - left;
    Object.assign(field.style, {
      left: `${left}px`,
      top: `${top}px`,
      minWidth: `${Math.max(80, Math.min(width, room))}px`,
      minHeight: `${height}px`,
      maxWidth: `${Math.max(120, room)}px`,
    });
  }
  function close(): void {
    spot = undefined;
    field.hidden = true;
    stage.focus();
  }
  function commit(): void {
    if (!spot) return;
    const { row, column } = placeNow();
    const text = field.value;
    const { session } = stage;
    const before = session.table().cell(row, column);
    close();
    if (text !== before) session.do({ kind: "set", row, column, text });
  }
  function commitAnd(move: Move): void {
    commit();
    const { rows, columns } = extentOf(stage);
    stage.select(moved(stage.selection(), move, {}, { rows, columns, page: 1 }));
  }

  field.addEventListener("keydown", (event) => {
    // Enter that ends a word of a method of input is not the cell's.
    if (event.isComposing) return;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.altKey)
      field.setRangeText("\n", field.selectionStart, field.selectionEnd, "end");
    else if (event.key === "Enter") commitAnd(event.shiftKey ? "up" : "down");
    else if (event.key === "Tab") commitAnd(event.shiftKey ? "left" : "right");
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  field.addEventListener("blur", commit);
  frame.grid.addEventListener("scroll", lay);

  return {
    commit,
    isOpen: () => spot !== undefined,
    open(typed) {
      spot = stage.selection().focus;
      const { row, column } = placeNow();
      field.value = typed ?? stage.session.table().cell(row, column);
      field.ariaLabel = stage.speech.t("grid.edit", { cell: cellName(row, column) });
      field.hidden = false;
      lay();
      field.focus({ preventScroll: true });
      field.setSelectionRange(field.value.length, field.value.length);
    },
  };
}

/** Rows and columns that are seen. */
export function extentOf({ session }: Stage): { rows: number; columns: number } {
  const { count, columns } = session.table();
  return { rows: count, columns: columns.length };
}
