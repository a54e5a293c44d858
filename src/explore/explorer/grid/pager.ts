import { button, make } from "../../../find/browser/dom.ts";
import { pageRows } from "../../view.ts";
import type { Stage } from "../stage.ts";

/** The way from page to page; hidden where there is one. */
export function createPager({ host, speech: { t, number }, view, set }: Stage): {
  element: HTMLElement;
  /** `found`: rows that the view keeps. */
  show(found: number): void;
} {
  const element = make("nav", "pager");
  element.setAttribute("aria-label", t("explore.pages"));

  function turner(label: string, to: number, last: number): HTMLButtonElement {
    const made = button(label, "plain", () => {
      set({ page: to });
      host.scrollIntoView();
    });
    made.disabled = to < 1 || to > last;
    return made;
  }

  return {
    element,
    show(found) {
      const last = Math.max(1, Math.ceil(found / pageRows));
      const now = Math.min(view().page, last);
      const back = turner(t("explore.previous"), now - 1, last);
      const on = turner(t("explore.next"), now + 1, last);
      const range = t("explore.range", {
        from: number((now - 1) * pageRows + 1),
        to: number(Math.min(found, now * pageRows)),
        found: number(found),
      });
      const [wasBack, wasOn] = element.querySelectorAll("button");
      const held = document.activeElement;
      element.hidden = last === 1;
      element.replaceChildren(back, make("span", "", range), on);
      // The pressed button was made anew: the focus stays with it, or with the other where there is no further.
      if (held && held === wasBack) (back.disabled ? on : back).focus({ preventScroll: true });
      if (held && held === wasOn) (on.disabled ? back : on).focus({ preventScroll: true });
    },
  };
}
