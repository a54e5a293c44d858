import "../../schemas/without-eval.ts";
import { fetchBound } from "../../find/browser/bound-file.ts";
import { say } from "../../find/browser/dom.ts";
import { createSpeech, type Language, type Speech } from "../../i18n/speech.ts";
import {
  type Draft,
  isAboutDataset,
  isGoneFrom,
  newDraft,
  reachable,
  type Step,
} from "../draft/draft.ts";
import { begunBy } from "./begin.ts";
import { openFacts } from "./judge/facts.ts";
import { openKept } from "./keep/kept.ts";
import { lay, unreachedNote } from "./lay.ts";
import type { Stage, StepView } from "./stage.ts";
import { stageOf } from "./stage-of.ts";
import { addressOf, tellMissing } from "./way.ts";
import "./publish.css";

/** How each step is shown; each comes when it is first stood on. */
const views: Record<Step, () => Promise<{ view(stage: Stage): StepView | Promise<StepView> }>> = {
  what: () => import("./steps/what.ts"),
  file: () => import("./steps/file.ts"),
  passport: () => import("./steps/passport.ts"),
  text: () => import("./steps/text.ts"),
  look: () => import("./steps/look.ts"),
  send: () => import("./steps/send.ts"),
};

/** The road of a file to the portal: a draft, its steps with an address each, and what was sent. */
class PublishPage extends HTMLElement {
  kept = openKept(() => this.tellKept());
  draft: Draft | undefined;
  speech: Speech | undefined;
  shown: StepView | undefined;
  facts = openFacts(this.dataset.files ?? "");
  /** Comes with the first draft: it reads passports, which takes a library. */
  judge = once(async () => {
    const { openJudge } = await import("./judge/judge.ts");
    return openJudge(this.dataset.files ?? "", this.facts, this.dataset.repository);
  });
  /** The page's title; a step's own stands before it, so that a tab and a list of windows say which it is. */
  pageTitle = document.title;
  /** Has the page shown something already? */
  wasShown = false;
  /** The last keeping of the draft. */
  keeping: Promise<void> = Promise.resolve();
  /** Number of the last rendering: what comes late is not shown over what was asked for later. */
  turn = 0;
  /** What was to be said before there was a place for it. */
  unsaid = "";

  async connectedCallback() {
    const language = document.documentElement.lang as Language;
    const words = await fetchBound(this.dataset.words ?? "").then((answer) => answer.json());
    this.speech = createSpeech(language, words);
    addEventListener("popstate", () => void this.show());
    await this.show();
  }

  get words(): Speech {
    if (!this.speech) throw new Error("The words have not come.");
    return this.speech;
  }

  /** What the address says; where the portal cannot be reached, that, above what is shown already. */
  async show(): Promise<boolean> {
    const turn = ++this.turn;
    try {
      await this.showAddressed(turn);
      return true;
    } catch (error) {
      if (turn === this.turn) this.tellUnreached();
      reportError(error);
      return false;
    }
  }

  /** Shows it again. Firefox never asks anew for a script that once did not come: where the portal answers, the page is opened anew. */
  async retry() {
    if ((await this.show()) || !this.kept.isKept()) return;
    const answer = await fetch(this.dataset.words ?? "", { cache: "no-store" }).catch(
      () => undefined,
    );
    if (!answer?.ok) return;
    await this.keeping;
    location.reload();
  }

  /** A draft and its step, a request that was sent, or the beginning. */
  async showAddressed(turn: number) {
    this.shown?.left?.();
    this.shown = undefined;
    const query = new URLSearchParams(location.search);
    const request = Number(query.get("request"));
    const draft = await this.draftOf(query);
    if (request > 0) return this.showRequest(request, draft, turn);
    if (draft) return this.showStep(draft, (query.get("step") ?? "what") as Step, turn);
    const { startView } = await import("./start.ts");
    const nodes = await startView({
      drafts: this.kept.drafts(),
      words: this.words,
      isMissed: query.has("draft"),
      open: (chosen, step) => void this.open(chosen, step),
    });
    if (turn !== this.turn) return;
    this.replaceChildren(...nodes);
    document.title = this.pageTitle;
    this.wasShown = true;
  }

  async showRequest(request: number, draft: Draft | undefined, turn: number) {
    const { requestView } = await import("./request.ts");
    this.draft = draft;
    const view = await requestView(this.stage(draft ?? newDraft("dataset-update")), request);
    this.put(view, turn);
  }

  async showStep(draft: Draft, wanted: Step, turn: number) {
    this.draft = draft;
    const asked = reachable(draft, wanted);
    const step = (await this.isGone(draft)) ? "what" : asked;
    const { view } = await views[step]();
    this.put(await view(this.stage(draft)), turn, step);
  }

  /** Was the set it is about withdrawn or renamed meanwhile? Another is chosen then; what was done stays. */
  async isGone(draft: Draft): Promise<boolean> {
    return isGoneFrom(draft, isAboutDataset(draft) ? await this.facts() : undefined);
  }

  tellUnreached() {
    const problem = unreachedNote(this.words, () => void this.retry());
    const place = this.querySelector("[data-problems]") ?? this;
    place.replaceChildren(problem);
    problem.focus();
  }

  /** The draft the address names, or a new one of the kind it names. */
  async draftOf(query: URLSearchParams): Promise<Draft | undefined> {
    const id = query.get("draft");
    if (id !== null) {
      if (this.draft?.id === id) return this.draft;
      return await this.kept
        .drafts()
        .read(id)
        .catch(() => undefined);
    }
    const begun = begunBy(query);
    if (!begun) return undefined;
    const draft = await this.kept.keep(begun.draft);
    history.replaceState(null, "", addressOf(draft, begun.step));
    query.set("step", begun.step);
    return draft;
  }

  async open(draft: Draft, step: Step) {
    this.draft = await this.kept.keep(draft);
    history.pushState(null, "", addressOf(draft, step));
    await this.show();
  }

  /** Keeps the draft as it is now. */
  async keepCurrent(): Promise<void> {
    if (!this.draft) return;
    const { kept } = await this.kept.keep(this.draft);
    this.draft = { ...this.draft, kept };
  }

  /** What keeps a draft from being kept, in its place on the page. */
  keptNotes(): HTMLElement[] {
    return this.kept.note(this.words, {
      draft: () => this.draft,
      again: () => {
        this.draft = undefined;
        void this.show();
      },
    });
  }

  tellKept() {
    this.querySelector("[data-kept]")?.replaceChildren(...this.keptNotes());
  }

  stage(draft: Draft): Stage {
    const { turn } = this;
    const { root = "", files = "", repository, mailbox = "" } = this.dataset;
    const road = {
      ...{ facts: this.facts, words: this.words, judge: this.judge },
      ...{ root, files, repository, mailbox },
      drafts: this.kept.drafts,
      current: () => this.draft,
      isShown: () => turn === this.turn,
      change: (changed: Draft) => this.change(changed),
      go: (step: Step) => void this.go(step),
      open: (begun: Draft, step: Step) => void this.open(begun, step),
      openRequest: (request: number, { id }: Draft) => this.openRequest(request, id),
      say: (sentence: string) => this.say(sentence),
    };
    return stageOf(road, draft);
  }

  /** What was changed is seen at once, and kept after what was changed before. */
  change(draft: Draft): Promise<void> {
    this.draft = draft;
    this.keeping = this.keeping.then(() => this.keepCurrent());
    return this.keeping;
  }

  openRequest(request: number, draft: string) {
    history.pushState(null, "", `?${new URLSearchParams({ request: String(request), draft })}`);
    void this.show();
  }

  async go(step: Step) {
    if (!this.draft) return;
    history.pushState(null, "", addressOf(this.draft, step));
    await this.show();
  }

  say(sentence: string) {
    const place = this.querySelector<HTMLElement>("[data-said]");
    if (place) say(place, sentence);
    else this.unsaid = sentence;
  }

  /** Shows a view, unless another was asked for meanwhile. */
  put(view: StepView, turn: number, step?: Step) {
    if (turn !== this.turn) {
      view.left?.();
      return;
    }
    this.shown = view;
    const { draft, words, unsaid: said } = this;
    const go = (one: Step) => void this.go(one);
    const leave = (after: Step) => void this.leave(view, after);
    const at = step && draft ? { draft, step, go, leave } : undefined;
    const { nodes, heading } = lay({ view, words, said, notes: this.keptNotes(), at });
    this.unsaid = "";
    this.replaceChildren(...nodes);
    document.title = `${view.title} — ${this.pageTitle}`;
    // Where the page has just come its own beginning is read first; afterwards, what was asked for.
    if (this.wasShown) {
      heading.focus({ preventScroll: true });
      heading.scrollIntoView({ block: "start" });
    }
    this.wasShown = true;
  }

  /** On, if nothing is missing; else what is missing, on top and at its field. */
  async leave(view: StepView, after: Step) {
    const missing = (await view.missing?.()) ?? [];
    tellMissing(this, missing, this.words);
    if (missing.length === 0) await this.go(after);
  }
}

/** Something that is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

customElements.define("publish-page", PublishPage);
