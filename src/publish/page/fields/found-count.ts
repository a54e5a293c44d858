import { make } from "../../../find/browser/dom.ts";
import type { Speech } from "../../../i18n/speech.ts";

/** How many were found for what was typed, on the page and aloud; nothing before anything is typed. */
export function foundCount({ t, number }: Speech): {
  element: HTMLElement;
  show(found: { shown: number; all: number } | undefined): void;
} {
  const element = make("p", "hint", "");
  element.setAttribute("role", "status");
  const sentence = ({ shown, all }: { shown: number; all: number }): string => {
    if (all === 0) return t("publish.entry.nothing");
    if (shown === all) return t("publish.entry.found", { all: number(all) });
    return t("publish.entry.more", { shown: number(shown), all: number(all) });
  };
  return {
    element,
    show(found) {
      element.textContent = found ? sentence(found) : "";
    },
  };
}
