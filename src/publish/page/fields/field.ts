import { make, say, settled } from "../../../find/browser/dom.ts";
import type { Speech } from "../../../i18n/speech.ts";

export type Field = {
  id: string;
  label: string;
  /** One sentence under the label. */
  hint?: string;
  /** «For example: {example}», and the answer that stands in it. */
  example?: { words: string; text: string };
  /** Most characters; they are counted while the person types. */
  limit?: number;
  /** Says how many characters are left. */
  left?(count: number): string;
  value: string;
  kind: "line" | "text" | "date" | "choice" | "one-of";
  options?: readonly { value: string; label: string; hint?: string }[];
  /** Words beside the label of what may be left out, or may not. */
  optional?: string;
  required?: string;
  change(value: string): void;
};

/**
 * A question with its hint, its counter and the place of its error, as GOV.UK's design system sets them: label, hint,
 * error, field, counter, each told to a screen reader.
 */
export function field(given: Field): HTMLElement {
  const { id, label, hint, example } = given;
  const told: string[] = [];
  const described = (name: string, className: string, ...parts: (string | Node)[]) => {
    const element = make("span", className, ...parts);
    element.id = `${id}-${name}`;
    told.push(element.id);
    return element;
  };
  const notes = [
    ...(hint === undefined ? [] : [described("hint", "hint", hint)]),
    ...(example === undefined
      ? []
      : [described("example", "hint example", ...exampleParts(example))]),
  ];
  const error = described("error", "error", "");
  error.hidden = true;
  const counter = counterOf(given);
  if (counter) told.push(counter.id);
  if (given.kind === "one-of") return radios(given, notes, error, told);
  const control = controlOf(given);
  control.id = id;
  control.required = given.required !== undefined;
  control.setAttribute("aria-describedby", told.join(" "));
  control.addEventListener("input", () => {
    given.change(control.value);
    counter?.count(control.value);
  });
  const name = make("label", "", label);
  name.htmlFor = id;
  const mark = given.required ?? given.optional;
  if (mark !== undefined) name.append(" ", make("span", "quiet", mark));
  return make("div", "field", name, ...notes, error, control, ...(counter?.elements ?? []));
}

/** The answer stands in an element of its own: it may be of another language than the words around it. */
function exampleParts({ words, text }: NonNullable<Field["example"]>): (string | Node)[] {
  const [before = "", after = ""] = words.split("{example}");
  return [before, make("span", "", text), after];
}

function controlOf({ kind, value, options = [] }: Field) {
  if (kind === "choice") {
    const list = make("select", "");
    for (const option of options) {
      const element = make("option", "", option.label);
      element.value = option.value;
      list.append(element);
    }
    list.value = value;
    return list;
  }
  if (kind === "text") {
    const area = make("textarea", "");
    area.rows = 5;
    area.value = value;
    return area;
  }
  const line = make("input", "");
  line.type = kind === "date" ? "date" : "text";
  line.value = value;
  return line;
}

/** Of a form in another language: that the answers are to be Ukrainian. */
export const inUkrainian = (words: Speech): HTMLElement[] =>
  words.language === "uk" ? [] : [make("p", "", words.t("publish.form.ukrainian"))];

/** How many characters are left, or are too many. */
export const leftOf = (rest: number, words: Speech): string =>
  rest >= 0 ? words.count("publish.left", rest) : words.count("publish.over", -rest);

/** The part of a limit below which what is left is said aloud. */
const nearLimit = 0.1;

function counterOf({ id, limit, left, value }: Field) {
  if (limit === undefined || left === undefined) return undefined;
  const element = make("span", "hint counter", "");
  element.id = `${id}-counter`;
  // Seen with every letter; said after a pause, and only once little is left.
  const said = make("span", "sr", "");
  said.setAttribute("role", "status");
  const restOf = (text: string) => limit - [...text].length;
  let typed = value;
  const saySoon = settled(() => {
    const rest = restOf(typed);
    said.textContent = rest < limit * nearLimit ? left(rest) : "";
  }, 1000);
  const show = (text: string) => {
    const rest = restOf(text);
    element.textContent = left(rest);
    element.classList.toggle("over", rest < 0);
  };
  show(value);
  return {
    id: element.id,
    elements: [element, said],
    count(text: string) {
      typed = text;
      show(text);
      saySoon();
    },
  };
}

function radios(
  { id, label, options = [], value, change }: Field,
  notes: readonly HTMLElement[],
  error: HTMLElement,
  told: readonly string[],
): HTMLElement {
  const list = options.map((option, at) => {
    const input = make("input", "");
    input.type = "radio";
    input.name = id;
    input.value = option.value;
    input.id = at === 0 ? id : `${id}-${at}`;
    input.checked = option.value === value;
    input.addEventListener("change", () => change(option.value));
    const name = make("label", "", option.label);
    name.htmlFor = input.id;
    return make(
      "div",
      "option",
      input,
      make("div", "", name, ...(option.hint ? [make("span", "hint", option.hint)] : [])),
    );
  });
  const group = make("fieldset", "field", make("legend", "", label), ...notes, error, ...list);
  group.setAttribute("aria-describedby", told.join(" "));
  return group;
}

/** Puts an error at its field, or takes it away. */
export function tellError(root: ParentNode, id: string, sentence: string | undefined): void {
  const error = root.querySelector<HTMLElement>(`#${CSS.escape(id)}-error`);
  const control = root.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  if (!error) return;
  error.hidden = sentence === undefined;
  say(error, sentence ?? "");
  error.parentElement?.classList.toggle("wrong", sentence !== undefined);
  if (sentence === undefined) {
    control?.removeAttribute("aria-invalid");
    return;
  }
  control?.setAttribute("aria-invalid", "true");
  // What is folded away is seen by nobody, and takes no focus.
  error.closest("details")?.setAttribute("open", "");
}
