import { make } from "../../../find/browser/dom.ts";
import { hasErrors } from "../../../model/reports/finding.ts";
import { repositoryOf } from "../../../remote/github/client.ts";
import type { Submission } from "../../submission.ts";
import { field } from "../fields/field.ts";
import { byLetter, byUpload } from "../send/by-files.ts";
import { byKey } from "../send/by-key.ts";
import type { Stage, StepView } from "../stage.ts";

/** The ways to send: with a key of GitHub, by GitHub's own page, by letter. Which there are the portal's description says. */
export async function view(stage: Stage): Promise<StepView> {
  const { words, mailbox } = stage;
  const judged = await stage.judge();
  const title = words.t("publish.step.send");
  if (!judged || hasErrors(judged.findings))
    return { title, nodes: [make("p", "note late", words.t("publish.look.errors"))] };
  const repository = repositoryOf(stage.repository);
  const { today } = await stage.facts();
  const note = field({
    id: "note",
    kind: "text",
    label: words.t("publish.send.note"),
    hint: words.t("publish.send.noteHint"),
    optional: words.t("publish.optional"),
    value: String(stage.draft.answers.note ?? ""),
    change: (text) => void stage.change({ answers: { ...stage.draft.answers, note: text } }),
  });
  /** The submission with the note as it is now. */
  const submission = (): Submission => {
    const { note: said } = stage.draft.answers;
    return { ...judged.submission, ...(typeof said === "string" && said ? { note: said } : {}) };
  };
  return {
    title,
    nodes: [
      note,
      ...(repository === undefined
        ? []
        : [
            ...(await byKey(stage, repository, submission, today)),
            ...byUpload(stage, repository, submission, today),
          ]),
      ...byLetter(stage, mailbox, submission, today),
    ],
  };
}
