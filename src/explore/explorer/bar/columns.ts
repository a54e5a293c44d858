import { button, make } from "../../../find/browser/dom.ts";
import type { ExploreColumn } from "../../view.ts";
import type { Stage, Tool } from "../stage.ts";
import { createMenu } from "./menu.ts";

/** The menu of columns: which of them the table shows. */
export function createColumns({ host, table, speech: { t }, view, set }: Stage): Tool {
  const hide = (hidden: string[]) => set({ page: view().page, hidden });
  const boxes = table.columns.map(({ name }) => {
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
    ...table.columns.map((column, at) => make("label", "", boxes[at] ?? "", titleOf(column))),
  );
  const whole = button(t("explore.allColumns"), "plain", () => hide([]));
  const element = createMenu(host, t("explore.columns"), make("div", "", whole, choices));
  return {
    element,
    show() {
      for (const box of boxes) box.checked = !view().hidden.includes(box.value);
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
