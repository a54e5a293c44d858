import { make } from "../find/browser/dom.ts";
import { groupFindings } from "../published/blocks/findings.ts";
import type { CheckAnswer, CheckRequest } from "./check-worker.ts";
import { columnTexts, fileText, mendWords, personalWarning, verdictText } from "./words.ts";

/** A clerk's table, checked where it lies: the file is read in this browser and sent nowhere. */
class TableCheck extends HTMLElement {
  worker: Worker | undefined;
  link: string | undefined;

  connectedCallback() {
    const form = this.querySelector("form");
    form?.addEventListener("change", () => this.check());
    form?.addEventListener("submit", (event) => event.preventDefault());
    if (form) form.hidden = false;
  }

  field = <T extends HTMLElement>(name: string): T | null => this.querySelector(`[name=${name}]`);

  check(sheet?: string) {
    const file = this.field<HTMLInputElement>("file")?.files?.[0];
    const status = this.querySelector<HTMLElement>("[data-status]");
    const out = this.querySelector<HTMLElement>("[data-answer]");
    if (!file || !status || !out) return;
    this.worker?.terminate();
    this.worker = new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" });
    out.replaceChildren();
    status.textContent = this.dataset.wait ?? "";
    this.worker.onerror = () => {
      status.textContent = this.dataset.failed ?? "";
    };
    this.worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
      const { findings } = data.inspection;
      status.textContent = [
        fileText(data.inspection),
        verdictText(findings, data.left),
        personalWarning(findings) ?? "",
      ].join(" ");
      out.replaceChildren(...this.answer(data));
    };
    const structure = this.field<HTMLSelectElement>("structure")?.value;
    const { places = [], box } = JSON.parse(this.dataset.territory ?? "{}");
    const request: CheckRequest = {
      file,
      territory: { places: new Set<string>(places), ...(box ? { box } : {}) },
      ...(structure ? { structure } : {}),
      ...(sheet === undefined ? {} : { sheet }),
    };
    this.worker.postMessage(request);
  }

  say = (key: string, slots: Record<string, string | number> = {}): string =>
    (this.dataset[key] ?? "").replace(/\{(\w+)\}/g, (_, name: string) => String(slots[name] ?? ""));

  button(text: string, act: () => void): HTMLButtonElement {
    const button = make("button", "plain", text);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }

  answer({ inspection, repairs, clean, left = [] }: CheckAnswer): Node[] {
    const { findings, sheets, sheet, structure, file } = inspection;
    const parts: Node[] = [];
    const others = sheets.filter(({ name, rows }) => name !== sheet && rows > 0);
    if (others.length > 0)
      parts.push(
        make(
          "p",
          "actions",
          this.say("others"),
          ...others.map(({ name }) => this.button(name, () => this.check(name))),
        ),
      );
    if (structure) {
      const { id, matched, of, given } = structure;
      const link = make("a", "", id);
      link.href = `${this.dataset.root}/structures/${id}/`;
      const likeness = make("p", "", `${this.say(given ? "given" : "guessed")} `, link);
      likeness.append(`: ${this.say("matched", { matched, of })} `);
      if (!given)
        likeness.append(
          this.button(this.say("hold"), () => {
            const select = this.field<HTMLSelectElement>("structure");
            if (select) select.value = id;
            this.check(sheet);
          }),
        );
      parts.push(likeness);
    }
    if (clean) {
      if (this.link) URL.revokeObjectURL(this.link);
      this.link = URL.createObjectURL(clean);
      const save = make("a", "button", this.say("save"));
      save.href = this.link;
      save.download = `${file.replace(/\.[^.]*$/, "")}.clean.csv`;
      parts.push(make("p", "actions", save));
    } else parts.push(make("p", "", this.say("unread")));
    parts.push(
      make(
        "h2",
        "",
        findings.length === 0 ? this.say("none") : this.say("findings", { count: findings.length }),
      ),
    );
    for (const alike of groupFindings(findings)) {
      const [first] = alike;
      if (!first) continue;
      const mended = clean !== undefined && !left.some(({ rule }) => rule === first.rule);
      const help = make("a", "", this.say("help"));
      help.href = `${this.dataset.root}/help/${first.rule}/`;
      const messages = make(
        "ul",
        "messages",
        ...alike.map(({ message }) => make("li", "", message)),
      );
      const note = make(
        "section",
        mended ? "note done" : first.severity === "error" ? "note late" : "note",
        make("p", "quiet", mended ? this.say("mended") : this.say(first.severity)),
        messages,
        make("p", "", `${first.hint} `, help),
      );
      note.lang = "uk";
      parts.push(note);
    }
    if (repairs.length > 0) {
      parts.push(make("h2", "", this.say("repairs")));
      const list = make("dl", "fields");
      for (const { rule, count, examples } of repairs) {
        const help = make("a", "", mendWords(rule));
        help.href = `${this.dataset.root}/help/${rule}/`;
        list.append(
          make(
            "div",
            "",
            make("dt", "", help, make("span", "quiet", `× ${count}`)),
            make("dd", "", ...examples.map((example) => make("p", "", example))),
          ),
        );
      }
      list.lang = "uk";
      parts.push(list);
    }
    const columns = columnTexts(inspection);
    if (columns.length > 0) {
      parts.push(make("h2", "", this.say("columns")));
      const list = make("dl", "fields");
      for (const { letter, name, text } of columns)
        list.append(make("div", "", make("dt", "", `${letter} · ${name}`), make("dd", "", text)));
      list.lang = "uk";
      parts.push(list);
    }
    return parts;
  }
}
customElements.define("table-check", TableCheck);
