import { make } from "../../../find/browser/dom.ts";
import type { Speech } from "../../../i18n/speech.ts";
import { type Field, field } from "./field.ts";
import { foundCount } from "./found-count.ts";
import { allMatching, type Option } from "./matching.ts";

/** As many as this are shown without a search; of more, as many as answer one. */
const most = 6;

type Asked = Pick<Field, "id" | "label" | "hint" | "optional" | "required"> & {
  options: readonly Option[];
  chosen: readonly string[];
  words: Speech;
  change(chosen: string[]): void;
};

/**
 * Several things of many: what is chosen stands first and stays in sight, the rest is found by words. A group of boxes
 * to tick, so that keys and screen readers know it.
 */
export function severalField(asked: Asked): HTMLElement {
  const { id, label, hint, options, words } = asked;
  const isLong = options.length > most;
  const ticked = new Set(asked.chosen);
  const error = make("span", "error", "");
  error.id = `${id}-error`;
  error.hidden = true;
  const chosen = make("div", "options chosen");
  const found = make("div", "options");
  const count = foundCount(words);
  const box = ({ value, label: name }: Option) =>
    boxOf(`${id}-${value}`, name, ticked.has(value), (isTicked) => {
      if (isTicked) ticked.add(value);
      else ticked.delete(value);
      asked.change([...ticked]);
    });
  const all = new Map(options.map((option) => [option.value, option]));
  const show = (typed: string) => {
    // What the portal no longer has can still be taken away.
    const first = [...ticked].map((value) => all.get(value) ?? { value, label: value });
    const rest = allMatching(options, typed).filter(({ value }) => !ticked.has(value));
    const isAsked = typed.trim() !== "";
    const shown = isAsked || !isLong ? rest.slice(0, most) : [];
    chosen.replaceChildren(...first.map(box));
    found.replaceChildren(...shown.map(box));
    count.show(isAsked ? { shown: shown.length, all: rest.length } : undefined);
  };
  const mark = asked.required ?? asked.optional;
  const group = make(
    "fieldset",
    "field several",
    make("legend", "", label, ...(mark === undefined ? [] : [" ", make("span", "quiet", mark)])),
    ...(hint === undefined ? [] : [make("span", "hint", hint)]),
    error,
    chosen,
    ...(isLong ? [searchField(asked, show), count.element] : []),
    found,
  );
  if (!isLong) {
    group.id = id;
    group.tabIndex = -1;
  }
  show("");
  return group;
}

/** The field that is typed into; the place of its error is the group's. */
function searchField({ id, words }: Asked, show: (typed: string) => void): HTMLElement {
  const search = field({
    id,
    kind: "line",
    label: words.t("publish.entry.find"),
    value: "",
    change: show,
  });
  search.querySelector(".error")?.remove();
  return search;
}

function boxOf(
  id: string,
  label: string,
  isTicked: boolean,
  tick: (isTicked: boolean) => void,
): HTMLElement {
  const input = make("input", "");
  input.type = "checkbox";
  input.id = id;
  input.checked = isTicked;
  input.addEventListener("change", () => tick(input.checked));
  const name = make("label", "", label);
  name.htmlFor = id;
  return make("div", "option", input, name);
}
