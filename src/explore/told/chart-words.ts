import { inLanguage } from "../../i18n/in-language.ts";
import { capital, ended } from "../../i18n/period.ts";
import type { Speech } from "../../i18n/speech.ts";
import { pointsText, timesText } from "../../i18n/times.ts";
import { shortened } from "../../i18n/typography.ts";
import { isGroup, type ToldChart } from "./chart-drawing.ts";

type Point = { label: string; value: number };
type Series = { name: string; points: Point[] };

/** Each series with the points that have a value and can be compared. */
function seriesOf(
  { labels, series, scale, partial = [] }: ToldChart,
  { language, label }: Speech,
): Series[] {
  const parts = new Set(partial.map((year) => year.label));
  return series.map(({ title, values }) => ({
    name: label(inLanguage(title, language).text),
    points: labels.flatMap((one, at) => {
      const value = values[at];
      // A group is no number among others, and a part of a year no year.
      const isCompared =
        typeof value === "number" && !(scale === "number" && isGroup(one)) && !parts.has(one);
      return isCompared ? [{ label: one, value }] : [];
    }),
  }));
}

const byValue = (points: readonly Point[]): Point[] =>
  [...points].sort((a, b) => b.value - a.value);

/** A label as a sentence names it: a number with what it counts, «вік 38»; a month by its name. */
function namer({ scale, x }: ToldChart, { language, label, t }: Speech) {
  const [along = ""] = inLanguage(x, language).text.split(",");
  const lower = along.slice(0, 1).toLowerCase() + along.slice(1);
  return (one: string): string =>
    scale === "number" && /^-?\d+([.,]\d+)?$/.test(one)
      ? t("chart.along", { x: lower, label: one })
      : label(one);
}

/** Where in time a point stands: «у грудні 2022 р.», «у 2019 р.», «у травні». */
function whenOf(label: string, { t, date }: Speech): string {
  const months = t("chart.months").split(",");
  const [, year, month] = /^(\d{4}|-)-(\d\d)$/.exec(label) ?? [];
  const name = months[Number(month) - 1];
  if (name !== undefined)
    return year === "-"
      ? t("chart.inMonth", { month: name })
      : t("chart.inMonthOf", { month: name, year: `${year}` });
  if (/^\d{4}$/.test(label)) return t("chart.inYear", { year: label });
  return /^\d{4}-\d\d-\d\d$/.test(label) ? t("chart.onDay", { day: date(label) }) : label;
}

const sumOf = ({ points }: Series): number => points.reduce((sum, { value }) => sum + value, 0);

/** The series a chart is about: its only one, or the greatest of several. */
const mainOf = (all: readonly Series[]): Series | undefined =>
  [...all].sort((a, b) => sumOf(b) - sumOf(a))[0];

/** How much more one value is than another; of shares, in points: per cent of per cent say another thing. */
const moreText = ({ unit }: ToldChart, more: number, less: number, speech: Speech): string =>
  unit?.uk.trim() === "%" ? pointsText(more, less, speech) : timesText(more, less, speech);

/** Of a chart over time: how much more there was at its highest than at its lowest. */
function timeFinding(chart: ToldChart, speech: Speech): string | undefined {
  const all = seriesOf(chart, speech);
  const main = mainOf(all);
  const [top, ...others] = byValue(main?.points ?? []);
  const bottom = others.at(-1);
  if (!main || !top || !bottom || top.value === bottom.value) return undefined;
  const { t, number } = speech;
  const times = moreText(chart, top.value, bottom.value, speech);
  const told =
    times === ""
      ? t("chart.first", { top: whenOf(top.label, speech), max: number(top.value) })
      : t("chart.more", {
          top: whenOf(top.label, speech),
          times,
          bottom: whenOf(bottom.label, speech),
        });
  return capital(all.length > 1 ? t("chart.ofSeries", { series: main.name, told }) : told);
}

/** Letters of a name in a title, at most. */
const mostLetters = 70;
/** Two names longer than this make a title nobody reads to its end: one is told. */
const longPair = 90;

/** Of a chart of names or numbers: what is first, and how far before the second. */
function rankFinding(chart: ToldChart, speech: Speech): string | undefined {
  const all = seriesOf(chart, speech);
  const main = mainOf(all);
  const [top, second] = byValue(main?.points ?? []);
  // Of two that are alike none is first; of names in several series none is first in all.
  if (!main || !top || !second || top.value <= second.value) return undefined;
  if (chart.scale === "names" && all.length > 1) return undefined;
  const { t, number } = speech;
  const whole = namer(chart, speech);
  const name = (label: string) => shortened(whole(label), mostLetters);
  const isLong = name(top.label).length + name(second.label).length > longPair;
  // Names compared as words («Клен — удвічі більше, ніж Липа») no one says: their figures stand beside them instead.
  const isFar = top.value >= 1.9 * second.value && second.value > 0;
  const told =
    chart.scale === "number" || isLong
      ? t("chart.first", { top: name(top.label), max: number(top.value) })
      : t(isFar ? "chart.firstFar" : "chart.firstTwo", {
          top: name(top.label),
          max: number(top.value),
          second: name(second.label),
          next: number(second.value),
        });
  return capital(all.length > 1 ? t("chart.ofSeries", { series: main.name, told }) : told);
}

/**
 * What a chart shows, in one sentence for its title: a person's words where there are some, else counted from the numbers.
 * Nothing where the numbers say nothing that holds of all the table: shares, an index, the first rows of many.
 */
export function findingOf(
  chart: ToldChart,
  speech: Speech,
): { text: string; lang?: "uk" } | undefined {
  if (chart.finding) return inLanguage(chart.finding, speech.language);
  if (chart.as !== undefined || chart.others || (chart.cut && !chart.cut.largest)) return undefined;
  const text = chart.scale === "time" ? timeFinding(chart, speech) : rankFinding(chart, speech);
  return text === undefined ? undefined : { text };
}

/** Names of points of one value: the first, and how many more there are. */
function tied(
  points: readonly Point[],
  value: number,
  name: (label: string) => string,
  { t, number }: Speech,
) {
  const [first, ...more] = points.filter((point) => point.value === value);
  const told = name(first?.label ?? "");
  return more.length === 0 ? told : t("chart.tied", { name: told, count: number(more.length) });
}

/** The greatest and the least of a series; of one that was cut the least shown is not the least, and is not told. */
function extremesOf(chart: ToldChart, { points }: Series, speech: Speech): string | undefined {
  const { t, measured, language } = speech;
  const [top, ...others] = byValue(points);
  const bottom = others.at(-1);
  if (!top) return undefined;
  const unit = chart.unit ? inLanguage(chart.unit, language).text : "";
  const name = namer(chart, speech);
  const told = (value: number) => tied(points, value, name, speech);
  const most = { top: told(top.value), max: measured(top.value, unit) };
  // Of the first rows of many neither is: the greatest may be among those that are not shown.
  if (chart.cut) return chart.cut.largest ? t("explore.most", most) : undefined;
  return !bottom || bottom.value === top.value
    ? t("explore.most", most)
    : t("dataset.chartSummary", {
        ...most,
        bottom: told(bottom.value),
        min: measured(bottom.value, unit),
      });
}

/** How many of how many labels are shown, and what part of all they are, where they add up. */
function cutOf({ cut, labels, series, adds }: ToldChart, { t, number }: Speech): string[] {
  if (!cut) return [];
  const slots = { shown: number(labels.length), all: number(cut.labels) };
  const [first] = series;
  const [whole] = cut.sums;
  const part = (first?.values ?? []).reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const share =
    adds && series.length === 1 && whole
      ? [
          t("chart.cutShare", {
            percent: number(Math.round((part / whole) * 100)),
            part: number(Math.round(part * 100) / 100),
            whole: number(whole),
          }),
        ]
      : [];
  return [[t(cut.largest ? "chart.cutLargest" : "chart.cutFirst", slots), ...share].join(" ")];
}

/** Rows that are on it nowhere, in the explorer's words, and how much of the measure they have. */
function leftOf(
  { left, series, adds }: ToldChart,
  { t, number, label, language }: Speech,
): string[] {
  if (!left) return [];
  const sums = left.sums.flatMap((sum, at) => {
    if (!adds || sum === null || sum === 0) return [];
    const name = series[at]?.title;
    const told = number(sum);
    return name === undefined || left.sums.length === 1
      ? [told]
      : [t("chart.leftPart", { series: label(inLanguage(name, language).text), sum: told })];
  });
  return [
    [
      t("explore.left", { count: number(left.rows) }),
      ...(sums.length > 0 ? [t("chart.leftSum", { sum: sums.join(", ") })] : []),
    ].join(" "),
  ];
}

/** What the numbers of a chart leave out, for whoever sees them without the page: a picture, a printed drawing. */
export const leftOutOf = (chart: ToldChart, speech: Speech): string[] =>
  [
    ...cutOf(chart, speech),
    ...(chart.blank ? [speech.t("chart.blank", { count: speech.number(chart.blank) })] : []),
    ...leftOf(chart, speech),
  ].map(ended);

/** Points in time nobody has data of, between those that have. */
function gapsOf({ scale, labels, series }: ToldChart, { t, label }: Speech): string[] {
  const missing =
    scale === "time"
      ? labels.filter((_, at) => series.every(({ values }) => (values[at] ?? null) === null))
      : [];
  if (missing.length === 0) return [];
  const shown = missing.slice(0, 6).map(label).join(", ");
  return [t("chart.gaps", { labels: missing.length > 6 ? `${shown}…` : shown })];
}

/** Years that are not whole in the data, each with its first or last day: they are compared with none. */
function partsOf({ partial = [] }: ToldChart, { t, label, date }: Speech): string[] {
  const told = [...partial]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ label: year, day: written, is }) => {
      const day = written.length === 10 ? date(written) : label(written);
      return t(`chart.partial.${is}`, { year, day });
    });
  return told.length === 0 ? [] : [t("chart.partial", { years: [...new Set(told)].join(", ") })];
}

/** What a chart shows, in sentences for those who cannot see it, with everything that was left out of it. */
export function sentencesOf(chart: ToldChart, speech: Speech): string[] {
  const { t, label } = speech;
  const all = seriesOf(chart, speech);
  const groups = chart.scale === "number" ? chart.labels.filter(isGroup) : [];
  return [
    ...all.flatMap((series) => {
      const told = extremesOf(chart, series, speech);
      if (told === undefined) return [];
      return [all.length > 1 ? t("chart.ofOne", { series: capital(series.name), told }) : told];
    }),
    ...leftOutOf(chart, speech),
    ...groups.map((one) => t("chart.group", { label: label(one) })),
    ...gapsOf(chart, speech),
    ...partsOf(chart, speech),
    ...(chart.as ? [t(`chart.as.${chart.as}`)] : []),
  ].map(ended);
}
