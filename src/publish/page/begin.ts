import { type Draft, newDraft, offered, reachable, type Step, stepsOf } from "../draft/draft.ts";

/** What an address asks for beside a draft: answers that are known before the first question. */
const answersOf = (query: URLSearchParams): Draft["answers"] =>
  Object.fromEntries(
    ["publisher", "mandated", "structure", "dataset"].flatMap((name) => {
      const value = query.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );

/** A new draft of the kind an address names, and the step it begins with; undefined where it names none. */
export function begunBy(query: URLSearchParams): { draft: Draft; step: Step } | undefined {
  const kind = offered.find((one) => one === query.get("kind"));
  if (!kind) return undefined;
  const about = query.get("about") ?? undefined;
  const draft = newDraft(kind, { about, answers: answersOf(query) });
  // A new dataset begins with its file; what is about something known may go on at once.
  const [, second = "what"] = stepsOf(draft);
  return { draft, step: reachable(draft, second) };
}
