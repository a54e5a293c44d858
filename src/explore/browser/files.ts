/** A long list of files: a page of it at a time, and those whose line holds what was typed. */
class PagedFiles extends HTMLElement {
  page = 0;

  connectedCallback() {
    const most = Number(this.dataset.paged);
    const input = this.querySelector("input");
    if (!most || !input) return;
    const lines = [...this.querySelectorAll<HTMLElement>(".files > li")];
    const show = () => {
      const wanted = input.value.trim().toLocaleLowerCase();
      const found = lines.filter(({ textContent }) =>
        (textContent ?? "").toLocaleLowerCase().includes(wanted),
      );
      const pages = Math.max(1, Math.ceil(found.length / most));
      this.page = Math.max(0, Math.min(this.page, pages - 1));
      const shown = new Set(found.slice(this.page * most, (this.page + 1) * most));
      for (const line of lines) line.hidden = !shown.has(line);
      this.tell(found.length, this.page * most, shown.size, pages);
    };
    input.addEventListener("input", () => {
      this.page = 0;
      show();
    });
    for (const step of this.querySelectorAll<HTMLElement>("[data-step]"))
      step.addEventListener("click", () => {
        this.page += Number(step.dataset.step);
        show();
      });
    show();
    this.dataset.ready = "";
  }

  /** Which lines of how many are shown, and where the list goes on. */
  tell(found: number, from: number, shown: number, pages: number) {
    const range = this.querySelector<HTMLElement>("[data-range]");
    const none = this.querySelector<HTMLElement>("[data-none]");
    if (none) none.hidden = found > 0;
    if (range)
      range.textContent = (range.dataset.sentence ?? "")
        .replace("{from}", String(Math.min(found, from + 1)))
        .replace("{to}", String(from + shown))
        .replace("{found}", String(found));
    for (const step of this.querySelectorAll<HTMLButtonElement>("[data-step]")) {
      const to = this.page + Number(step.dataset.step);
      step.disabled = to < 0 || to >= pages;
    }
  }
}

customElements.define("file-list", PagedFiles);
