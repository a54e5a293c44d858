import { button, make } from "../../../find/browser/dom.ts";
import type { Key } from "../../../i18n/speech.ts";
import { editWords } from "../core/edit-words.ts";
import type { Actions } from "./actions.ts";
import type { Part, Stage } from "./stage.ts";

/** A panel that a button of the toolbar opens under it. */
export type Panel = { name: "replace" | "match" | "changes"; part: Part };

/** Findings, undoing, what is done to rows and columns; and the panels, of which one is open. */
export function createToolbar(
  stage: Stage,
  actions: Actions,
  panels: readonly Panel[],
): Part & { open(name: Panel["name"]): void } {
  const { session, speech } = stage;
  const { t } = speech;
  const undo = button("", "plain grid-tool", actions.undo);
  const redo = button("", "plain grid-tool", actions.redo);
  const count = make("span", "grid-count");
  const back = button("▲", "plain grid-tool", () => actions.goToFinding(true));
  const next = button("▼", "plain grid-tool", () => actions.goToFinding(false));
  back.ariaLabel = t("grid.previous");
  back.title = `${t("grid.previous")} (Shift+F8)`;
  next.ariaLabel = t("grid.next");
  next.title = `${t("grid.next")} (F8)`;

  const openers = panels.map(({ name, part }) => {
    const opener = button(t(`grid.${name}` as Key), "plain grid-tool", () => toggle(name));
    part.element.hidden = true;
    part.element.id = `${stage.host.id}-${name}`;
    opener.setAttribute("aria-controls", part.element.id);
    opener.ariaExpanded = "false";
    return { name, part, opener };
  });
  function toggle(name: Panel["name"]): void {
    for (const one of openers) {
      const isOpen = one.name === name && one.part.element.hidden;
      one.part.element.hidden = !isOpen;
      one.opener.ariaExpanded = String(isOpen);
      if (isOpen) one.part.show();
    }
  }
  const group = (...children: (string | Node)[]) => make("div", "grid-group", ...children);
  const tools = make(
    "div",
    "grid-tools",
    group(back, count, next),
    group(undo, redo),
    group(
      button(t("grid.fill"), "plain grid-tool", actions.fill),
      button(t("grid.remove"), "plain grid-tool", actions.removeRows),
      button(t("grid.drop"), "plain grid-tool", actions.dropColumns),
    ),
    group(...openers.map(({ opener }) => opener)),
  );
  tools.role = "group";
  tools.ariaLabel = t("grid.tools");
  const element = make("div", "", tools, ...panels.map(({ part }) => part.element));

  /** «↶ Скасувати», and of what in its name and under the pointer. */
  function showStep(made: HTMLButtonElement, sign: string, isBack: boolean): void {
    const { done, undone } = session.history();
    const edit = (isBack ? done : undone).at(-1);
    const verb = t(isBack ? "grid.undo" : "grid.redo");
    const named =
      edit && t(isBack ? "grid.undoOf" : "grid.redoOf", { edit: editWords(edit, done, speech) });
    const what = make("span", "grid-step", edit ? (named ?? "") : verb);
    const mark = make("span", "", sign);
    mark.ariaHidden = "true";
    made.replaceChildren(mark, what);
    made.title = `${named ?? verb} (${isBack ? "Ctrl+Z" : "Ctrl+Y"})`;
    // Focus stays where it was: what cannot be pressed is only said to be so.
    made.ariaDisabled = String(edit === undefined);
  }
  function countWords(length: number): string {
    if (session.isFailed()) return t("grid.judgeFailed");
    if (session.isWaiting()) return t("grid.judging");
    return length === 0 ? t("grid.none") : speech.count("grid.findings", length);
  }
  function show(): void {
    showStep(undo, "↶", true);
    showStep(redo, "↷", false);
    const { length } = session.judged().findings;
    count.textContent = countWords(length);
    for (const one of [back, next]) one.ariaDisabled = String(length === 0);
    for (const { part } of openers) if (!part.element.hidden) part.show();
  }
  return {
    element,
    show,
    open(name) {
      if (openers.find((one) => one.name === name)?.part.element.hidden) toggle(name);
    },
  };
}
