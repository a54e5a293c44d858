import { fetchBound } from "../../find/browser/bound-file.ts";
import { make } from "../../find/browser/dom.ts";
import { openThread } from "../../find/browser/thread.ts";
import { createSpeech, type Language, type Speech } from "../../i18n/speech.ts";
import { createActions } from "./browser/actions.ts";
import { createCellBar } from "./browser/cell-bar.ts";
import { listenToClipboard } from "./browser/clipboard.ts";
import { createEditor, extentOf } from "./browser/editor.ts";
import { createFrame } from "./browser/frame/frame.ts";
import { listenToKeys } from "./browser/keys.ts";
import { createChangesPanel } from "./browser/panels/changes.ts";
import { createMatchPanel } from "./browser/panels/match.ts";
import { createReplacePanel } from "./browser/panels/replace.ts";
import { createPeople } from "./browser/people.ts";
import { listenToPointer } from "./browser/pointer.ts";
import { type Change, createSession, type Session } from "./browser/session/session.ts";
import type { Stage } from "./browser/stage.ts";
import { createToolbar } from "./browser/toolbar.ts";
import type { Edit } from "./core/edits.ts";
import { at, within } from "./core/selection.ts";
import "./grid.css";
import type { GridMethods } from "./grid-worker.ts";
import type { Cleaned, Judged, JudgeOptions, OpenedTable } from "./judge/judged.ts";

export type { Edit } from "./core/edits.ts";
export type { PlacedFinding } from "./core/placed-finding.ts";
export type { Cleaned, Judged, JudgeOptions, OpenedTable } from "./judge/judged.ts";

/** Events of the grid: the list of edits after each of them, and what the judge says of the table now. */
export type GridEvents = {
  "grid-edits": CustomEvent<readonly Edit[]>;
  "grid-judged": CustomEvent<Judged>;
};

let grids = 0;

/**
 * `<table-grid>`: a clerk's file as a table to be edited, judged as it is typed, in this browser alone. Its words come from
 * `data-words`, an address of the language's sentences, or are given as `speech`.
 */
export class TableGrid extends HTMLElement {
  /** The words; without them they are fetched. */
  speech: Speech | undefined;
  readonly #thread = openThread<GridMethods>(
    () => new Worker(new URL("./grid-worker.ts", import.meta.url), { type: "module" }),
  );
  #session: Session | undefined;
  #opened = 0;

  /**
   * Reads a file and shows it. `edits` of a draft are done at once. The answer says what was found, and has no `table` where the
   * file was not read to its end: then nothing can be edited. Undefined where another file was opened meanwhile.
   */
  async open(
    file: File,
    options: JudgeOptions = {},
    edits: readonly Edit[] = [],
  ): Promise<OpenedTable | undefined> {
    const turn = ++this.#opened;
    this.id ||= `table-grid-${++grids}`;
    this.#session = undefined;
    const speech = await this.#words();
    const status = make("p", "quiet", speech.t("grid.opening"));
    status.role = "status";
    this.replaceChildren(status);
    try {
      const opened = await this.#thread.ask("open", file, options);
      if (!opened || turn !== this.#opened) return undefined;
      const { table } = opened;
      if (table) this.#show(speech, file, { ...opened, table }, options, edits);
      else status.textContent = speech.t("grid.unread");
      this.#tell("grid-judged", opened);
      return opened;
    } catch (error) {
      if (turn === this.#opened) status.textContent = speech.t("grid.failed");
      throw error;
    }
  }

  /** What was done, to be kept as a draft; `open` takes it again. */
  get edits(): readonly Edit[] {
    return this.#session?.history().done ?? [];
  }

  /** What is said of the table; older than its cells while `isJudging`. */
  get judged(): Judged | undefined {
    return this.#session?.judged();
  }

  get isJudging(): boolean {
    return this.#session?.isWaiting() ?? false;
  }

  /** Holds the table to an official structure, or to none. */
  hold(structure: string | undefined): void {
    this.#session?.hold(structure);
  }

  /** The clean CSV of the table as it is now, what was mended in it and what is left to decide. */
  clean(): Promise<Cleaned> {
    if (!this.#session) throw new Error("No table is open.");
    return this.#session.clean();
  }

  disconnectedCallback(): void {
    this.#thread.end(new Error("The grid was taken from the page."));
  }

  async #words(): Promise<Speech> {
    this.speech ??= createSpeech(
      document.documentElement.lang as Language,
      await fetchBound(this.dataset.words ?? "").then((response) => response.json()),
    );
    return this.speech;
  }

  #tell<K extends keyof GridEvents>(name: K, detail: GridEvents[K]["detail"]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }

  #show(
    speech: Speech,
    file: File,
    opened: Parameters<typeof createSession>[2],
    options: JudgeOptions,
    edits: readonly Edit[],
  ): void {
    let show = (): void => {};
    const session = createSession(this.#thread, file, opened, options, (change: Change) => {
      show();
      if (change === "edits") this.#tell("grid-edits", session.history().done);
      else this.#tell("grid-judged", session.judged());
    });
    this.#session = session;
    show = layGrid(this, speech, session);
    // A draft without edits is the table as it was read and judged: neither is done again.
    if (edits.length > 0) session.restore(edits);
    else show();
  }
}

/** Puts the parts of a grid into its element; the answer shows them anew. */
function layGrid(host: HTMLElement, speech: Speech, session: Session): () => void {
  const { t } = speech;
  const status = make("p", "grid-status");
  status.role = "status";
  const help = make("p", "quiet grid-help", t("grid.help"), " ");
  help.append(make("span", "grid-touch", t("grid.helpTouch")));
  help.id = `${host.id}-help`;
  let selection = at(session.table().original.header, 0);
  let asked = false;
  const stage: Stage = {
    host,
    speech,
    session,
    selection: () => selection,
    select(next) {
      editor.commit();
      const extent = { ...extentOf(stage), page: 1 };
      selection = { anchor: within(next.anchor, extent), focus: within(next.focus, extent) };
      frame.reveal(selection.focus);
      showSoon();
    },
    say(text) {
      status.textContent = text;
    },
    focus: () => frame.grid.focus({ preventScroll: true }),
  };
  const actions = createActions(stage);
  const frame = createFrame(stage, help.id);
  const editor = createEditor(stage, frame);
  const people = createPeople(stage, actions);
  const cellBar = createCellBar(stage, actions);
  const toolbar = createToolbar(stage, actions, [
    { name: "replace", part: createReplacePanel(stage, actions) },
    { name: "match", part: createMatchPanel(stage, actions) },
    { name: "changes", part: createChangesPanel(stage, actions) },
  ]);
  listenToKeys(stage, frame, editor, actions);
  listenToPointer(stage, frame, editor);
  listenToClipboard(stage, frame, actions);
  host.replaceChildren(
    people.element,
    toolbar.element,
    frame.element,
    cellBar.element,
    status,
    help,
  );

  function showAll(): void {
    const extent = { ...extentOf(stage), page: 1 };
    selection = {
      anchor: within(selection.anchor, extent),
      focus: within(selection.focus, extent),
    };
    for (const part of [people, toolbar, frame, cellBar]) part.show();
  }
  /** Keys that come faster than pictures are shown together. */
  function showSoon(): void {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      frame.show();
      cellBar.show();
    });
  }
  return showAll;
}

customElements.define("table-grid", TableGrid);
