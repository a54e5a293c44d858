type Made<K extends keyof HTMLElementTagNameMap> = HTMLElementTagNameMap[K];

/** On a page of another language, marks an element whose own text is Ukrainian: it is the data's. */
function markLanguage(element: HTMLElement, children: readonly (string | Node)[]): void {
  if (document.documentElement.lang === "uk") return;
  if (children.some((child) => typeof child === "string" && /[а-яіїєґ]/i.test(child)))
    element.lang = "uk";
}

/** An element with a class, and in it texts and elements: nothing of a file ever becomes markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (string | Node)[]
): Made<K> {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  markLanguage(element, children);
  return element;
}

/** Cyrillic words in a row, with what stands between them. */
const names = /(\p{Script=Cyrillic}(?:[^a-z]*\p{Script=Cyrillic})?)/giu;

/** A sentence of the page in which names of the data stand: on a page of another language each is marked, not the whole. */
export const withNames = (sentence: string): (string | Node)[] =>
  document.documentElement.lang === "uk"
    ? [sentence]
    : sentence
        .split(names)
        .filter((part) => part !== "")
        .map((part) => (/\p{Script=Cyrillic}/u.test(part) ? make("span", "", part) : part));

/** Says a sentence in an element that is there already: one of the rules, which are Ukrainian, is marked so. */
export function say(element: HTMLElement, sentence: string): void {
  element.textContent = sentence;
  element.removeAttribute("lang");
  markLanguage(element, [sentence]);
}

export function button(label: string, className: string, act: () => void): HTMLButtonElement {
  const made = make("button", className, label);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** A control under its name. */
export const labelled = (name: string, control: HTMLElement): HTMLLabelElement =>
  make("label", "", make("span", "", name), control);

export function select(
  options: readonly { value: string; label: string }[],
  chosen: string,
  act: (value: string) => void,
): HTMLSelectElement {
  const made = make("select", "");
  for (const { value, label } of options) {
    const option = make("option", "", label);
    option.value = value;
    made.append(option);
  }
  made.value = chosen;
  made.addEventListener("change", () => act(made.value));
  return made;
}

/** Gives the reader a file made here. */
export function save(content: BlobPart, type: string, name: string): void {
  const link = make("a", "");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The last of many calls, some time after it. */
export function settled(act: () => void, milliseconds: number): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(act, milliseconds);
  };
}
