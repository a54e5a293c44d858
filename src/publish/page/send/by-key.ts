import { button, make, withNames } from "../../../find/browser/dom.ts";
import type { Change, Forge, Made, Proposed } from "../../../remote/forge.ts";
import { problemWords } from "../../../remote/forge-words.ts";
import { openGitHubForge } from "../../../remote/github/forge.ts";
import { answererOf, questionsOf, templatePath, toChange } from "../../send/change.ts";
import type { Submission } from "../../submission.ts";
import { token } from "../keep/token.ts";
import type { Stage } from "../stage.ts";
import { conflictOf } from "./conflict.ts";
import { keyFields } from "./key-fields.ts";

/** With a key of GitHub: the page itself makes the request. */
export async function byKey(
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
  const fields = keyFields(stage, repository);
  const template = await forgeOf().read(templatePath);
  const text =
    "told" in template && template.told ? new TextDecoder().decode(template.told) : undefined;
  const questions = text === undefined ? [] : questionsOf(text);
  const answers = questions.map((question) => answererOf(question) === "page");
  const confirmed = questions.flatMap((question, at) => {
    if (answererOf(question) !== "person") return [];
    const box = make("input", "");
    box.type = "checkbox";
    box.id = `confirm-${at}`;
    box.addEventListener("change", () => {
      answers[at] = box.checked;
    });
    const name = make("label", "", question);
    name.htmlFor = box.id;
    return [make("div", "option", box, name)];
  });
  const answer = make("div", "");
  let made: Made | undefined;
  const send = button(words.t("publish.send"), "", () => void sent());
  async function sent(base?: string): Promise<void> {
    fields.use();
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
        const { what, todo } = problemWords(outcome.problem, words);
        const problem = make(
          "div",
          "note late",
          make("p", "", ...withNames(what)),
          make("p", "", ...withNames(todo)),
        );
        problem.setAttribute("role", "alert");
        answer.replaceChildren(problem);
      }
    }
  }
  return [
    make("h3", "", words.t("publish.way.key")),
    ...fields.nodes,
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
