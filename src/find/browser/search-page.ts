import { counted } from "../../i18n/plural.ts";
import { askedKeysOf } from "../keys.ts";
import { namesStreet, parseQuery } from "../query/parse-query.ts";
import { wordsOf } from "../words.ts";
import { make } from "./dom.ts";
import { type Answer, type Found, type Hit, openSearch } from "./search.ts";
import { missingItem, named, tellTaken } from "./told.ts";

/** Results shown at once. */
const shownAtOnce = 20;

/** What the page lists: records with the answer they are of. */
type Listed = { found: Found; answer: Answer };
const listed = (answer: Answer): Listed[] => answer.results.map((found) => ({ found, answer }));

/**
 * The search page: reads ?q=, lists what is found, the words that were looked for marked; where nothing is, offers ways on.
 * What sets and pages say is shown as soon as it is known, rows of tables come after it.
 */
class SearchResults extends HTMLElement {
  search = openSearch(this.dataset.index ?? "");
  list = this.querySelector<HTMLElement>("ul.register");
  further = this.querySelector<HTMLElement>("[data-further]");
  status = this.querySelector<HTMLElement>("[data-status]");
  taken = 0;

  async connectedCallback() {
    const query = new URLSearchParams(location.search).get("q")?.trim() ?? "";
    const input = document.querySelector<HTMLInputElement>("#q");
    if (query === "" || !this.list || !this.further || !this.status) return;
    if (input) input.value = query;
    this.status.textContent = this.dataset.wait ?? "";
    this.leadToStreet(query);
    try {
      await this.answer(query);
    } catch {
      this.status.textContent = this.dataset.failed ?? "";
    }
    this.classList.add("answered");
    const renamed = this.querySelector<HTMLElement>("[data-renamed]");
    if (!renamed) return;
    const { askingBy, tellRenamed } = await import("../street/browser/renamed.ts");
    await tellRenamed(renamed, query, askingBy);
  }

  /** Who names a kind of street asks for an address: the page of streets knows more of it. */
  leadToStreet(query: string) {
    const way = this.querySelector<HTMLElement>("[data-street]");
    const link = way?.querySelector("a");
    if (!way || !link || !namesStreet(parseQuery(query))) return;
    link.search = new URLSearchParams({ q: query }).toString();
    way.hidden = false;
  }

  /** Shows what sets and pages have, then what rows have; of both only what has all the words, if anything has. */
  async answer(query: string) {
    const names = await this.search.find(query);
    let shown: Listed[] = names.partial ? [] : listed(names);
    this.further?.addEventListener("click", async () => {
      const before = this.list?.childElementCount ?? 0;
      await this.show(shown);
      this.list?.children[before]?.querySelector("a")?.focus();
    });
    if (shown.length > 0) {
      await this.show(shown);
      this.tell(query, names, shown.length);
    }
    const rows = await this.search.findFurther(query);
    const whole = !names.partial || !rows.partial;
    shown = [names, rows].filter(({ partial }) => !(whole && partial)).flatMap(listed);
    await this.show(shown);
    this.tell(query, names.partial ? { ...rows, partial: !whole } : names, shown.length);
  }

  /** Adds the next of what is found, as many as are shown at once. */
  async show(all: readonly Listed[]) {
    const most = Math.ceil((this.taken + 1) / shownAtOnce) * shownAtOnce;
    const wanted = all.slice(this.taken, most);
    this.taken += wanted.length;
    const hits = await Promise.all(
      wanted.map(async ({ found, answer }) => ({
        hit: await named(await this.search.load(found), this.dataset.language),
        answer,
      })),
    );
    this.list?.append(...hits.map(({ hit, answer }) => this.item(hit, answer)));
    if (this.further) this.further.hidden = this.taken >= all.length;
  }

  tell(query: string, { takenFor, partial }: Answer, count: number) {
    const { none = "", partial: some = "" } = this.dataset;
    const dead = this.querySelector<HTMLElement>("[data-nothing]");
    if (dead) dead.hidden = count > 0 && !partial;
    if (!this.status) return;
    this.status.textContent =
      count === 0 ? none.replace("{query}", query) : partial ? some : counted(this, count);
    tellTaken(this.querySelector("[data-taken]"), count === 0 ? [] : takenFor);
  }

  item(hit: Hit, { keys, partial, query }: Answer): HTMLElement {
    const english = this.dataset.language === "en";
    if (hit.kind === "missing") return missingItem(this, hit, (text) => marked(text, keys));
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
      at % 2 === 1 && wordsOf(part).some((word) => askedKeysOf(word).some((key) => keys.has(key)))
        ? make("mark", "", part)
        : part,
    );
}

customElements.define("search-results", SearchResults);
