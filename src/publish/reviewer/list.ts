import { button, make } from "../../find/browser/dom.ts";
import { openReviewForge } from "./forge.ts";
import { problemNode } from "./problems.ts";
import type { Stand } from "./stand.ts";

/** Every open request, with the way to each; and the way to one whose number is known. */
export async function listView(stand: Stand, again: () => void): Promise<Node[]> {
  const { words, repository, root } = stand;
  const told = await openReviewForge(repository).open();
  const heading = make("h2", "", words.t("review.open"));
  const after = [
    byNumber(stand),
    make("p", "actions", button(words.t("review.again"), "plain", again)),
  ];
  if ("problem" in told) return [heading, problemNode(told.problem, words, root), ...after];
  if (told.told.length === 0)
    return [heading, make("p", "note done", words.t("review.none")), ...after];
  const items = told.told.map(({ number, title, author, opened }) => {
    const link = make("a", "", title);
    link.href = `?request=${number}`;
    const facts = [author, opened === undefined ? "" : words.date(opened)];
    return make(
      "li",
      "",
      make("span", "request-number", `№ ${number}`),
      make("strong", "", link),
      make("span", "quiet", facts.filter((fact) => fact !== "").join(" · ")),
    );
  });
  return [heading, make("ul", "plain requests", ...items), ...after];
}

/** A request by its number, closed ones too: a form, so that its answer is an address. */
function byNumber({ words }: Stand): HTMLFormElement {
  const input = make("input", "");
  input.type = "number";
  input.name = "request";
  input.min = "1";
  input.required = true;
  input.id = "request";
  const label = make("label", "", words.t("review.number"));
  label.htmlFor = input.id;
  const show = make("button", "", words.t("review.show"));
  return make("form", "by-number", label, input, show);
}
