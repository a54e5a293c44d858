import { counted } from "../../i18n/plural.ts";

/**
 * A list with a form over it: only items whose data attributes hold every chosen value stay, the choice is in the
 * address. What an item says of one publisher stands in data-<name>-<publisher>, and in an element with data-of, and
 * takes the place of what it says in general. Without JavaScript the form is hidden and the whole list is there.
 */
class DataFilter extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    if (!form) return;
    form.hidden = false;
    const controls = [...form.querySelectorAll<HTMLSelectElement>("select")];
    const items = [...this.querySelectorAll<HTMLElement>("[data-item]")];
    const groups = [...this.querySelectorAll<HTMLElement>("[data-group]")];
    const count = this.querySelector<HTMLElement>("[data-count]");
    const none = this.querySelector<HTMLElement>("[data-none]");
    const publisher = () => controls.find(({ name }) => name === "publisher")?.value ?? "";
    const said = (item: HTMLElement, name: string) =>
      item.getAttribute(`data-${name}-${publisher()}`) ?? item.getAttribute(`data-${name}`) ?? "";
    const fits = (item: HTMLElement) =>
      controls.every(
        ({ name, value }) => value === "" || said(item, name).split(" ").includes(value),
      );
    const show = () => {
      for (const item of items) {
        item.hidden = !fits(item);
        const words = [...item.querySelectorAll<HTMLElement>("[data-of]")];
        const own = words.some(({ dataset }) => dataset.of === publisher()) ? publisher() : "";
        for (const word of words) word.hidden = word.dataset.of !== own;
      }
      for (const group of groups) group.hidden = !group.querySelector("[data-item]:not([hidden])");
      const shown = items.filter(({ hidden }) => !hidden).length;
      if (count) count.textContent = counted(this, shown);
      if (none) none.hidden = shown > 0;
    };
    const read = () => {
      const state = new URLSearchParams(location.search);
      for (const control of controls) {
        const asked = state.get(control.name) ?? "";
        control.value = [...control.options].some(({ value }) => value === asked) ? asked : "";
      }
      show();
    };
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => {
      const state = new URLSearchParams(
        controls.filter(({ value }) => value !== "").map(({ name, value }) => [name, value]),
      ).toString();
      history.replaceState(null, "", state === "" ? location.pathname : `?${state}`);
      show();
    });
    addEventListener("popstate", read);
    read();
  }
}

customElements.define("data-filter", DataFilter);
