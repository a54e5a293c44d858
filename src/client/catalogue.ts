import { counted } from "./plural.ts";
import { openSearch } from "./search.ts";

const facets = ["theme", "publisher", "format", "frequency", "fresh"] as const;

/** The catalogue: facets with counts, text search and order, all of it in the address. */
class DataCatalogue extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    const tools = this.querySelector<HTMLElement>("[data-tools]");
    const input = this.querySelector<HTMLInputElement>("#catalogue-q");
    const sort = this.querySelector<HTMLSelectElement>("#catalogue-sort");
    const list = this.querySelector("ul.register");
    const reset = this.querySelector<HTMLButtonElement>("[data-reset]");
    if (!form || !tools || !input || !sort || !list || !reset) return;
    form.hidden = false;
    tools.hidden = false;
    const items = [...list.querySelectorAll<HTMLElement>(":scope > li")];
    const boxes = [...form.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
    if (matchMedia("(max-width: 60rem)").matches)
      form.querySelector("details")?.removeAttribute("open");
    const search = openSearch(this.dataset.index ?? "");

    const has = (item: HTMLElement, facet: string, chosen: Set<string>) =>
      chosen.size === 0 ||
      (item.dataset[facet] ?? "").split(" ").some((value) => chosen.has(value));

    const show = async () => {
      const query = input.value.trim();
      const scores = new Map<string, number>();
      if (query !== "") {
        for (const hit of (await search(query)).hits) scores.set(hit.path, hit.score);
        if (query !== input.value.trim()) return;
      }
      const found =
        query === "" ? items : items.filter((item) => scores.has(item.dataset.path ?? ""));
      const chosen = Object.fromEntries(
        facets.map((facet) => [
          facet,
          new Set(boxes.filter((box) => box.name === facet && box.checked).map((box) => box.value)),
        ]),
      ) as Record<string, Set<string>>;
      const without = (skipped?: string) =>
        found.filter((item) =>
          facets.every(
            (facet) => facet === skipped || has(item, facet, chosen[facet] ?? new Set()),
          ),
        );
      const visible = new Set(without());
      for (const facet of facets) {
        const rest = without(facet);
        for (const box of boxes.filter((candidate) => candidate.name === facet)) {
          const count = rest.filter((item) => has(item, facet, new Set([box.value]))).length;
          const label = box.parentElement?.querySelector(".n");
          if (label) label.textContent = String(count);
        }
      }
      const order =
        sort.value === "modified"
          ? (a: HTMLElement, b: HTMLElement) =>
              (a.dataset.modified ?? "") < (b.dataset.modified ?? "") ? 1 : -1
          : sort.value === "relevance" && query !== ""
            ? (a: HTMLElement, b: HTMLElement) =>
                (scores.get(b.dataset.path ?? "") ?? 0) - (scores.get(a.dataset.path ?? "") ?? 0)
            : undefined;
      list.append(...(order ? [...items].sort(order) : items));
      for (const item of items) item.hidden = !visible.has(item);
      const count = this.querySelector("[data-count]");
      if (count) count.textContent = counted(this, visible.size);
      const none = this.querySelector<HTMLElement>("[data-none]");
      if (none) none.hidden = visible.size > 0;
      reset.hidden = query === "" && boxes.every((box) => !box.checked);
    };

    const write = () => {
      const state = new URLSearchParams();
      if (input.value.trim() !== "") state.set("q", input.value.trim());
      for (const box of boxes) if (box.checked) state.append(box.name, box.value);
      if (sort.value !== "title") state.set("sort", sort.value);
      const text = state.toString();
      history.replaceState(null, "", text === "" ? location.pathname : `?${text}`);
    };
    const read = () => {
      const state = new URLSearchParams(location.search);
      input.value = state.get("q") ?? "";
      sort.value = state.get("sort") ?? "title";
      for (const box of boxes) box.checked = state.getAll(box.name).includes(box.value);
    };
    const changed = () => {
      write();
      void show();
    };
    let waiting: ReturnType<typeof setTimeout> | undefined;
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        if (input.value.trim() !== "") sort.value = "relevance";
        else if (sort.value === "relevance") sort.value = "title";
        changed();
      }, 150);
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
      void show();
    });
    read();
    if (location.search !== "") void show();
  }
}

customElements.define("data-catalogue", DataCatalogue);
