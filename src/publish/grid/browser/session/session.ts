import type { Thread } from "../../../../find/browser/thread.ts";
import { applyEdits, type EditedTable, type OriginalTable } from "../../core/apply-edits.ts";
import type { Edit } from "../../core/edits.ts";
import { afterEdit, type History, noHistory, redone, undone } from "../../core/history.ts";
import { openPacked } from "../../core/table-text.ts";
import type { GridMethods } from "../../grid-worker.ts";
import type { JudgeOptions, OpenedTable } from "../../judge/judged.ts";
import { createVerdict, type Verdict } from "./verdict.ts";

/** What has changed: the cells, or what is said of them. */
export type Change = "edits" | "judged";

/** A file that is edited: its cells as they are now, what was done to it and what is said of it. */
export type Session = Omit<Verdict, "askSoon"> & {
  file: string;
  /** Its rows as they are now. */
  table(): EditedTable;
  history(): History;
  do(edit: Edit): void;
  undo(): Edit | undefined;
  redo(): Edit | undefined;
  /** Puts the whole list in the place of what was done: of a draft. */
  restore(edits: readonly Edit[]): void;
  hold(structure: string | undefined): void;
  preview: (
    ...asked: Parameters<GridMethods["preview"]> extends [unknown, ...infer Rest] ? Rest : never
  ) => Promise<ReturnType<GridMethods["preview"]>>;
};

/** The session of a file that the thread has opened. `onChange` is told after each change. */
export function createSession(
  thread: Thread<GridMethods>,
  source: File,
  opened: OpenedTable & { table: NonNullable<OpenedTable["table"]> },
  options: JudgeOptions,
  onChange: (change: Change) => void,
): Session {
  const { table: packed, ...first } = opened;
  const original: OriginalTable = { ...openPacked(packed), ...packed, row: openPacked(packed).row };
  let history = noHistory;
  let table = applyEdits(original, []);
  let structure = options.structure;
  const verdict = createVerdict(
    thread,
    { source, options, first },
    () => ({ edits: history.done, structure }),
    () => onChange("judged"),
  );
  const { askSoon, ...said } = verdict;

  function become(next: History): void {
    if (next.done === history.done) return;
    history = next;
    table = applyEdits(original, history.done);
    onChange("edits");
    askSoon();
  }

  return {
    ...said,
    file: source.name,
    table: () => table,
    history: () => history,
    do: (edit) => become(afterEdit(history, edit)),
    undo() {
      const last = history.done.at(-1);
      if (last) become(undone(history));
      return last;
    },
    redo() {
      const next = history.undone.at(-1);
      if (next) become(redone(history));
      return next;
    },
    restore: (edits) => become({ done: [...edits], undone: [] }),
    hold(next) {
      if (next === structure) return;
      structure = next;
      onChange("edits");
      askSoon();
    },
    preview: (column, replacement) => thread.ask("preview", [...history.done], column, replacement),
  };
}
