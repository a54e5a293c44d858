/**
 * A table of a page. What it can do more than be read (explore/explorer) comes at the first press or letter, or at
 * once where the address holds a view of this table.
 */
class DataExplorer extends HTMLElement {
  opened: Promise<typeof import("../explorer/explorer.ts")> | undefined;

  connectedCallback() {
    const asks = this.querySelector<HTMLElement>("[data-asks]");
    const input = asks?.querySelector("input");
    // A table on a server that pages do not read from has its first rows and nothing else.
    if (!asks || asks.hidden || !input) return;
    const open = () => void this.open();
    asks.querySelector("button")?.addEventListener("click", async () => {
      await this.open();
      this.querySelector<HTMLElement>(".tabs button")?.focus();
    });
    input.addEventListener("input", open);
    for (const header of this.querySelectorAll<HTMLElement>("th[data-sort]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.title = header.dataset.sort ?? "";
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener("click", () => void this.sort(header));
    }
    const query = new URLSearchParams(location.search);
    const named = query.get("table");
    const own = named === this.dataset.name || (named === null && this.dataset.only !== undefined);
    const asked = [...query.keys()].some((key) =>
      /^(q|sort|hide|page|show|table|(in|is|has)\..+)$/.test(key),
    );
    // Other words of an address are others' business.
    if (own && asked) {
      void this.open().then(() => this.scrollIntoView());
    }
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
      throw error;
    }
  }

  async sort(header: HTMLElement) {
    const at = [...this.querySelectorAll("th[data-sort]")].indexOf(header);
    (await this.open()).sort(at);
  }
}

customElements.define("data-explorer", DataExplorer);
