import { button, make } from "../../../find/browser/dom.ts";
import type { PortalFacts } from "../../../schemas/reports/portal-facts.ts";
import type { Stage } from "../stage.ts";
import { type HeadFields, setsOf } from "./head-fields.ts";

/** A story with a chart of a set is about that set: ticks it, says so, and lets a person take it back. */
export function tickInserted(
  dataset: string,
  stage: Stage,
  { datasets }: Pick<PortalFacts, "datasets">,
  { tick }: Pick<HeadFields, "tick">,
): HTMLElement[] {
  const { words } = stage;
  if (setsOf(stage).includes(dataset)) return [];
  tick(dataset, true);
  const title = datasets.find(({ id }) => id === dataset)?.title ?? dataset;
  const said = make("p", "", words.t("publish.story.ticked", { title }), " ");
  const undo = button(words.t("publish.story.untick"), "line-link", () => {
    tick(dataset, false);
    said.replaceChildren(words.t("publish.story.unticked"));
    // The button that had the focus is gone.
    said.focus();
  });
  said.append(undo);
  said.tabIndex = -1;
  return [said];
}
