import { button, make } from "../../../find/browser/dom.ts";
import type { View } from "../../view.ts";
import type { Stage, Tool } from "../stage.ts";

/** What the rows are shown as: a table, a chart or, where they have places, a map. */
export function createTabs({ table, speech: { t }, view, set }: Stage): Tool {
  const kinds: View["show"][] = ["table", "chart", ...(table.place ? ["map" as const] : [])];
  const openers = kinds.map((kind) => ({
    kind,
    opener: button(t(`explore.${kind}`), "plain", () => set({ show: kind })),
  }));
  const element = make("div", "tabs", ...openers.map(({ opener }) => opener));
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", t("explore.show"));
  return {
    element,
    show() {
      for (const { kind, opener } of openers)
        opener.setAttribute("aria-pressed", String(view().show === kind));
    },
  };
}
