import { button, make } from "../../../find/browser/dom.ts";
import { hasErrors } from "../../../model/reports/finding.ts";
import { entryFields } from "../../entry/entry-fields.ts";
import type { StoryFinding, StoryShown } from "../../story/judge-story.ts";
import { tellError } from "../fields/field.ts";
import type { Stage } from "../stage.ts";

type Words = Stage["words"];

/** What to do; of a picture, what to put in its place. */
const adviceOf = ({ rule, message, hint }: StoryFinding, words: Words): string =>
  rule === "news-safe" && message.includes("зображення")
    ? words.t("publish.story.noPictures")
    : hint;

/**
 * What the portal says of a story: of its head at the field, of its text in a list whose lines can be gone to.
 * @param show goes to a line of the text
 */
export function tellStory(
  { findings }: StoryShown,
  { words }: Pick<Stage, "words">,
  show: (line: number) => void,
): HTMLElement[] {
  for (const { name } of entryFields("news")) tellError(document, `q-${name}`, undefined);
  const items = findings.flatMap((finding) => {
    const { spot, message } = finding;
    if ("field" in spot) {
      tellError(document, `q-${spot.field}`, `${message} ${finding.hint}`);
      return [];
    }
    const item = make(
      "li",
      "",
      button(words.t("publish.story.line", { line: spot.line }), "line-link", () =>
        show(spot.line),
      ),
      make("span", "", message, " ", make("span", "quiet", adviceOf(finding, words))),
    );
    item.lang = "uk";
    return [item];
  });
  if (items.length === 0) return [];
  return [make("div", hasErrors(findings) ? "note late" : "note", make("ul", "plain", ...items))];
}
