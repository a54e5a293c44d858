import { make, settled } from "../../../find/browser/dom.ts";
import { findingsInUkrainian } from "../../../inspect/in-ukrainian.ts";
import { hasErrors } from "../../../model/reports/finding.ts";
import { formFields } from "../../draft/form-fields.ts";
import { answersIn, entryValues, unansweredOf } from "../../entry/entry-values.ts";
import { type FormFields, inForm } from "../../judge/in-form.ts";
import { storyPlace } from "../../story/story.ts";
import { inUkrainian } from "../fields/field.ts";
import { aheadNote, showTree, storyArticle } from "../shown/story.ts";
import type { Stage, StepView } from "../stage.ts";
import { beginStory, proposedNote } from "../story/begin-story.ts";
import { bodyField } from "../story/body-field.ts";
import { headFields, setsOf } from "../story/head-fields.ts";
import { reachedIn } from "../story/reached.ts";
import { idOf, tellStory } from "../story/tell-story.ts";
import { tickInserted } from "../story/tick-inserted.ts";

/** The text of news or of a dashboard: written on one side, seen and judged on the other. */
export async function view(stage: Stage): Promise<StepView> {
  const { words } = stage;
  await beginStory(stage);
  const facts = await stage.facts();
  const names = formFields(stage.draft, { facts, words });
  const seen = make("div", "story-seen");
  const ahead = make("div", "");
  const told = make("div", "story-told");
  told.setAttribute("aria-live", "polite");
  let article: ReturnType<typeof storyArticle> | undefined;
  function showHead(): void {
    const values = entryValues("news", answersIn(stage.draft.answers.entry));
    const { article: fresh, text } = storyArticle(values, stage);
    // The text is not made again with the head: its charts stay.
    if (article) text.replaceWith(article.text);
    article = { article: fresh, text: article?.text ?? text };
    seen.replaceChildren(fresh);
  }
  async function show(): Promise<void> {
    const judged = await stage.judge();
    if (!judged?.shown || !article) return;
    showTree(article.text, judged.shown, { facts, words });
    ahead.replaceChildren(...aheadNote(judged, stage));
    const findings = judged.shown.findings.map((finding) => inForm(finding, names));
    const items = tellStory(findings, stage, { form, show: body.show, isReached: reached.has });
    const fresh = make(
      "div",
      "",
      ...(items.length > 0 ? findingsInUkrainian(words) : []),
      ...items,
    );
    // Made anew only where it says something else: what has not changed is not read out again, and keeps the focus.
    if (fresh.innerHTML !== told.innerHTML) told.replaceChildren(...fresh.childNodes);
  }
  const judgeSoon = settled(() => void show(), 350);
  const ticked = make("div", "story-ticked");
  ticked.setAttribute("role", "status");
  const body = bodyField(stage, {
    value: textOf(stage),
    sets: () => setsOf(stage),
    change(text) {
      void stage.change({ answers: { ...stage.draft.answers, text } });
      judgeSoon();
    },
    inserted: (dataset) => ticked.replaceChildren(...tickInserted(dataset, stage, facts, head)),
  });
  const head = headFields(stage, facts, () => {
    showHead();
    judgeSoon();
  });
  const form = make(
    "div",
    "",
    ...inUkrainian(words),
    ...head.above,
    body.element,
    ticked,
    told,
    head.sets,
    head.rest,
  );
  const reached = reachedIn(form);
  showHead();
  void show();
  return {
    title: titleOf(stage),
    nodes: [
      ...proposedNote(stage),
      make(
        "div",
        "story",
        form,
        make("section", "", make("h3", "", words.t("publish.look.preview")), ahead, seen),
      ),
    ],
    missing() {
      reached.all();
      return missingIn(stage, names);
    },
  };
}

function titleOf({ draft, words }: Stage): string {
  const place = storyPlace(draft.about);
  if (place?.id !== undefined) return words.t("publish.story.correct");
  return words.t(
    place?.folder === "dashboards" ? "publish.story.dashboards" : "publish.story.news",
  );
}

const textOf = ({ draft }: Stage): string =>
  typeof draft.answers.text === "string" ? draft.answers.text : "";

/** What stands in the way: fields without an answer, and what the portal would not take; all of it at once. */
async function missingIn(stage: Stage, names: FormFields) {
  const { words } = stage;
  const unanswered = unansweredOf("news", answersIn(stage.draft.answers.entry)).map(
    ({ path, label }) => ({
      field: ["q", ...path].join("-"),
      sentence: words.t("publish.passport.unanswered", {
        question: label[words.language],
      }),
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
