import { make, settled } from "../../../find/browser/dom.ts";
import { findingsInUkrainian, reportInUkrainian } from "../../../inspect/in-ukrainian.ts";
import { type Finding, hasErrors } from "../../../model/reports/finding.ts";
import { formFields } from "../../draft/form-fields.ts";
import { inForm } from "../../judge/in-form.ts";
import { field, inUkrainian } from "../fields/field.ts";
import type { Judgement } from "../judge/judge-worker.ts";
import { blockNodes, tableNode } from "../shown/blocks.ts";
import { columnQuestions, isAskedOfColumns, mendedNodes, untoldColumns } from "../shown/columns.ts";
import { openSide } from "../shown/figures.ts";
import { findingList } from "../shown/findings.ts";
import type { Missing, Stage, StepView } from "../stage.ts";

/** What will be sent: the set as it will look, what changes, what stands in the way. */
export async function view(stage: Stage): Promise<StepView> {
  const { words } = stage;
  const title = words.t("publish.step.look");
  let judged = await stage.judge();
  if (!judged) return { title, nodes: [make("p", "note", words.t("publish.look.nothing"))] };
  const fields = formFields(stage.draft, { facts: await stage.facts(), words });
  const seen = make("div", "");
  const side = openSide(stage);
  /** Findings that are asked about in no question of their own, as they are told here. */
  const toldOf = (now: Judgement) =>
    now.findings
      .filter((finding) => !isAsked(finding, now) && !isAskedOfColumns(finding, now, stage))
      .map((finding) => inForm(finding, fields));
  const judgeSoon = settled(() => {
    void stage.judge().then((now) => {
      if (!now) return;
      judged = now;
      side.show(now);
    });
  }, 600);
  async function show(now: Judgement): Promise<void> {
    side.show(now);
    seen.replaceChildren(
      ...(await shownOf(now, stage, judgeSoon)),
      ...toldNodes(toldOf(now), stage),
    );
  }
  const questions = columnQuestions(judged, stage, () => {
    void stage.judge().then((now) => {
      if (!now) return;
      judged = now;
      return show(now);
    });
  });
  await show(judged);
  return {
    title,
    nodes: [make("div", "beside", make("div", "", ...questions, seen), side.element)],
    async missing() {
      const now = (await stage.judge()) ?? judged;
      if (!now) return [];
      return [
        ...untoldColumns(now, stage),
        ...untold(now, stage),
        ...(hasErrors(toldOf(now))
          ? [{ field: "errors", sentence: words.t("publish.look.errors") }]
          : []),
      ];
    },
  };
}

/** What is found, under a heading that says how much. */
const toldNodes = (findings: readonly Finding[], stage: Stage): HTMLElement[] =>
  findings.length === 0
    ? []
    : [
        headingOf(stage.words.count("publish.findings", findings.length)),
        ...findingsInUkrainian(stage.words),
        ...findingList(findings, stage),
      ];

/** Who is told of errors on top is led to them. */
function headingOf(text: string): HTMLElement {
  const heading = make("h3", "", text);
  heading.id = "errors";
  heading.tabIndex = -1;
  return heading;
}

/** That a change breaks programs is asked about in a question of its own, which says more than the finding. */
const isAsked = ({ rule }: Finding, { breaking }: Judgement): boolean =>
  breaking !== undefined && rule === "breaking-told";

/** What is different for who reads the set: asked where it breaks programs, and nowhere else. */
function breakingNodes({ breaking }: Judgement, stage: Stage, changed: () => void): HTMLElement[] {
  if (!breaking) return [];
  const { words } = stage;
  const { isLoss, version } = breaking;
  const said = stage.draft.answers.versionNotes;
  const question = field({
    id: "q-versionNotes",
    kind: "text",
    label: words.t("publish.breaking.notes"),
    hint: words.t("publish.breaking.hint", { version }),
    value: typeof said === "string" ? said : "",
    change: (versionNotes) =>
      void stage.change({ answers: { ...stage.draft.answers, versionNotes } }).then(changed),
  });
  for (const input of question.querySelectorAll("textarea")) input.lang = "uk";
  return [
    make("p", "note late", words.t(isLoss ? "publish.breaking.lost" : "publish.breaking.broken")),
    ...inUkrainian(words),
    question,
  ];
}

/** Is the question answered, and in other words than those of the version before? */
const untold = (now: Judgement, stage: Stage): Missing[] =>
  now.findings.some((finding) => isAsked(finding, now))
    ? [{ field: "q-versionNotes", sentence: stage.words.t("publish.breaking.unanswered") }]
    : [];

/** @param changed what was answered here is another */
async function shownOf(judged: Judgement, stage: Stage, changed: () => void): Promise<Node[]> {
  if (judged.shown) {
    const { storyNodes } = await import("../shown/story.ts");
    return storyNodes(judged, judged.shown, stage);
  }
  if (!judged.entry)
    return [
      ...changeOf(judged, stage),
      ...mendedNodes(judged, stage, changed),
      ...breakingNodes(judged, stage, changed),
      ...previewOf(judged, stage),
    ];
  const { entryNodes } = await import("../shown/entry.ts");
  return entryNodes(judged, judged.entry, stage);
}

function changeOf({ change, submission }: Judgement, { words }: Stage): Node[] {
  if (submission.kind === "new-dataset") return [];
  if (!change) return [make("p", "note", words.t("publish.look.same"))];
  return [
    make("h3", "", words.t("publish.look.changes")),
    ...reportInUkrainian(words),
    ...blockNodes([change]),
  ];
}

function previewOf({ values, rows }: Judgement, { words }: Stage): Node[] {
  if (!values) return [];
  const table = rows && tableNode(rows.header, rows.rows);
  const card = make(
    "article",
    "preview",
    make("h3", "", values.title),
    ...(values.description ? [make("p", "", values.description)] : []),
    ...(values.keywords?.length ? [make("p", "quiet", values.keywords.join(" · "))] : []),
    ...(table && rows ? [table, make("p", "quiet", words.count("publish.rows", rows.count))] : []),
  );
  return [make("h3", "", words.t("publish.look.preview")), card];
}
