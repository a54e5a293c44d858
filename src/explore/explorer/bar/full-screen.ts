import { button } from "../../../find/browser/dom.ts";
import type { Stage } from "../stage.ts";

/** The button that gives the table the whole screen, and back; hidden where the browser cannot. */
export function fullScreenButton({ host, speech: { t } }: Stage): HTMLButtonElement {
  const full = button(t("explore.full"), "plain full-screen", () =>
    document.fullscreenElement ? document.exitFullscreen() : host.requestFullscreen(),
  );
  // It stands among the tabs, which are one stop of Tab: arrows lead to it.
  full.tabIndex = -1;
  full.hidden = !document.fullscreenEnabled || host.dataset.embed === undefined;
  document.addEventListener("fullscreenchange", () => {
    full.textContent = t(document.fullscreenElement ? "explore.fullLeave" : "explore.full");
  });
  return full;
}
