import {
  type ExploredTable,
  emptyView,
  parseView,
  type View,
  writeView,
} from "../../explore/view.ts";
import { createSpeech, type Language, type Speech } from "../../i18n/speech.ts";
import { make, settled } from "../dom.ts";
import { createBar } from "./bar.ts";
import "./explorer.css";
import { openEngine, type RemoteEngine } from "./engine.ts";
import { createGrid } from "./grid.ts";

/** What the parts of an explorer share: the table, the words, the engine, the view and the way to change it. */
export type Stage = {
  host: HTMLElement;
  table: ExploredTable;
  speech: Speech;
  engine: RemoteEngine;
  view(): View;
  /** Changes the view; a change that is not of the page itself begins at the first page. */
  set(change: Partial<View>): void;
  /** The address of this page with the view in it. */
  address(path?: string): string;
};

/** A part of the explorer that shows the view anew. */
export type Part = { show(): void | Promise<void> };

const known = new WeakMap<HTMLElement, Promise<{ sort(column: number): void }>>();

/** The explorer of a table's element, made once. */
export function explorerOf(host: HTMLElement): Promise<{ sort(column: number): void }> {
  const made = known.get(host) ?? openExplorer(host);
  known.set(host, made);
  return made;
}

async function openExplorer(host: HTMLElement): Promise<{ sort(column: number): void }> {
  const table: ExploredTable = JSON.parse(host.querySelector("script")?.textContent ?? "{}");
  const words = await fetch(host.dataset.words ?? "").then((response) => response.json());
  const speech = createSpeech(document.documentElement.lang as Language, words);
  const status = host.querySelector<HTMLElement>("[data-status]");
  const input = host.querySelector("input");
  if (!status || !input) throw new Error("The table's tools are not on the page.");
  const query = new URLSearchParams(location.search);
  const mine = (query.get("table") ?? host.dataset.name) === host.dataset.name;
  let view = mine ? parseView(query, table.columns) : emptyView;
  const name = host.dataset.only === undefined ? host.dataset.name : undefined;

  const stage: Stage = {
    host,
    table,
    speech,
    engine: openEngine(table),
    view: () => view,
    set(change) {
      view = { ...view, page: 1, ...change };
      history.replaceState(null, "", stage.address());
      void show();
    },
    address(path = location.pathname) {
      const state = writeView(view);
      if (name !== undefined && (state.size > 0 || path === location.pathname))
        state.set("table", name);
      return state.size > 0 ? `${path}?${state}` : path;
    },
  };
  const grid = createGrid(stage, status);
  const pictures = { chart: undefined as Part | undefined, map: undefined as Part | undefined };
  const picture = make("div", "picture");
  host.append(picture);
  const bar = createBar(stage);
  host.querySelector("[data-open]")?.remove();

  /** The chart and the map come when they are asked for. */
  async function pictureOf(kind: "chart" | "map"): Promise<Part> {
    pictures[kind] ??=
      kind === "chart"
        ? (await import("./chart-tab.ts")).createChartTab(stage, picture)
        : (await import("./map-tab.ts")).createMapTab(stage, picture);
    return pictures[kind];
  }

  async function show(): Promise<void> {
    bar.show();
    if (input && input.value.trim() !== view.q && document.activeElement !== input)
      input.value = view.q;
    host.dataset.shows = view.show;
    const drawn = view.show === "table" ? undefined : await pictureOf(view.show);
    await Promise.all([grid.show(), drawn?.show()]);
  }

  const search = settled(() => stage.set({ q: input.value.trim() }), 200);
  input.addEventListener("input", search);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && input.value !== "") {
      input.value = "";
      search();
    }
  });
  addEventListener("popstate", () => {
    view = parseView(new URLSearchParams(location.search), table.columns);
    void show();
  });
  if (input.value.trim() !== "") view = { ...view, q: input.value.trim() };
  await show();
  return {
    sort(at) {
      const column = table.columns[at]?.name;
      if (column === undefined) return;
      const down = view.sort?.column === column && !view.sort.down;
      stage.set({ sort: { column, down } });
    },
  };
}
