import { inLanguage } from "../../i18n/in-language.ts";
import type { Speech } from "../../i18n/speech.ts";
import type { Chart } from "../../model/catalogue.ts";
import type { Drawing } from "../drawn/drawing.ts";

/** What a chart's words and drawing are made of; a chart of the portal itself is of no set. */
export type ToldChart = Omit<Chart, "dataset" | "name">;

/** A label that stands for more than one value, «80 і старше», «100+»: it is compared with none. */
export const isGroup = (label: string): boolean =>
  /\d\s*\+$|^[<>≤≥]|(^|\s)(і|та|й|or|and)\s+(старш|більш|молодш|менш|over|older|more|under|less)|(^|\s)(понад|від|over)\s+\d/i.test(
    label,
  );

/** More numbers than these along a chart stand, a bar for each would be a page of its own. */
const mostLying = 30;

/** A chart → what is drawn of it in a language. Names lie, so that none is slanted; what has an order stands. */
export function drawingOf(chart: ToldChart, speech: Speech): Drawing {
  const { language, label } = speech;
  const { kind, scale, labels, series, adds, as } = chart;
  // A group at the end, «80 і старше», stands apart: no line leads to it as to one more number.
  const isParted = scale === "number" && kind === "line" && isGroup(labels.at(-1) ?? "");
  const parted = <T>(all: readonly T[], nothing: T): T[] =>
    isParted ? [...all.slice(0, -1), nothing, ...all.slice(-1)] : [...all];
  const isOrdered = scale === "time" || (scale === "number" && labels.length > mostLying);
  const standing = kind === "line" ? ("line" as const) : ("columns" as const);
  return {
    kind: scale === "names" || (kind === "bar" && !isOrdered) ? "bar" : standing,
    labels: parted(labels.map(label), ""),
    unit: chart.unit ? inLanguage(chart.unit, language).text : "",
    series: series.map(({ title, values }) => ({
      name: label(inLanguage(title, language).text),
      values: parted(values, null),
    })),
    ...(kind === "bar" && series.length > 1 && !chart.others && (adds || as === "share")
      ? { stacked: true }
      : {}),
    ...(as === "share" ? { most: 100 } : {}),
  };
}
