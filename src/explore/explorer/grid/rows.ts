import { button, make } from "../../../find/browser/dom.ts";
import { isNumeric } from "../../../table/column/cell.ts";
import { downRows, rove } from "../../browser/roving.ts";
import type { Page } from "../../engine.ts";
import { foldedFrom, shownCell } from "../../shown-cell.ts";
import type { ExploreColumn } from "../../view.ts";
import type { Stage } from "../stage.ts";
import type { Marker } from "./marks.ts";

/** Opens a row by its number, from a button; `among`: numbers of the rows of its page. */
type OpenRow = (place: number, from: HTMLElement, among: readonly number[]) => Promise<unknown>;

/** Rows of a page as elements, each after a button with its number; what was looked for is marked. */
export function rowsOf(
  { rows }: Page,
  columns: readonly ExploreColumn[],
  stage: Stage,
  { open, mark }: { open: OpenRow; mark: Marker | undefined },
): HTMLElement[] {
  const among = rows.map(({ number }) => number);
  return rows.map(({ number, cells }, at) => {
    const opener = openerOf(number, stage, (from) => void open(number, from, among));
    opener.tabIndex = at === 0 ? 0 : -1;
    const first = make("th", "row-number", opener);
    first.scope = "row";
    return make(
      "tr",
      "",
      first,
      ...cells.map((cell, index) => cellOf(cell, columns[index], stage, mark)),
    );
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
  mark: Marker | undefined,
): HTMLElement {
  if (!column) return make("td", "", cell);
  const text = shownCell(column, cell, table.rows, speech);
  const marked = mark?.(text)?.map(({ part, found }) => (found ? make("mark", "", part) : part));
  const content = marked ?? [text];
  // A number is looked for as the file writes it, and shown with its thousands apart.
  const found = !marked && text !== cell && mark?.(cell) ? " found" : "";
  if (text.length <= foldedFrom)
    return make("td", `${isNumeric(column.type) ? "number" : ""}${found}`.trim(), ...content);
  const { t } = speech;
  const unfold = make("button", "plain", t("explore.unfold"));
  unfold.type = "button";
  unfold.setAttribute("aria-expanded", "false");
  Object.assign(unfold.dataset, { unfold: t("explore.unfold"), fold: t("explore.fold") });
  return make("td", `long${found}`, make("span", "", ...content), unfold);
}

/** One row's number stands in the order of Tab; keys go from row to row. */
export function moveByKeys(body: HTMLElement): void {
  rove(body, () => [...body.querySelectorAll<HTMLElement>(".row-number button")], downRows);
}
