import "../../schemas/without-eval.ts";
import { button, make, say } from "../../find/browser/dom.ts";
import { createSpeech, type Language, type Speech } from "../../i18n/speech.ts";
import {
  type Draft,
  isAboutDataset,
  isGoneFrom,
  neighbours,
  newDraft,
  offered,
  reachable,
  type Step,
  stepsOf,
} from "../draft/draft.ts";
import {
  ChangedElsewhere,
  type Drafts,
  NoRoom,
  openDrafts,
  passingDrafts,
} from "../draft/drafts.ts";
import { openFacts } from "./judge/facts.ts";
import type { Stage, StepView } from "./stage.ts";
import { addressOf, tellMissing, wayOf } from "./way.ts";
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
  drafts: Drafts = openDrafts();
  draft: Draft | undefined;
  speech: Speech | undefined;
  shown: StepView | undefined;
  facts = openFacts(this.dataset.files ?? "");
  /** Comes with the first draft: it reads passports, which takes a library. */
  judge = once(async () => {
    const { openJudge } = await import("./judge/judge.ts");
    return openJudge(this.dataset.files ?? "", this.facts, this.dataset.repository);
  });
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
    const words = await fetch(this.dataset.words ?? "").then((answer) => answer.json());
    this.speech = createSpeech(language, words);
    addEventListener("popstate", () => void this.show());
    await this.show();
  }

  get words(): Speech {
    if (!this.speech) throw new Error("The words have not come.");
    return this.speech;
  }

  /** What the address says; where the portal cannot be reached, that, above what is shown already. */
  async show() {
    const turn = ++this.turn;
    try {
      await this.showAddressed(turn);
    } catch (error) {
      if (turn === this.turn) this.tellUnreached();
      reportError(error);
    }
  }

  /** A draft and its step, a request that was sent, or the beginning. */
  async showAddressed(turn: number) {
    this.shown?.left?.();
    this.shown = undefined;
    const query = new URLSearchParams(location.search);
    const request = Number(query.get("request"));
    const draft = await this.draftOf(query);
    if (request > 0) {
      const { requestView } = await import("./request.ts");
      this.draft = draft;
      const shown = await requestView(this.stage(draft ?? newDraft("dataset-update")), request);
      if (turn !== this.turn) {
        shown.left?.();
        return;
      }
      this.shown = shown;
      this.put(shown);
      return;
    }
    if (!draft) {
      const { startView } = await import("./start.ts");
      const nodes = await startView({
        drafts: this.drafts,
        words: this.words,
        open: (chosen, step) => void this.open(chosen, step),
      });
      if (turn === this.turn) this.replaceChildren(...nodes);
      return;
    }
    this.draft = draft;
    const asked = reachable(draft, (query.get("step") ?? "what") as Step);
    const step = (await this.isGone(draft)) ? "what" : asked;
    const { view } = await views[step]();
    const shown = await view(this.stage(draft));
    if (turn !== this.turn) {
      shown.left?.();
      return;
    }
    this.shown = shown;
    this.put(shown, step);
  }

  /** Was the set it is about withdrawn or renamed meanwhile? Another is chosen then; what was done stays. */
  async isGone(draft: Draft): Promise<boolean> {
    return isGoneFrom(draft, isAboutDataset(draft) ? await this.facts() : undefined);
  }

  tellUnreached() {
    const problem = make(
      "div",
      "note late",
      make("p", "", this.words.t("publish.unreached")),
      make(
        "p",
        "actions",
        button(this.words.t("publish.retry"), "plain", () => void this.show()),
      ),
    );
    problem.tabIndex = -1;
    problem.setAttribute("role", "alert");
    const place = this.querySelector("[data-problems]") ?? this;
    place.replaceChildren(problem);
    problem.focus();
  }

  /** The draft the address names, or a new one of the kind it names. */
  async draftOf(query: URLSearchParams): Promise<Draft | undefined> {
    const id = query.get("draft");
    if (id !== null) {
      if (this.draft?.id === id) return this.draft;
      return await this.drafts.read(id).catch(() => undefined);
    }
    const kind = offered.find((one) => one === query.get("kind"));
    if (!kind) return undefined;
    const about = query.get("about") ?? undefined;
    const answers = Object.fromEntries(
      ["publisher", "mandated", "structure", "dataset"].flatMap((name) => {
        const value = query.get(name);
        return value === null ? [] : [[name, value]];
      }),
    );
    const draft = await this.keep(newDraft(kind, { about, answers }));
    // A new dataset begins with its file; what is about something known may go on at once.
    const [, second = "what"] = stepsOf(draft);
    const first = reachable(draft, second);
    history.replaceState(null, "", addressOf(draft, first));
    query.set("step", first);
    return draft;
  }

  /** Of news about an update that was sent: that update. */
  async updateOf({ answers: { update } }: Draft): Promise<Draft | undefined> {
    return typeof update === "string" ? await this.drafts.read(update) : undefined;
  }

  async open(draft: Draft, step: Step) {
    this.draft = await this.keep(draft);
    history.pushState(null, "", addressOf(draft, step));
    await this.show();
  }

  /** Keeps the draft as it is now: what was changed is seen at once, and kept one change after another. */
  async keepCurrent(): Promise<void> {
    if (!this.draft) return;
    const { kept } = await this.keep(this.draft);
    this.draft = { ...this.draft, kept };
  }

  /** Keeps a draft: here, if the browser keeps nothing. */
  async keep(draft: Draft): Promise<Draft> {
    try {
      return await this.drafts.keep(draft);
    } catch (error) {
      if (error instanceof ChangedElsewhere) {
        this.say(this.words.t("publish.elsewhere"));
        return draft;
      }
      if (!(error instanceof NoRoom)) throw error;
      this.drafts = passingDrafts();
      this.say(this.words.t("publish.unkept"));
      return await this.drafts.keep(draft);
    }
  }

  stage(draft: Draft): Stage {
    const page = this;
    const { turn } = this;
    const { root = "", files = "", repository, mailbox = "" } = this.dataset;
    return {
      get draft() {
        return page.draft ?? draft;
      },
      get drafts() {
        return page.drafts;
      },
      words: this.words,
      facts: this.facts,
      // A step that was left asks no more: its question would take the answer from the one that is shown.
      judge: async () =>
        turn === page.turn
          ? (await page.judge()).judge(
              page.draft ?? draft,
              await page.updateOf(page.draft ?? draft),
            )
          : undefined,
      async published() {
        const { about } = page.draft ?? draft;
        return about === undefined ? undefined : await (await page.judge()).published(about);
      },
      source: async () => (await page.judge()).source(page.draft ?? draft),
      askable: async (id) =>
        (await page.judge()).askable(id, await page.updateOf(page.draft ?? draft)),
      async propose(dataset) {
        const update = page.draft ?? draft;
        return (await page.judge()).propose(dataset === undefined ? { update } : { dataset });
      },
      begin: (begun, step) => void page.open(begun, step),
      root,
      files,
      repository,
      mailbox,
      change(change) {
        page.draft = { ...(page.draft ?? draft), ...change };
        page.keeping = page.keeping.then(() => page.keepCurrent());
        return page.keeping;
      },
      go: (step) => void page.go(step),
      open(request) {
        const { id } = page.draft ?? draft;
        history.pushState(
          null,
          "",
          `?${new URLSearchParams({ request: String(request), draft: id })}`,
        );
        void page.show();
      },
      say: (sentence) => page.say(sentence),
    };
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

  put(view: StepView, step?: Step) {
    const { draft } = this;
    const said = make("p", "said", "");
    said.dataset.said = "";
    said.setAttribute("role", "status");
    said.textContent = this.unsaid;
    this.unsaid = "";
    const heading = make("h2", "", view.title);
    heading.tabIndex = -1;
    const problems = make("div", "");
    problems.dataset.problems = "";
    this.replaceChildren(
      ...(step && draft
        ? [wayOf(draft, step, { words: this.words, go: (one) => void this.go(one) })]
        : []),
      heading,
      problems,
      said,
      ...view.nodes,
      ...(step && draft ? [this.actions(draft, step, view)] : []),
    );
    // Where the page has just come its own beginning is read first; afterwards, what was asked for.
    if (this.wasShown) {
      heading.focus({ preventScroll: true });
      heading.scrollIntoView({ block: "start" });
    }
    this.wasShown = true;
  }

  actions(draft: Draft, step: Step, view: StepView): HTMLElement {
    const { before, after } = neighbours(draft, step);
    return make(
      "p",
      "actions",
      ...(after
        ? [button(this.words.t("publish.next"), "", () => void this.leave(view, after))]
        : []),
      ...(before
        ? [button(this.words.t("publish.back"), "plain", () => void this.go(before))]
        : []),
    );
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
