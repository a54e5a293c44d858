import { at, type Move, moved } from "../core/selection.ts";
import type { Actions } from "./actions.ts";
import { type Editor, extentOf } from "./editor.ts";
import type { Frame } from "./frame/frame.ts";
import type { Stage } from "./stage.ts";

const moves: Readonly<Record<string, Move>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  PageUp: "pageUp",
  PageDown: "pageDown",
  Home: "home",
  End: "end",
};

/** The keyboard of a spreadsheet. Tab is left to the browser: it leads out of the table. */
export function listenToKeys(stage: Stage, frame: Frame, editor: Editor, actions: Actions): void {
  const extent = () => ({ ...extentOf(stage), page: frame.page() });

  function selectAll(): void {
    const { rows, columns } = extent();
    const { focus } = stage.selection();
    stage.select({ anchor: { row: 0, column: 0 }, focus: { row: rows - 1, column: columns - 1 } });
    frame.reveal(focus);
  }
  const withControl: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    KeyZ: (event) => (event.shiftKey ? actions.redo() : actions.undo()),
    KeyY: actions.redo,
    KeyA: selectAll,
    KeyD: actions.fill,
  };
  const alone: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    F2: () => editor.open(),
    F8: (event) => actions.goToFinding(event.shiftKey),
    Delete: actions.clear,
    Backspace: actions.clear,
    Escape: () => stage.select(at(stage.selection().focus.row, stage.selection().focus.column)),
    Enter: (event) =>
      stage.select(moved(stage.selection(), event.shiftKey ? "up" : "down", {}, extent())),
  };

  frame.grid.addEventListener("keydown", (event) => {
    const isControl = event.ctrlKey || event.metaKey;
    const move = moves[event.key];
    // Keys of letters by their place: the layout may be Ukrainian or English.
    const act = isControl ? withControl[event.code] : alone[event.key];
    if (move)
      stage.select(
        moved(stage.selection(), move, { isFar: isControl, extend: event.shiftKey }, extent()),
      );
    else if (act) act(event);
    else if (event.key.length === 1 && !isControl && !event.altKey) editor.open(event.key);
    else return;
    event.preventDefault();
  });
}
