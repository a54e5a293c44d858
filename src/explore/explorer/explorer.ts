import { fetchBound } from "../../find/browser/bound-file.ts";
import { button, make, settled } from "../../find/browser/dom.ts";
import { createSpeech, type Language } from "../../i18n/speech.ts";
import { addressWith, asksEnglish, frameAddress } from "../frame-language.ts";
import {
  type ExploredTable,
  emptyView,
  parseView,
  unheededOf,
  type View,
  writeView,
} from "../view.ts";
import { createBar } from "./bar/bar.ts";
import "./explorer.css";
import { createGrid } from "./grid/grid.ts";
import type { Part, Stage } from "./stage.ts";
import { openEngine } from "./worker-engine.ts";

/** What others may ask of an explorer: to sort by a column, to show a tab, to open a menu of its tools. */
export type Explorer = {
  sort(column: string): void;
  show(tab: string): void;
  menu(tool: string): void;
  /** Leads the keyboard to the first of the rows that are found for what stands in the search field. */
  enterRows(): Promise<void>;
};

const known = new WeakMap<HTMLElement, Promise<Explorer>>();

/** The explorer of a table's element, made once: its view is the page's address. */
export function explorerOf(host: HTMLElement): Promise<Explorer> {
  const made = known.get(host) ?? openPageTable(host);
  known.set(host, made);
  made.catch(() => known.delete(host));
  return made;
}

async function openPageTable(host: HTMLElement): Promise<Explorer> {
  const table: ExploredTable = JSON.parse(host.querySelector("script")?.textContent ?? "{}");
  const words = await fetchBound(host.dataset.words ?? "").then((response) => response.json());
  const speech = createSpeech(document.documentElement.lang as Language, words);
  const name = host.dataset.only === undefined ? host.dataset.name : undefined;
  const asked = () => {
    const query = new URLSearchParams(location.search);
    const named = query.get("table");
    const isFirst = document.querySelector("data-explorer") === host;
    // An address that speaks of another table leaves this one as it is; one that names none speaks of the first.
    return named === host.dataset.name || (named === null && isFirst) ? query : undefined;
  };
  const read = () => {
    const query = asked();
    if (!query) return undefined;
    const { street, ...rest } = parseView(query, table.columns, table.place !== undefined);
    const view: View = table.streets && street ? { ...rest, street } : rest;
    // An address that says nothing of the table leaves what is shown first to it.
    const plain = writeView(view).size === 0 && !query.has("show");
    return plain && table.opens ? { ...view, show: table.opens } : view;
  };
  return openExplorer({
    host,
    table,
    speech,
    engine: openEngine(table),
    read,
    unheeded: () => unheededOf(asked() ?? new URLSearchParams(), table),
    address(view, place) {
      const state = writeView(view, table.opens);
      if (name !== undefined && (state.size > 0 || place === undefined)) state.set("table", name);
      const here = () => frameAddress(location.pathname, asksEnglish(location) ? "en" : "uk");
      return addressWith(place ?? here(), state);
    },
  });
}

/**
 * The explorer of a table. `read` gives the view to begin with, and again when the reader goes back; where there is an
 * `address` every change of the view is written into it. What the address asks and the table cannot do, `unheeded`, is told
 * until the reader asks for something else.
 */
export async function openExplorer({
  host,
  table,
  speech,
  engine,
  read,
  unheeded,
  address,
}: Pick<Stage, "host" | "table" | "speech" | "engine"> & {
  read(): View | undefined;
  unheeded?(): string[];
  address?(view: View, path?: string): string;
}): Promise<Explorer> {
  const status = host.querySelector<HTMLElement>("[data-status]");
  const input = host.querySelector("input");
  if (!status || !input) throw new Error("The table's tools are not on the page.");
  let view = read() ?? { ...emptyView, show: table.opens ?? emptyView.show };
  const write = () => {
    if (address) history.replaceState(null, "", address(view));
  };
  let shown = Promise.resolve();
  const stage: Stage = {
    host,
    table,
    speech,
    engine,
    view: () => view,
    set(change) {
      view = { ...view, page: 1, ...change };
      // Pages and tabs are of what was asked; anything else is another question.
      if (!("page" in change)) old.remove();
      write();
      shown = show();
    },
    note({ row }) {
      const { row: _, ...rest } = view;
      view = row === undefined ? rest : { ...rest, row };
      write();
    },
    address: (path) => address?.(view, path) ?? location.href,
  };
  const old = make("p", "note");
  old.setAttribute("role", "status");
  function tell(...sentences: string[]): void {
    if (sentences.length === 0) old.remove();
    else status?.parentElement?.before(old);
    old.textContent = sentences.join(" ");
  }
  /** A link older than the table still opens, and says what of it is not applied. */
  function tellOld(): void {
    const [before, after] = speech.quotes;
    const columns = (unheeded?.() ?? []).map((name) => before + name + after).join(", ");
    tell(...(columns === "" ? [] : [speech.t("explore.unheeded", { columns })]));
  }
  /** Opens the row the address asks for; where there is none, says so and asks for it no more. */
  async function openRow({ row }: View): Promise<void> {
    if (row === undefined || (await grid.open(row))) return;
    const [number, rows] = [speech.number(row), speech.count("rows", table.rows)];
    // Of a large table on another server the beginning alone is read.
    const noRow =
      row > table.rows
        ? speech.t("explore.noRow", { row: number, rows })
        : speech.t("explore.failed");
    tell(...(old.isConnected ? [old.textContent ?? ""] : []), noRow);
    stage.note({ row: undefined });
  }
  const renamed = host.querySelector<HTMLElement>("[data-renamed]");
  const grid = createGrid(stage, status);
  const pictures: Partial<Record<"chart" | "map", Promise<Part>>> = {};
  const picture = host.querySelector<HTMLElement>(":scope > .picture") ?? make("div", "picture");
  if (!picture.isConnected) host.append(picture);
  const bar = createBar(stage);

  const createPicture = async (kind: "chart" | "map"): Promise<Part> =>
    kind === "chart"
      ? (await import("./chart/tab.ts")).createChartTab(stage, picture)
      : (await import("./map-tab.ts")).createMapTab(stage, picture);

  /** The chart and the map come when they are asked for: once, however often while they are on the way. */
  async function pictureOf(kind: "chart" | "map"): Promise<Part> {
    pictures[kind] ??= createPicture(kind);
    try {
      return await pictures[kind];
    } catch (error) {
      delete pictures[kind];
      throw error;
    }
  }

  /** Who looks for rows of a street by its former name is told the present one, and may look for it by one press. */
  async function tellStreet(): Promise<void> {
    if (!renamed || (view.q === "" && renamed.hidden)) return;
    const { tellRenamed } = await import("../../find/street/browser/renamed.ts");
    await tellRenamed(renamed, view.q, (now) =>
      button(now, "plain", () => {
        if (input) input.value = now;
        stage.set({ q: now });
      }),
    );
  }

  async function show(): Promise<void> {
    bar.show();
    // A hint: without it the rows are the same.
    tellStreet().catch(() => undefined);
    if (input && input.value.trim() !== view.q && document.activeElement !== input)
      input.value = view.q;
    host.dataset.shows = view.show;
    if (view.show === "columns") return;
    try {
      const drawn = view.show === "table" ? undefined : await pictureOf(view.show);
      await Promise.all([grid.show(), drawn?.show()]);
    } catch {
      // The chart's or the map's code did not come: the table is there still.
      if (status) status.textContent = speech.t("explore.failed");
      host.dataset.shows = "table";
    }
  }

  function find(): void {
    const q = input?.value.trim() ?? "";
    if (q !== view.q) stage.set({ q });
  }
  const search = settled(find, 200);
  input.addEventListener("input", search);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && input.value !== "") {
      input.value = "";
      search();
    }
  });
  if (address)
    addEventListener("popstate", () => {
      view = read() ?? view;
      tellOld();
      void show();
      void openRow(view);
    });
  if (input.value.trim() !== "") view = { ...view, q: input.value.trim() };
  tellOld();
  await show();
  void openRow(view);
  return {
    sort(column) {
      const down = view.sort?.column === column && !view.sort.down;
      stage.set({ sort: { column, down } });
    },
    show(tab) {
      if (tab === "table" || tab === "chart" || tab === "map" || tab === "columns")
        stage.set({ page: view.page, show: tab });
    },
    menu: (tool) => bar.open(tool),
    async enterRows() {
      find();
      await shown;
      host.querySelector<HTMLElement>("tbody .row-number button")?.focus();
    },
  };
}
