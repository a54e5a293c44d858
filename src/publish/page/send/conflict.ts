import { button, make } from "../../../find/browser/dom.ts";
import type { Conflict } from "../../../remote/forge.ts";
import type { Stage } from "../stage.ts";

/** Somebody changed the same files meanwhile: both are shown, and the person decides. */
export function conflictOf(
  files: readonly Conflict[],
  { words }: Stage,
  anyway: () => void,
): HTMLElement {
  const shown = (bytes: Uint8Array | undefined) =>
    make(
      "pre",
      "",
      bytes ? new TextDecoder().decode(bytes.slice(0, 2000)) : words.t("publish.conflict.none"),
    );
  return make(
    "div",
    "note late",
    make("h3", "", words.t("publish.conflict.title")),
    make("p", "", words.t("publish.conflict.text")),
    ...files.map(({ path, theirs, mine }) =>
      make(
        "details",
        "",
        make("summary", "", path),
        make("h4", "", words.t("publish.conflict.theirs")),
        shown(theirs),
        make("h4", "", words.t("publish.conflict.mine")),
        shown(mine),
      ),
    ),
    make("p", "actions", button(words.t("publish.conflict.anyway"), "plain", anyway)),
  );
}
