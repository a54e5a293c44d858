/** A block of code with a button that copies it; without JavaScript there is no button, and the text is selected by hand. */
class CopyBlock extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    const code = this.querySelector("[data-code]");
    if (!button || !code || !navigator.clipboard) return;
    button.hidden = false;
    const before = button.innerHTML;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.textContent ?? "");
      button.textContent = this.dataset.copied ?? "";
      setTimeout(() => {
        button.innerHTML = before;
      }, 2000);
    });
  }
}

customElements.define("copy-block", CopyBlock);
