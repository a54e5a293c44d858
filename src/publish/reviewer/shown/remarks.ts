import { make } from "../../../find/browser/dom.ts";
import type { Speech } from "../../../i18n/speech.ts";
import type { Remark } from "../../../remote/forge.ts";

/** What was said under a request. Strangers' Markdown is shown as it was typed: nothing of it becomes markup. */
export function remarkNodes(remarks: readonly Remark[], words: Speech): Node[] {
  const heading = make("h2", "", words.t("review.remarks"));
  if (remarks.length === 0) return [heading, make("p", "quiet", words.t("review.silent"))];
  const items = remarks.map((remark) =>
    make("li", "", make("p", "quiet", factsOf(remark, words)), textOf(remark, words)),
  );
  return [heading, make("ul", "plain remarks", ...items)];
}

const factsOf = ({ who, when, verdict, place }: Remark, words: Speech): string =>
  [
    who,
    when === "" ? "" : words.date(when),
    verdict === undefined ? "" : words.t(`review.said.${verdict}`),
    place ? `${place.path}${place.line === undefined ? "" : `:${place.line}`}` : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");

/** A program's report is long and is told on this page anew: it waits folded. */
function textOf({ robot, text }: Remark, words: Speech): HTMLElement {
  const said = make("p", "remark", text);
  return robot ? make("details", "", make("summary", "", words.t("review.robot")), said) : said;
}
