import { make } from "../../../../find/browser/dom.ts";
import type { EditedTable } from "../../core/apply-edits.ts";
import type { Spot } from "../../core/selection.ts";
import type { Part, Stage } from "../stage.ts";
import { cellId, headRow, rowOf, type Window } from "./cells.ts";

/** Pixels: the tallest element that every browser draws, and what a cell is measured by. */
const tallest = 8_000_000;
const letterWidth = 8;
const narrowest = 72;
const widest = 320;
/** Rows by which the width of a column is chosen. */
const measured = 200;
/** Rows and columns drawn beyond what is seen, so that a short scroll shows no gap. */
const beyond = 4;

/** Widths of columns in pixels, by the texts of the first rows. */
function widthsOf(table: EditedTable, names: readonly { name: string }[]): number[] {
  const longest = table.columns.map((column) => (names[column]?.name.length ?? 0) + 3);
  for (let place = 0; place < Math.min(measured, table.count); place++)
    table.columns.forEach((column, at) => {
      const { length } = table.cell(table.rowAt(place), column);
      longest[at] = Math.max(longest[at] ?? 0, length);
    });
  return longest.map((letters) =>
    Math.round(Math.min(widest, Math.max(narrowest, letters * letterWidth + 26))),
  );
}

export type Frame = Part & {
  grid: HTMLElement;
  /** Rows a screen has. */
  page(): number;
  reveal(spot: Spot): void;
  /** Where a cell is drawn, from the corner of the frame. */
  rectOf(spot: Spot): { left: number; top: number; width: number; height: number };
};

/** The elements of the frame, still without a row. */
function layFrame({ session, speech }: Stage, describedBy: string) {
  const head = make("div", "grid-heads");
  head.role = "row";
  head.ariaRowIndex = "1";
  const body = make("div", "grid-body");
  body.role = "rowgroup";
  const grid = make("div", "grid-scroll", head, body);
  grid.role = "grid";
  grid.tabIndex = 0;
  grid.ariaLabel = speech.t("grid.label", { file: session.file });
  grid.ariaMultiSelectable = "true";
  grid.setAttribute("aria-describedby", describedBy);
  const element = make("div", "grid-frame", grid);
  return { head, body, grid, element };
}

/**
 * The table as it is seen: of rows and columns only those on the screen are elements. The grid itself keeps the focus and
 * names the selected cell (`aria-activedescendant`), so that no scrolling ever takes it away.
 */
export function createFrame(stage: Stage, describedBy: string): Frame {
  const { session } = stage;
  const { head, body, grid, element } = layFrame(stage, describedBy);
  const isCoarse = matchMedia("(pointer: coarse)").matches;
  const rowHeight = isCoarse ? 44 : 33;
  const headHeight = 52;
  const numbers = Math.max(52, String(session.table().original.count).length * 9 + 28);
  element.style.setProperty("--grid-row", `${rowHeight}px`);
  element.style.setProperty("--grid-heads", `${headHeight}px`);
  element.style.setProperty("--grid-numbers", `${numbers}px`);
  let widths: number[] = [];
  let measuredOf = "";

  const height = () => session.table().count * rowHeight;
  const drawnHeight = () => Math.min(tallest, height());
  /** Pixels of the table for a pixel of scrolling: one, but for tables taller than a browser draws. */
  function ratio(): number {
    const seen = grid.clientHeight - headHeight;
    const room = drawnHeight() - seen;
    return room <= 0 ? 1 : (height() - seen) / room;
  }
  const scrolled = () => grid.scrollTop * ratio();
  const page = () => Math.max(1, Math.floor((grid.clientHeight - headHeight) / rowHeight) - 1);

  function measure(): void {
    const { columns } = session.table();
    // Columns keep their widths while they are edited: a table that jumps cannot be typed into.
    if (measuredOf === columns.join()) return;
    measuredOf = columns.join();
    widths = widthsOf(session.table(), session.judged().columns);
  }

  function windowNow(): Window {
    const { count, columns } = session.table();
    const first = Math.floor(scrolled() / rowHeight);
    let left = 0;
    let offset = 0;
    while (left < columns.length - 1 && offset + (widths[left] ?? 0) < grid.scrollLeft)
      offset += widths[left++] ?? 0;
    let right = left;
    let reached = offset;
    while (right < columns.length && reached < grid.scrollLeft + grid.clientWidth)
      reached += widths[right++] ?? 0;
    return {
      top: Math.max(0, first - beyond),
      bottom: Math.min(count - 1, first + page() + 1 + beyond),
      left,
      right: Math.min(columns.length - 1, right),
      offset,
      widths,
    };
  }

  function show(): void {
    measure();
    const { count, columns } = session.table();
    const width = numbers + widths.reduce((sum, one) => sum + one, 0);
    body.style.height = `${drawnHeight()}px`;
    for (const one of [head, body]) one.style.width = `${width}px`;
    grid.ariaRowCount = String(count + 1);
    grid.ariaColCount = String(columns.length + 1);
    // What is read of the page is read before heads and rows are put in: else the browser lays it out twice.
    const drawn = windowNow();
    const shift = grid.scrollTop - scrolled();
    head.replaceChildren(...headRow(stage, drawn));
    const rows: HTMLElement[] = [];
    for (let place = drawn.top; place <= drawn.bottom; place++) {
      const row = rowOf(stage, place, drawn);
      row.style.top = `${place * rowHeight + shift}px`;
      rows.push(row);
    }
    body.replaceChildren(...rows);
    const { focus } = stage.selection();
    const id = cellId(stage, focus.row, focus.column);
    if (body.querySelector(`[id="${id}"]`)) grid.setAttribute("aria-activedescendant", id);
    else grid.removeAttribute("aria-activedescendant");
  }

  let asked = false;
  grid.addEventListener("scroll", () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      show();
    });
  });
  new ResizeObserver(() => show()).observe(grid);

  const leftOf = (column: number) =>
    widths.slice(0, column).reduce((sum, one) => sum + one, numbers);

  return {
    element,
    grid,
    show,
    page,
    reveal({ row, column }) {
      measure();
      const seen = grid.clientHeight - headHeight;
      const top = row * rowHeight;
      if (top < scrolled()) grid.scrollTop = top / ratio();
      else if (top + rowHeight > scrolled() + seen)
        grid.scrollTop = (top + rowHeight - seen) / ratio();
      const left = leftOf(column) - numbers;
      const width = widths[column] ?? 0;
      const room = grid.clientWidth - numbers;
      if (left < grid.scrollLeft || width > room) grid.scrollLeft = left;
      else if (left + width > grid.scrollLeft + room) grid.scrollLeft = left + width - room;
    },
    rectOf: ({ row, column }) => ({
      left: leftOf(column) - grid.scrollLeft + grid.clientLeft,
      top: row * rowHeight - scrolled() + headHeight + grid.clientTop,
      width: widths[column] ?? 0,
      height: rowHeight,
    }),
  };
}
