import { speak } from "../../i18n/translate.ts";
import type { Forge, Problem, Proposed, Request } from "../../remote/forge.ts";
import { mayPass, problemWords } from "../../remote/forge-words.ts";
import { templatePath, toChange } from "../send/change.ts";
import { nameOf } from "../send/words.ts";
import type { Submission } from "../submission.ts";

/** Is a branch one that an update of this set was sent on, whatever the day? Other sets' ids may begin alike. */
function isOfSet(submission: Submission, { branch }: Request): boolean {
  const name = nameOf(submission, "");
  return (
    branch.startsWith(`${name}-`) && /^-\d{4}-\d\d-\d\d(-\d+)?$/.test(branch.slice(name.length))
  );
}

/**
 * Sends an update as a new request, or adds it to the open one that the same key has sent for the same set. What can go
 * wrong is answered; what may pass at once is tried once more. No box of the template is ticked: a program confirms
 * nothing.
 * @param day yyyy-mm-dd, of the branch's name
 */
export async function sendUpdate(
  forge: Forge,
  submission: Submission,
  day: string,
): Promise<Proposed> {
  const open = await forge.mine();
  if ("problem" in open) return { outcome: "failed", problem: open.problem, made: {} };
  const template = await forge.read(templatePath);
  if ("problem" in template) return { outcome: "failed", problem: template.problem, made: {} };
  const change = toChange(submission, {
    day,
    ...(template.told ? { template: new TextDecoder().decode(template.told) } : {}),
  });
  const own = open.told.find((request) => isOfSet(submission, request));
  const send: Forge["propose"] = (change, made) =>
    own ? forge.correct(own, change, made) : forge.propose(change, made);
  const sent = await send(change);
  return sent.outcome === "failed" && mayPass(sent.problem) === "now"
    ? send(change, sent.made)
    : sent;
}

/** What stands in the way of sending, as a sentence for the log of a scheduler: what happened, what to do. */
export function failureSentence(problem: Problem): string {
  const { what } = problemWords(problem, speak("uk"));
  const todo = problem.kind.startsWith("token")
    ? "Перевірте ключ у змінній GITHUB_TOKEN: його строк, репозиторій і дозволи Contents та Pull requests (Read and write)."
    : mayPass(problem) === "never"
      ? "Напишіть відповідальному за портал."
      : "Запустіть команду ще раз пізніше.";
  return `Нічого не надіслано. ${what} ${todo}`;
}
