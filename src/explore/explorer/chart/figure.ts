import type { Chart } from "chart.js";
import { button, make, save } from "../../../find/browser/dom.ts";
import type { Speech } from "../../../i18n/speech.ts";
import { csvLine } from "../../../model/csv.ts";
import { extremes } from "../../../table/extremes.ts";
import { drawChart } from "../../browser/draw-chart.ts";
import { takePng, takeSvg } from "../../browser/take-chart.ts";
import type { ChartData } from "../../chart-data.ts";
import { type Drawing, heightOf, isEmpty } from "../../drawn/drawing.ts";
import type { ChartRequest } from "../../view.ts";
import { filterText } from "../bar/filter-text.ts";
import type { Stage } from "../stage.ts";
import type { ChartWords } from "./words.ts";

/** A chart that was asked for, and the numbers it shows. */
type Asked = { now: ChartRequest; data: ChartData };
/** A drawing, the canvas it is drawn on, and the box that gives the canvas its height. */
type Frame = { drawing: Drawing; canvas: HTMLCanvasElement; box: HTMLElement };

/** Are groups shown in small charts side by side? */
const isApart = ({ now, data }: Asked): boolean => now.apart && data.series.length > 1;

/** Draws a chart into a figure: title, sentences, drawings, what can be taken, and the numbers as a table. */
export function drawFigure(
  figure: HTMLElement,
  stage: Stage,
  words: ChartWords,
  asked: Asked,
): Chart<"bar" | "line">[] {
  const { t } = stage.speech;
  const { now, data } = asked;
  const title = words.titleOf(now);
  const apart = isApart(asked);
  const frames = drawingsOf(words, asked).map((drawing) => framed(drawing, apart));
  const boxes = frames.map(({ box }, at) =>
    apart
      ? make("div", "", make("strong", "", words.label(data.series[at]?.name ?? "")), box)
      : box,
  );
  figure.replaceChildren(
    captionOf(stage, words, title),
    ...words.summaryOf(now, data).map((sentence) => make("p", "quiet", sentence)),
    ...(apart ? [make("p", "quiet", t("explore.scale"))] : []),
    make("div", apart ? "small-multiples" : "", ...boxes),
    actionsOf(stage, words, asked, frames),
    numbersOf(stage.speech, words, asked, title),
  );
  return frames.map(({ canvas, drawing }) => drawChart(canvas, drawing));
}

/** One drawing, or one of each series; side by side, charts are compared: all have one scale. */
function drawingsOf(words: ChartWords, { now, data }: Asked): Drawing[] {
  if (!isApart({ now, data })) return [words.drawingOf(now, data, data.series)];
  const most = extremes(
    data.series.flatMap(({ values }) => values.map((value) => value ?? 0)),
  ).most;
  return data.series.map((series) => ({
    ...words.drawingOf(now, data, [series]),
    ...(most > 0 ? { most } : {}),
  }));
}

function framed(drawing: Drawing, apart: boolean): Frame {
  const tall = heightOf(drawing, 800);
  const canvas = make("canvas", "");
  const box = make("div", "canvas", canvas);
  box.style.height = `${apart ? Math.min(tall, 300) : Math.max(tall, 160)}px`;
  return { drawing, canvas, box };
}

/** Of which rows a chart tells, where not of all. */
function onlyOf({ speech, view }: Stage, words: ChartWords): string[] {
  const { filters, q } = view();
  const only = Object.entries(filters).flatMap(([name, filter]) => {
    const column = words.columnOf(name);
    return column ? [filterText(column, filter, speech)] : [];
  });
  const all = [...only, ...(q ? [`«${q}»`] : [])];
  return all.length === 0 ? [] : [speech.t("explore.only", { filters: all.join("; ") })];
}

/** The title, and of which rows it is told where not of all. */
function captionOf(stage: Stage, words: ChartWords, title: string): HTMLElement {
  const caption = make("figcaption", "", make("strong", "", title));
  caption.append(...onlyOf(stage, words).map((only) => ` ${only}`));
  return caption;
}

/** What a reader takes away: a picture where there is one chart, and the numbers. */
function actionsOf(
  stage: Stage,
  words: ChartWords,
  asked: Asked,
  frames: readonly Frame[],
): HTMLElement {
  const {
    table,
    speech: { t },
  } = stage;
  const { now, data } = asked;
  const title = words.titleOf(now);
  const name = `${table.src
    .split("/")
    .at(-1)
    ?.replace(/\.csv$/, "")}-chart`;
  const [first] = frames;
  const frame = {
    title,
    about: [...onlyOf(stage, words), ...words.summaryOf(now, data)],
    source: [...(table.source ?? []), location.href.replace(/^https?:\/\//, "")],
    empty: t("chart.empty"),
  };
  const pictures =
    isApart(asked) || !first || isEmpty(first.drawing)
      ? []
      : [
          button("PNG", "plain", () => takePng(first.drawing, frame, `${name}.png`)),
          button("SVG", "plain", () => takeSvg(first.drawing, frame, `${name}.svg`)),
        ];
  const asCsv = () =>
    save(words.linesOf(now, data).map(csvLine).join(""), "text/csv;charset=utf-8", `${name}.csv`);
  return make("p", "actions", t("explore.take"), ...pictures, button("CSV", "plain", asCsv));
}

/** The numbers of the chart, folded under it. */
function numbersOf(
  speech: Speech,
  words: ChartWords,
  { now, data }: Asked,
  title: string,
): HTMLElement {
  const { t } = speech;
  const scroll = make("div", "scroll", tableOf(speech, words, now, data));
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", `${t("dataset.chartTable")}: ${title}`);
  return make("details", "", make("summary", "", t("dataset.chartTable")), scroll);
}

function tableOf(
  { number }: Speech,
  { nameOf, label, seriesName }: ChartWords,
  now: ChartRequest,
  data: ChartData,
): HTMLTableElement {
  const head = make("tr", "", cellOf("th", nameOf(now.x)));
  for (const { name } of data.series) head.append(cellOf("th", seriesName(now, name), "number"));
  return make(
    "table",
    "",
    make("thead", "", head),
    make(
      "tbody",
      "",
      ...data.labels.map((name, at) =>
        make(
          "tr",
          "",
          cellOf("th", label(name)),
          ...data.series.map(({ values }) =>
            cellOf("td", typeof values[at] === "number" ? number(values[at]) : "", "number"),
          ),
        ),
      ),
    ),
  );
}

function cellOf(tag: "th" | "td", text: string, className = ""): HTMLTableCellElement {
  const cell = make(tag, className, text);
  if (tag === "th") cell.scope = className === "number" ? "col" : "row";
  return cell;
}
