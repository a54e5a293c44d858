import { settled } from "../../../../find/browser/dom.ts";
import type { Thread } from "../../../../find/browser/thread.ts";
import { applyEdits, type EditedTable, type OriginalTable } from "../../core/apply-edits.ts";
import type { Edit } from "../../core/edits.ts";
import { afterEdit, type History, noHistory, redone, undone } from "../../core/history.ts";
import { createFindingMap, type FindingMap } from "../../core/placed-finding.ts";
import { openPacked } from "../../core/table-text.ts";
import type { GridMethods } from "../../grid-worker.ts";
import type { Cleaned, Judged, JudgeOptions, OpenedTable } from "../../judge/judged.ts";

/** After the last edit the judge waits this long, in milliseconds: a person who types is not interrupted. */
const pause = 300;

/** What has changed: the cells, or what is said of them. */
export type Change = "edits" | "judged";

/** A file that is edited: its cells as they are now, what was done to it and what is said of it. */
export type Session = {
  file: string;
  /** Its rows as they are now. */
  table(): EditedTable;
  judged(): Judged;
  findings(): FindingMap;
  history(): History;
  /** Is what is said older than the cells? */
  isWaiting(): boolean;
  /** Could the cells not be judged? */
  isFailed(): boolean;
  do(edit: Edit): void;
  undo(): Edit | undefined;
  redo(): Edit | undefined;
  /** Puts the whole list in the place of what was done: of a draft. */
  restore(edits: readonly Edit[]): void;
  hold(structure: string | undefined): void;
  preview: (
    ...asked: Parameters<GridMethods["preview"]> extends [unknown, ...infer Rest] ? Rest : never
  ) => Promise<ReturnType<GridMethods["preview"]>>;
  /** The clean table of the cells as they are now. Fails where the thread does. */
  clean(): Promise<Cleaned>;
};

/** How many edits two lists begin with in common. */
function inCommon(one: readonly Edit[], other: readonly Edit[]): number {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count++;
  return count;
}

/** Asks the judge about a list of edits: of a list only what is new is sent. */
function askerOf(thread: Thread<GridMethods>, source: File, options: JudgeOptions) {
  /** The edits the thread has. */
  let sent: readonly Edit[] = [];
  return async (edits: readonly Edit[], structure: string | undefined) => {
    const kept = inCommon(sent, edits);
    sent = edits;
    try {
      return await thread.ask("judge", kept, edits.slice(kept), structure);
    } catch {
      // The thread was lost, and the rows with it: they are read again, once.
      await thread.ask("open", source, options);
      return thread.ask("judge", 0, [...edits], structure);
    }
  };
}

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
  let judged: Judged = first;
  let findings = createFindingMap(judged.findings);
  let structure = options.structure;
  /** What is said is of these. */
  let said: readonly Edit[] = history.done;
  let saidOf = structure;
  const askJudge = askerOf(thread, source, options);
  let running: Promise<void> | undefined;
  let failed = false;

  function take(next: Judged): void {
    judged = next;
    findings = createFindingMap(next.findings);
    onChange("judged");
  }

  /** All cells of the findings that name only the first. */
  async function completeFindings(of: Judged): Promise<void> {
    const places = await thread.ask("places");
    if (!places || places.length === 0 || judged !== of) return;
    const rows = new Map(places.map((place) => [place.finding, place.rows]));
    take({
      ...of,
      findings: of.findings.map((finding, index) => ({
        ...finding,
        rows: rows.get(index) ?? finding.rows,
      })),
    });
  }

  async function judge(): Promise<void> {
    const { done } = history;
    const asked = structure;
    const answer = await askJudge(done, asked);
    failed = false;
    if (!answer) return;
    said = done;
    saidOf = asked;
    take(answer);
    await completeFindings(answer);
  }
  const isWaiting = () => said !== history.done || saidOf !== structure;
  function ask(): Promise<void> {
    running = judge().catch(() => {
      failed = true;
      onChange("judged");
    });
    return running;
  }
  const askSoon = settled(() => void ask(), pause);

  function become(next: History): void {
    if (next.done === history.done) return;
    history = next;
    table = applyEdits(original, history.done);
    onChange("edits");
    askSoon();
  }
  void completeFindings(judged).catch(() => {});

  return {
    file: source.name,
    table: () => table,
    judged: () => judged,
    findings: () => findings,
    history: () => history,
    isWaiting,
    isFailed: () => failed,
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
    async clean() {
      // What was typed a moment ago is judged first; a clean table that was overtaken is made again.
      for (;;) {
        await running;
        if (isWaiting()) await judge();
        const cleaned = isWaiting() ? undefined : await thread.ask("clean");
        if (cleaned) return cleaned;
      }
    },
  };
}
