import { make } from "../../../find/browser/dom.ts";
import type { Speech } from "../../../i18n/speech.ts";
import { oneInOrder } from "../../browser/roving.ts";
import type { ExploreColumn, View } from "../../view.ts";

/** The header over numbers of rows. */
export function numberHeader({ t }: Speech): HTMLElement {
  const header = make("th", "row-number", make("span", "sr", t("explore.rowNumber")));
  header.scope = "col";
  return header;
}

/** Headers stand in the order of the columns shown, the others are hidden; that of the sorted one says which way. */
export function markHeaders(
  headers: readonly HTMLElement[],
  columns: readonly ExploreColumn[],
  { sort }: View,
): void {
  const held = document.activeElement;
  const placeOf = ({ dataset }: HTMLElement) =>
    columns.findIndex(({ name }) => name === dataset.column);
  const after = (header: HTMLElement) => {
    const at = placeOf(header);
    return at === -1 ? columns.length : at;
  };
  const sorted = [...headers].sort((a, b) => after(a) - after(b));
  const head = headers[0]?.parentElement;
  if (!head) return;
  if (sorted.some((header, at) => head.children[at + 1] !== header)) head.append(...sorted);
  for (const header of headers) {
    header.hidden = placeOf(header) === -1;
    if (sort && sort.column === header.dataset.column)
      header.setAttribute("aria-sort", sort.down ? "descending" : "ascending");
    else header.removeAttribute("aria-sort");
  }
  oneInOrder(
    sorted.flatMap((header) => (header.hidden ? [] : [...header.querySelectorAll("button")])),
  );
  // A header that was moved with the focus in it has it still.
  if (held instanceof HTMLElement && head.contains(held)) held.focus({ preventScroll: true });
}
