/** A table that sorts and filters: the whole file is fetched at the first click or letter, not before. */
class DataTable extends HTMLElement {
  rows: Promise<string[][]> | undefined;
  sorted: { column: number; down: boolean } | undefined;

  connectedCallback() {
    const label = this.querySelector<HTMLElement>("[data-filter]");
    const input = label?.querySelector("input");
    if (!label || !input) return;
    label.hidden = false;
    input.addEventListener("input", () => void this.show());
    this.querySelectorAll<HTMLElement>("th[data-sort]").forEach((header, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.title = header.dataset.sort ?? "";
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener("click", () => {
        this.sorted = { column, down: this.sorted?.column === column && !this.sorted.down };
        this.querySelectorAll("th").forEach((other, index) => {
          if (index === column)
            other.setAttribute("aria-sort", this.sorted?.down ? "descending" : "ascending");
          else other.removeAttribute("aria-sort");
        });
        void this.show();
      });
    });
  }

  read(): Promise<string[][]> {
    this.rows ??= Promise.all([
      fetch(this.getAttribute("src") ?? ""),
      import("csv-parse/browser/esm/sync"),
    ]).then(async ([response, { parse }]) =>
      parse(await response.text(), {
        bom: true,
        from: Number(this.dataset.headerRows) + 1,
        relax_column_count: true,
      }),
    );
    return this.rows;
  }

  async show() {
    const body = this.querySelector("tbody");
    const status = this.querySelector("[data-status]");
    const query = this.querySelector("input")?.value.trim().toLowerCase() ?? "";
    if (!body || !status) return;
    const all = await this.read();
    const rows = all.filter((cells) => cells.some((cell) => cell.toLowerCase().includes(query)));
    const numeric = this.dataset.numeric ?? "";
    if (this.sorted) {
      const { column, down } = this.sorted;
      const collator = new Intl.Collator("uk", { numeric: true });
      const compare = (a: string, b: string) =>
        numeric[column] === "1" ? Number(a) - Number(b) : collator.compare(a, b);
      rows.sort((first, second) => {
        const a = first[column] ?? "";
        const b = second[column] ?? "";
        // Missing values stay at the end whichever way the column is sorted.
        if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
        return down ? compare(b, a) : compare(a, b);
      });
    }
    body.replaceChildren(
      ...rows.slice(0, 100).map((cells) => {
        const row = document.createElement("tr");
        row.append(
          ...cells.map((cell, index) => {
            const element = document.createElement("td");
            if (numeric[index] === "1") element.className = "number";
            element.textContent = cell;
            return element;
          }),
        );
        return row;
      }),
    );
    const language = document.documentElement.lang;
    status.textContent = (this.dataset.found ?? "").replace(
      "{count}",
      rows.length.toLocaleString(language),
    );
  }
}

customElements.define("data-table", DataTable);
