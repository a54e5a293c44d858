import { make, say, withNames } from "./dom.ts";
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

/** What was found with the English name of a mandated set on the English side; it comes only where it is shown. */
export async function named(hit: Hit, language: string | undefined): Promise<Hit> {
  if (language !== "en" || hit.kind !== "missing") return hit;
  const { mandatedTitle } = await import("../../vocabularies/mandated.ts");
  const [, code = ""] = hit.path.split("#");
  const { en } = mandatedTitle({ code, title: hit.title });
  return en === undefined ? hit : { ...hit, titleEn: en };
}

/**
 * A mandated set that nobody has published: said so, with who has to, and one press to ask for it. The words stand in
 * the element: data-missing-said («{publisher}»), data-ask, data-ask-subject and data-ask-body («{title}»), data-ask-to.
 */
export function missingItem(
  { dataset }: HTMLElement,
  { title, titleEn, path, publisher = "" }: Hit,
  marked: (text: string) => (string | Node)[] = (text) => [text],
): HTMLElement {
  const link = make("a", "", ...marked(titleEn ?? title));
  link.lang = titleEn === undefined ? "uk" : "en";
  link.href = (dataset.root ?? "") + path;
  // The letter names the set as the resolution does: who answers it looks there.
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
    make(
      "p",
      "item-text",
      ...withNames((dataset.missingSaid ?? "").replace("{publisher}", publisher)),
    ),
    make("p", "item-facts", ask),
  );
}
