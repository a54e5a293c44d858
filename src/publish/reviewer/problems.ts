import { make } from "../../find/browser/dom.ts";
import type { Speech } from "../../i18n/speech.ts";
import type { Problem } from "../../remote/forge.ts";

/** What kept the page from reading the forge, in a sentence that says what to do now. */
function problemSentence(problem: Problem, { t, timeInKyiv }: Speech): string {
  switch (problem.kind) {
    case "offline":
      return t("review.problem.offline");
    case "down":
      return t("review.problem.down", { status: problem.status });
    case "limited":
      return problem.until === undefined
        ? t("review.problem.limited")
        : t("review.problem.limitedUntil", { time: timeInKyiv(problem.until) });
    case "no-request":
      return t("review.problem.noRequest", { number: problem.number });
    case "no-repository":
      return t("review.problem.hidden", { repository: problem.repository });
    case "token-refused":
    case "token-weak":
    case "token-unapproved":
    case "token-policy":
    case "token-sso":
      return t("review.problem.token");
    default:
      return t("review.problem.odd");
  }
}

/** The same on the page; where the key is in the way, with the place where it is put right. */
export function problemNode(problem: Problem, words: Speech, root: string): HTMLElement {
  const node = make("p", "note late", problemSentence(problem, words));
  node.setAttribute("role", "alert");
  if (/^token|limited|no-/.test(problem.kind)) {
    const link = make("a", "", words.t("review.problem.key"));
    link.href = `${root}/publish/`;
    node.append(" ", link);
  }
  return node;
}
