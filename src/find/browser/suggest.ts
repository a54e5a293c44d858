import { type Suggestion, suggestionFile, suggestionsFor } from "../suggestions.ts";
import { wordsOf } from "../words.ts";

/** Suggestions shown at once. */
const most = 7;

/**
 * A search field that offers what its words begin (ARIA, combobox with a listbox): arrows choose, Enter opens, Esc
 * closes. Without it the field is a plain one, whose form leads to the search page.
 */
class SearchField extends HTMLElement {
  files = new Map<string, Promise<Suggestion[]>>();
  chosen = -1;
  shown: Suggestion[] = [];

  connectedCallback() {
    const input = this.querySelector("input");
    if (!input) return;
    const list = document.createElement("ul");
    list.id = `${input.id}-offers`;
    list.className = "offers-list";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", this.dataset.label ?? "");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");
    input.after(list);
    const english = document.documentElement.lang === "en";

    const choose = (at: number) => {
      this.chosen = at;
      [...list.children].forEach((option, index) => {
        option.setAttribute("aria-selected", String(index === at));
      });
      if (at === -1) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", `${list.id}-${at}`);
      list.children[at]?.scrollIntoView({ block: "nearest" });
    };
    const close = () => {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      choose(-1);
    };
    const open = async () => {
      const query = input.value;
      const found = await this.suggest(query);
      if (query !== input.value) return;
      this.shown = found;
      list.replaceChildren(
        ...found.map(({ title, titleEn, path, kind }, at) => {
          const option = document.createElement("li");
          const link = document.createElement("a");
          option.id = `${list.id}-${at}`;
          option.setAttribute("role", "option");
          const said = document.createElement("span");
          said.className = "quiet";
          said.textContent = this.dataset[kind] ?? "";
          const name = document.createElement("span");
          name.textContent = (english && titleEn) || title;
          name.lang = english && titleEn ? "en" : "uk";
          link.append(name, said);
          link.tabIndex = -1;
          link.href = this.dataset.root + path;
          option.append(link);
          return option;
        }),
      );
      if (found.length === 0) close();
      else {
        list.hidden = false;
        input.setAttribute("aria-expanded", "true");
        choose(-1);
      }
    };
    input.addEventListener("input", () => void open());
    input.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) {
        event.preventDefault();
        const places = this.shown.length + 1;
        choose(((this.chosen + 1 + step + places) % places) - 1);
      } else if (event.key === "Escape") {
        event.preventDefault();
        close();
      } else if (event.key === "Enter" && this.chosen !== -1) {
        event.preventDefault();
        list.children[this.chosen]?.querySelector("a")?.click();
      }
    });
    this.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.contains(relatedTarget as Node | null)) close();
    });
  }

  async suggest(query: string): Promise<Suggestion[]> {
    const words = wordsOf(query);
    // The longest word has the fewest suggestions.
    const file = words
      .sort((a, b) => b.length - a.length)
      .map(suggestionFile)
      .find((name) => name !== undefined);
    if (file === undefined) return [];
    const known =
      this.files.get(file) ??
      fetch(`${this.dataset.index}suggest/${file}.json`)
        .then((response) => (response.ok ? response.json() : []))
        .catch(() => {
          this.files.delete(file);
          return [];
        });
    this.files.set(file, known);
    return suggestionsFor(query, await known, most);
  }
}

customElements.define("search-field", SearchField);
