import { button, make } from "../../../find/browser/dom.ts";
import type { Key, Speech } from "../../../i18n/speech.ts";
import type { Draft } from "../../draft/draft.ts";
import {
  ChangedElsewhere,
  type Drafts,
  NoRoom,
  openDrafts,
  passingDrafts,
} from "../../draft/drafts.ts";
import { saveDraft } from "./save-draft.ts";

/** Why a draft is not kept in this browser: it keeps nothing, or another tab has changed the draft meanwhile. */
type Unkept = "unkept" | "elsewhere";

/** Drafts of this browser, or of this visit alone, and what is to be known of that. */
export type Kept = {
  drafts(): Drafts;
  /** Is all there is kept, so that the page may be left? */
  isKept(): boolean;
  /** Keeps a draft: here, if the browser keeps nothing. */
  keep(draft: Draft): Promise<Draft>;
  /** What stands in the way of keeping it, with the ways on; it stays on every step until it is settled. */
  note(words: Speech, ways: { draft(): Draft | undefined; again(): void }): HTMLElement[];
};

/** @param told the note is to be shown anew */
export function openKept(told: () => void): Kept {
  let drafts = openDrafts();
  let unkept: Unkept | undefined;
  function tell(why: Unkept | undefined): void {
    if (why === unkept) return;
    unkept = why;
    told();
  }
  /** Who leaves a page that is kept nowhere is asked first. */
  addEventListener("beforeunload", (event) => {
    if (unkept) event.preventDefault();
  });
  return {
    drafts: () => drafts,
    isKept: () => unkept === undefined,
    async keep(draft) {
      try {
        return await drafts.keep(draft);
      } catch (error) {
        if (error instanceof ChangedElsewhere) {
          tell("elsewhere");
          return draft;
        }
        if (!(error instanceof NoRoom)) throw error;
        drafts = passingDrafts();
        tell("unkept");
        return await drafts.keep(draft);
      }
    },
    note(words, { draft, again }) {
      if (!unkept) return [];
      const save = button(words.t("publish.saveDraft"), "plain", () => {
        const current = draft();
        if (current) void saveDraft(current);
      });
      const theirs = button(words.t("publish.takeElsewhere"), "plain", () => {
        unkept = undefined;
        again();
      });
      return [
        make(
          "div",
          "note late",
          make("p", "", words.t(`publish.${unkept}` as Key & `publish.${Unkept}`)),
          make("p", "actions", save, ...(unkept === "elsewhere" ? [theirs] : [])),
        ),
      ];
    },
  };
}
