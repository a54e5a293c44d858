import { button, make } from "../../../find/browser/dom.ts";
import { type Insert, insertTag } from "../../story/inserts/insert-tag.ts";
import {
  type Chosen,
  linkText,
  markLines,
  placeBlock,
  type TextEdit,
  wrapText,
} from "../../story/markdown/edit-text.ts";
import { storyPlace } from "../../story/story.ts";
import type { Stage } from "../stage.ts";
import { picker } from "./picker.ts";

/** The field of a text, its buttons above it. */
export type BodyField = {
  element: HTMLElement;
  /** Puts the caret on a line, from 1, and the field in sight. */
  show(line: number): void;
};

const chosenIn = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Chosen => ({
  text: value,
  from: selectionStart,
  to: selectionEnd,
});

/** Makes a change as if it were typed, so that the browser can undo it. */
function edit(area: HTMLTextAreaElement, { from, to, put, choose }: TextEdit): void {
  area.focus();
  area.setSelectionRange(from, to);
  // Deprecated, and the only way to keep what a person can undo.
  if (!document.execCommand("insertText", false, put)) area.setRangeText(put, from, to, "end");
  area.setSelectionRange(...choose);
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Pictures among what is pasted or dropped. */
const hasPicture = (data: DataTransfer | null): boolean =>
  [...(data?.items ?? [])].some(({ kind, type }) => kind === "file" && type.startsWith("image/"));

type Given = {
  value: string;
  /** Sets that stand first where one is chosen. */
  sets(): readonly string[];
  /** What the text is now. */
  change(text: string): void;
  /** A chart, a number or a card of a set was put in. */
  inserted(dataset: string): void;
};

export function bodyField(stage: Stage, { value, sets, change, inserted }: Given): BodyField {
  const { words } = stage;
  const area = make("textarea", "story-text");
  area.id = "q-text";
  area.rows = 18;
  area.value = value;
  area.spellcheck = true;
  area.setAttribute("aria-describedby", "q-text-hint q-text-error q-text-refused");
  area.addEventListener("input", () => change(area.value));
  const refused = make("p", "note late", "");
  refused.id = "q-text-refused";
  refused.setAttribute("role", "alert");
  refused.hidden = true;
  const refuse = (event: ClipboardEvent | DragEvent, data: DataTransfer | null) => {
    refused.hidden = !hasPicture(data);
    if (refused.hidden) return;
    event.preventDefault();
    refused.textContent = words.t("publish.story.noPictures");
  };
  area.addEventListener("paste", (event) => refuse(event, event.clipboardData));
  area.addEventListener("drop", (event) => refuse(event, event.dataTransfer));
  const put = (insert: Insert) => {
    edit(area, placeBlock(chosenIn(area), insertTag(insert)));
    const dataset = insert.attributes.dataset ?? insert.attributes.id;
    if (dataset !== undefined) inserted(dataset);
  };
  const marks = [
    ["heading", (now) => markLines(now, "## ")],
    ["bold", (now) => wrapText(now, "**", words.t("publish.story.standIn"))],
    ["link", (now) => linkText(now, words.t("publish.story.standIn"))],
    ["list", (now) => markLines(now, "- ")],
    ["quote", (now) => markLines(now, "> ")],
  ] as const satisfies readonly (readonly [string, (now: Chosen) => TextEdit])[];
  const pick = (kind: "chart" | "figure" | "card") => () => void picker(stage, kind, sets(), put);
  const toolbar = make(
    "div",
    "story-tools",
    ...marks.map(([name, change]) =>
      button(words.t(`publish.story.mark.${name}`), "plain", () =>
        edit(area, change(chosenIn(area))),
      ),
    ),
  );
  toolbar.setAttribute("role", "group");
  toolbar.setAttribute("aria-label", words.t("publish.story.marks"));
  const inserts = make(
    "div",
    "story-tools inserts",
    ...(["chart", "figure", "card"] as const).map((kind) =>
      button(words.t(`publish.story.insert.${kind}`), "plain", pick(kind)),
    ),
    // Of the whole portal, and so of a dashboard's page rather than of a day's news.
    ...(storyPlace(stage.draft.about)?.folder === "dashboards"
      ? [
          button(words.t("publish.story.insert.quality"), "plain", () =>
            put({ name: "Quality", attributes: {} }),
          ),
        ]
      : []),
  );
  inserts.setAttribute("role", "group");
  inserts.setAttribute("aria-label", words.t("publish.story.inserts"));
  const label = make("label", "", words.t("publish.story.text"));
  label.htmlFor = area.id;
  const hint = make("span", "hint", words.t("publish.story.textHint"));
  hint.id = "q-text-hint";
  const error = make("span", "error", "");
  error.id = "q-text-error";
  error.hidden = true;
  return {
    element: make("div", "field story-body", label, hint, error, toolbar, inserts, area, refused),
    show(line) {
      const lines = area.value.split("\n");
      const from = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
      area.focus();
      area.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
    },
  };
}
