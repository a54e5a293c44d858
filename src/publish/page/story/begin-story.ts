import { button, make } from "../../../find/browser/dom.ts";
import { readStory, type WrittenStory } from "../../story/story-text.ts";
import type { Stage } from "../stage.ts";

/** Answers of a form that say what a written story says. */
const answersOf = ({ values, body }: WrittenStory) => ({ entry: values, text: body });

/** What a text begins with: what is on the portal, what the numbers of a set say, or nothing. */
export async function beginStory(stage: Stage): Promise<void> {
  const { answers } = stage.draft;
  if (answers.entry !== undefined || answers.text !== undefined) return;
  const source = await stage.source();
  if (source !== undefined) {
    const story = readStory(source);
    await stage.change({ answers: { ...answers, ...answersOf(story) } });
    return;
  }
  const { today } = await stage.facts();
  const { dataset } = answers;
  const proposed =
    typeof dataset === "string" ? await stage.propose(dataset).catch(() => undefined) : undefined;
  const entry = {
    date: today,
    ...(typeof dataset === "string" ? { datasets: [dataset] } : {}),
  };
  await stage.change(
    proposed
      ? {
          answers: { ...answers, ...answersOf(proposed), proposed: true },
          title: String(proposed.values.title),
        }
      : { answers: { ...answers, entry, text: "" } },
  );
}

/** Says who wrote what stands there, and lets a person begin anew. */
export function proposedNote(stage: Stage): HTMLElement[] {
  const { words, draft } = stage;
  if (draft.answers.proposed !== true) return [];
  const clear = button(words.t("publish.story.clear"), "plain", () => {
    if (!confirm(words.t("publish.story.clearSure"))) return;
    const { proposed: _, ...answers } = stage.draft.answers;
    void stage.change({ answers: { ...answers, text: "" } }).then(() => stage.go("text"));
  });
  return [
    make(
      "div",
      "note story-proposed",
      make("p", "", words.t("publish.story.proposed")),
      make("p", "actions", clear),
    ),
  ];
}
