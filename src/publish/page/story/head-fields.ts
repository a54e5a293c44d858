import { make } from "../../../find/browser/dom.ts";
import type { PortalFacts } from "../../../schemas/reports/portal-facts.ts";
import { entryFields } from "../../entry/entry-fields.ts";
import { answersIn, entryValues } from "../../entry/entry-values.ts";
import { entryFieldsOf } from "../fields/entry-field.ts";
import type { Stage } from "../stage.ts";

/** Fields of a story's head: those above its text, the sets below it, and what is out of the way. */
export type HeadFields = {
  above: HTMLElement[];
  sets: HTMLElement;
  rest: HTMLElement;
  /** Ticks a set, or takes the tick away. */
  tick(id: string, isTicked: boolean): void;
};

const above = new Set(["title", "description"]);
const isAbove = (name: string): boolean => above.has(name);
const isSets = (name: string): boolean => name === "datasets";
const isRest = (name: string): boolean => !isAbove(name) && !isSets(name);

/** Sets that a story says it is about. */
export function setsOf({ draft }: Pick<Stage, "draft">): string[] {
  const { datasets } = answersIn(draft.answers.entry);
  return Array.isArray(datasets) ? (datasets as string[]) : [];
}

/** @param changed what was answered is in the draft, to be shown and judged */
export function headFields(stage: Stage, facts: PortalFacts, changed: () => void): HeadFields {
  const { words } = stage;
  function keep(own: Record<string, unknown>): void {
    const entry = { ...answersIn(stage.draft.answers.entry), ...own };
    const { title } = entryValues("news", entry);
    void stage.change({
      answers: { ...stage.draft.answers, entry },
      ...(typeof title === "string" ? { title } : {}),
    });
    changed();
  }
  const fields = (isWanted: (name: string) => boolean) =>
    entryFieldsOf(
      entryFields("news").filter(({ name }) => isWanted(name)),
      {
        id: "q",
        value: stage.draft.answers.entry,
        words,
        facts,
        // Several groups of fields answer one entry: each says only what is its own.
        change: (value) =>
          keep(
            Object.fromEntries(Object.entries(answersIn(value)).filter(([name]) => isWanted(name))),
          ),
      },
    );
  const sets = make("div", "", ...fields(isSets));
  return {
    above: fields(isAbove),
    sets,
    rest: make(
      "details",
      "story-rest",
      make("summary", "", words.t("publish.story.rest")),
      ...fields(isRest),
    ),
    tick(id, isTicked) {
      const others = setsOf(stage).filter((one) => one !== id);
      keep({ datasets: isTicked ? [...others, id] : others });
      sets.replaceChildren(...fields(isSets));
    },
  };
}
