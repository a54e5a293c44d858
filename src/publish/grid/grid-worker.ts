import { answerWith } from "../../find/browser/thread.ts";
import type { ByteSource } from "../../table/scan/encoding.ts";
import type { Edit, Replacement } from "./core/edits.ts";
import type {
  AllRows,
  Cleaned,
  Judged,
  JudgeOptions,
  OpenedTable,
  Preview,
} from "./judge/judged.ts";
import { createJudging } from "./judge/judging.ts";

/** Milliseconds of work after which other questions are let in. */
const longest = 12;

/** A newer question made the answer of an older one useless. */
class Superseded extends Error {}

const judging = createJudging();
let latest = 0;
/** Edits as the page has them; only what differs is sent. */
let edits: readonly Edit[] = [];

/** A turn of the queue of messages, shorter than a timer's. */
function nextTurn(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(undefined);
  });
}

/** For one question: lets others in now and then, and ends this one where a newer has begun. */
function breatheFor(turn: number): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longest) return;
    await nextTurn();
    since = performance.now();
    if (turn !== latest) throw new Superseded();
  };
}

const sourceOfBlob = (blob: Blob): ByteSource => ({
  byteLength: blob.size,
  read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
});

/** The answer, or nothing where a newer question came while it was looked for. */
async function unlessSuperseded<T>(
  ask: (breathe: () => Promise<void>) => Promise<T> | T,
): Promise<T | undefined> {
  const turn = ++latest;
  try {
    const answer = await ask(breatheFor(turn));
    return turn === latest ? answer : undefined;
  } catch (error) {
    if (error instanceof Superseded) return undefined;
    throw error;
  }
}

const methods = {
  /** Reads a file as it came. Nothing is edited yet. */
  open(file: File, options: JudgeOptions): Promise<OpenedTable | undefined> {
    edits = [];
    return unlessSuperseded((breathe) =>
      judging.open(file.name, sourceOfBlob(file), options, breathe),
    );
  },
  /** The table after the first `kept` edits of before and these. */
  judge(kept: number, added: Edit[], structure: string | undefined): Promise<Judged | undefined> {
    edits = [...edits.slice(0, kept), ...added];
    return unlessSuperseded((breathe) => judging.judge(edits, structure, breathe));
  },
  /** All rows of the findings that name only the first; asked right after `judge`. */
  places: (): Promise<AllRows[] | undefined> => unlessSuperseded(judging.places),
  preview: (all: Edit[], column: number, replacement: Replacement): Preview =>
    judging.preview(all, column, replacement),
  /** The clean table of what was judged last. */
  clean: (): Promise<Cleaned | undefined> => unlessSuperseded(judging.clean),
};
export type GridMethods = typeof methods;

answerWith(methods);
