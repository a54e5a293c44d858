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
Chart.defaults.font.family = "Geologica, system-ui, sans-serif";

/** `bar` lies, its names read across; `columns` stand, for numbers in steps. */
export type Drawing = {
  kind: "bar" | "line" | "columns";
  labels: string[];
  unit: string;
  series: { name: string; values: (number | null)[] }[];
  stacked?: boolean;
  /** Where the axis of values ends, so that charts side by side have one scale. */
  most?: number;
};

/** A long name in lines of about so many letters; what does not fit ends with an ellipsis. */
function wrapped(label: string, length: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of label.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < length)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= most
    ? lines
    : lines.slice(0, most).map((line, index) => (index === most - 1 ? `${line}…` : line));
}

/** The colours and letters of the page a chart stands on. */
function pageStyle() {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: value("--ink"),
    quiet: value("--quiet"),
    line: value("--line"),
    series: value("--series")
      .split(",")
      .map((part) => part.trim()),
  };
}

/** How chart.js draws a drawing at a width, in the page's colours. */
export function configurationOf(
  { kind, labels, unit, series, stacked = false, most }: Drawing,
  width: number,
): ChartConfiguration<"bar" | "line"> {
  const { ink, quiet, line, series: colours } = pageStyle();
  const lying = kind === "bar";
  const shorten = (label: string) => wrapped(label, width < 600 ? 20 : 36, 2);
  const whole = series.every(({ values }) => values.every((value) => Number.isInteger(value ?? 0)));
  const axis = {
    ticks: { color: quiet, ...(whole ? { precision: 0 } : {}) },
    grid: { color: line },
    stacked,
  };
  const values = { ...axis, beginAtZero: true, ...(most === undefined ? {} : { max: most }) };
  return {
    type: kind === "line" ? "line" : "bar",
    data: {
      labels,
      datasets: series.map(({ name, values }, index) => ({
        label: name,
        data: values,
        borderColor: colours[index % colours.length] ?? "",
        backgroundColor: colours[index % colours.length] ?? "",
        borderWidth: kind === "line" ? 2.5 : 0,
        borderDash: kind === "line" && index > 0 ? [6, index * 2] : [],
        // Where points are many, only those without neighbours are marked: no line shows them.
        pointRadius: values.map((_, at) =>
          labels.length <= 40 ||
          ((values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null)
            ? 2.5
            : 0,
        ),
        tension: 0,
        ...(kind === "columns" ? { categoryPercentage: 1, barPercentage: 0.96 } : {}),
      })),
    },
    options: {
      locale: document.documentElement.lang,
      indexAxis: lying ? "y" : "x",
      maintainAspectRatio: false,
      animation: false,
      interaction: { mode: "index", intersect: false, axis: lying ? "y" : "x" },
      plugins: {
        legend: { display: series.length > 1, labels: { color: ink } },
        tooltip: {
          callbacks: { label: (item) => `${item.dataset.label}: ${item.formattedValue} ${unit}` },
        },
      },
      scales: lying
        ? {
            x: values,
            y: {
              stacked,
              ticks: {
                color: ink,
                autoSkip: false,
                callback: (_, index) => shorten(labels[index] ?? ""),
              },
              grid: { display: false },
            },
          }
        : { x: { ...axis, grid: { display: false } }, y: values },
    },
  };
}

/** Draws on a canvas. The numbers stand beside it in a table, for those who cannot see the picture. */
export function drawChart(canvas: HTMLCanvasElement, drawing: Drawing): Chart<"bar" | "line"> {
  canvas.setAttribute("aria-hidden", "true");
  return new Chart(canvas, configurationOf(drawing, canvas.parentElement?.clientWidth ?? 800));
}
