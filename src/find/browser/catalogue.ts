import { counted } from "../../i18n/plural.ts";
import { type FacetColumns, narrow, readFacetColumns } from "../facet-columns.ts";
import { settled } from "./dom.ts";
import { openSearch } from "./search.ts";

const facets = ["theme", "publisher", "format", "frequency", "fresh"] as const;
/** Items shown at once. */
const shownAtOnce = 25;

/**
 * The catalogue: facets with counts, text search and order, all of it in the address. What it needs to know of all the
 * sets are a few bytes of each; items that are not on this page are taken from the other pages of the list.
 */
class DataCatalogue extends HTMLElement {
  columns: Promise<FacetColumns> | undefined;
  pages = new Map<number, Promise<HTMLElement[]>>();
  asked = 0;

  connectedCallback() {
    const form = this.querySelector("form");
    const input = this.querySelector<HTMLInputElement>("#catalogue-q");
    const sort = this.querySelector<HTMLSelectElement>("#catalogue-sort");
    const list = this.querySelector<HTMLElement>("ul.register");
    const reset = this.querySelector<HTMLButtonElement>("[data-reset]");
    const further = this.querySelector<HTMLButtonElement>("[data-further]");
    if (!form || !input || !sort || !list || !reset || !further) return;
    this.pages.set(1, Promise.resolve([...list.querySelectorAll<HTMLElement>(":scope > li")]));
    const boxes = [...form.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
    const ofFacet = facets.map((name) => boxes.filter((box) => box.name === name));
    const labels = ofFacet.map((some) =>
      some.map((box) => box.parentElement?.querySelector(".n") ?? null),
    );
    const details = form.querySelector("details");
    if (details) details.open = matchMedia("(min-width: 60rem)").matches;
    const search = openSearch(this.dataset.index ?? "");
    const piece = (name: string) => this.querySelector<HTMLElement>(`[data-${name}]`);
    const filtersWord = this.querySelector("[data-filters]")?.textContent ?? "";
    let order: number[] = [];

    const show = async () => {
      const turn = ++this.asked;
      const query = input.value.trim();
      const [columns, found] = await Promise.all([
        this.facetColumns(),
        query === "" ? undefined : search.find(query),
      ]);
      if (turn !== this.asked) return;
      const scores = new Map<number, number>();
      for (const { record, score } of found?.results ?? [])
        if (record < columns.sets) scores.set(record, score);
      const among = found && new Uint8Array(columns.sets);
      if (among) for (const set of scores.keys()) among[set] = 1;
      const { kept, counts } = narrow(
        columns,
        ofFacet.map((some) => new Set(some.flatMap((box, at) => (box.checked ? [at] : [])))),
        among,
      );
      for (const [facet, some] of labels.entries())
        for (const [at, label] of some.entries())
          if (label) label.textContent = String(counts[facet]?.[at] ?? 0);
      if (sort.value === "modified")
        kept.sort((a, b) => (columns.days[b] ?? 0) - (columns.days[a] ?? 0) || a - b);
      else if (sort.value === "relevance" && found)
        kept.sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b);
      order = kept;
      const count = piece("count");
      if (count) count.textContent = counted(this, kept.length);
      const none = piece("none");
      if (none) none.hidden = kept.length > 0;
      const partial = piece("partial");
      if (partial) partial.hidden = !found?.partial || kept.length === 0;
      const taken = boxes.filter(({ checked }) => checked).length;
      const summary = this.querySelector<HTMLElement>("[data-filters]");
      if (summary)
        summary.textContent =
          taken === 0
            ? filtersWord
            : (summary.dataset.filters ?? "").replace("{count}", String(taken));
      reset.hidden = query === "" && boxes.every((box) => !box.checked);
      const pager = piece("pager");
      if (pager) pager.hidden = true;
      await fill(shownAtOnce, turn);
    };

    const fill = async (most: number, turn: number) => {
      const items = await Promise.all(order.slice(0, most).map((set) => this.item(set)));
      if (turn !== this.asked) return;
      list.replaceChildren(...items.filter((item) => item !== undefined));
      further.hidden = order.length <= most;
    };
    further.addEventListener("click", async () => {
      const before = list.childElementCount;
      await fill(before + shownAtOnce, this.asked);
      list.children[before]?.querySelector("a")?.focus();
    });

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
    // Letters are answered at once; the address waits until the word is there.
    const writeLater = settled(write, 200);
    input.addEventListener("input", () => {
      if (input.value.trim() !== "") sort.value = "relevance";
      else if (sort.value === "relevance") sort.value = "title";
      void show();
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
      void show();
    });
    read();
    if (location.search !== "") void show();
  }

  facetColumns(): Promise<FacetColumns> {
    this.columns ??= fetch(this.dataset.facets ?? "")
      .then((response) => response.arrayBuffer())
      .then(readFacetColumns)
      .catch((error) => {
        this.columns = undefined;
        throw error;
      });
    return this.columns;
  }

  /** The item of a set by its place in the whole list. */
  async item(set: number): Promise<HTMLElement | undefined> {
    const size = Number(this.dataset.sets);
    const page = Math.floor(set / size) + 1;
    const known = this.pages.get(page) ?? this.fetchPage(page);
    this.pages.set(page, known);
    return (await known)[set % size];
  }

  async fetchPage(page: number): Promise<HTMLElement[]> {
    const response = await fetch(`${this.dataset.more}${page}/`);
    const text = response.ok ? await response.text() : "";
    const read = new DOMParser().parseFromString(text, "text/html");
    return [...read.querySelectorAll<HTMLElement>("ul.register > li")].map((item) =>
      document.importNode(item, true),
    );
  }
}

customElements.define("data-catalogue", DataCatalogue);
