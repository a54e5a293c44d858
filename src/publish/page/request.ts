import { button, make, withNames } from "../../find/browser/dom.ts";
import type { Remark, RequestState } from "../../remote/forge.ts";
import { problemWords } from "../../remote/forge-words.ts";
import { repositoryOf } from "../../remote/github/client.ts";
import { openGitHubForge } from "../../remote/github/forge.ts";
import { newDraft } from "../draft/draft.ts";
import { token } from "./keep/token.ts";
import type { Stage, StepView } from "./stage.ts";

/** How often an open request is asked how it stands, milliseconds: sixty calls an hour are free without a key. */
const pause = 180_000;

/** What became of a request: its state, its checks, what the reviewers said, and the way to send a correction. */
export async function requestView(stage: Stage, number: number): Promise<StepView> {
  const { words } = stage;
  const repository = repositoryOf(stage.repository);
  const title = words.t("publish.request.title", { number });
  if (repository === undefined)
    return { title, nodes: [make("p", "note", words.t("publish.request.nowhere"))] };
  const place = make("div", "");
  // What became otherwise since it was last asked is read out.
  place.setAttribute("aria-live", "polite");
  let timer: ReturnType<typeof setTimeout> | undefined;
  async function look(): Promise<void> {
    const key = token.read();
    const forge = openGitHubForge({
      repository: repository ?? "",
      fromPage: true,
      fetch: (...call) => fetch(...call),
      ...(key === undefined ? {} : { token: key }),
    });
    const state = await forge.state(number);
    if ("problem" in state) {
      const { what, todo } = problemWords(state.problem, words);
      place.replaceChildren(make("p", "note late", ...withNames(`${what} ${todo}`)));
    } else {
      const fresh = make("div", "", ...stateOf(state.told, stage));
      if (fresh.innerHTML !== place.innerHTML) place.replaceChildren(...fresh.childNodes);
    }
    if ("told" in state && state.told.state === "open")
      timer = setTimeout(() => void look(), pause);
  }
  await look();
  return {
    title,
    nodes: [
      place,
      make(
        "p",
        "actions",
        button(words.t("publish.request.again"), "plain", () => {
          clearTimeout(timer);
          void look();
        }),
      ),
    ],
    left: () => clearTimeout(timer),
  };
}

function stateOf(state: RequestState, stage: Stage): Node[] {
  const { words, draft } = stage;
  const link = make("a", "", words.t("publish.request.onGitHub"));
  link.href = state.address;
  const correct =
    state.state === "open" && draft.request === state.number
      ? [
          button(words.t("publish.request.correct"), "", () =>
            stage.go(draft.file ? "file" : draft.kind === "entry" ? "text" : "passport"),
          ),
        ]
      : [];
  return [
    make("p", "lead", state.title),
    make(
      "p",
      state.state === "merged" ? "note done" : "note",
      words.t(`publish.request.${state.state}`),
    ),
    ...(state.state === "open" ? checksOf(state, stage) : []),
    ...(state.collides ? [make("p", "note late", words.t("publish.request.collides"))] : []),
    ...(state.state === "closed" ? [] : newsOf(stage)),
    ...remarksOf(state.remarks, stage),
    make("p", "actions", ...correct, link),
  ];
}

/** New data are worth telling of: a first text is written from what changed. */
function newsOf(stage: Stage): HTMLElement[] {
  const { words, draft } = stage;
  const { about } = draft;
  if (draft.kind !== "dataset-update" || about === undefined || !draft.file?.read) return [];
  const tell = button(words.t("publish.story.tell"), "plain", () => void begin());
  async function begin(): Promise<void> {
    tell.disabled = true;
    const story = await stage.propose().catch(() => undefined);
    const answers = {
      dataset: about,
      update: draft.id,
      ...(story ? { entry: story.values, text: story.body, proposed: true } : {}),
    };
    const title = story ? { title: String(story.values.title) } : {};
    stage.begin(newDraft("entry", { about: "news", answers, ...title }), "text");
  }
  return [
    make(
      "div",
      "note",
      make("p", "", words.t("publish.story.tellHint")),
      make("p", "actions", tell),
    ),
  ];
}

function checksOf({ checks }: RequestState, { words }: Stage): Node[] {
  return [
    make("p", checks.state === "failed" ? "late" : "", words.t(`publish.checks.${checks.state}`)),
  ];
}

function remarksOf(remarks: readonly Remark[], { words }: Stage): Node[] {
  if (remarks.length === 0) return [make("p", "quiet", words.t("publish.request.silent"))];
  const items = remarks.map(({ who, when, text, verdict, place }) =>
    make(
      "li",
      "begun",
      make(
        "p",
        "quiet",
        [
          who,
          words.date(when),
          verdict === undefined ? "" : words.t(`publish.verdict.${verdict}`),
          place ? `${place.path}${place.line === undefined ? "" : `:${place.line}`}` : "",
        ]
          .filter((part) => part !== "")
          .join(" · "),
      ),
      // Strangers' Markdown is shown as it was typed: nothing of it becomes markup.
      make("p", "remark", text),
    ),
  );
  return [make("h3", "", words.t("publish.request.said")), make("ul", "plain", ...items)];
}
