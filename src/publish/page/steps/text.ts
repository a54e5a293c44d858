import { button, make, settled } from "../../../find/browser/dom.ts";
import { hasErrors } from "../../../model/reports/finding.ts";
import { formFields } from "../../draft/form-fields.ts";
import { type EntryField, entryFields } from "../../entry/entry-fields.ts";
import { answersIn, entryValues, unansweredOf } from "../../entry/entry-values.ts";
import { type FormFields, inForm } from "../../judge/in-form.ts";
import { storyPlace } from "../../story/story.ts";
import { readStory, type WrittenStory } from "../../story/story-text.ts";
import { entryFieldsOf } from "../fields/entry-field.ts";
import { showTree, storyArticle } from "../shown/story.ts";
import type { Stage, StepView } from "../stage.ts";
import { bodyField } from "../story/body-field.ts";
import { idOf, tellStory } from "../story/tell-story.ts";

/** Fields that stand above the text; the rest stands below it, out of the way. */
const above = new Set(["title", "description"]);

/** The text of news or of a dashboard: written on one side, seen and judged on the other. */
export async function view(stage: Stage): Promise<StepView> {
  const { words } = stage;
  await begin(stage);
  const place = storyPlace(stage.draft.about);
  const facts = await stage.facts();
  const names = formFields(stage.draft, { facts, words });
  const seen = make("div", "story-seen");
  const told = make("div", "story-told");
  told.setAttribute("aria-live", "polite");
  let article: ReturnType<typeof storyArticle> | undefined;
  const body = bodyField(
    stage,
    textOf(stage),
    () => idsOf(stage),
    (text) => {
      const answers = { ...stage.draft.answers, text };
      void stage.change({ answers }).then(judgeSoon);
    },
  );
  function head(): void {
    const { article: fresh, text } = storyArticle(valuesOf(stage), stage);
    // The text is not made again with the head: its charts stay.
    if (article) text.replaceWith(article.text);
    article = { article: fresh, text: article?.text ?? text };
    seen.replaceChildren(fresh);
  }
  async function show(): Promise<void> {
    const judged = await stage.judge();
    if (!judged?.shown || !article) return;
    showTree(article.text, judged.shown, { facts, words });
    const findings = judged.shown.findings.map((finding) => inForm(finding, names));
    told.replaceChildren(
      ...tellStory(findings, stage, { form, show: body.show, isReached: reached.has }),
    );
  }
  const judgeSoon = settled(() => void show(), 350);
  const fields = (wanted: (field: EntryField) => boolean) =>
    entryFieldsOf(entryFields("news").filter(wanted), {
      id: "q",
      value: stage.draft.answers.entry,
      words,
      facts,
      change(value) {
        // Two groups of fields answer one entry: each says only what is its own.
        const own = Object.entries(answersIn(value)).filter(([name]) =>
          entryFields("news").some((field) => field.name === name && wanted(field)),
        );
        const entry = { ...answersIn(stage.draft.answers.entry), ...Object.fromEntries(own) };
        const { title } = entryValues("news", entry);
        const answers = { ...stage.draft.answers, entry };
        head();
        void stage.change({ answers, ...(typeof title === "string" ? { title } : {}) }).then(() => {
          head();
          judgeSoon();
        });
      },
    });
  const rest = make(
    "details",
    "story-rest",
    make("summary", "", words.t("publish.story.rest")),
    ...fields(({ name }) => !above.has(name)),
  );
  rest.open = idsOf(stage).length === 0;
  const form = make("div", "", ...fields(({ name }) => above.has(name)), body.element, told, rest);
  const reached = reachedIn(form);
  head();
  void show();
  const title =
    place?.id === undefined
      ? words.t(place?.folder === "dashboards" ? "publish.story.dashboards" : "publish.story.news")
      : words.t("publish.story.correct");
  return {
    title,
    nodes: [
      ...proposedNote(stage),
      make(
        "div",
        "story",
        form,
        make("section", "", make("h3", "", words.t("publish.look.preview")), seen),
      ),
    ],
    missing() {
      reached.all();
      return missingIn(stage, names);
    },
  };
}

const textOf = ({ draft }: Stage): string =>
  typeof draft.answers.text === "string" ? draft.answers.text : "";
const valuesOf = ({ draft }: Stage) => entryValues("news", answersIn(draft.answers.entry));
function idsOf({ draft }: Stage): string[] {
  const { datasets } = answersIn(draft.answers.entry);
  return Array.isArray(datasets) ? (datasets as string[]) : [];
}

/** Which fields of a form a person has come to: the furthest that had the focus and those before it, or all. */
function reachedIn(form: HTMLElement): { has(field: Element): boolean; all(): void } {
  let furthest: Element | undefined;
  let isAll = false;
  const isAfter = (field: Element, one: Element) =>
    Boolean(one.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING);
  form.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element && (!furthest || isAfter(target, furthest))) furthest = target;
  });
  return {
    has: (field) => isAll || (furthest !== undefined && !isAfter(field, furthest)),
    all() {
      isAll = true;
    },
  };
}

/** Answers of a form that say what a written story says. */
const answersOf = ({ values, body }: WrittenStory) => ({ entry: values, text: body });

/** What a text begins with: what is on the portal, what the numbers of a set say, or nothing. */
async function begin(stage: Stage): Promise<void> {
  const { answers } = stage.draft;
  if (answers.entry !== undefined || answers.text !== undefined) return;
  const source = await stage.source();
  if (source !== undefined) {
    const story = readStory(source);
    await stage.change({ answers: { ...answers, ...answersOf(story) } });
    return;
  }
  const { today } = await stage.facts();
  const { dataset } = answers;
  const proposed =
    typeof dataset === "string" ? await stage.propose(dataset).catch(() => undefined) : undefined;
  const entry = {
    date: today,
    ...(typeof dataset === "string" ? { datasets: [dataset] } : {}),
  };
  await stage.change(
    proposed
      ? {
          answers: { ...answers, ...answersOf(proposed), proposed: true },
          title: String(proposed.values.title),
        }
      : { answers: { ...answers, entry, text: "" } },
  );
}

/** Says who wrote what stands there, and lets a person begin anew. */
function proposedNote(stage: Stage): HTMLElement[] {
  const { words, draft } = stage;
  if (draft.answers.proposed !== true) return [];
  const clear = button(words.t("publish.story.clear"), "plain", () => {
    if (!confirm(words.t("publish.story.clearSure"))) return;
    const { proposed: _, ...answers } = stage.draft.answers;
    void stage.change({ answers: { ...answers, text: "" } }).then(() => stage.go("text"));
  });
  return [
    make(
      "div",
      "note story-proposed",
      make("p", "", words.t("publish.story.proposed")),
      make("p", "actions", clear),
    ),
  ];
}

async function missingIn(stage: Stage, names: FormFields) {
  const { words } = stage;
  const unanswered = unansweredOf("news", answersIn(stage.draft.answers.entry)).map(
    ({ path, label }) => ({
      field: ["q", ...path].join("-"),
      sentence: words.t("publish.passport.unanswered", { question: label }),
    }),
  );
  const unwritten =
    textOf(stage).trim() === ""
      ? [{ field: "q-text", sentence: words.t("publish.story.noText") }]
      : [];
  const lacking = [...unanswered, ...unwritten];
  const judged = await stage.judge();
  const errors = (judged?.shown?.findings ?? [])
    .filter((finding) => hasErrors([finding]))
    .map((finding) => inForm(finding, names))
    .map(({ spot, message }) => ({
      field: "field" in spot ? idOf(spot.field) : "q-text",
      sentence: message,
    }))
    // A field without an answer is told of once.
    .filter(({ field }) => field === "q-text" || lacking.every((one) => one.field !== field));
  return [...lacking, ...errors];
}
