import { make } from "../../../find/browser/dom.ts";

/**
 * A menu of a table's tools: a name that opens what is in it. One menu of a table is open at a time, and it closes when
 * something else is pressed, and by Esc, which gives the focus back.
 */
export function createMenu(
  host: HTMLElement,
  name: string,
  ...content: HTMLElement[]
): HTMLDetailsElement {
  const menu = make(
    "details",
    "menu",
    make("summary", "", name),
    make("div", "menu-content", ...content),
  );
  menu.name = `menu-${host.dataset.name ?? "answer"}`;
  document.addEventListener("pointerdown", ({ target }) => {
    if (!menu.contains(target as Node)) menu.open = false;
  });
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  return menu;
}
