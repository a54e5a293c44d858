import { make } from "../../../find/browser/dom.ts";
import type { TextChange } from "../judge/review-worker.ts";
import type { TextLine } from "../judge/text-lines.ts";
import type { Stand } from "../stand.ts";

const signs: Record<TextLine["kind"], string> = { same: " ", gone: "−", new: "+", gap: "⋯" };

/** A text line by line, each with what became of it: text, never markup, whatever it is of. */
function lineNodes(lines: readonly TextLine[]): HTMLElement {
  const nodes = lines.map(({ kind, text }) => {
    const tag = kind === "gone" ? "del" : kind === "new" ? "ins" : "span";
    return make(tag, `line ${kind}`, `${signs[kind]} ${text}\n`);
  });
  const text = make("pre", "lines", ...nodes);
  text.tabIndex = 0;
  return text;
}

/** Files beside the sets, as they are written. */
export function textNodes(texts: readonly TextChange[], { words }: Stand): Node[] {
  if (texts.length === 0) return [];
  return [
    make("h2", "", words.t("review.texts")),
    make("p", "quiet", words.t("review.texts.note")),
    ...texts.map(({ path, kind, lines }) => {
      const details = make(
        "details",
        "",
        make("summary", "", make("code", "", path), ` — ${words.t(`review.text.${kind}`)}`),
        lineNodes(lines),
      );
      details.open = true;
      return details;
    }),
  ];
}
