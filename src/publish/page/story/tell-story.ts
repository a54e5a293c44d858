import { button, make } from "../../../find/browser/dom.ts";
import { hasErrors } from "../../../model/reports/finding.ts";
import type { StoryFinding } from "../../story/judge-story.ts";
import { tellError } from "../fields/field.ts";
import type { Stage } from "../stage.ts";

type Words = Stage["words"];

/** What to do; of a picture, what to put in its place. */
const adviceOf = ({ rule, message, hint }: StoryFinding, words: Words): string =>
  rule === "news-safe" && message.includes("зображення")
    ? words.t("publish.story.noPictures")
    : hint;

/** Where a story is told of: its form, the way to a line of its text, and whether a person has come to a field yet. */
type Told = {
  form: HTMLElement;
  show(line: number): void;
  isReached(field: Element): boolean;
};

/** «en.title» → the id of its field. */
export const idOf = (field: string): string => ["q", ...field.split(".")].join("-");

/** Puts at each field of the head what is said of it → what no field is there for. */
function tellHead(
  findings: readonly StoryFinding[],
  { form, isReached }: Pick<Told, "form" | "isReached">,
): StoryFinding[] {
  for (const { id } of form.querySelectorAll(".error:not([hidden])"))
    tellError(form, id.replace(/-error$/, ""), undefined);
  return findings.filter(({ spot, rule, message, hint }) => {
    if (!("field" in spot)) return true;
    const field = form.querySelector(`#${idOf(spot.field)}`);
    // Nobody is reproached for a field that is still ahead.
    if (field && rule !== "value-present") tellError(form, field.id, `${message} ${hint}`);
    else if (field && isReached(field)) tellError(form, field.id, hint);
    return field === null;
  });
}

/** What the portal says of a story: of its head at the field, of its text in a list whose lines can be gone to. */
export function tellStory(
  findings: readonly StoryFinding[],
  { words }: Pick<Stage, "words">,
  told: Told,
): HTMLElement[] {
  const items = tellHead(findings, told).map((finding) => {
    const { spot, message } = finding;
    const item = make(
      "li",
      "",
      ...("line" in spot
        ? [
            button(words.t("publish.story.line", { line: spot.line }), "line-link", () =>
              told.show(spot.line),
            ),
          ]
        : []),
      make("span", "", message, " ", make("span", "quiet", adviceOf(finding, words))),
    );
    item.lang = "uk";
    return item;
  });
  if (items.length === 0) return [];
  return [make("div", hasErrors(findings) ? "note late" : "note", make("ul", "plain", ...items))];
}
