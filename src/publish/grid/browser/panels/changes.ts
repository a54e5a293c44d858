import { button, make, withNames } from "../../../../find/browser/dom.ts";
import { editWords } from "../../core/edit-words.ts";
import { heldEdits } from "../../core/edits.ts";
import type { Actions } from "../actions.ts";
import type { Part, Stage } from "../stage.ts";

/** Edits that are listed; those before them are undone one by one. */
const listed = 50;

/** Everything that was done, the last first; each can be taken back alone. */
export function createChangesPanel({ session, speech }: Stage, actions: Actions): Part {
  const { t } = speech;
  const element = make("div", "grid-panel");
  return {
    element,
    show() {
      const { done } = session.history();
      const held = new Set(heldEdits(done).map(({ at }) => at));
      const items = done
        .map((edit, at) => ({ edit, at }))
        .filter(({ edit }) => edit.kind !== "unapply")
        .slice(-listed)
        .reverse()
        .map(({ edit, at }) => {
          const words = editWords(edit, done, speech);
          if (!held.has(at))
            return make("li", "", make("s", "", ...withNames(words)), ` · ${t("grid.takenBack")}`);
          const take = button(t("grid.takeBack"), "plain", () =>
            actions.act({ kind: "unapply", edit: at }),
          );
          take.ariaLabel = `${t("grid.takeBack")}: ${words}`;
          return make("li", "", make("span", "", ...withNames(words)), take);
        });
      element.replaceChildren(
        items.length === 0
          ? make("p", "quiet", t("grid.noChanges"))
          : make("ul", "plain grid-list", ...items),
      );
    },
  };
}
