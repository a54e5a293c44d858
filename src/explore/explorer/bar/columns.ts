import { button, make } from "../../../find/browser/dom.ts";
import { shownColumns } from "../../columns/order.ts";
import { type ExploreColumn, emptyView } from "../../view.ts";
import type { Stage, Tool } from "../stage.ts";
import { createMenu } from "./menu.ts";

/** The menu of columns: which of them the table shows, and which stand first. */
export function createColumns({ host, table, speech: { t }, view, set }: Stage): Tool {
  const hide = (hidden: string[]) => set({ page: view().page, hidden });
  const putFirst = (name: string) =>
    set({
      page: view().page,
      first: [name, ...view().first.filter((one) => one !== name)],
      hidden: view().hidden.filter((one) => one !== name),
    });
  const ordered = shownColumns(table.columns, table.order, emptyView);
  const boxes = ordered.map(({ name }) => {
    const box = make("input", "");
    box.type = "checkbox";
    box.value = name;
    box.addEventListener("change", () => {
      // A table without columns shows nothing: the last one stays.
      if (boxes.every(({ checked }) => !checked)) box.checked = true;
      hide(boxes.filter(({ checked }) => !checked).map(({ value }) => value));
    });
    return box;
  });
  const choices = make(
    "fieldset",
    "choices",
    make("legend", "sr", t("explore.columns")),
    ...ordered.map((column, at) => {
      const first = button("⇤", "plain", () => putFirst(column.name));
      first.title = t("explore.putFirst", { column: column.title });
      first.setAttribute("aria-label", first.title);
      return make("div", "choice", make("label", "", boxes[at] ?? "", titleOf(column)), first);
    }),
  );
  const whole = button(t("explore.allColumns"), "plain", () => hide([]));
  const own = button(t("explore.ownOrder"), "plain", () => set({ page: view().page, first: [] }));
  const element = createMenu(
    host,
    t("explore.columns"),
    make("div", "", make("p", "actions", whole, own), choices),
  );
  return {
    element,
    show() {
      for (const box of boxes) box.checked = !view().hidden.includes(box.value);
      own.hidden = view().first.length === 0;
      // Columns are the table's, not the chart's or the map's.
      element.hidden = view().show !== "table";
    },
  };
}

function titleOf({ title, lang }: ExploreColumn): HTMLElement {
  const text = make("span", "", title);
  if (lang) text.lang = lang;
  return text;
}
