import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from "chart.js";
import { directLabels } from "./direct-labels.ts";
import {
  type Drawing,
  type Ink,
  letters,
  type Measure,
  nameLetters,
  narrow,
  wrapped,
} from "./drawing.ts";

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);
export const family = "Geologica, system-ui, sans-serif";
Chart.defaults.font.family = family;
Chart.defaults.font.size = letters;

/** More points than these are a line without marks. */
const mostMarks = 40;

type Look = { width: number; ink: Ink; measure: Measure; language: string };

/** How chart.js draws a drawing at a width, in colours, with names and figures at the marks they belong to. */
export function configurationOf(drawing: Drawing, look: Look): ChartConfiguration<"bar" | "line"> {
  const { kind, labels, series } = drawing;
  const { ink } = look.ink;
  const labelled = labelsOf(drawing, look);
  return {
    type: kind === "line" ? "line" : "bar",
    data: { labels, datasets: series.map((_, index) => datasetOf(drawing, index, look.ink)) },
    plugins: [directLabels(labelled, { font: `400 ${letters}px ${family}`, ink })],
    options: {
      locale: look.language,
      indexAxis: kind === "bar" ? "y" : "x",
      maintainAspectRatio: false,
      animation: false,
      layout: { padding: { right: labelled.room, top: 8 } },
      interaction: { mode: "index", intersect: false, axis: kind === "bar" ? "y" : "x" },
      plugins: {
        legend: {
          display: series.length > 1 && kind !== "line",
          align: "start",
          labels: { color: ink, boxWidth: letters, boxHeight: letters },
        },
        tooltip: {
          callbacks: {
            label: (item) => `${item.dataset.label}: ${item.formattedValue} ${drawing.unit}`,
          },
        },
      },
      scales: scalesOf(drawing, look, labelled.figures !== undefined),
    },
  };
}

/** Names of lines at their ends, figures of bars at theirs, and the room they take on the right. */
function labelsOf({ kind, series, stacked }: Drawing, { width, measure, language }: Look) {
  const widest = (texts: readonly string[]) =>
    Math.max(0, ...texts.map((text) => measure(text, letters, 400)));
  if (kind === "line" && series.length > 1) {
    const ends = series.map(({ name }) => wrapped(name, width < narrow ? 11 : 18, 3));
    return { ends, room: Math.ceil(widest(ends.flat())) + 14 };
  }
  const [only] = series;
  if (kind !== "bar" || stacked || series.length !== 1 || !only) return { room: 8 };
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const figures = only.values.map((value) => (value === null ? "" : format.format(value)));
  return { figures, room: Math.ceil(widest(figures)) + 12 };
}

function datasetOf({ kind, labels, series }: Drawing, index: number, { series: colours }: Ink) {
  const { name, values } = series[index] ?? { name: "", values: [] };
  const colour = colours[index % colours.length] ?? "";
  const isAlone = (at: number) =>
    (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
  return {
    label: name,
    data: values,
    borderColor: colour,
    backgroundColor: colour,
    borderWidth: kind === "line" ? 2.5 : 0,
    borderDash: kind === "line" && index > 0 ? [8, 1 + index * 2] : [],
    // Where points are many, only those without neighbours are marked: no line shows them.
    pointRadius: values.map((_, at) => (labels.length <= mostMarks || isAlone(at) ? 2.5 : 0)),
    tension: 0,
    // Over points that have no value the line goes in dots: what lies between is not known.
    spanGaps: true,
    segment: {
      borderDash: ({ p0, p1 }: { p0: { skip: boolean }; p1: { skip: boolean } }) =>
        p0.skip || p1.skip ? [1, 6] : undefined,
    },
    ...(kind === "columns" ? { categoryPercentage: 1, barPercentage: 0.92 } : {}),
  };
}

function scalesOf(
  { kind, labels, series, stacked = false, most }: Drawing,
  { width, ink: { ink, quiet, line } }: Look,
  figures: boolean,
) {
  const whole = series.every(({ values }) => values.every((value) => Number.isInteger(value ?? 0)));
  const values = {
    beginAtZero: true,
    stacked,
    // Figures stand at the bars: an axis would say them again.
    display: !figures,
    border: { display: false },
    ticks: { color: quiet, maxTicksLimit: 6, maxRotation: 0, ...(whole ? { precision: 0 } : {}) },
    grid: { color: line, drawTicks: false },
    ...(most === undefined ? {} : { max: most }),
  };
  const names = (shorten: (label: string) => string | string[]) => ({
    stacked,
    border: { color: line },
    grid: { display: false },
    ticks: {
      color: ink,
      autoSkip: kind !== "bar",
      autoSkipPadding: 14,
      // Letters lie: who has to bend the head reads another page.
      maxRotation: 0,
      callback: (_: unknown, index: number) => shorten(labels[index] ?? ""),
    },
  });
  return kind === "bar"
    ? { x: values, y: names((label) => wrapped(label, nameLetters(width), 2)) }
    : { x: names((label) => wrapped(label, 8, 2)), y: values };
}
