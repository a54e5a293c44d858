import type { Chart, Plugin } from "chart.js";
import { letters } from "./drawing.ts";

/** What is written at a chart's marks: the names of its lines at their ends, or figures at the ends of its bars. */
export type DirectLabels = { ends?: readonly (readonly string[])[]; figures?: readonly string[] };

const lineHeight = letters + 3;

type End = { lines: readonly string[]; colour: string; y: number; height: number };

/** Names at the ends of their lines, moved apart where lines end near each other. */
function placed({ chartArea }: Chart, ends: End[]): End[] {
  let free = chartArea.top - lineHeight / 2;
  const down = ends
    .sort((a, b) => a.y - b.y)
    .map((end) => {
      const top = Math.max(free, end.y - end.height / 2);
      free = top + end.height;
      return { ...end, y: top };
    });
  // What was pushed below the chart comes back up, and pushes those above it.
  let bottom = chartArea.bottom + lineHeight / 2;
  return down.reverse().map((end) => {
    const top = Math.min(end.y, bottom - end.height);
    bottom = top;
    return { ...end, y: top };
  });
}

function drawEnds(chart: Chart, names: readonly (readonly string[])[]): void {
  const { ctx, chartArea } = chart;
  const ends = names.flatMap((lines, index): End[] => {
    const { data } = chart.getDatasetMeta(index);
    const values = chart.data.datasets[index]?.data ?? [];
    const last = values.findLastIndex((value) => typeof value === "number");
    const point = data[last];
    const colour = String(chart.data.datasets[index]?.borderColor);
    return point ? [{ lines, colour, y: point.y, height: lines.length * lineHeight + 4 }] : [];
  });
  ctx.save();
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  for (const { lines, colour, y } of placed(chart, ends)) {
    ctx.fillStyle = colour;
    for (const [at, line] of lines.entries())
      ctx.fillText(line, chartArea.right + 8, y + 2 + lineHeight * (at + 0.5));
  }
  ctx.restore();
}

function drawFigures(chart: Chart, figures: readonly string[], colour: string): void {
  const { ctx } = chart;
  ctx.save();
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.fillStyle = colour;
  for (const [at, bar] of chart.getDatasetMeta(0).data.entries()) {
    const figure = figures[at];
    if (figure) ctx.fillText(figure, Math.max(bar.x, chart.chartArea.left) + 6, bar.y);
  }
  ctx.restore();
}

/** Writes names and figures beside what they are of, so that no reader looks from a legend to a line and back. */
export const directLabels = (
  { ends, figures }: DirectLabels,
  { font, ink }: { font: string; ink: string },
): Plugin<"bar" | "line"> => ({
  id: "directLabels",
  afterDatasetsDraw(chart) {
    chart.ctx.font = font;
    if (ends) drawEnds(chart, ends);
    if (figures) drawFigures(chart, figures, ink);
  },
});
