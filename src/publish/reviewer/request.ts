import { button, make } from "../../find/browser/dom.ts";
import { openThread } from "../../find/browser/thread.ts";
import type { Forge, RequestState } from "../../remote/forge.ts";
import { openReviewForge } from "./forge.ts";
import type { ReviewMethods } from "./judge/review-worker.ts";
import { codeOf, loadRequest } from "./load.ts";
import { problemNode } from "./problems.ts";
import { remarkNodes } from "./shown/remarks.ts";
import { reportNodes } from "./shown/report.ts";
import { codeWarning, standingNodes } from "./shown/standing.ts";
import type { Stand } from "./stand.ts";

const thread = openThread<ReviewMethods>(
  () => new Worker(new URL("./judge/review-worker.ts", import.meta.url), { type: "module" }),
);

/** A request: how it stands, what it changes, the pages before and after; the report comes when it is judged. */
export async function requestView(
  stand: Stand,
  number: number,
  again: () => void,
): Promise<Node[]> {
  const { words, repository, root } = stand;
  const forge = openReviewForge(repository);
  const state = await forge.state(number);
  const back = make("a", "", words.t("review.all"));
  back.href = location.pathname;
  const actions = make("p", "actions", button(words.t("review.again"), "plain", again), back);
  if ("problem" in state)
    return [
      make("h2", "", words.t("review.request", { number })),
      problemNode(state.problem, words, root),
      actions,
    ];
  const report = make("div", "report", make("p", "quiet", words.t("review.judging")));
  report.setAttribute("aria-live", "polite");
  report.setAttribute("aria-busy", "true");
  void judge(forge, state.told, stand).then((nodes) => {
    report.replaceChildren(...nodes);
    report.setAttribute("aria-busy", "false");
  });
  return [
    ...standingNodes(state.told, stand),
    ...codeWarning(codeOf(state.told), state.told, stand),
    report,
    ...remarkNodes(state.told.remarks, words),
    actions,
  ];
}

/** What is said of a request's files, or why nothing could be. */
async function judge(forge: Forge, state: RequestState, stand: Stand): Promise<Node[]> {
  const { words, root, files } = stand;
  try {
    const loaded = await loadRequest(forge, state, files);
    if ("problem" in loaded) return [problemNode(loaded.problem, words, root)];
    const reviewed = await thread.ask("review", loaded.told.asked);
    return reportNodes(reviewed, loaded.told, state, stand);
  } catch {
    return [problemNode({ kind: "odd-answer", about: "request" }, words, root)];
  }
}
