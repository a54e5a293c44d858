import type { Speech } from "../../../i18n/speech.ts";
import type { Selection } from "../core/selection.ts";
import type { Session } from "./session/session.ts";

/** What every part of the grid is given. */
export type Stage = {
  host: HTMLElement;
  speech: Speech;
  session: Session;
  selection(): Selection;
  /** Selects, shows the selected cell, and closes whatever was being typed. */
  select(selection: Selection): void;
  /** A line of what has just happened, read aloud too. */
  say(text: string): void;
  /** Gives the keyboard back to the table. */
  focus(): void;
};

/** A part of the grid: shows the state anew. */
export type Part = { element: HTMLElement; show(): void };
