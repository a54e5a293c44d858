import { make } from "../find/browser/dom.ts";
import type { Finding } from "../model/reports/finding.ts";
import type { Inspection } from "../model/reports/inspection.ts";
import type { Repair } from "../model/table.ts";
import { groupFindings } from "../published/blocks/findings.ts";
import type { CheckAnswer, CheckRequest } from "./check-worker.ts";
import { columnTexts, fileText, mendWords, personalWarning, verdictText } from "./words.ts";

/** A table a person wants to publish: the file, and what it was read as. */
export type CheckedTable = { file: File; sheet?: string; structure?: string };

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
    const isMended = ({ rule }: Finding) =>
      clean !== undefined && !left.some((one) => one.rule === rule);
    return [
      ...this.otherSheets(inspection),
      ...this.likeness(inspection),
      this.cleanTable(inspection, clean),
      ...this.findings(inspection, isMended),
      ...this.repairs(repairs),
      ...this.columns(inspection),
    ];
  }

  otherSheets({ sheets, sheet }: Inspection): Node[] {
    const others = sheets.filter(({ name, rows }) => name !== sheet && rows > 0);
    if (others.length === 0) return [];
    const buttons = others.map(({ name }) => this.button(name, () => this.check(name)));
    return [make("p", "actions", this.say("others"), ...buttons)];
  }

  /** The official structure the table was held to, or the one it is most like. */
  likeness({ structure, sheet }: Inspection): Node[] {
    if (!structure) return [];
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
    return [likeness];
  }

  /** The table as it is, handed to whoever publishes tables on this page. */
  publish({ sheet, structure }: Pick<Inspection, "sheet" | "structure">) {
    const file = this.field<HTMLInputElement>("file")?.files?.[0];
    if (!file) return;
    const detail: CheckedTable = {
      file,
      ...(sheet === undefined ? {} : { sheet }),
      ...(structure?.given ? { structure: structure.id } : {}),
    };
    this.dispatchEvent(new CustomEvent("publish-table", { detail, bubbles: true }));
  }

  cleanTable({ file, sheet, structure }: Inspection, clean: Blob | undefined): Node {
    if (!clean) return make("p", "", this.say("unread"));
    if (this.link) URL.revokeObjectURL(this.link);
    this.link = URL.createObjectURL(clean);
    const save = make("a", "button", this.say("save"));
    save.href = this.link;
    save.download = `${file.replace(/\.[^.]*$/, "")}.clean.csv`;
    const publish = this.button(this.say("on"), () => this.publish({ sheet, structure }));
    return make("p", "actions", save, publish);
  }

  findings({ findings }: Inspection, isMended: (finding: Finding) => boolean): Node[] {
    const count = findings.length;
    const heading = make(
      "h2",
      "",
      count === 0 ? this.say("none") : this.say("findings", { count }),
    );
    return [heading, ...groupFindings(findings).flatMap((alike) => this.finding(alike, isMended))];
  }

  /** Findings of one rule that are mended alike. */
  finding(alike: readonly Finding[], isMended: (finding: Finding) => boolean): Node[] {
    const [first] = alike;
    if (!first) return [];
    const mended = isMended(first);
    const help = make("a", "", this.say("help"));
    help.href = `${this.dataset.root}/help/${first.rule}/`;
    const note = make(
      "section",
      mended ? "note done" : first.severity === "error" ? "note late" : "note",
      make("p", "quiet", mended ? this.say("mended") : this.say(first.severity)),
      make("ul", "messages", ...alike.map(({ message }) => make("li", "", message))),
      make("p", "", `${first.hint} `, help),
    );
    note.lang = "uk";
    return [note];
  }

  repairs(repairs: readonly Repair[]): Node[] {
    if (repairs.length === 0) return [];
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
    return [make("h2", "", this.say("repairs")), list];
  }

  columns(inspection: Inspection): Node[] {
    const columns = columnTexts(inspection);
    if (columns.length === 0) return [];
    const list = make("dl", "fields");
    for (const { letter, name, text } of columns)
      list.append(make("div", "", make("dt", "", `${letter} · ${name}`), make("dd", "", text)));
    list.lang = "uk";
    return [make("h2", "", this.say("columns")), list];
  }
}
customElements.define("table-check", TableCheck);
