import { createSpeech, type Key, type Language, type Speech } from "../../../i18n/speech.ts";
import { make } from "../../browser/dom.ts";
import { meantBy, readStreets } from "../asked-street.ts";
import type { IndexedStreet } from "../street-files.ts";
import { type FoundStreets, openStreets } from "./open-streets.ts";
import { streetCard } from "./street-card.ts";

/** Streets offered at once. */
const most = 8;

/** A street with the house that is asked of it. */
type Offered = { street: IndexedStreet; house: string };

/** All that answers what is asked: streets that are shown, with a note on them; those that are offered, and what is told of these. */
type Answer = { note?: string; cards: Offered[]; offers: Offered[]; said: string };

/**
 * «Моя вулиця»: what is typed finds streets in the file of their first letter, a choice shows what every table has of the
 * street, or of one house of it. The address of the page keeps what was asked.
 */
class MyStreet extends HTMLElement {
  streets = openStreets(this.dataset.index ?? "");
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

  /** Shows what is known; `whole`: what was typed is all, so one street is chosen even of several. */
  async answer(text: string, whole: boolean) {
    const turn = ++this.turns;
    const [offers, said, card] = ["offers", "said", "card"].map((name) =>
      this.querySelector<HTMLElement>(`[data-${name}]`),
    );
    if (!offers || !said || !card) return;
    const isAsked = readStreets(text).some(({ words }) => words.length > 0);
    this.speech ??= createSpeech(
      document.documentElement.lang as Language,
      JSON.parse(this.dataset.words ?? "{}") as Record<Key, string>,
    );
    const around = { speech: this.speech, root: this.dataset.root ?? "" };
    const nothing: Answer = { cards: [], offers: [], said: "" };
    // What did not come is asked for again with the next letter.
    const made = await Promise.all([
      isAsked ? this.find(text, whole) : nothing,
      isAsked ? this.streets.tables() : [],
      isAsked ? this.streets.places() : [],
    ]).catch(() => undefined);
    if (turn !== this.turns) return;
    if (!made) {
      said.textContent = this.dataset.failed ?? "";
      return;
    }
    const [answer, tables, places] = made;
    said.textContent = answer.said;
    offers.replaceChildren(...answer.offers.slice(0, most).map((one) => this.offer(one)));
    card.replaceChildren(
      ...(answer.note ? [make("p", "note", answer.note)] : []),
      ...answer.cards.map(({ street, house }) =>
        streetCard(street, house, { tables, places }, around),
      ),
    );
  }

  /** Streets that are asked for: of each asked one that which is meant is shown, the others are offered. */
  async find(text: string, whole: boolean): Promise<Answer> {
    const found = await this.streets.find(text);
    if (found.every(({ streets }) => streets.length === 0)) return this.propose(text, whole);
    const cards = offered(found, ({ asked, streets }) =>
      whole || streets.length === 1 ? meantBy(asked, streets) : [],
    );
    const shown = new Set(cards.map(({ street }) => street.title));
    const offers = offered(found, ({ streets }) => streets).filter(
      ({ street }) => !shown.has(street.title),
    );
    const { none = "", others = "", several = "" } = this.dataset;
    const missing = found.find(({ streets }) => streets.length === 0)?.asked.words.join(" ");
    const said = [
      missing === undefined || !whole ? "" : none.replace("{query}", missing),
      cards.length > 0 && offers.length > 0 ? others : "",
    ];
    const note = cards.length > 1 && found.length === 1 ? { note: several } : {};
    return { ...note, cards, offers, said: said.filter((one) => one !== "").join(" ") };
  }

  /** Where nothing answers: streets that may have been meant, told as such. */
  async propose(text: string, whole: boolean): Promise<Answer> {
    const offers = offered(await this.streets.propose(text), ({ streets }) => streets);
    const { none = "", perhaps = "" } = this.dataset;
    const isBegun =
      !whole && readStreets(text).every(({ words }) => words.every((word) => word.length < 2));
    const said = isBegun ? "" : (offers.length > 0 ? perhaps : none).replace("{query}", text);
    return { cards: [], offers, said };
  }

  offer({ street, house }: Offered): HTMLElement {
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

/** Some of the streets of every answer, each once with each house. */
function offered(
  found: readonly FoundStreets[],
  some: (found: FoundStreets) => readonly IndexedStreet[],
): Offered[] {
  const all = found.flatMap((one) =>
    some(one).map((street) => ({ street, house: one.asked.house })),
  );
  const keys = all.map(({ street, house }) => `${street.title}|${house}`);
  return all.filter((_, at) => keys.indexOf(keys[at] ?? "") === at);
}

customElements.define("my-street", MyStreet);
