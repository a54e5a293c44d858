import type { Speech } from "../../../i18n/speech.ts";
import { isTime } from "../../chart.ts";
import type { ChartData } from "../../chart-data.ts";
import type { Drawing } from "../../drawn/drawing.ts";
import type { ChartRequest, ExploredTable } from "../../view.ts";

/** What a chart of a table says: its title, its figure, its labels, and in sentences what it shows. */
export type ChartWords = ReturnType<typeof chartWords>;

/** The words of a table's charts; nothing here touches the page. */
export function chartWords({ columns }: Pick<ExploredTable, "columns">, speech: Speech) {
  const { t, number, label: written } = speech;
  const columnOf = (name: string | undefined) => columns.find((column) => column.name === name);
  const nameOf = (name: string | undefined) => columnOf(name)?.title ?? "";
  const label = (value: string): string => (value === "" ? t("explore.empty") : written(value));

  const figureOf = ({ of, y }: ChartRequest): string =>
    of === "count"
      ? t("explore.count")
      : t(of === "sum" ? "explore.sumOf" : "explore.meanOf", { y: nameOf(y) });

  const titleOf = ({ kind, x, y, y2, of, by, as }: ChartRequest): string => {
    const both = [y, y2].flatMap((name) => (name === undefined ? [] : [nameOf(name)]));
    const slots = { x: nameOf(x), y: both.join("», «") };
    const title = t(kind === "histogram" ? "explore.titleSpread" : titleKeys[of], slots);
    const parted =
      by === undefined
        ? title
        : by === x
          ? t("explore.titleYears", { title })
          : t("explore.titleBy", { title, by: nameOf(by) });
    return as === undefined ? parted : t(`explore.titleAs.${as}`, { title: parted });
  };

  /** What a series is called: its value of `by`, its measure where there are two, else the figure. */
  const seriesName = (now: ChartRequest, name: string): string =>
    now.by !== undefined ? label(name) : figureOf(now.y2 === undefined ? now : { ...now, y: name });

  /** The groups by what the chart says of each, the greatest first. */
  function pointsOf(now: ChartRequest, data: ChartData): { name: string; value: number }[] {
    const points = data.labels.flatMap((name, at) => {
      if (data.restLabels > 0 && at === data.labels.length - 1) return [];
      const known = data.series.flatMap(({ name: part, values }) => {
        const value = values[at] ?? null;
        const one = now.y2 === undefined ? label(part) : nameOf(part);
        return value === null ? [] : [{ name: `${label(name)}, ${one}`, value }];
      });
      // Means of parts, two measures and per cent do not add up: each is told by itself.
      if ((now.of === "mean" && now.by !== undefined) || now.y2 !== undefined || now.as)
        return known;
      const sum = known.reduce((total, { value }) => total + value, 0);
      return known.length === 0 ? [] : [{ name: label(name), value: sum }];
    });
    return points.sort((a, b) => b.value - a.value);
  }

  /** The greatest group and the least one, in a sentence; nothing where there is no group. */
  function extremesOf(now: ChartRequest, data: ChartData): string[] {
    const points = pointsOf(now, data);
    const [top, bottom] = [points[0], points.at(-1)];
    if (!top || !bottom) return [];
    const most = { top: top.name, max: number(top.value) };
    // Of a spread, and of two bars, the least says nothing; of groups some of which are in the rest, the least shown is not the least.
    return now.kind !== "histogram" && points.length > 2 && data.restLabels === 0
      ? [t("dataset.chartSummary", { ...most, bottom: bottom.name, min: number(bottom.value) })]
      : [t("explore.most", most)];
  }

  const summaryOf = (now: ChartRequest, data: ChartData): string[] => [
    ...extremesOf(now, data),
    ...(data.restLabels > 0 ? [t("explore.restHint", { count: number(data.restLabels) })] : []),
    ...(data.left > 0 ? [t("explore.left", { count: number(data.left) })] : []),
    ...(now.as ? [`${t(`chart.as.${now.as}`)}.`] : []),
    ...(data.grain ? [t(`explore.grain.${data.grain}`)] : []),
  ];

  function drawingOf(now: ChartRequest, data: ChartData, series: ChartData["series"]): Drawing {
    const time = isTime(columnOf(now.x)?.type ?? "string");
    return {
      kind: now.kind === "line" ? "line" : now.kind === "histogram" || time ? "columns" : "bar",
      labels: data.labels.map(label),
      unit: now.as ? "%" : "",
      series: series.map(({ name, values }) => ({ name: seriesName(now, name), values })),
      stacked:
        now.kind === "bar" &&
        series.length > 1 &&
        (now.as === "share" || (now.of !== "mean" && now.y2 === undefined && !now.as)),
      ...(now.as === "share" ? { most: 100 } : {}),
    };
  }

  /** The chart's numbers as the lines of a file. */
  const linesOf = (now: ChartRequest, data: ChartData): string[][] => [
    [nameOf(now.x), ...data.series.map(({ name }) => seriesName(now, name))],
    ...data.labels.map((one, at) => [
      one,
      ...data.series.map(({ values }) => String(values[at] ?? "")),
    ]),
  ];
  return { columnOf, nameOf, label, seriesName, titleOf, summaryOf, drawingOf, linesOf };
}

const titleKeys = {
  count: "explore.titleCount",
  sum: "explore.titleSum",
  mean: "explore.titleMean",
} as const;
