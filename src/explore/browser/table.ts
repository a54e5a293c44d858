import { alongColumns, oneInOrder, oneStop, rove } from "./roving.ts";
import { watchWide } from "./wide.ts";

/** Words of an address that speak of a table's view. */
const ofView = /^(q|sort|hide|first|page|row|show|table|(in|is|has)\..+)$/;

/**
 * A table of a page. What it can do more than be read (explore/explorer) comes at the first press or letter, or at
 * once where the address holds a view of this table; a table that is a map first opens when the reader comes near it.
 */
class DataExplorer extends HTMLElement {
  opened: Promise<typeof import("../explorer/explorer.ts")> | undefined;

  connectedCallback() {
    watchWide(this);
    const asks = this.querySelector<HTMLElement>("[data-asks]");
    const input = asks?.querySelector("input");
    const tabs = this.querySelectorAll<HTMLElement>("[data-show]");
    for (const toolbar of this.querySelectorAll<HTMLElement>(".tabs")) oneStop(toolbar);
    // A table on a server that pages do not read from has its first rows, what its columns mean, and nothing else.
    const still = !asks || asks.hidden || !input;
    for (const tab of tabs)
      tab.addEventListener("click", () => {
        this.mark(tab.dataset.show ?? "");
        if (!still) void this.open().then((explorer) => explorer.show(tab.dataset.show ?? ""));
      });
    this.showNamed();
    addEventListener("hashchange", () => this.showNamed());
    if (still) return;
    const open = () => void this.open();
    for (const tool of asks.querySelectorAll<HTMLElement>("[data-tool]"))
      tool.addEventListener("click", () => {
        void this.open().then((explorer) => explorer.menu(tool.dataset.tool ?? ""));
      });
    input.addEventListener("input", open);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      void this.open().then((explorer) => explorer.enterRows());
    });
    for (const header of this.querySelectorAll<HTMLElement>("th[data-sort]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.title = header.dataset.sort ?? "";
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener("click", () => void this.sort(header));
    }
    const head = this.querySelector("thead");
    const headers = () => [...this.querySelectorAll<HTMLElement>("thead th:not([hidden]) button")];
    if (head) rove(head, headers, alongColumns);
    oneInOrder(headers());
    const query = new URLSearchParams(location.search);
    const named = query.get("table");
    // An address that names no table speaks of the first.
    const isFirst = document.querySelector("data-explorer") === this;
    const own = named === this.dataset.name || (named === null && isFirst);
    // Other words of an address are others' business.
    const asked = [...query.keys()].some((key) => ofView.test(key));
    if (own && asked) {
      const fold = this.closest("details");
      if (fold) fold.open = true;
      void this.open().then(() => this.scrollIntoView());
    } else if (this.dataset.shows === "map") this.openWhenNear();
  }

  /** A link to what the columns mean leads to their tab. */
  showNamed() {
    const named = this.querySelector<HTMLElement>(":scope > .columns-tab[id]");
    if (!named || location.hash !== `#${named.id}`) return;
    this.mark("columns");
    named.scrollIntoView();
  }

  /** Shows a tab as pressed before its content comes. */
  mark(show: string) {
    this.dataset.shows = show;
    for (const tab of this.querySelectorAll<HTMLElement>("[data-show]"))
      tab.setAttribute("aria-pressed", String(tab.dataset.show === show));
  }

  openWhenNear() {
    const near = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      near.disconnect();
      void this.open();
    });
    near.observe(this);
  }

  async open() {
    this.opened ??= import("../explorer/explorer.ts");
    try {
      return await (await this.opened).explorerOf(this);
    } catch (error) {
      // Not kept: the next press asks again.
      this.opened = undefined;
      const status = this.querySelector("[data-status]");
      if (status) status.textContent = this.dataset.failed ?? "";
      this.mark("table");
      throw error;
    }
  }

  async sort(header: HTMLElement) {
    (await this.open()).sort(header.dataset.column ?? "");
  }
}

customElements.define("data-explorer", DataExplorer);
