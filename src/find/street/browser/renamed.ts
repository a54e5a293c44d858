import { make } from "../../browser/dom.ts";
import { renamedOf } from "../asked-street.ts";
import type { RenamedStreet } from "../street-files.ts";

const known = new Map<string, Promise<RenamedStreet[]>>();

/** The streets of a file; it is fetched once, and asked for again where it did not come. */
function streetsOf(file: string): Promise<RenamedStreet[]> {
  const fetched =
    known.get(file) ??
    fetch(file)
      .then((response) => (response.ok ? response.json() : []))
      .catch(() => {
        known.delete(file);
        return [];
      });
  known.set(file, fetched);
  return fetched;
}

/**
 * Tells in a note that the street a reader asks for by its former name has another one now, with a way to ask by that.
 * The note has the file and the sentence: data-renamed, data-said («{was}», «{now}»); it is hidden where nothing is to be told.
 */
export async function tellRenamed(
  note: HTMLElement | null,
  query: string,
  way: (now: string) => HTMLElement,
): Promise<void> {
  if (!note) return;
  const { renamed = "", said = "" } = note.dataset;
  note.dataset.asked = query;
  const street = query === "" ? undefined : renamedOf(query, await streetsOf(renamed));
  // Meanwhile another thing may have been asked.
  if (note.dataset.asked !== query) return;
  note.hidden = street === undefined;
  if (!street) return;
  const [before = "", after = ""] = said.replace("{was}", street.was).split("{now}");
  const link = way(street.now);
  link.lang = "uk";
  note.replaceChildren(before, link, after);
}

/** A link that asks a page by the present name of a street. */
export function askingBy(now: string): HTMLAnchorElement {
  const link = make("a", "", now);
  link.href = `?${new URLSearchParams({ q: now })}`;
  return link;
}
