import { createStore, del, entries, get, update } from "idb-keyval";
import type { Draft } from "./draft.ts";

/** Drafts of this browser. */
export type Drafts = {
  /** Newest first. */
  list(): Promise<Draft[]>;
  read(id: string): Promise<Draft | undefined>;
  /**
   * Keeps a draft → the draft as it was kept. Throws a ChangedElsewhere if another tab has kept it since this one read
   * it, a NoRoom if the browser keeps nothing.
   */
  keep(draft: Draft): Promise<Draft>;
  forget(id: string): Promise<void>;
};

/** The draft was changed in another tab. */
export class ChangedElsewhere extends Error {}

/** The browser keeps nothing: a private window, a full disk, a policy. */
export class NoRoom extends Error {}

/** Drafts in IndexedDB, files and all. */
export function openDrafts(now: () => Date = () => new Date()): Drafts {
  const store = createStore("open-data-portal", "drafts");
  return {
    list: async () =>
      (await entries<string, Draft>(store))
        .map(([, draft]) => draft)
        .sort((a, b) => ((a.kept ?? "") < (b.kept ?? "") ? 1 : -1)),
    // Asynchronous, so that a browser without a store fails as one that refuses to open it.
    read: async (id) => get<Draft>(id, store),
    async keep(draft) {
      const kept = { ...draft, kept: now().toISOString() };
      let isChanged = false;
      try {
        await update<Draft>(
          draft.id,
          (known) => {
            isChanged = known !== undefined && known.kept !== draft.kept;
            return isChanged && known ? known : kept;
          },
          store,
        );
      } catch (error) {
        throw new NoRoom(String(error));
      }
      if (isChanged) throw new ChangedElsewhere();
      return kept;
    },
    forget: async (id) => del(id, store),
  };
}

/** Drafts of one visit, where the browser keeps nothing. */
export function passingDrafts(): Drafts {
  const drafts = new Map<string, Draft>();
  return {
    list: async () => [...drafts.values()].reverse(),
    read: async (id) => drafts.get(id),
    async keep(draft) {
      drafts.set(draft.id, draft);
      return draft;
    },
    async forget(id) {
      drafts.delete(id);
    },
  };
}
