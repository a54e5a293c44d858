/** A button that copies a text and says so for two seconds. */
export function copyButton(text: () => string, name: string, copied: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain";
  button.textContent = name;
  copyOn(button, text, copied);
  return button;
}

function copyOn(button: HTMLButtonElement, text: () => string, copied: string): void {
  const before = [...button.childNodes];
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text());
    button.textContent = copied;
    setTimeout(() => button.replaceChildren(...before), 2000);
  });
}

/** A block of code with a button that copies it; without JavaScript there is no button, and the text is selected by hand. */
class CopyBlock extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    const code = this.querySelector("[data-code]");
    if (!button || !code || !navigator.clipboard) return;
    button.hidden = false;
    copyOn(button, () => code.textContent ?? "", this.dataset.copied ?? "");
  }
}

if (!customElements.get("copy-block")) customElements.define("copy-block", CopyBlock);
