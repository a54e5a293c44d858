import { settled } from "../../../../find/browser/dom.ts";
import type { Thread } from "../../../../find/browser/thread.ts";
import type { Edit } from "../../core/edits.ts";
import { createFindingMap, type FindingMap } from "../../core/placed-finding.ts";
import type { GridMethods } from "../../grid-worker.ts";
import type { Cleaned, Judged, JudgeOptions } from "../../judge/judged.ts";

/** After the last edit the judge waits this long, in milliseconds: a person who types is not interrupted. */
const pause = 300;

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

/** What is judged now: the edits of a table, and the structure it is held to. */
export type Asked = { edits: readonly Edit[]; structure: string | undefined };

/** What the judge says of a table, always some time behind its cells. */
export type Verdict = {
  judged(): Judged;
  findings(): FindingMap;
  /** Is what is said older than the cells? */
  isWaiting(): boolean;
  /** Could the cells not be judged? */
  isFailed(): boolean;
  /** Judges what is asked now, once no more is asked for a moment. */
  askSoon(): void;
  /** The clean table of what is asked now. Fails where the thread does. */
  clean(): Promise<Cleaned>;
};

/** All cells of the findings that name only the first; nothing where they name all. */
async function withAllRows(thread: Thread<GridMethods>, of: Judged): Promise<Judged | undefined> {
  const places = await thread.ask("places");
  if (!places || places.length === 0) return undefined;
  const rows = new Map(places.map((place) => [place.finding, place.rows]));
  const findings = of.findings.map((finding, index) => ({
    ...finding,
    rows: rows.get(index) ?? finding.rows,
  }));
  return { ...of, findings };
}

/**
 * @param first what was said when the file was opened
 * @param asked what is to be judged now
 * @param onJudged is told after each answer
 */
export function createVerdict(
  thread: Thread<GridMethods>,
  { source, options, first }: { source: File; options: JudgeOptions; first: Judged },
  asked: () => Asked,
  onJudged: () => void,
): Verdict {
  let judged = first;
  let findings = createFindingMap(first.findings);
  /** What is said is of this. */
  let said = asked();
  let running: Promise<void> | undefined;
  let failed = false;
  const askJudge = askerOf(thread, source, options);
  const isWaiting = () => said.edits !== asked().edits || said.structure !== asked().structure;

  function take(next: Judged): void {
    judged = next;
    findings = createFindingMap(next.findings);
    onJudged();
  }
  async function complete(of: Judged): Promise<void> {
    const whole = await withAllRows(thread, of);
    if (whole && judged === of) take(whole);
  }
  async function judge(): Promise<void> {
    const now = asked();
    const answer = await askJudge(now.edits, now.structure);
    failed = false;
    if (!answer) return;
    said = now;
    take(answer);
    await complete(answer);
  }
  void complete(judged).catch(() => {});

  return {
    judged: () => judged,
    findings: () => findings,
    isWaiting,
    isFailed: () => failed,
    askSoon: settled(() => {
      running = judge().catch(() => {
        failed = true;
        onJudged();
      });
    }, pause),
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
