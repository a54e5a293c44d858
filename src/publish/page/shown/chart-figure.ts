import { make } from "../../../find/browser/dom.ts";
import type { Speech } from "../../../i18n/speech.ts";
import type { Chart } from "../../../model/catalogue.ts";
import { tableNode } from "./blocks.ts";

/** What is greatest and least of a series, as under every chart of the site. */
function extremesOf({ labels, series, unit }: Chart, { t, label, measured }: Speech): string[] {
  return series.flatMap(({ title, values }) => {
    const points = labels
      .flatMap((name, index) => {
        const value = values[index];
        return typeof value === "number" ? [{ name: label(name), value }] : [];
      })
      .sort((a, b) => b.value - a.value);
    const [top] = points;
    const bottom = points.at(-1);
    if (!top || !bottom) return [];
    const sentence = t("dataset.chartSummary", {
      top: top.name,
      max: measured(top.value, unit?.uk ?? ""),
      bottom: bottom.name,
      min: measured(bottom.value, unit?.uk ?? ""),
    });
    return [series.length > 1 ? `${title.uk}. ${sentence}` : sentence];
  });
}

/** A chart as the site draws it, with its numbers under it. */
export function chartFigure(chart: Chart, words: Speech): HTMLElement {
  const { title, unit, kind, x, series } = chart;
  const labels = chart.labels.map(words.label);
  const names = series.map((one) => one.title.uk);
  const data = make("script", "");
  data.type = "application/json";
  data.textContent = JSON.stringify({
    kind,
    labels,
    unit: unit?.uk ?? "",
    series: series.map(({ values }, index) => ({ name: names[index], values })),
  });
  const drawing = make("data-chart" as "div", kind, data);
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
    make("figcaption", "", make("strong", "", title.uk), unit ? `, ${unit.uk}` : ""),
    ...extremesOf(chart, words).map((sentence) => make("p", "quiet", sentence)),
    drawing,
    make(
      "details",
      "",
      make("summary", "", words.t("dataset.chartTable")),
      tableNode([x, ...names], numbers),
    ),
  );
}
