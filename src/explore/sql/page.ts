import { button, make } from "../../find/browser/dom.ts";
import { createSpeech, type Language, type Speech } from "../../i18n/speech.ts";
import { copyButton } from "../browser/copy.ts";
import { createEngine } from "../engine.ts";
import { openExplorer } from "../explorer/explorer.ts";
import { nearEngine } from "../explorer/worker-engine.ts";
import { memorySource } from "../source/source.ts";
import { type ExploreColumn, type ExploredTable, emptyView } from "../view.ts";
import { named, type SqlExample, type SqlTable } from "./table.ts";
import "./sql.css";
import type { SqlAnswer, SqlAsk, SqlTold } from "./worker.ts";

/** Rows of an answer that are shown, and seconds it may take. */
const [most, seconds] = [10_000, 30];
/** Seconds more that the engine has to stop itself. */
const grace = 3;

type Asked = { tables: SqlTable[]; examples: SqlExample[] };

/** The page of queries: sets are fetched once, then everything happens here, with the network or without it. */
class SqlPage extends HTMLElement {
  sets = new Map<string, Asked>();
  /** Tables that the engine holds. */
  held = new Set<string>();
  worker: Worker | undefined;
  waiting = new Map<number, (told: SqlTold) => void>();
  last = 0;
  /** Has the reader asked? What an address asks for is answered without moving the page. */
  pressed = false;
  speech: Speech | undefined;

  async connectedCallback() {
    const form = this.querySelector("form");
    const words = await fetch(this.dataset.words ?? "").then((response) => response.json());
    this.speech = createSpeech(document.documentElement.lang as Language, words);
    if (!form) return;
    form.hidden = false;
    this.piece("sets").hidden = false;
    const { sql } = this.fields();
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.pressed = true;
      void this.run();
    });
    sql.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void this.run();
    });
    this.fields().dataset.addEventListener("change", ({ target }) => {
      const { value } = target as HTMLSelectElement;
      if (value !== "") void this.add(value);
    });
    this.piece("stop").addEventListener("click", () => this.stop());
    this.start();
    const query = new URLSearchParams(location.search);
    sql.value = query.get("sql") ?? "";
    for (const id of query.getAll("data")) await this.add(id);
    const lost = this.piece("said").className !== "";
    if (sql.value === "" || this.sets.size === 0 || lost) return;
    // A query somebody sent is read before it is run; the portal's own example answers at once.
    if (query.has("sql")) {
      this.say(this.words.t("sql.shared"));
      this.piece("said").className = "note";
    } else await this.run();
  }

  fields() {
    const sql = this.querySelector("textarea");
    const dataset = this.querySelector("select");
    if (!sql || !dataset) throw new Error("The form is not on the page.");
    return { sql, dataset };
  }
  piece(name: string): HTMLElement {
    const found = this.querySelector<HTMLElement>(`[data-${name}]`);
    if (!found) throw new Error(`There is no part "${name}".`);
    return found;
  }
  say(sentence: string) {
    const said = this.piece("said");
    said.className = "";
    said.textContent = sentence;
  }
  /** What went wrong, beside the old answer, which is no answer to this. */
  complain(sentence: string) {
    this.say(sentence);
    this.piece("said").className = "note late";
    this.piece("result").classList.add("past");
  }
  get words(): Speech {
    if (!this.speech) throw new Error("The words have not come.");
    return this.speech;
  }

  /** A fresh engine, with no tables in it. */
  start() {
    this.held.clear();
    this.worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    this.worker.onmessage = ({ data }: MessageEvent<SqlTold>) => {
      this.waiting.get(data.id)?.(data);
      this.waiting.delete(data.id);
    };
    this.worker.onerror = ({ message }) => {
      for (const [id, told] of this.waiting) told({ id, error: message });
      this.waiting.clear();
      this.worker = undefined;
    };
  }
  stop() {
    this.worker?.terminate();
    for (const [id, told] of this.waiting) told({ id, error: "", interrupted: true });
    this.waiting.clear();
    this.start();
  }
  ask(question: { load: SqlTable } | { sql: string; most: number; seconds: number }) {
    if (!this.worker) this.start();
    return new Promise<SqlTold>((told) => {
      const ask: SqlAsk = { id: ++this.last, ...question };
      // The engine stops itself where it can; inside one long function it cannot, and is ended from outside.
      const end =
        "sql" in question ? setTimeout(() => this.stop(), (question.seconds + grace) * 1000) : 0;
      this.waiting.set(ask.id, (answer) => {
        clearTimeout(end);
        told(answer);
      });
      this.worker?.postMessage(ask);
    });
  }

  /** A set joins the others: its tables are named, its questions offered; the first question is put where there is none. */
  async add(id: string) {
    if (this.sets.has(id)) return;
    const { t } = this.words;
    const address = `${this.dataset.tables}${encodeURIComponent(id)}/${this.words.language}.json`;
    const response = await fetch(address).catch(() => undefined);
    if (!response?.ok) {
      this.complain(t("sql.noSet", { id }));
      return;
    }
    const asked: Asked = await response.json();
    this.sets.set(id, asked);
    this.show();
    this.write();
    const { sql } = this.fields();
    sql.value ||= asked.examples[0]?.sql ?? "";
    await this.load();
  }

  /** Tables of the chosen sets that the engine has not got yet. */
  async load(): Promise<boolean> {
    const { t, number } = this.words;
    for (const { tables } of this.sets.values())
      for (const table of tables) {
        if (this.held.has(table.name)) continue;
        this.say(t("sql.loading", { table: table.title }));
        const told = await this.ask({ load: table });
        if (!("loaded" in told)) {
          this.complain(t("explore.failed"));
          return false;
        }
        this.held.add(table.name);
        this.say(t("sql.loaded", { table: table.title, rows: number(told.loaded) }));
      }
    return true;
  }

  show() {
    const { t, count } = this.words;
    const all = [...this.sets];
    this.piece("tables").replaceChildren(
      ...all.flatMap(([id, { tables }]) =>
        tables.map((table) => {
          const insert = (name: string) => () => this.insert(name);
          const names = table.columns.map(({ name, title }) => {
            const chosen = button(name, "column-name", insert(named(name)));
            return make("li", "", chosen, " ", make("span", "quiet", title));
          });
          const link = make("a", "", t("sql.about"));
          link.href = `${this.dataset.dataset}${id}/`;
          return make(
            "details",
            "",
            make(
              "summary",
              "",
              make("code", "", table.name),
              ` ${table.title}, ${count("rows", table.rows)}`,
            ),
            make("ul", "plain", ...names),
            make("p", "", link),
          );
        }),
      ),
    );
    const examples = all.flatMap(([, { examples: some }]) => some);
    this.piece("examples").replaceChildren(
      make("p", "", make("strong", "", t("sql.examples"))),
      make(
        "ul",
        "plain",
        ...examples.map(({ title, sql }) =>
          make(
            "li",
            "",
            button(title, "plain", () => {
              this.pressed = true;
              this.fields().sql.value = sql;
              void this.run();
            }),
          ),
        ),
      ),
    );
  }

  insert(name: string) {
    const { sql } = this.fields();
    sql.setRangeText(name, sql.selectionStart, sql.selectionEnd, "end");
    sql.focus();
  }

  /** The query and its sets, in the address. */
  write() {
    const query = new URLSearchParams([...this.sets.keys()].map((id) => ["data", id]));
    const sql = this.fields().sql.value.trim();
    if (sql !== "") query.set("sql", sql);
    history.replaceState(null, "", `?${query}`);
  }

  async run() {
    const { t } = this.words;
    const sql = this.fields().sql.value.trim();
    if (sql === "" || this.sets.size === 0) {
      this.say(t(this.sets.size === 0 ? "sql.addFirst" : "sql.empty"));
      return;
    }
    this.write();
    if (!(await this.load())) return;
    this.say(t("sql.running"));
    const stop = this.piece("stop");
    stop.hidden = false;
    const told = await this.ask({ sql, most, seconds });
    stop.hidden = true;
    if ("error" in told)
      this.complain(
        told.interrupted
          ? t("sql.interrupted", { seconds })
          : [t("sql.error", { message: told.error }), this.hint(told.error)].join(". "),
      );
    else if ("rows" in told) await this.answer(told);
  }

  /** What to do about SQLite's most frequent complaints. */
  hint(message: string): string {
    const { t } = this.words;
    if (/no such table/.test(message)) return t("sql.hint.table");
    if (/no such column/.test(message)) return t("sql.hint.column");
    if (/incomplete input|unrecognized token/.test(message)) return t("sql.hint.incomplete");
    if (/too big|out of memory/.test(message)) return t("sql.hint.big");
    if (/too large|too many|too complex|stack overflow/.test(message)) return t("sql.hint.complex");
    return /syntax error/.test(message) ? t("sql.hint.syntax") : "";
  }

  async answer({ columns, rows, more }: SqlAnswer) {
    const { t, count, number } = this.words;
    this.piece("result").classList.remove("past");
    this.say(more ? t("sql.first", { count: number(rows.length) }) : "");
    const table = resultTable(t("sql.result"), columns, rows);
    const host = resultHost(table, t("table.filter"));
    const records = rows.map((row) => row.map((value) => (value === null ? "" : String(value))));
    const source = memorySource(
      table.columns.map(({ name }) => name),
      records,
      [],
    );
    this.piece("result").replaceChildren(
      make(
        "p",
        "actions",
        make("strong", "", count("rows", rows.length)),
        copyButton(() => location.href, t("sql.share"), t("code.copied")),
      ),
      host,
    );
    const explorer = await openExplorer({
      host,
      table,
      speech: this.words,
      engine: nearEngine(createEngine(source, table.columns)),
      read: () => emptyView,
    });
    host.querySelectorAll<HTMLElement>("th[data-sort] button").forEach((header, at) => {
      header.addEventListener("click", () => explorer.sort(at));
    });
    if (this.pressed) this.piece("result").scrollIntoView({ block: "nearest" });
  }
}

/** What an answer's columns are, by their values; columns of one name are told apart by number. */
function resultTable(title: string, names: string[], rows: SqlAnswer["rows"]): ExploredTable {
  const columns = names.map((written, at): ExploreColumn => {
    const values = rows.map((row) => row[at] ?? null).filter((value) => value !== null);
    const numbers = values.length > 0 && values.every((value) => typeof value === "number");
    const texts = (pattern: RegExp) =>
      values.length > 0 && values.every((value) => pattern.test(String(value)));
    const name = names.indexOf(written) === at ? written : `${written} ${at + 1}`;
    return {
      name,
      title: name,
      type: numbers
        ? values.every(Number.isInteger)
          ? "integer"
          : "number"
        : texts(/^\d{4}-\d\d-\d\d$/)
          ? "date"
          : texts(/^\d{4}-(0[1-9]|1[0-2])$/)
            ? "yearmonth"
            : "string",
      distinct: new Set(values).size,
      missing: rows.length - values.length,
    };
  });
  return { title, src: "query.csv", rows: rows.length, headerRows: 1, missing: [], columns };
}

/** The element an explorer stands on, as the pages of datasets have it. */
function resultHost({ columns, title }: ExploredTable, search: string): HTMLElement {
  const host = document.createElement("data-explorer");
  const input = make("input", "");
  input.type = "search";
  input.placeholder = search;
  input.setAttribute("aria-label", search);
  const asks = make("span", "table-asks", make("label", "", input));
  asks.dataset.asks = "";
  const status = make("span", "quiet");
  status.dataset.status = "";
  const scroll = make(
    "div",
    "scroll",
    make(
      "table",
      "",
      make(
        "thead",
        "",
        make(
          "tr",
          "",
          ...columns.map(({ title: name, type }) => {
            const header = make("th", type === "integer" || type === "number" ? "number" : "");
            header.scope = "col";
            header.dataset.sort = name;
            header.append(make("button", "", name));
            return header;
          }),
        ),
      ),
      make("tbody", ""),
    ),
  );
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", title);
  host.append(make("p", "table-tools", status, asks), scroll);
  return host;
}

customElements.define("sql-page", SqlPage);
