import type { Speech } from "../../i18n/speech.ts";
import type { PortalFacts } from "../../schemas/reports/portal-facts.ts";
import type { Draft, Step } from "../draft/draft.ts";
import type { Drafts } from "../draft/drafts.ts";
import type { WrittenStory } from "../story/story-text.ts";
import type { AskedSet } from "./judge/judge.ts";
import type { Judgement } from "./judge/judge-worker.ts";

/** What the steps of the page share: the draft, the words, and the ways to change them and to go on. */
export type Stage = {
  draft: Draft;
  drafts: Drafts;
  words: Speech;
  /** What the portal says of itself. */
  facts(): Promise<PortalFacts>;
  /** What the portal would say of the draft as it is; nothing while it cannot be sent, or was judged anew meanwhile. */
  judge(): Promise<Judgement | undefined>;
  /** Files of the dataset it is about, as they are on the portal. */
  published(): Promise<ReadonlyMap<string, Uint8Array> | undefined>;
  /** Text of the news or the dashboard the draft corrects, as it is on the portal. */
  source(): Promise<string | undefined>;
  /** What charts and numbers of a text may ask of a set; of news about an update that was sent, once that is merged. */
  askable(id: string): Promise<AskedSet | undefined>;
  /** A first text of news from what the numbers say: of a set, or of the update this draft is. */
  propose(dataset?: string): Promise<WrittenStory | undefined>;
  /** Beginning of the site's addresses, in the reader's language and without: «/en», «». */
  root: string;
  files: string;
  /** The portal's repository, and the mailbox it is written to at. */
  repository: string | undefined;
  mailbox: string;
  /** Keeps a change of the draft, which is then the draft of all. */
  change(change: Partial<Draft>): Promise<void>;
  go(step: Step): void;
  /** Keeps another draft and opens it. */
  begin(draft: Draft, step: Step): void;
  /** Shows a request that was sent. */
  open(request: number): void;
  /** Says something aloud and on the page, without moving it. */
  say(sentence: string): void;
};

/** A step: what it shows. What it began in the background ends with `left`. */
export type StepView = {
  title: string;
  nodes: Node[];
  /** May the person go on? The sentences of what is missing, each by the id of its field. */
  missing?(): Promise<readonly Missing[]> | readonly Missing[];
  left?(): void;
};

export type Missing = { field: string; sentence: string };
