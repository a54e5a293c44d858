import { make } from "../../../find/browser/dom.ts";
import { findingsInUkrainian, reportInUkrainian } from "../../../inspect/in-ukrainian.ts";
import { hasErrors } from "../../../model/reports/finding.ts";
import { formFields } from "../../draft/form-fields.ts";
import { inForm } from "../../judge/in-form.ts";
import type { Judgement } from "../judge/judge-worker.ts";
import { blockNodes, tableNode } from "../shown/blocks.ts";
import { figuresOf } from "../shown/figures.ts";
import { findingList } from "../shown/findings.ts";
import type { Stage, StepView } from "../stage.ts";

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
  const findings = judged.findings.map((finding) => inForm(finding, fields));
  return {
    title: words.t("publish.step.look"),
    nodes: [
      make(
        "div",
        "beside",
        make(
          "div",
          "",
          ...(await shownOf(judged, stage)),
          ...(findings.length > 0
            ? [
                make("h3", "", words.count("publish.findings", findings.length)),
                ...findingsInUkrainian(words),
                ...findingList(findings, stage),
              ]
            : []),
        ),
        make("div", "side", figuresOf(judged, stage)),
      ),
    ],
    missing: () =>
      hasErrors(findings) ? [{ field: "errors", sentence: words.t("publish.look.errors") }] : [],
  };
}

async function shownOf(judged: Judgement, stage: Stage): Promise<Node[]> {
  if (judged.shown) {
    const { storyNodes } = await import("../shown/story.ts");
    return storyNodes(judged, judged.shown, stage);
  }
  if (!judged.entry) return [...changeOf(judged, stage), ...previewOf(judged, stage)];
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
