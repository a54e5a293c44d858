import { make, say } from "./dom.ts";
import type { Answer, Hit } from "./search.ts";

/** Says which words were taken for others, in a note of the page: its data-said has «{word}» and «{typed}». */
export function tellTaken(note: HTMLElement | null, takenFor: Answer["takenFor"]): void {
  if (!note) return;
  note.hidden = takenFor.length === 0;
  const { said = "" } = note.dataset;
  say(
    note,
    said
      .replace("{word}", takenFor.map(({ word }) => word).join(" "))
      .replace("{typed}", takenFor.map(({ typed }) => typed).join(" ")),
  );
}

/**
 * A mandated set that nobody has published: said so, with who has to, and one press to ask for it. The words stand in
 * the element: data-missing-said («{publisher}»), data-ask, data-ask-subject and data-ask-body («{title}»), data-ask-to.
 */
export function missingItem(
  { dataset }: HTMLElement,
  { title, path, publisher = "" }: Hit,
  marked: (text: string) => (string | Node)[] = (text) => [text],
): HTMLElement {
  const link = make("a", "", ...marked(title));
  link.lang = "uk";
  link.href = (dataset.root ?? "") + path;
  const written = new URLSearchParams({
    subject: (dataset.askSubject ?? "").replace("{title}", title),
    body: (dataset.askBody ?? "").replace("{title}", title),
  });
  const ask = make("a", "button", dataset.ask ?? "");
  // In an address of a letter a space is %20, never a plus.
  ask.href = `mailto:${dataset.askTo}?${written.toString().replaceAll("+", "%20")}`;
  return make(
    "li",
    "item missing",
    make("h2", "item-title", link),
    make("p", "item-text", (dataset.missingSaid ?? "").replace("{publisher}", publisher)),
    make("p", "item-facts", ask),
  );
}
