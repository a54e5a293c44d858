import { button, make } from "../../../find/browser/dom.ts";
import { oneStop } from "../../browser/roving.ts";
import type { View } from "../../view.ts";
import type { Stage, Tool } from "../stage.ts";

/** What the rows are shown as: a table, a chart or, where they have places, a map. A page has them already. */
export function createTabs(stage: Stage): Tool {
  const element = stage.host.querySelector<HTMLElement>(".tabs") ?? madeTabs(stage);
  return {
    element,
    show() {
      for (const opener of element.querySelectorAll<HTMLElement>("[data-show]"))
        opener.setAttribute("aria-pressed", String(opener.dataset.show === stage.view().show));
    },
  };
}

function madeTabs({ table, speech: { t }, set }: Stage): HTMLElement {
  const kinds: Exclude<View["show"], "columns">[] = [
    "table",
    "chart",
    ...(table.place ? ["map" as const] : []),
  ];
  const openers = kinds.map((kind) => {
    const opener = button(t(`explore.${kind}`), "plain", () => set({ show: kind }));
    opener.dataset.show = kind;
    return opener;
  });
  const element = make("div", "tabs", ...openers);
  element.setAttribute("role", "toolbar");
  element.setAttribute("aria-label", t("explore.show"));
  oneStop(element);
  return element;
}
