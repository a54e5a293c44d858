import { drawingOf } from "../../../explore/told/chart-drawing.ts";
import { findingOf, sentencesOf } from "../../../explore/told/chart-words.ts";
import { make } from "../../../find/browser/dom.ts";
import type { Speech } from "../../../i18n/speech.ts";
import type { Chart } from "../../../model/catalogue.ts";
import { tableNode } from "./blocks.ts";

/** A chart as the site draws it, with its numbers under it. */
export function chartFigure(chart: Chart, words: Speech): HTMLElement {
  const { title, unit, x, series } = chart;
  const drawn = drawingOf(chart, words);
  const { labels } = drawn;
  const names = drawn.series.map(({ name }) => name);
  const finding = findingOf(chart, words);
  const data = make("script", "");
  data.type = "application/json";
  data.textContent = JSON.stringify(drawn);
  const drawing = make("data-chart" as "div", drawn.kind, data);
  const numbers = labels.map((label, index) => [
    label,
    ...series.map(({ values }) => {
      const value = values[index];
      return typeof value === "number" ? words.number(value) : "";
    }),
  ]);
  return make(
    "figure",
    "chart",
    make(
      "figcaption",
      "",
      make("strong", finding ? "finding" : "", finding?.text ?? title.uk),
      ...(finding
        ? [make("span", "about", `${title.uk}${unit ? `, ${unit.uk}` : ""}`)]
        : unit
          ? [`, ${unit.uk}`]
          : []),
    ),
    drawing,
    ...sentencesOf(chart, words).map((sentence) => make("p", "quiet", sentence)),
    make(
      "details",
      "",
      make("summary", "", words.t("dataset.chartTable")),
      tableNode([x.uk, ...names], numbers),
    ),
  );
}
