import { button, make } from "../../../find/browser/dom.ts";
import { isNumeric } from "../../../table/column/cell.ts";
import type { Page } from "../../engine.ts";
import { shownCell } from "../../shown-cell.ts";
import type { ExploreColumn } from "../../view.ts";
import type { Stage } from "../stage.ts";

/** Opens a row by its number, from a button; `among`: numbers of the rows of its page. */
type OpenRow = (place: number, from: HTMLElement, among: readonly number[]) => Promise<void>;

/** Rows of a page as elements, each after a button with its number. */
export function rowsOf({ rows }: Page, stage: Stage, open: OpenRow): HTMLElement[] {
  const { hidden } = stage.view();
  const shown = stage.table.columns.filter(({ name }) => !hidden.includes(name));
  const among = rows.map(({ number }) => number);
  return rows.map(({ number, cells }, at) => {
    const opener = openerOf(number, stage, (from) => void open(number, from, among));
    opener.tabIndex = at === 0 ? 0 : -1;
    const first = make("th", "row-number", opener);
    first.scope = "row";
    return make("tr", "", first, ...cells.map((cell, index) => cellOf(cell, shown[index], stage)));
  });
}

function openerOf(
  place: number,
  { speech: { t, number } }: Stage,
  open: (from: HTMLElement) => void,
): HTMLButtonElement {
  const opener = button(number(place), "plain", () => open(opener));
  opener.setAttribute("aria-label", t("explore.openRow", { number: number(place) }));
  return opener;
}

function cellOf(
  cell: string,
  column: ExploreColumn | undefined,
  { table, speech }: Stage,
): HTMLElement {
  if (!column) return make("td", "", cell);
  const text = shownCell(column, cell, table.rows, speech);
  return make("td", isNumeric(column.type) ? "number" : "", text);
}

/** One row's number stands in the order of Tab; arrows go from row to row. */
export function moveByArrows(body: HTMLElement): void {
  body.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const openers = [...body.querySelectorAll<HTMLButtonElement>(".row-number button")];
    const at = openers.indexOf(event.target as HTMLButtonElement);
    const next = step === undefined || at === -1 ? undefined : openers[at + step];
    if (!next) return;
    event.preventDefault();
    for (const opener of openers) opener.tabIndex = opener === next ? 0 : -1;
    next.focus();
  });
}
