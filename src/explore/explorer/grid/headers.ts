import { make } from "../../../find/browser/dom.ts";
import type { Speech } from "../../../i18n/speech.ts";
import type { Stage } from "../stage.ts";

/** The header over numbers of rows. */
export function numberHeader({ t }: Speech): HTMLElement {
  const header = make("th", "row-number", make("span", "sr", t("explore.rowNumber")));
  header.scope = "col";
  return header;
}

/** Headers of hidden columns are hidden; that of the sorted one says which way. */
export function markHeaders(
  headers: readonly HTMLElement[],
  { table, view }: Pick<Stage, "table" | "view">,
): void {
  const { hidden, sort } = view();
  headers.forEach((header, at) => {
    const column = table.columns[at];
    header.hidden = column === undefined || hidden.includes(column.name);
    if (sort?.column === column?.name)
      header.setAttribute("aria-sort", sort?.down ? "descending" : "ascending");
    else header.removeAttribute("aria-sort");
  });
}
