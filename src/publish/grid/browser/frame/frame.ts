import { make } from "../../../../find/browser/dom.ts";
import type { Spot } from "../../core/selection.ts";
import type { Part, Stage } from "../stage.ts";
import { cellId, headRow, rowOf, type Window } from "./cells.ts";
import { createScroll } from "./scroll.ts";
import { createWidths } from "./widths.ts";

/** Rows and columns drawn beyond what is seen, so that a short scroll shows no gap. */
const beyond = 4;

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

/** Heights of the frame and the width of its rows' numbers, in pixels, told to the styles. */
function measuresOf(element: HTMLElement, rows: number) {
  const isCoarse = matchMedia("(pointer: coarse)").matches;
  const heights = { row: isCoarse ? 44 : 33, heads: 52 };
  const numbers = Math.max(52, String(rows).length * 9 + 28);
  element.style.setProperty("--grid-row", `${heights.row}px`);
  element.style.setProperty("--grid-heads", `${heights.heads}px`);
  element.style.setProperty("--grid-numbers", `${numbers}px`);
  return { heights, numbers };
}

/** Pictures of the grid, one a frame of the screen, while it is scrolled or its size changes. */
function showOnMove(grid: HTMLElement, show: () => void): void {
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
}

/**
 * The table as it is seen: of rows and columns only those on the screen are elements. The grid itself keeps the focus and
 * names the selected cell (`aria-activedescendant`), so that no scrolling ever takes it away.
 */
export function createFrame(stage: Stage, describedBy: string): Frame {
  const { session } = stage;
  const { head, body, grid, element } = layFrame(stage, describedBy);
  const { heights, numbers } = measuresOf(element, session.table().original.count);
  const scroll = createScroll(grid, heights, () => session.table().count);
  const widths = createWidths(session.table, () => session.judged().columns);

  function windowNow(): Window {
    const first = Math.floor(scroll.scrolled() / heights.row);
    return {
      top: Math.max(0, first - beyond),
      bottom: Math.min(session.table().count - 1, first + scroll.page() + 1 + beyond),
      ...widths.seen(grid.scrollLeft, grid.scrollLeft + grid.clientWidth),
      widths: widths.all(),
    };
  }

  function show(): void {
    widths.measure();
    const { count, columns } = session.table();
    body.style.height = `${scroll.drawnHeight()}px`;
    for (const one of [head, body]) one.style.width = `${numbers + widths.total()}px`;
    grid.ariaRowCount = String(count + 1);
    grid.ariaColCount = String(columns.length + 1);
    // What is read of the page is read before heads and rows are put in: else the browser lays it out twice.
    const drawn = windowNow();
    const shift = scroll.shift();
    head.replaceChildren(...headRow(stage, drawn));
    const rows: HTMLElement[] = [];
    for (let place = drawn.top; place <= drawn.bottom; place++) {
      const row = rowOf(stage, place, drawn);
      row.style.top = `${place * heights.row + shift}px`;
      rows.push(row);
    }
    body.replaceChildren(...rows);
    const { focus } = stage.selection();
    const id = cellId(stage, focus.row, focus.column);
    if (body.querySelector(`[id="${id}"]`)) grid.setAttribute("aria-activedescendant", id);
    else grid.removeAttribute("aria-activedescendant");
  }
  showOnMove(grid, show);

  return {
    element,
    grid,
    show,
    page: scroll.page,
    reveal({ row, column }) {
      widths.measure();
      scroll.reveal(row);
      const [left, width] = [widths.before(column), widths.of(column)];
      const room = grid.clientWidth - numbers;
      if (left < grid.scrollLeft || width > room) grid.scrollLeft = left;
      else if (left + width > grid.scrollLeft + room) grid.scrollLeft = left + width - room;
    },
    rectOf: ({ row, column }) => ({
      left: numbers + widths.before(column) - grid.scrollLeft + grid.clientLeft,
      top: row * heights.row - scroll.scrolled() + heights.heads + grid.clientTop,
      width: widths.of(column),
      height: heights.row,
    }),
  };
}
