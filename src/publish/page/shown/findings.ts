import { make } from "../../../find/browser/dom.ts";
import type { Finding } from "../../../model/reports/finding.ts";
import { groupFindings } from "../../../published/blocks/findings.ts";
import type { Stage } from "../stage.ts";

/** Findings by cause, each with what to do; the worst first. They are Ukrainian, for publishers. */
export function findingList(
  findings: readonly Finding[],
  { root, words }: Pick<Stage, "root" | "words">,
): HTMLElement[] {
  const worst = [...findings].sort((a, b) => rank(a) - rank(b));
  return groupFindings(worst).flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const help = make("a", "", words.t("check.help"));
    help.href = `${root}/help/${first.rule}/`;
    const note = make(
      "section",
      first.severity === "error" ? "note late" : "note",
      make("p", "quiet", words.t(first.severity === "error" ? "check.error" : "check.warning")),
      make("ul", "messages", ...alike.map(({ message }) => make("li", "", message))),
      make("p", "", make("span", "", first.hint), " ", help),
    );
    return [note];
  });
}

const rank = ({ severity }: Finding): number => (severity === "error" ? 0 : 1);
