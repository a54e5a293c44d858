import type { Edit } from "./edits.ts";

/** Edits that were done, and those that were undone and may be done again, the nearest last. */
export type History = { done: readonly Edit[]; undone: readonly Edit[] };

export const noHistory: History = { done: [], undone: [] };

/** Something new was done: what was undone before it cannot be done again. */
export const afterEdit = ({ done }: History, edit: Edit): History => ({
  done: [...done, edit],
  undone: [],
});

export function undone({ done, undone }: History): History {
  const last = done.at(-1);
  return last ? { done: done.slice(0, -1), undone: [...undone, last] } : { done, undone };
}

export function redone({ done, undone }: History): History {
  const next = undone.at(-1);
  return next ? { done: [...done, next], undone: undone.slice(0, -1) } : { done, undone };
}
