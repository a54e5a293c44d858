import { createSpeech, type Key, type Language, type Speech } from "../../../i18n/speech.ts";
import { make } from "../../browser/dom.ts";
import { type AskedStreet, asksFor, readStreet } from "../asked-street.ts";
import { type IndexedStreet, type StreetTable, streetFile } from "../street-files.ts";
import { streetCard } from "./street-card.ts";

/** Streets offered at once. */
const most = 8;

/**
 * «Моя вулиця»: what is typed finds streets in the file of their first letter, a choice shows what every table has of the
 * street, or of one house of it. The address of the page keeps what was asked.
 */
class MyStreet extends HTMLElement {
  files = new Map<string, Promise<IndexedStreet[]>>();
  tables: Promise<StreetTable[]> | undefined;
  speech: Speech | undefined;
  turns = 0;

  async connectedCallback() {
    const form = this.querySelector("form");
    const input = this.querySelector("input");
    if (!form || !input) return;
    const read = () => {
      input.value = new URLSearchParams(location.search).get("q") ?? "";
      void this.answer(input.value, true);
    };
    input.addEventListener("input", () => void this.answer(input.value, false));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.keep(input.value);
      void this.answer(input.value, true);
    });
    addEventListener("popstate", read);
    read();
  }

  keep(text: string) {
    const query = new URLSearchParams({ q: text });
    history.pushState(null, "", `?${query}`);
  }
  /** A file of the index; where there is none, no street begins so. */
  json = async <T>(name: string): Promise<T[]> => {
    const response = await fetch(`${this.dataset.index}${name}`);
    if (response.status === 404) return [];
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.json();
  };

  /** Streets that begin as what is typed does; each file is fetched once. */
  async find(asked: AskedStreet): Promise<IndexedStreet[]> {
    const [word = ""] = [...asked.words].sort((a, b) => b.length - a.length);
    if (word.length < 2 && !/\d/.test(word)) return [];
    const name = streetFile(word);
    const file = this.files.get(name) ?? this.json<IndexedStreet>(name);
    this.files.set(name, file);
    return asksFor(asked, await file);
  }

  /** Shows what is known; `whole`: what was typed is all, so one street is chosen even of several. */
  async answer(text: string, whole: boolean) {
    const turn = ++this.turns;
    const [offers, said, card] = ["offers", "said", "card"].map((name) =>
      this.querySelector<HTMLElement>(`[data-${name}]`),
    );
    if (!offers || !said || !card) return;
    const asked = readStreet(text);
    if (asked.words.length === 0) {
      offers.replaceChildren();
      card.replaceChildren();
      said.textContent = "";
      return;
    }
    this.tables ??= this.json<StreetTable>("streets/tables.json");
    this.speech ??= createSpeech(
      document.documentElement.lang as Language,
      JSON.parse(this.dataset.words ?? "{}") as Record<Key, string>,
    );
    const found = await Promise.all([this.find(asked), this.tables]).catch(() => undefined);
    // What did not come is asked for again with the next letter.
    if (!found) {
      this.files.clear();
      this.tables = undefined;
    }
    if (turn !== this.turns) return;
    if (!found) {
      said.textContent = this.dataset.failed ?? "";
      return;
    }
    const [streets, tables] = found;
    const begun = !whole && asked.words.every((word) => word.length < 2);
    const [first, ...others] = streets;
    const chosen = first && (others.length === 0 || whole) ? first : undefined;
    const rest = chosen ? others : streets;
    said.textContent =
      streets.length === 0
        ? begun
          ? ""
          : (this.dataset.none ?? "").replace("{query}", text)
        : chosen && rest.length > 0
          ? (this.dataset.others ?? "")
          : "";
    offers.replaceChildren(...rest.slice(0, most).map((street) => this.offer(street, asked)));
    card.replaceChildren(
      ...(chosen
        ? [
            streetCard(chosen, asked.house, tables, {
              speech: this.speech,
              root: this.dataset.root ?? "",
            }),
          ]
        : []),
    );
  }

  offer(street: IndexedStreet, { house }: AskedStreet): HTMLElement {
    const text = house === "" ? street.title : `${street.title}, ${house}`;
    const link = make("a", "", text);
    link.href = `?${new URLSearchParams({ q: text })}`;
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const input = this.querySelector("input");
      if (input) input.value = text;
      this.keep(text);
      void this.answer(text, true);
    });
    return make("li", "", link);
  }
}

customElements.define("my-street", MyStreet);
