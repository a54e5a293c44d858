import { make } from "../../../find/browser/dom.ts";
import type { Key } from "../../../i18n/speech.ts";
import type { Judgement } from "../judge/judge-worker.ts";
import type { Stage } from "../stage.ts";

/** What gives most points is named; the rest waits. */
const named = 3;

/** What to do, without the key of the file: a form has a field in its place. */
const fixOf = (metric: string, words: Stage["words"]): string =>
  words.t(`mqa.fix.${metric}` as Key).replace(/ \([A-Za-z]+\)/g, "");

/** Whether it may be sent, in a sentence. */
function verdictOf({ findings }: Judgement, { words }: Pick<Stage, "words">): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return errors > 0 ? words.count("publish.errors", errors) : words.t("publish.noErrors");
}

/**
 * The side of a step, shown anew with every answer of the judge. Who does not see it is told when the verdict is another than
 * before, and of nothing else: it is judged with every pause in typing.
 */
export function openSide(stage: Pick<Stage, "words">): {
  element: HTMLElement;
  show(judged: Judgement): void;
} {
  const place = make("div", "");
  const said = make("p", "sr", "");
  said.setAttribute("role", "status");
  let last: string | undefined;
  return {
    element: make("div", "side", place, said),
    show(judged) {
      place.replaceChildren(figuresOf(judged, stage));
      const verdict = verdictOf(judged, stage);
      if (last !== undefined && last !== verdict) said.textContent = verdict;
      last = verdict;
    },
  };
}

/** How the description stands: points of quality, conformity, what to mend next. */
function figuresOf(judged: Judgement, { words }: Pick<Stage, "words">): HTMLElement {
  const { figures, findings, shown } = judged;
  const { quality, conformity } = figures;
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const place = make(
    "aside",
    "standing",
    make("h3", "", words.t(shown ? "publish.story.standing" : "publish.standing")),
  );
  place.append(make("p", errors > 0 ? "late" : "fresh", verdictOf(judged, { words })));
  if (quality) {
    const meter = make("meter", "");
    meter.max = quality.maximum;
    meter.value = quality.points;
    const label = words.t("publish.quality", {
      points: words.number(quality.points),
      maximum: words.number(quality.maximum),
    });
    meter.setAttribute("aria-label", label);
    place.append(make("p", "", label, " ", meter));
    const fixes = quality.fixes
      .slice(0, named)
      .map(({ metric, points }) =>
        make("li", "", `${fixOf(metric, words)} `, make("strong", "", `+${points}`)),
      );
    if (fixes.length > 0)
      place.append(make("p", "", words.t("publish.fixNext")), make("ul", "plain", ...fixes));
  }
  if (conformity)
    place.append(
      make(
        "p",
        "",
        words.t(conformity.failed.length === 0 ? "publish.conforms" : "publish.conformsNot"),
      ),
      make(
        "ul",
        "",
        ...conformity.failed.map((criterion) =>
          make("li", "", words.t(`conformity.${criterion}` as Key)),
        ),
      ),
    );
  return place;
}
