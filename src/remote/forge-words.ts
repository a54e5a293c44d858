import type { Speech } from "../i18n/speech.ts";
import type { Problem } from "./forge.ts";

/** What stands in the way, in words for a clerk: what happened, and what to do now. */
export type ProblemWords = { what: string; todo: string };

/** May the same try succeed: "now" by asking again, "later" after a while or somebody's help, "never" as it is? */
const again: Record<Problem["kind"], "now" | "later" | "never"> = {
  offline: "now",
  down: "later",
  limited: "later",
  "token-missing": "never",
  "token-refused": "never",
  "token-weak": "later",
  "token-unapproved": "later",
  "token-policy": "never",
  "token-sso": "later",
  "no-repository": "later",
  "no-request": "never",
  archived: "never",
  "copying-off": "never",
  "copy-late": "now",
  "copy-behind": "later",
  "copy-gone": "never",
  "branch-ruled": "never",
  "branches-taken": "later",
  moved: "now",
  "request-ended": "never",
  "request-others": "never",
  "requests-closed": "never",
  "too-large": "never",
  empty: "never",
  "odd-answer": "later",
  refused: "never",
};
export const mayPass = ({ kind }: Problem): "now" | "later" | "never" => again[kind];

type Words<K extends Problem["kind"]> = (
  problem: Extract<Problem, { kind: K }>,
  t: Speech["t"],
  speech: Speech,
) => readonly [what: string, todo: string];

const megabytes = (bytes: number, { number }: Speech): string =>
  number(Math.ceil((bytes / 1024 / 1024) * 10) / 10);

/** Of every problem its words; a new problem without words does not compile. */
const words: { [K in Problem["kind"]]: Words<K> } = {
  offline: (_, t) => [t("problem.offline.what"), t("problem.offline.todo")],
  down: ({ status }, t) => [t("problem.down.what", { status }), t("problem.down.todo")],
  limited: ({ until }, t, { timeInKyiv }) => [
    t("problem.limited.what"),
    until === undefined
      ? t("problem.limited.todo")
      : t("problem.limited.todoUntil", { time: timeInKyiv(until) }),
  ],
  "token-missing": (_, t) => [t("problem.token-missing.what"), t("problem.token-missing.todo")],
  "token-refused": (_, t) => [t("problem.token-refused.what"), t("problem.token-refused.todo")],
  "token-weak": ({ lacks }, t) => [t(`problem.token-weak.${lacks}`), t("problem.token-weak.todo")],
  "token-unapproved": ({ owner }, t) => [
    t("problem.token-unapproved.what", { owner }),
    t("problem.token-unapproved.todo"),
  ],
  "token-policy": ({ owner, lifetime }, t) =>
    lifetime
      ? [t("problem.token-policy.lifetime", { owner }), t("problem.token-policy.lifetimeTodo")]
      : [t("problem.token-policy.kind", { owner }), t("problem.token-policy.kindTodo")],
  "token-sso": ({ owner }, t) => [
    t("problem.token-sso.what", { owner }),
    t("problem.token-sso.todo"),
  ],
  "no-repository": ({ repository }, t) => [
    t("problem.no-repository.what", { repository }),
    t("problem.no-repository.todo"),
  ],
  "no-request": ({ number }, t) => [t("problem.no-request.what", { number }), t("problem.new")],
  archived: (_, t) => [t("problem.archived.what"), t("problem.archived.todo")],
  "copying-off": (_, t) => [t("problem.copying-off.what"), t("problem.copying-off.todo")],
  "copy-late": (_, t) => [t("problem.copy-late.what"), t("problem.copy-late.todo")],
  "copy-behind": ({ address }, t) => [
    t("problem.copy-behind.what"),
    t("problem.copy-behind.todo", { address }),
  ],
  "copy-gone": (_, t) => [t("problem.copy-gone.what"), t("problem.new")],
  "branch-ruled": (_, t) => [t("problem.branch-ruled.what"), t("problem.branch-ruled.todo")],
  "branches-taken": ({ name }, t) => [
    t("problem.branches-taken.what", { name }),
    t("problem.branches-taken.todo"),
  ],
  moved: (_, t) => [t("problem.moved.what"), t("problem.moved.todo")],
  "request-ended": ({ state }, t) => [t(`problem.request-ended.${state}`), t("problem.new")],
  "request-others": ({ author }, t) => [
    t("problem.request-others.what", { author }),
    t("problem.request-others.todo"),
  ],
  "requests-closed": (_, t) => [
    t("problem.requests-closed.what"),
    t("problem.requests-closed.todo"),
  ],
  "too-large": ({ path, size, most }, t, speech) => [
    t("problem.too-large.what", {
      name: path.split("/").at(-1) ?? path,
      size: megabytes(size, speech),
      most: Math.floor(most / 1024 / 1024),
    }),
    t("problem.too-large.todo"),
  ],
  empty: (_, t) => [t("problem.empty.what"), t("problem.empty.todo")],
  "odd-answer": ({ about, path }, t) => [
    t("problem.odd-answer.what", {
      about: [typeof about === "number" ? about : t(`problem.about.${about}`), path ?? []]
        .flat()
        .join(": "),
    }),
    t("problem.odd-answer.todo"),
  ],
  refused: ({ status, said }, t) => [
    t("problem.refused.what", { status, said }),
    t("problem.refused.todo"),
  ],
};

/** A problem in the words of a language. */
export function problemWords(problem: Problem, speech: Speech): ProblemWords {
  const [what, todo] = (words[problem.kind] as (...given: unknown[]) => [string, string])(
    problem,
    speech.t,
    speech,
  );
  return { what, todo };
}
