import { counted } from "../../i18n/plural.ts";
import { keysOf } from "../keys.ts";
import { wordsOf } from "../words.ts";
import { make } from "./dom.ts";
import { type Answer, type Hit, openSearch } from "./search.ts";

/** Results shown at once. */
const shownAtOnce = 20;

/** The search page: reads ?q=, lists what is found, the words that were looked for marked; where nothing is, offers ways on. */
class SearchResults extends HTMLElement {
  search = openSearch(this.dataset.index ?? "");

  async connectedCallback() {
    const query = new URLSearchParams(location.search).get("q")?.trim() ?? "";
    if (query === "") return;
    const { none = "", corrected = "", partial = "", wait = "", failed = "" } = this.dataset;
    const input = document.querySelector<HTMLInputElement>("#q");
    if (input) input.value = query;
    const status = this.querySelector("[data-status]");
    const list = this.querySelector<HTMLElement>("ul.register");
    const further = this.querySelector<HTMLElement>("[data-further]");
    const dead = this.querySelector<HTMLElement>("[data-nothing]");
    if (!status || !list || !further || !dead) return;
    status.textContent = wait;
    const answer = await this.search.find(query).catch(() => undefined);
    if (!answer) {
      status.textContent = failed;
      return;
    }
    const { length } = answer.results;
    dead.hidden = length > 0 && !answer.partial;
    const said =
      length === 0
        ? none
        : answer.partial
          ? partial
          : answer.corrected
            ? corrected
            : counted(this, length);
    let taken = 0;
    const show = async () => {
      const before = list.childElementCount;
      const wanted = answer.results.slice(taken, taken + shownAtOnce);
      const hits = await Promise.all(wanted.map((found) => this.search.load(found)));
      taken += wanted.length;
      // A table is searched by the words as they are typed: with a slip in them it would show nothing.
      const useful = hits.filter(({ kind }) => kind !== "rows" || !answer.corrected);
      list.append(...useful.map((hit) => this.item(hit, answer, query)));
      further.hidden = taken >= length;
      return list.children[before];
    };
    further.addEventListener("click", async () => (await show())?.querySelector("a")?.focus());
    await show();
    status.textContent = said.replace("{query}", query);
  }

  item(hit: Hit, { keys, partial }: Answer, query: string): HTMLElement {
    const english = this.dataset.language === "en";
    const link = make("a", "", ...marked((english && hit.titleEn) || hit.title, keys));
    link.lang = english && hit.titleEn ? "en" : "uk";
    // A table opens with the words looked for in it.
    const asked =
      hit.kind === "rows"
        ? new URLSearchParams({ q: partial ? hit.words.join(" ") : query })
        : undefined;
    link.href = (this.dataset.root ?? "") + hit.path + (asked ? `&${asked}` : "");
    const text = (english && hit.descriptionEn) || hit.description;
    const said = make("p", "item-text", ...marked(text, keys));
    said.lang = english && hit.descriptionEn ? "en" : "uk";
    const kind = this.dataset[`kind${hit.kind[0]?.toUpperCase()}${hit.kind.slice(1)}`];
    const item = make("li", "item", make("h2", "item-title", link), said);
    if (kind) item.append(make("p", "item-facts", kind));
    return item;
  }
}

/** A text with every form of the looked for words marked. */
function marked(text: string, keys: ReadonlySet<string>): (string | Node)[] {
  return text
    .split(/([\p{L}\p{M}\p{N}'’ʼ]+)/u)
    .map((part, at) =>
      at % 2 === 1 && wordsOf(part).some((word) => keysOf(word).some((key) => keys.has(key)))
        ? make("mark", "", part)
        : part,
    );
}

customElements.define("search-results", SearchResults);
