import { make, settled } from "../../../find/browser/dom.ts";
import { findingsInUkrainian, reportInUkrainian } from "../../../inspect/in-ukrainian.ts";
import { type Finding, hasErrors } from "../../../model/reports/finding.ts";
import { formFields } from "../../draft/form-fields.ts";
import { inForm } from "../../judge/in-form.ts";
import { field, inUkrainian } from "../fields/field.ts";
import type { Judgement } from "../judge/judge-worker.ts";
import { blockNodes, tableNode } from "../shown/blocks.ts";
import { figuresOf } from "../shown/figures.ts";
import { findingList } from "../shown/findings.ts";
import type { Missing, Stage, StepView } from "../stage.ts";

/** What will be sent: the set as it will look, what changes, what stands in the way. */
export async function view(stage: Stage): Promise<StepView> {
  const { words } = stage;
  const judged = await stage.judge();
  if (!judged)
    return {
      title: words.t("publish.step.look"),
      nodes: [make("p", "note", words.t("publish.look.nothing"))],
    };
  const fields = formFields(stage.draft, { facts: await stage.facts(), words });
  const findings = judged.findings
    .filter((finding) => !isAsked(finding, judged))
    .map((finding) => inForm(finding, fields));
  const side = make("div", "side", figuresOf(judged, stage));
  const judgeSoon = settled(() => {
    void stage.judge().then((now) => now && side.replaceChildren(figuresOf(now, stage)));
  }, 600);
  return {
    title: words.t("publish.step.look"),
    nodes: [
      make(
        "div",
        "beside",
        make(
          "div",
          "",
          ...(await shownOf(judged, stage, judgeSoon)),
          ...(findings.length > 0
            ? [
                headingOf(words.count("publish.findings", findings.length)),
                ...findingsInUkrainian(words),
                ...findingList(findings, stage),
              ]
            : []),
        ),
        side,
      ),
    ],
    missing: async () => [
      ...(await untold(judged, stage)),
      ...(hasErrors(findings)
        ? [{ field: "errors", sentence: words.t("publish.look.errors") }]
        : []),
    ],
  };
}

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
async function untold({ breaking }: Judgement, stage: Stage): Promise<Missing[]> {
  if (!breaking) return [];
  const now = await stage.judge();
  return now?.findings.some((finding) => isAsked(finding, now))
    ? [{ field: "q-versionNotes", sentence: stage.words.t("publish.breaking.unanswered") }]
    : [];
}

/** @param changed what was answered here is another */
async function shownOf(judged: Judgement, stage: Stage, changed: () => void): Promise<Node[]> {
  if (judged.shown) {
    const { storyNodes } = await import("../shown/story.ts");
    return storyNodes(judged, judged.shown, stage);
  }
  if (!judged.entry)
    return [
      ...changeOf(judged, stage),
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
