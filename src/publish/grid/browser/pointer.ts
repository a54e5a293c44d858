import { at, isSelected, type Spot } from "../core/selection.ts";
import { type Editor, extentOf } from "./editor.ts";
import type { Frame } from "./frame/frame.ts";
import type { Stage } from "./stage.ts";

/** The cell an event is over; of a head or a number of a row, the first of the column or the row. */
function spotOf(target: EventTarget | null): { spot: Spot; whole?: "row" | "column" } | undefined {
  if (!(target instanceof Element)) return undefined;
  const head = target.closest<HTMLElement>("[data-column]");
  if (head) return { spot: { row: 0, column: Number(head.dataset.column) }, whole: "column" };
  const row = Number(target.closest<HTMLElement>("[data-row]")?.dataset.row ?? Number.NaN);
  if (Number.isNaN(row)) return undefined;
  if (target.closest("[role=rowheader]")) return { spot: { row, column: 0 }, whole: "row" };
  const cell = target.closest("[role=gridcell]");
  return cell ? { spot: { row, column: Number(cell.ariaColIndex) - 2 } } : undefined;
}

/** Mouse: press, drag, press twice to edit. Finger: tap to select, tap again to edit; a drag scrolls. */
export function listenToPointer(stage: Stage, { grid }: Frame, editor: Editor): void {
  let dragging = false;
  /** A tap on the cell that was selected before it. */
  let isAgain = false;

  function press(spot: Spot, whole: "row" | "column" | undefined, extend: boolean): void {
    const { rows, columns } = extentOf(stage);
    const { anchor } = stage.selection();
    if (whole === "row")
      stage.select({
        anchor: { row: extend ? anchor.row : spot.row, column: columns - 1 },
        focus: spot,
      });
    else if (whole === "column")
      stage.select({
        anchor: { row: rows - 1, column: extend ? anchor.column : spot.column },
        focus: spot,
      });
    else stage.select(extend ? { anchor, focus: spot } : at(spot.row, spot.column));
  }

  grid.addEventListener("pointerdown", (event) => {
    const met = spotOf(event.target);
    if (!met || event.button !== 0) return;
    const { focus } = stage.selection();
    isAgain = met.spot.row === focus.row && met.spot.column === focus.column && !met.whole;
    if (event.pointerType === "touch") return;
    editor.commit();
    press(met.spot, met.whole, event.shiftKey);
    dragging = !met.whole;
  });
  grid.addEventListener("pointermove", (event) => {
    if (!dragging || (event.buttons & 1) === 0) return;
    const met = spotOf(document.elementFromPoint(event.clientX, event.clientY));
    if (!met || met.whole || isSelectedLast(stage, met.spot)) return;
    stage.select({ anchor: stage.selection().anchor, focus: met.spot });
  });
  addEventListener("pointerup", () => {
    dragging = false;
  });
  grid.addEventListener("click", (event) => {
    const met = spotOf(event.target);
    const isTouch = (event as PointerEvent).pointerType === "touch";
    if (!met || !isTouch) return;
    if (isAgain && isSelected(stage.selection(), met.spot)) editor.open();
    else press(met.spot, met.whole, false);
  });
  grid.addEventListener("dblclick", (event) => {
    const met = spotOf(event.target);
    if (met && !met.whole) editor.open();
  });
}

const isSelectedLast = (stage: Stage, { row, column }: Spot): boolean => {
  const { focus } = stage.selection();
  return focus.row === row && focus.column === column;
};
