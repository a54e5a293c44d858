import { make } from "../../find/browser/dom.ts";
import type { Key, Speech } from "../../i18n/speech.ts";
import { type Draft, type Step, stepsOf } from "../draft/draft.ts";
import { tellError } from "./fields/field.ts";
import type { Missing } from "./stage.ts";

type Going = { words: Speech; go(step: Step): void };

/** Each step of each draft has an address: back and forward lead from one to another. */
export const addressOf = ({ id }: Pick<Draft, "id">, step: Step): string =>
  `?${new URLSearchParams({ draft: id, step })}`;

/** Where the person is: every step by its name, those that can be returned to as links. */
export function wayOf(draft: Draft, step: Step, { words, go }: Going): HTMLElement {
  const all = stepsOf(draft);
  const items = all.map((one) => {
    const item = make("li", "");
    const name = words.t(`publish.step.${one}` as Key);
    if (all.indexOf(one) < all.indexOf(step)) {
      const link = make("a", "", name);
      link.href = addressOf(draft, one);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        go(one);
      });
      item.append(link);
    } else item.append(name);
    if (one === step) item.setAttribute("aria-current", "step");
    return item;
  });
  const way = make("nav", "way", make("ol", "", ...items));
  way.setAttribute("aria-label", words.t("publish.way"));
  return way;
}

/** «Крок 2 з 5» */
export function placeOnWay(draft: Draft, step: Step, words: Speech): string {
  const all = stepsOf(draft);
  return words.t("publish.place", { step: all.indexOf(step) + 1, of: all.length });
}

/** What is missing: on top, each leading to its field, and at the field itself. */
export function tellMissing(page: HTMLElement, missing: readonly Missing[], words: Speech): void {
  const place = page.querySelector<HTMLElement>("[data-problems]");
  for (const error of page.querySelectorAll<HTMLElement>(".error:not([hidden])"))
    tellError(page, error.id.replace(/-error$/, ""), undefined);
  if (missing.length === 0 || !place) {
    place?.replaceChildren();
    return;
  }
  const links = missing.map(({ field, sentence }) => {
    tellError(page, field, sentence);
    const link = make("a", "", sentence);
    link.href = `#${field}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      page.querySelector<HTMLElement>(`#${CSS.escape(field)}`)?.focus();
    });
    return make("li", "", link);
  });
  const box = make(
    "div",
    "note late problems",
    make("h3", "", words.t("publish.problems")),
    make("ul", "plain", ...links),
  );
  box.tabIndex = -1;
  box.setAttribute("role", "alert");
  place.replaceChildren(box);
  box.focus();
}
