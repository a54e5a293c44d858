import { button, make } from "../../find/browser/dom.ts";
import type { Speech } from "../../i18n/speech.ts";
import { type Draft, neighbours, type Step } from "../draft/draft.ts";
import type { StepView } from "./stage.ts";
import { placeOnWay, wayOf } from "./way.ts";

/** A step of a draft that is shown, and the ways from it. */
type Laid = {
  view: StepView;
  words: Speech;
  /** What was to be said before there was a place for it. */
  said: string;
  /** What stays to be said on every step. */
  notes: readonly Node[];
  /** Absent of a request that was sent. */
  at?: { draft: Draft; step: Step; go(step: Step): void; leave(after: Step): void } | undefined;
};

/** A view as the page has it: the way, its heading, places for what is missing and what is said, itself, and what comes next. */
export function lay({ view, words, said, notes, at }: Laid): {
  nodes: Node[];
  heading: HTMLElement;
} {
  const status = make("p", "said", "");
  status.dataset.said = "";
  status.setAttribute("role", "status");
  status.textContent = said;
  const heading = make("h2", "", view.title);
  heading.tabIndex = -1;
  // Who is led to the heading hears how far the way is.
  const place = make("span", "", at ? placeOnWay(at.draft, at.step, words) : "");
  place.id = "publish-place";
  place.hidden = true;
  if (at) heading.setAttribute("aria-describedby", place.id);
  const problems = make("div", "");
  problems.dataset.problems = "";
  const kept = make("div", "", ...notes);
  kept.dataset.kept = "";
  kept.setAttribute("role", "status");
  return {
    heading,
    nodes: [
      ...(at ? [wayOf(at.draft, at.step, { words, go: at.go })] : []),
      heading,
      place,
      problems,
      kept,
      status,
      ...view.nodes,
      ...(at ? [actionsOf(at, words)] : []),
    ],
  };
}

function actionsOf(
  { draft, step, go, leave }: NonNullable<Laid["at"]>,
  words: Speech,
): HTMLElement {
  const { before, after } = neighbours(draft, step);
  return make(
    "p",
    "actions",
    ...(after ? [button(words.t("publish.next"), "", () => leave(after))] : []),
    ...(before ? [button(words.t("publish.back"), "plain", () => go(before))] : []),
  );
}

/** That the portal does not answer, with the way on. */
export function unreachedNote(words: Speech, again: () => void): HTMLElement {
  const problem = make(
    "div",
    "note late",
    make("p", "", words.t("publish.unreached")),
    make("p", "actions", button(words.t("publish.retry"), "plain", again)),
  );
  problem.tabIndex = -1;
  problem.setAttribute("role", "alert");
  return problem;
}
