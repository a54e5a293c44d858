import { type ChartData, round } from "./chart-data.ts";
import type { Cells } from "./source/source.ts";

/** Bins of a histogram, about. */
const bins = 20;
/** How far beyond an edge a number may be by the way computers count, as a part of a step. */
const slack = 1e-9;

/** A step of 1, 2 or 5 times a power of ten, so that about so many cover the span. */
function niceStep(span: number, steps: number): number {
  const rough = span / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const digit = [1, 2, 5, 10].find((candidate) => candidate * power >= rough) ?? 10;
  return digit * power;
}

/** How numbers are spread: how many of them lie in each of some twenty spans. */
export function histogramOf(x: Cells): ChartData {
  let [least, most, left] = [Infinity, -Infinity, 0];
  let whole = true;
  for (let row = 0; row < x.length; row++) {
    const value = x[row] === "" ? Number.NaN : Number(x[row]);
    if (!Number.isFinite(value)) left++;
    else {
      least = Math.min(least, value);
      most = Math.max(most, value);
      whole &&= Number.isInteger(value);
    }
  }
  if (least > most) return { labels: [], series: [], restLabels: 0, left };
  const step = Math.max(most > least ? niceStep(most - least, bins) : 1, whole ? 1 : 0);
  const from = Math.floor(least / step + slack);
  const counts = new Array<number>(Math.floor(most / step + slack) - from + 1).fill(0);
  for (let row = 0; row < x.length; row++) {
    if (x[row] === "") continue;
    const value = Number(x[row]);
    if (!Number.isFinite(value)) continue;
    const bin = Math.floor(value / step + slack) - from;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const edge = (index: number) => round((from + index) * step);
  return {
    labels: counts.map((_, index) =>
      whole && step === 1 ? String(edge(index)) : `${edge(index)}–${edge(index + 1)}`,
    ),
    series: [{ name: "", values: counts }],
    restLabels: 0,
    left,
  };
}
