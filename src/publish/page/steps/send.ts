import { button, make, save } from "../../../find/browser/dom.ts";
import { hasErrors } from "../../../model/reports/finding.ts";
import type { Change, Conflict, Forge, Made, Proposed } from "../../../remote/forge.ts";
import { problemWords } from "../../../remote/forge-words.ts";
import { repositoryOf } from "../../../remote/github/client.ts";
import { openGitHubForge } from "../../../remote/github/forge.ts";
import { questionsOf, templatePath, toChange } from "../../send/change.ts";
import { letterOf } from "../../send/letter.ts";
import { uploadPages } from "../../send/upload-page.ts";
import { nameOf } from "../../send/words.ts";
import { packSubmission } from "../../send/zip.ts";
import type { Submission } from "../../submission.ts";
import { field } from "../fields/field.ts";
import { classicTokenAddress, tokenAddress } from "../github.ts";
import {
  madeKeyScreen,
  newKeyScreen,
  permissionsScreen,
  requestScreen,
  uploadScreen,
} from "../shown/screens.ts";
import type { Stage, StepView } from "../stage.ts";
import { token } from "../token.ts";

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

async function byKey(
  stage: Stage,
  repository: string,
  submission: () => Submission,
  day: string,
): Promise<Node[]> {
  const { words } = stage;
  const forgeOf = (): Forge => {
    const key = token.read();
    return openGitHubForge({
      repository,
      fromPage: true,
      fetch: (...call) => fetch(...call),
      ...(key === undefined ? {} : { token: key }),
      onStep: (step) => stage.say(words.t(`publish.sending.${step}`)),
    });
  };
  const key = make("input", "");
  key.type = "password";
  key.id = "key";
  key.autocomplete = "off";
  key.spellcheck = false;
  key.value = token.read() ?? "";
  const keep = make("input", "");
  keep.type = "checkbox";
  keep.id = "keep";
  keep.checked = token.isKept();
  const label = make("label", "", words.t("publish.key.label"));
  label.htmlFor = key.id;
  const keepLabel = make("label", "", words.t("publish.key.keep"));
  keepLabel.htmlFor = keep.id;
  const link = make("a", "", words.t("publish.key.page"));
  link.href = tokenAddress;
  link.target = "_blank";
  link.rel = "noopener";
  const classic = make("a", "", words.t("publish.key.classic"));
  classic.href = classicTokenAddress;
  classic.target = "_blank";
  classic.rel = "noopener";
  const guide = make(
    "details",
    "",
    make("summary", "", words.t("publish.key.how")),
    make(
      "ol",
      "",
      make("li", "", words.t("publish.key.step1"), " ", link, newKeyScreen()),
      make("li", "", words.t("publish.key.step2", { repository }), permissionsScreen(repository)),
      make("li", "", words.t("publish.key.step3"), madeKeyScreen()),
    ),
    make("p", "quiet", words.t("publish.key.other"), " ", classic),
  );
  guide.open = token.read() === undefined;
  const template = await forgeOf().read(templatePath);
  const text =
    "told" in template && template.told ? new TextDecoder().decode(template.told) : undefined;
  const answers = text === undefined ? [] : questionsOf(text).map(() => false);
  const confirmed = (text === undefined ? [] : questionsOf(text)).map((question, at) => {
    const box = make("input", "");
    box.type = "checkbox";
    box.id = `confirm-${at}`;
    box.addEventListener("change", () => {
      answers[at] = box.checked;
    });
    const name = make("label", "", question);
    name.htmlFor = box.id;
    return make("div", "option", box, name);
  });
  const answer = make("div", "");
  let made: Made | undefined;
  const send = button(words.t("publish.send"), "", () => void sent());
  async function sent(base?: string): Promise<void> {
    token.use(key.value.trim(), keep.checked);
    if (key.value.trim() === "") token.forget();
    send.disabled = true;
    answer.replaceChildren();
    const change: Change = {
      ...toChange(submission(), {
        day,
        answers,
        ...(text === undefined ? {} : { template: text }),
      }),
      ...(base === undefined ? {} : { base }),
    };
    const outcome = await tried(forgeOf(), stage, change, made);
    send.disabled = false;
    stage.say("");
    if (outcome.outcome === "failed") made = outcome.made;
    await told(outcome);
  }
  async function told(outcome: Proposed): Promise<void> {
    switch (outcome.outcome) {
      case "sent":
        await stage.change({ request: outcome.request.number, sentAs: submission().id });
        stage.open(outcome.request.number);
        return;
      case "same":
        answer.replaceChildren(make("p", "note", words.t("publish.look.same")));
        return;
      case "conflict":
        answer.replaceChildren(conflictOf(outcome.files, stage, () => void sent(outcome.head)));
        return;
      case "failed": {
        const { what, todo } = problemWords(outcome.problem);
        const problem = make("div", "note late", make("p", "", what), make("p", "", todo));
        problem.lang = "uk";
        problem.setAttribute("role", "alert");
        answer.replaceChildren(problem);
      }
    }
  }
  return [
    make("h3", "", words.t("publish.way.key")),
    guide,
    make("div", "field", label, key),
    make("div", "option", keep, keepLabel),
    ...(token.isKept()
      ? [
          button(words.t("publish.key.forget"), "plain", () => {
            token.forget();
            key.value = "";
            keep.checked = false;
          }),
        ]
      : []),
    ...confirmed,
    make("p", "actions", send),
    answer,
  ];
}

/** A new request, or a correction of the one that was sent. */
async function tried(forge: Forge, stage: Stage, change: Change, made?: Made): Promise<Proposed> {
  const { request } = stage.draft;
  if (request === undefined) return forge.propose(change, made);
  const state = await forge.state(request);
  if ("problem" in state) return { outcome: "failed", problem: state.problem, made: made ?? {} };
  // What was merged or closed takes no more files: a new request then.
  if (state.told.state !== "open") return forge.propose(change, made);
  return forge.correct(state.told, change, made);
}

/** Somebody changed the same files meanwhile: both are shown, and the person decides. */
function conflictOf(files: readonly Conflict[], { words }: Stage, anyway: () => void): HTMLElement {
  const shown = (bytes: Uint8Array | undefined) =>
    make(
      "pre",
      "",
      bytes ? new TextDecoder().decode(bytes.slice(0, 2000)) : words.t("publish.conflict.none"),
    );
  return make(
    "div",
    "note late",
    make("h3", "", words.t("publish.conflict.title")),
    make("p", "", words.t("publish.conflict.text")),
    ...files.map(({ path, theirs, mine }) =>
      make(
        "details",
        "",
        make("summary", "", path),
        make("h4", "", words.t("publish.conflict.theirs")),
        shown(theirs),
        make("h4", "", words.t("publish.conflict.mine")),
        shown(mine),
      ),
    ),
    make("p", "actions", button(words.t("publish.conflict.anyway"), "plain", anyway)),
  );
}

const saved = (submission: Submission, day: string) => {
  save(packSubmission(submission), "application/zip", `${nameOf(submission, day)}.zip`);
};

function byUpload(
  { words }: Stage,
  repository: string,
  submission: () => Submission,
  day: string,
): Node[] {
  const pages = uploadPages(repository, submission());
  const list = pages.map(({ folder, address, drop }) => {
    const link = make("a", "", words.t("publish.upload.page", { folder }));
    link.href = address;
    link.target = "_blank";
    link.rel = "noopener";
    const what = "folder" in drop ? drop.folder : drop.files.join(", ");
    return make("li", "", link, ` — ${words.t("publish.upload.drop", { what })}`);
  });
  return [
    make(
      "details",
      "",
      make("summary", "", words.t("publish.way.upload")),
      make(
        "ol",
        "",
        make(
          "li",
          "",
          button(words.t("publish.zip"), "plain", () => saved(submission(), day)),
          ` ${words.t("publish.upload.unpack")}`,
        ),
        ...list,
        make("li", "", words.t("publish.upload.propose"), uploadScreen(), requestScreen()),
      ),
    ),
  ];
}

function byLetter(
  { words, repository }: Stage,
  mailbox: string,
  submission: () => Submission,
  day: string,
): Node[] {
  const isOnly = repositoryOf(repository) === undefined;
  const archive = `${nameOf(submission(), day)}.zip`;
  const text = make("textarea", "");
  text.readOnly = true;
  text.rows = 8;
  text.value = letterOf(submission(), { mailbox, archive }).body;
  text.setAttribute("aria-label", words.t("publish.letter.text"));
  const write = button(words.t("publish.letter.write"), "plain", () => {
    const letter = letterOf(submission(), { mailbox, archive });
    text.value = letter.body;
    location.href = letter.address;
  });
  const details = make(
    "details",
    "",
    make("summary", "", words.t(isOnly ? "publish.way.letterOnly" : "publish.way.letter")),
    make(
      "ol",
      "",
      make(
        "li",
        "",
        button(words.t("publish.zip"), "plain", () => saved(submission(), day)),
      ),
      make("li", "", write, ` ${words.t("publish.letter.to", { mailbox })}`),
      make("li", "", words.t("publish.letter.attach", { archive })),
    ),
    make("div", "field", text),
  );
  details.open = isOnly;
  return [details];
}
