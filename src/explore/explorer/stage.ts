import type { Speech } from "../../i18n/speech.ts";
import type { ExploredTable, View } from "../view.ts";
import type { RemoteEngine } from "./worker-engine.ts";

/** What the parts of an explorer share: the table, the words, the engine, the view and the way to change it. */
export type Stage = {
  host: HTMLElement;
  table: ExploredTable;
  speech: Speech;
  engine: RemoteEngine;
  view(): View;
  /** Changes the view; a change that is not of the page itself begins at the first page. */
  set(change: Partial<View>): void;
  /** Changes what the address alone tells: nothing is shown anew. */
  note(change: { row: number | undefined }): void;
  /** The address of this page with the view in it. */
  address(path?: string): string;
};

/** A part of the explorer that shows the view anew. */
export type Part = { show(): void | Promise<void> };

/** A part of the tools over a table: its element, and the way to show the view anew in it. */
export type Tool = { element: HTMLElement; show(): void };
