import { make } from "../../../find/browser/dom.ts";
import type { Key } from "../../../i18n/speech.ts";
import type { Judgement } from "../judge/judge-worker.ts";
import type { Stage } from "../stage.ts";

/** What gives most points is named; the rest waits. */
const named = 3;

/** What to do, without the key of the file: a form has a field in its place. */
const fixOf = (metric: string, words: Stage["words"]): string =>
  words.t(`mqa.fix.${metric}` as Key).replace(/ \([A-Za-z]+\)/g, "");

/**
 * The side of a step: whether it may be sent, and how the description stands; shown anew with every answer of the judge. Who
 * does not see it is told when the verdict is another than before, and of nothing else: each pause in typing is judged.
 */
export function openSide({ words }: Pick<Stage, "words">): {
  element: HTMLElement;
  show(judged: Judgement): void;
} {
  const heading = make("h3", "");
  const verdict = make("p", "");
  verdict.setAttribute("role", "status");
  const rest = make("div", "");
  const aside = make("aside", "standing", heading, verdict, rest);
  // Nothing stands there before something was judged.
  aside.hidden = true;
  return {
    element: make("div", "side", aside),
    show({ figures, findings, shown }) {
      aside.hidden = false;
      heading.textContent = words.t(shown ? "publish.story.standing" : "publish.standing");
      const errors = findings.filter(({ severity }) => severity === "error").length;
      verdict.className = errors > 0 ? "late" : "fresh";
      const sentence =
        errors > 0 ? words.count("publish.errors", errors) : words.t("publish.noErrors");
      if (verdict.textContent !== sentence) verdict.textContent = sentence;
      rest.replaceChildren(...qualityOf(figures, words), ...conformityOf(figures, words));
    },
  };
}

/** Points of quality, and what gives most of those that are missing. */
function qualityOf({ quality }: Judgement["figures"], words: Stage["words"]): HTMLElement[] {
  if (!quality) return [];
  const meter = make("meter", "");
  meter.max = quality.maximum;
  meter.value = quality.points;
  const label = words.t("publish.quality", {
    points: words.number(quality.points),
    maximum: words.number(quality.maximum),
  });
  meter.setAttribute("aria-label", label);
  const fixes = quality.fixes
    .slice(0, named)
    .map(({ metric, points }) =>
      make("li", "", `${fixOf(metric, words)} `, make("strong", "", `+${points}`)),
    );
  return [
    make("p", "", label, " ", meter),
    ...(fixes.length > 0
      ? [make("p", "", words.t("publish.fixNext")), make("ul", "plain", ...fixes)]
      : []),
  ];
}

/** What is still missing of what the ministry recommends. */
function conformityOf({ conformity }: Judgement["figures"], words: Stage["words"]): HTMLElement[] {
  if (!conformity) return [];
  const { failed } = conformity;
  const missing = failed.map((criterion) =>
    make("li", "", words.t(`conformity.${criterion}` as Key)),
  );
  return [
    make("p", "", words.t(failed.length === 0 ? "publish.conforms" : "publish.conformsNot")),
    ...(missing.length > 0 ? [make("ul", "", ...missing)] : []),
  ];
}
