import { fetchBound } from "../../find/browser/bound-file.ts";
import { make } from "../../find/browser/dom.ts";
import { openThread } from "../../find/browser/thread.ts";
import { createSpeech, type Language, type Speech } from "../../i18n/speech.ts";
import { copyButton } from "../browser/copy.ts";
import type { SqlAnswer, SqlComplaint } from "./database.ts";
import { hintOf } from "./hint.ts";
import { exampleList, tableDetails } from "./sets.ts";
import { type AskedSet, fetchExplored, sqlTablesOf } from "./tables.ts";
import "./sql.css";
import type { SqlMethods } from "./worker.ts";

/** What shows an answer: most of the page's scripts, which nobody needs before there is a table to ask. */
const results = () => import("./result.ts");

/** Rows of an answer that are shown, and seconds it may take. */
const [most, seconds] = [10_000, 30];
/** Seconds more that the engine has to stop itself. */
const grace = 3;

/** The reader, or the time, stopped what was asked. */
class Interrupted extends Error {}

/** The page of queries: sets are fetched once, then everything happens here, with the network or without it. */
class SqlPage extends HTMLElement {
  sets = new Map<string, AskedSet>();
  /** What is told of a table as long as it is asked. */
  notes = new Map<string, string>();
  /** Tables that the engine holds. */
  held = new Set<string>();
  thread = openThread<SqlMethods>(() => {
    // A fresh engine has no tables in it.
    this.held.clear();
    return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  });
  /** Has the reader asked? What an address asks for is answered without moving the page. */
  pressed = false;
  speech: Speech | undefined;

  async connectedCallback() {
    const form = this.querySelector("form");
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
      if (value !== "") void this.choose(value);
    });
    this.piece("stop").addEventListener("click", () => this.stop());
    const query = new URLSearchParams(location.search);
    // The ready example stays where the address asks for nothing, and half a megabyte of engine comes when a reader begins.
    if (!query.has("sql") && !query.has("data")) {
      sql.addEventListener("input", () => void this.ready(), { once: true });
      return;
    }
    sql.value = query.get("sql") ?? "";
    await this.ready();
    for (const id of query.getAll("data")) await this.add(id);
    const lost = this.piece("said").className !== "";
    if (sql.value === "" || this.sets.size === 0 || lost) return;
    // A query somebody sent is read before it is run; the portal's own example answers at once.
    if (query.has("sql")) {
      this.say(this.words.t("sql.shared"));
      this.piece("said").className = "note";
    } else await this.run();
  }

  /** The page's words and its engine, which come when something is asked. */
  async ready() {
    this.thread.open();
    if (this.speech) return;
    const words = await fetchBound(this.dataset.words ?? "").then((response) => response.json());
    this.speech ??= createSpeech(document.documentElement.lang as Language, words);
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

  /** Ends the engine, and with it what it was asked; a fresh one takes its place. */
  stop() {
    this.thread.end(new Interrupted());
    this.thread.open();
  }
  /** The engine's answer, or what it says against the query. */
  async query(sql: string): Promise<SqlAnswer | SqlComplaint> {
    // The engine stops itself where it can; inside one long function it cannot, and is ended from outside.
    const end = setTimeout(() => this.stop(), (seconds + grace) * 1000);
    try {
      return await this.thread.ask("query", sql, most, seconds);
    } catch (error) {
      if (error instanceof Interrupted) return { error: "", interrupted: true };
      return { error: (error as Error).message };
    } finally {
      clearTimeout(end);
    }
  }

  /** A set of the list. The ready example goes where nobody has touched it; one that was written on keeps its set. */
  async choose(id: string) {
    const { sql } = this.fields();
    if (this.sets.size === 0 && sql.value === sql.defaultValue) sql.value = "";
    await this.addFirst();
    await this.add(id);
  }
  /** The set of the ready example, where a query stands and no set has been chosen. */
  async addFirst() {
    const { first } = this.dataset;
    if (this.sets.size === 0 && first !== undefined && this.fields().sql.value.trim() !== "")
      await this.add(first);
  }

  /** A set joins the others: its tables are named, its questions offered; the first question is put where there is none. */
  async add(id: string) {
    if (this.sets.has(id)) return;
    await this.ready();
    const tables = await fetchExplored(`${this.dataset.dataset}${encodeURIComponent(id)}/`);
    if (tables.length === 0) {
      this.complain(this.words.t("sql.noSet", { id }));
      return;
    }
    const asked = sqlTablesOf(id, tables, this.words);
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
    // What shows an answer comes with the tables: the network may be gone when it is asked. Should it not, the answer says so.
    results().catch(() => undefined);
    for (const { tables } of this.sets.values())
      for (const table of tables) {
        if (this.held.has(table.name)) continue;
        this.say(t("sql.loading", { table: table.title }));
        const loaded = await this.thread.ask("load", table).catch(() => undefined);
        if (loaded === undefined) {
          this.complain(t("explore.failed"));
          return false;
        }
        this.held.add(table.name);
        const { rows, texts } = loaded;
        this.say(t("sql.loaded", { table: table.title, rows: number(rows) }));
        if (texts.length === 0) continue;
        const columns = texts.join(", ");
        this.notes.set(table.name, t("sql.loadedText", { table: table.title, columns }));
        this.show();
      }
    return true;
  }

  show() {
    const { words } = this;
    this.piece("tables").replaceChildren(
      ...[...this.sets].flatMap(([id, { tables }]) => {
        const address = `${this.dataset.dataset}${id}/`;
        return tables.map((table) =>
          tableDetails(table, address, words, (name) => this.insert(name)),
        );
      }),
      ...[...this.notes.values()].map((sentence) => make("p", "note", sentence)),
    );
    const examples = [...this.sets.values()].flatMap((set) => set.examples);
    this.piece("examples").replaceChildren(
      make("p", "", make("strong", "", words.t("sql.examples"))),
      exampleList(examples, (sql) => {
        this.pressed = true;
        this.fields().sql.value = sql;
        void this.run();
      }),
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
    await this.ready();
    const { t } = this.words;
    await this.addFirst();
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
    const told = await this.query(sql);
    stop.hidden = true;
    if ("error" in told)
      this.complain(
        told.interrupted
          ? t("sql.interrupted", { seconds })
          : [t("sql.error", { message: told.error }), hintOf(told.error, this.words)].join(". "),
      );
    else await this.answer(told).catch(() => this.complain(t("explore.failed")));
  }

  async answer({ columns, rows, more }: SqlAnswer) {
    const { t, count, number } = this.words;
    this.piece("result").classList.remove("past");
    this.say(more ? t("sql.first", { count: number(rows.length) }) : "");
    const { openResult, resultHost, resultTable } = await results();
    const table = resultTable(t("sql.result"), columns, rows);
    const host = resultHost(table, t("table.filter"));
    this.piece("result").replaceChildren(
      make(
        "p",
        "actions",
        make("strong", "", count("rows", rows.length)),
        copyButton(() => location.href, t("sql.share"), t("code.copied")),
      ),
      host,
    );
    await openResult(host, { table, rows, speech: this.words });
    if (this.pressed) this.piece("result").scrollIntoView({ block: "nearest" });
  }
}

customElements.define("sql-page", SqlPage);
