import "../../schemas/without-eval.ts";
import { fetchBound } from "../../find/browser/bound-file.ts";
import { make } from "../../find/browser/dom.ts";
import { createSpeech, type Language } from "../../i18n/speech.ts";
import { repositoryOf } from "../../remote/github/client.ts";
import type { Stand } from "./stand.ts";
import "./review.css";

/** The page of who approves: open requests, and each with what it changes. */
class ReviewPage extends HTMLElement {
  async connectedCallback() {
    const language = document.documentElement.lang as Language;
    const { words: address = "", repository: place = "", root = "", files = "" } = this.dataset;
    const words = createSpeech(language, await fetchBound(address).then((answer) => answer.json()));
    const repository = repositoryOf(place);
    if (repository === undefined) {
      this.replaceChildren(make("p", "note", words.t("review.nowhere")));
      return;
    }
    await this.show({ words, root, files, repository, address: place });
  }

  /** What the address names: a request, or all that are open. */
  async show(stand: Stand): Promise<void> {
    this.setAttribute("aria-busy", "true");
    const again = () => void this.show(stand);
    const number = Number(new URLSearchParams(location.search).get("request"));
    const isNumber = Number.isInteger(number) && number > 0;
    const nodes = isNumber
      ? await (await import("./request.ts")).requestView(stand, number, again)
      : await (await import("./list.ts")).listView(stand, again);
    this.replaceChildren(...nodes);
    this.setAttribute("aria-busy", "false");
  }
}

customElements.define("review-page", ReviewPage);
