import { counted } from "./plural.ts";
import { type Hit, openSearch } from "./search.ts";

/** The search page: reads ?q=, lists what is found. */
class SearchResults extends HTMLElement {
  async connectedCallback() {
    const query = new URLSearchParams(location.search).get("q")?.trim() ?? "";
    if (query === "") return;
    const { index = "", none = "", corrected = "", wait = "" } = this.dataset;
    const input = document.querySelector<HTMLInputElement>("#q");
    if (input) input.value = query;
    const status = this.querySelector("[data-status]");
    const list = this.querySelector("ul");
    if (!status || !list) return;
    status.textContent = wait;
    const answer = await openSearch(index)(query);
    const said =
      answer.hits.length === 0
        ? none
        : answer.corrected
          ? corrected
          : counted(this, answer.hits.length);
    status.textContent = said.replace("{query}", query);
    list.replaceChildren(...answer.hits.map((hit) => this.item(hit)));
  }

  item(hit: Hit): HTMLElement {
    const english = this.dataset.language === "en";
    const item = document.createElement("li");
    item.className = "item";
    const heading = document.createElement("h2");
    heading.className = "item-title";
    const link = document.createElement("a");
    link.href = (this.dataset.root ?? "") + hit.path;
    link.textContent = (english && hit.titleEn) || hit.title;
    heading.append(link);
    const text = document.createElement("p");
    text.className = "item-text";
    text.textContent = (english && hit.descriptionEn) || hit.description;
    item.append(heading, text);
    return item;
  }
}

customElements.define("search-results", SearchResults);
