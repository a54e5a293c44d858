import { button, make } from "../../../find/browser/dom.ts";
import { filterKind, type View } from "../../view.ts";
import type { Stage, Tool } from "../stage.ts";
import { filterText } from "./filter-text.ts";

/** The filters that hold, each a sign that takes it off; last, a button that takes off all. `menu`: where they are set. */
export function createChips({ table, speech, view, set }: Stage, menu: HTMLElement): Tool {
  const { t } = speech;
  const element = make("ul", "chips");

  /** A sign that says what holds, and takes it off by a change of the view. */
  function chipOf(text: string, off: Partial<View>): HTMLElement {
    const chip = button(`${text} ✕`, "chip", () => set(off));
    chip.setAttribute("aria-label", t("explore.unfilter", { filter: text }));
    return make("li", "", chip);
  }

  function chips(): HTMLElement[] {
    const { filters, street } = view();
    const ofStreet = street
      ? [chipOf([street.names[0], street.house].filter(Boolean).join(", "), { street: undefined })]
      : [];
    const ofColumns = table.columns.flatMap((column) => {
      const { [column.name]: filter, ...rest } = filters;
      if (!filter || filter.kind !== filterKind(column)) return [];
      const text = filterText(column, filter, speech);
      return [chipOf(text, { filters: rest })];
    });
    return [...ofStreet, ...ofColumns];
  }

  return {
    element,
    show() {
      const active = chips();
      const reset = button(t("explore.reset"), "plain", () =>
        set({ filters: {}, q: "", street: undefined }),
      );
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
