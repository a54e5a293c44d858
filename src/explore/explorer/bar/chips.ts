import { button, make } from "../../../find/browser/dom.ts";
import { filterKind } from "../../view.ts";
import type { Stage, Tool } from "../stage.ts";
import { filterText } from "./filter-text.ts";

/** The filters that hold, each a sign that takes it off; last, a button that takes off all. `menu`: where they are set. */
export function createChips({ table, speech, view, set }: Stage, menu: HTMLElement): Tool {
  const { t } = speech;
  const element = make("ul", "chips");

  function chips(): HTMLElement[] {
    const { filters } = view();
    return table.columns.flatMap((column) => {
      const { [column.name]: filter, ...rest } = filters;
      if (!filter || filter.kind !== filterKind(column)) return [];
      const text = filterText(column, filter, speech);
      const chip = button(`${text} ✕`, "chip", () => set({ filters: rest }));
      chip.setAttribute("aria-label", t("explore.unfilter", { filter: text }));
      return [make("li", "", chip)];
    });
  }

  return {
    element,
    show() {
      const active = chips();
      const reset = button(t("explore.reset"), "plain", () => set({ filters: {}, q: "" }));
      const held = element.contains(document.activeElement);
      element.hidden = active.length === 0 && view().q === "";
      element.replaceChildren(...active, make("li", "", reset));
      if (!held) return;
      // The pressed sign is gone: the focus goes to the next one, or to where filters are set.
      const next = element.hidden ? menu.querySelector("summary") : element.querySelector("button");
      next?.focus();
    },
  };
}
