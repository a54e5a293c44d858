import type { Speech } from "../../i18n/speech.ts";
import type { Draft, Step } from "../draft/draft.ts";
import type { Drafts } from "../draft/drafts.ts";
import type { Judge } from "./judge/judge.ts";
import type { Stage } from "./stage.ts";

/** The page as its steps use it. */
export type Road = Pick<Stage, "facts" | "root" | "files" | "repository" | "mailbox" | "say"> & {
  words: Speech;
  drafts(): Drafts;
  /** The draft as it is now. */
  current(): Draft | undefined;
  judge(): Promise<Judge>;
  /** Is the step this stage was made for still the one that is shown? */
  isShown(): boolean;
  change(draft: Draft): Promise<void>;
  go(step: Step): void;
  open(draft: Draft, step: Step): void;
  openRequest(request: number, draft: Draft): void;
};

/** What a step of a draft is given: the draft as it is when it is asked for, and the ways to change it and to go on. */
export function stageOf(road: Road, draft: Draft): Stage {
  const { facts, words, root, files, repository, mailbox } = road;
  const now = () => road.current() ?? draft;
  /** Of news about an update that was sent: that update. */
  const update = async (): Promise<Draft | undefined> => {
    const id = now().answers.update;
    return typeof id === "string" ? road.drafts().read(id) : undefined;
  };
  return {
    get draft() {
      return now();
    },
    get drafts() {
      return road.drafts();
    },
    ...{ facts, words, root, files, repository, mailbox },
    // A step that was left asks no more: its question would take the answer from the one that is shown.
    judge: async () =>
      road.isShown() ? (await road.judge()).judge(now(), await update()) : undefined,
    async published() {
      const { about } = now();
      return about === undefined ? undefined : (await road.judge()).published(about);
    },
    source: async () => (await road.judge()).source(now()),
    askable: async (id) => (await road.judge()).askable(id, await update()),
    propose: async (dataset) =>
      (await road.judge()).propose(dataset === undefined ? { update: now() } : { dataset }),
    begin: (begun, step) => road.open(begun, step),
    change: (change) => road.change({ ...now(), ...change }),
    go: (step) => road.go(step),
    open: (request) => road.openRequest(request, now()),
    say: (sentence) => road.say(sentence),
  };
}
