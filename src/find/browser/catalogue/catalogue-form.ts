import { settled } from "../dom.ts";

type Controls = {
  form: HTMLFormElement;
  input: HTMLInputElement;
  sort: HTMLSelectElement;
  reset: HTMLButtonElement;
};

/** The catalogue's form: what is looked for, which values are taken, in which order; all of it in the address. */
export function createForm({ form, input, sort, reset }: Controls, show: () => void) {
  const boxes = [...form.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  const ofFacet = [...form.querySelectorAll("fieldset")].map((facet) => [
    ...facet.querySelectorAll<HTMLInputElement>("input[type=checkbox]"),
  ]);
  const query = () => input.value.trim();

  function write(): void {
    const state = new URLSearchParams();
    if (query() !== "") state.set("q", query());
    for (const box of boxes) if (box.checked) state.append(box.name, box.value);
    if (sort.value !== "title") state.set("sort", sort.value);
    const text = state.toString();
    history.replaceState(null, "", text === "" ? location.pathname : `?${text}`);
  }
  function read(): void {
    const state = new URLSearchParams(location.search);
    input.value = state.get("q") ?? "";
    sort.value = state.get("sort") ?? "title";
    for (const box of boxes) box.checked = state.getAll(box.name).includes(box.value);
  }
  function changed(): void {
    write();
    show();
  }

  // Letters are answered at once; the address waits until the word is there.
  const writeLater = settled(write, 200);
  input.addEventListener("input", () => {
    if (query() !== "") sort.value = "relevance";
    else if (sort.value === "relevance") sort.value = "title";
    show();
    writeLater();
  });
  for (const control of [...boxes, sort]) control.addEventListener("change", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  reset.addEventListener("click", () => {
    input.value = "";
    for (const box of boxes) box.checked = false;
    sort.value = "title";
    changed();
    input.focus();
  });
  addEventListener("popstate", () => {
    read();
    show();
  });
  read();

  return {
    query,
    order: () => sort.value,
    /** Boxes that are ticked. */
    taken: () => boxes.filter(({ checked }) => checked).length,
    /** Of each facet the places of the values taken. */
    chosen: () =>
      ofFacet.map((some) => new Set(some.flatMap((box, at) => (box.checked ? [at] : [])))),
    /** Writes beside each value how many sets it would give. */
    showCounts(counts: readonly Uint32Array[]): void {
      for (const [facet, some] of ofFacet.entries())
        for (const [at, box] of some.entries()) {
          const label = box.parentElement?.querySelector(".n");
          if (label) label.textContent = String(counts[facet]?.[at] ?? 0);
        }
    },
  };
}
