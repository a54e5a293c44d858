import { fetchBound } from "../find/browser/bound-file.ts";
import { button, make, withNames } from "../find/browser/dom.ts";
import { createSpeech, type Language, type Speech } from "../i18n/speech.ts";
import type { Finding } from "../model/reports/finding.ts";
import type { Inspection } from "../model/reports/inspection.ts";
import type { Repair } from "../model/table.ts";
import { groupFindings } from "../published/blocks/findings.ts";
import type { CheckAnswer, CheckRequest } from "./check-worker.ts";
import { findingsInUkrainian } from "./in-ukrainian.ts";
import { columnTexts, fileText, mendWords, personalWarning, verdictText } from "./words.ts";

/** A table a person wants to publish: the file, and what it was read as. */
export type CheckedTable = { file: File; sheet?: string; structure?: string };

/** A clerk's table, checked where it lies: the file is read in this browser and sent nowhere. */
class TableCheck extends HTMLElement {
  worker: Worker | undefined;
  link: string | undefined;
  speech: Speech | undefined;

  async connectedCallback() {
    const words = await fetchBound(this.dataset.words ?? "").then((answer) => answer.json());
    this.speech = createSpeech(document.documentElement.lang as Language, words);
    const form = this.querySelector("form");
    form?.addEventListener("change", () => this.check());
    form?.addEventListener("submit", (event) => event.preventDefault());
    if (form) form.hidden = false;
  }

  field = <T extends HTMLElement>(name: string): T | null => this.querySelector(`[name=${name}]`);

  get words(): Speech {
    if (!this.speech) throw new Error("The words have not come.");
    return this.speech;
  }

  check(sheet?: string) {
    const { words } = this;
    const file = this.field<HTMLInputElement>("file")?.files?.[0];
    const status = this.querySelector<HTMLElement>("[data-status]");
    const out = this.querySelector<HTMLElement>("[data-answer]");
    if (!file || !status || !out) return;
    this.worker?.terminate();
    this.worker = new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" });
    out.replaceChildren();
    status.textContent = words.t("check.wait");
    this.worker.onerror = () => {
      status.textContent = words.t("check.failed");
    };
    this.worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
      const { findings } = data.inspection;
      const told = [
        fileText(data.inspection, words),
        verdictText(findings, words, data.left),
        personalWarning(findings, words) ?? "",
      ];
      status.replaceChildren(...withNames(told.join(" ")));
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
    const buttons = others.map(({ name }) => button(name, "plain", () => this.check(name)));
    return [make("p", "actions", this.words.t("check.others"), ...buttons)];
  }

  /** The official structure the table was held to, or the one it is most like. */
  likeness({ structure, sheet }: Inspection): Node[] {
    if (!structure) return [];
    const { id, matched, of, given } = structure;
    const { t } = this.words;
    const link = make("a", "", id);
    link.href = `${this.dataset.root}/structures/${id}/`;
    const likeness = make("p", "", `${t(given ? "check.given" : "check.guessed")} `, link);
    likeness.append(`: ${t("check.matched", { matched, of })} `);
    if (!given)
      likeness.append(
        button(t("check.hold"), "plain", () => {
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
    if (!clean) return make("p", "", this.words.t("check.unread"));
    if (this.link) URL.revokeObjectURL(this.link);
    this.link = URL.createObjectURL(clean);
    const save = make("a", "button", this.words.t("check.save"));
    save.href = this.link;
    save.download = `${file.replace(/\.[^.]*$/, "")}.clean.csv`;
    const publish = button(this.words.t("check.publish"), "plain", () =>
      this.publish({ sheet, structure }),
    );
    return make("p", "actions", save, publish);
  }

  findings({ findings }: Inspection, isMended: (finding: Finding) => boolean): Node[] {
    const count = findings.length;
    const { t } = this.words;
    const heading = make("h2", "", count === 0 ? t("help.fine") : t("check.findings", { count }));
    return [
      heading,
      ...(count > 0 ? findingsInUkrainian(this.words) : []),
      ...groupFindings(findings).flatMap((alike) => this.finding(alike, isMended)),
    ];
  }

  /** Findings of one rule that are mended alike. */
  finding(alike: readonly Finding[], isMended: (finding: Finding) => boolean): Node[] {
    const [first] = alike;
    if (!first) return [];
    const mended = isMended(first);
    const { t } = this.words;
    const help = make("a", "", t("check.help"));
    help.href = `${this.dataset.root}/help/${first.rule}/`;
    const note = make(
      "section",
      mended ? "note done" : first.severity === "error" ? "note late" : "note",
      make("p", "quiet", mended ? t("check.mended") : t(`check.${first.severity}`)),
      make("ul", "messages", ...alike.map(({ message }) => make("li", "", message))),
      make("p", "", make("span", "", first.hint), " ", help),
    );
    return [note];
  }

  repairs(repairs: readonly Repair[]): Node[] {
    if (repairs.length === 0) return [];
    const list = make("dl", "fields");
    for (const { rule, count, examples } of repairs) {
      const help = make("a", "", mendWords(rule, this.words));
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
    return [make("h2", "", this.words.t("check.repairs")), list];
  }

  columns(inspection: Inspection): Node[] {
    const columns = columnTexts(inspection, this.words);
    if (columns.length === 0) return [];
    const list = make("dl", "fields");
    for (const { letter, name, text } of columns)
      list.append(
        make(
          "div",
          "",
          make("dt", "", make("span", "", ...withNames(`${letter} · ${name}`))),
          make("dd", "", ...withNames(text)),
        ),
      );
    return [make("h2", "", this.words.t("check.columns")), list];
  }
}
customElements.define("table-check", TableCheck);
