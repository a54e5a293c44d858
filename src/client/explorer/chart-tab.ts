import type { Chart } from "chart.js";
import { type ChartData, isMeasure, isTime, suggestCharts } from "../../explore/chart.ts";
import { type ChartRequest, type ExploreColumn, filterKind } from "../../explore/view.ts";
import { csvLine } from "../../model/csv.ts";
import { isNumeric } from "../../table/cell.ts";
import { button, labelled, make, save, select } from "../dom.ts";
import { type Drawing, drawChart } from "../draw-chart.ts";
import { agreed, failed } from "./agree.ts";
import { chartSvg } from "./chart-svg.ts";
import { filterText } from "./filters.ts";
import { pictureAsPng } from "./picture.ts";
import type { Part, Stage } from "./stage.ts";

/** Rows of the view as a chart: one of those that suit the table, or the reader's own. */
export function createChartTab(stage: Stage, place: HTMLElement): Part {
  const { table, speech, engine } = stage;
  const { t, number, label: written } = speech;
  const columnOf = (name: string | undefined) =>
    table.columns.find((column) => column.name === name);
  const nameOf = (name: string | undefined) => columnOf(name)?.title ?? "";
  const offers = suggestCharts(table.columns, table.rows);
  const offered = make("ul", "offers");
  const controls = make("div", "chart-controls");
  const figure = make("figure", "chart");
  const notice = make("p", "note");
  notice.hidden = true;
  const whole = make("div", "chart-tab", offered, controls, notice, figure);
  place.append(whole);
  let drawn: Chart<"bar" | "line">[] = [];
  let asked = 0;

  const titleOf = ({ kind, x, y, of, by }: ChartRequest): string => {
    const slots = { x: nameOf(x), y: nameOf(y) };
    const title =
      kind === "histogram"
        ? t("explore.titleSpread", slots)
        : t(
            of === "count"
              ? "explore.titleCount"
              : of === "sum"
                ? "explore.titleSum"
                : "explore.titleMean",
            slots,
          );
    return by === undefined ? title : t("explore.titleBy", { title, by: nameOf(by) });
  };
  const set = (chart: ChartRequest) => stage.set({ page: stage.view().page, chart });
  const request = (): ChartRequest | undefined => stage.view().chart ?? offers[0];

  function fillControls(now: ChartRequest): void {
    const { columns, rows } = table;
    const option = ({ name, title }: ExploreColumn) => ({ value: name, label: title });
    const measures = columns.filter((column) => isMeasure(column, rows));
    const xs = columns.filter((column) =>
      now.kind === "histogram"
        ? isNumeric(column.type)
        : now.kind === "line"
          ? isTime(column.type) || isNumeric(column.type)
          : true,
    );
    const figures = [
      { value: "count", label: t("explore.count") },
      ...measures.flatMap(({ name, title }) => [
        { value: `sum ${name}`, label: t("explore.sumOf", { y: title }) },
        { value: `mean ${name}`, label: t("explore.meanOf", { y: title }) },
      ]),
    ];
    const apart = make("input", "");
    apart.type = "checkbox";
    apart.checked = now.apart;
    apart.addEventListener("change", () => set({ ...now, apart: apart.checked }));
    const groups = columns.filter((column) => filterKind(column) === "choice");
    controls.replaceChildren(
      labelled(
        t("explore.kind"),
        select(
          (["bar", "line", "histogram"] as const).map((kind) => ({
            value: kind,
            label: t(`explore.kind.${kind}`),
          })),
          now.kind,
          (kind) => set(ofKind(now, kind as ChartRequest["kind"])),
        ),
      ),
      labelled(
        t(now.kind === "histogram" ? "explore.spreadOf" : "explore.x"),
        select(xs.map(option), now.x, (x) => set({ ...now, x })),
      ),
      ...(now.kind === "histogram"
        ? []
        : [
            labelled(
              t("explore.figure"),
              select(figures, now.of === "count" ? "count" : `${now.of} ${now.y}`, (value) => {
                const [, of = "count", y] = /^(\w+)(?: (.*))?$/s.exec(value) ?? [];
                const { y: _, ...rest } = now;
                set({ ...rest, of: of as ChartRequest["of"], ...(y === undefined ? {} : { y }) });
              }),
            ),
            labelled(
              t("explore.by"),
              select(
                [{ value: "", label: t("explore.byNone") }, ...groups.map(option)],
                now.by ?? "",
                (by) => {
                  const { by: _, ...rest } = now;
                  set(by === "" ? rest : { ...rest, by });
                },
              ),
            ),
            ...(now.by === undefined
              ? []
              : [make("label", "box", apart, make("span", "", t("explore.apart")))]),
          ]),
    );
  }

  /** The same chart of another kind, with a column that suits it. */
  function ofKind(now: ChartRequest, kind: ChartRequest["kind"]): ChartRequest {
    const suits = ({ type }: ExploreColumn) =>
      kind === "bar" || isNumeric(type) || (kind === "line" && isTime(type));
    const column = columnOf(now.x);
    const fitting = offers.find((offer) => offer.kind === kind)?.x;
    const x =
      column && suits(column) ? now.x : (fitting ?? table.columns.find(suits)?.name ?? now.x);
    if (kind !== "histogram") return { ...now, kind, x };
    return { kind, x, of: "count", apart: false };
  }

  const label = (value: string): string => (value === "" ? t("explore.empty") : written(value));

  function tableOf(now: ChartRequest, data: ChartData): HTMLTableElement {
    const head = make("tr", "", cellOf("th", nameOf(now.x)));
    for (const { name } of data.series)
      head.append(
        cellOf("th", data.series.length > 1 || now.by ? label(name) : figureOf(now), "number"),
      );
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

  const figureOf = ({ of, y }: ChartRequest): string =>
    of === "count"
      ? t("explore.count")
      : t(of === "sum" ? "explore.sumOf" : "explore.meanOf", { y: nameOf(y) });

  function summaryOf(now: ChartRequest, data: ChartData): string[] {
    const points = data.labels.flatMap((name, at) => {
      if (data.restLabels > 0 && at === data.labels.length - 1) return [];
      const known = data.series.flatMap(({ name: part, values }) => {
        const value = values[at] ?? null;
        return value === null ? [] : [{ name: `${label(name)}, ${label(part)}`, value }];
      });
      // Means of parts do not add up: each is told by itself.
      if (now.of === "mean" && now.by !== undefined) return known;
      const sum = known.reduce((total, { value }) => total + value, 0);
      return known.length === 0 ? [] : [{ name: label(name), value: sum }];
    });
    points.sort((a, b) => b.value - a.value);
    const [top, bottom] = [points[0], points.at(-1)];
    // Of a spread, and of two bars, the least says nothing.
    const both = now.kind !== "histogram" && points.length > 2;
    return [
      ...(top && !both ? [t("explore.most", { top: top.name, max: number(top.value) })] : []),
      ...(top && bottom && both
        ? [
            t("dataset.chartSummary", {
              top: top.name,
              max: number(top.value),
              bottom: bottom.name,
              min: number(bottom.value),
            }),
          ]
        : []),
      ...(data.restLabels > 0 ? [t("explore.restHint", { count: number(data.restLabels) })] : []),
      ...(data.left > 0 ? [t("explore.left", { count: number(data.left) })] : []),
      ...(data.grain ? [t(`explore.grain.${data.grain}`)] : []),
    ];
  }

  function drawingOf(now: ChartRequest, data: ChartData, series: ChartData["series"]): Drawing {
    const time = isTime(columnOf(now.x)?.type ?? "string");
    return {
      kind: now.kind === "line" ? "line" : now.kind === "histogram" || time ? "columns" : "bar",
      labels: data.labels.map(label),
      unit: "",
      series: series.map(({ name, values }) => ({
        name: now.by === undefined ? figureOf(now) : label(name),
        values,
      })),
      stacked: now.kind === "bar" && now.of !== "mean" && series.length > 1,
    };
  }

  function draw(now: ChartRequest, data: ChartData): void {
    for (const chart of drawn) chart.destroy();
    const only = Object.entries(stage.view().filters).flatMap(([name, filter]) => {
      const column = columnOf(name);
      return column ? [filterText(column, filter, speech)] : [];
    });
    const q = stage.view().q;
    const title = titleOf(now);
    const caption = make("figcaption", "", make("strong", "", title));
    if (only.length > 0 || q !== "")
      caption.append(
        ` ${t("explore.only", { filters: [...only, ...(q ? [`«${q}»`] : [])].join("; ") })}`,
      );
    const numbers = make("details", "", make("summary", "", t("dataset.chartTable")));
    const scroll = make("div", "scroll", tableOf(now, data));
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", `${t("dataset.chartTable")}: ${title}`);
    numbers.append(scroll);
    const apart = now.apart && data.series.length > 1;
    // Side by side, charts are compared: all have one scale.
    const most = Math.max(
      ...data.series.flatMap(({ values }) => values.map((value) => value ?? 0)),
    );
    const drawings = (apart ? data.series.map((one) => [one]) : [data.series]).map((series) => ({
      ...drawingOf(now, data, series),
      ...(apart && most > 0 ? { most } : {}),
    }));
    const canvases = drawings.map(() => make("canvas", ""));
    const boxes = canvases.map((canvas, at) => {
      const tall = drawings[at]?.kind === "bar" ? data.labels.length * 28 + 90 : 380;
      const box = make("div", "canvas", canvas);
      box.style.height = `${apart ? Math.min(tall, 300) : Math.max(tall, 160)}px`;
      return apart
        ? make("div", "", make("strong", "", label(data.series[at]?.name ?? "")), box)
        : box;
    });
    const name = `${table.src
      .split("/")
      .at(-1)
      ?.replace(/\.csv$/, "")}-chart`;
    const asSvg = () => {
      const [drawing, box] = [drawings[0], boxes[0]];
      if (!drawing || !box) return;
      const svg = chartSvg(drawing, title, box.clientWidth, box.clientHeight);
      save(svg, "image/svg+xml", `${name}.svg`);
    };
    const pictures = apart
      ? []
      : [
          button("PNG", "plain", () => pictureAsPng(canvases[0], title, `${name}.png`)),
          button("SVG", "plain", asSvg),
        ];
    const rows = [
      [nameOf(now.x), ...data.series.map((one) => (now.by ? label(one.name) : figureOf(now)))],
      ...data.labels.map((one, at) => [
        one,
        ...data.series.map(({ values }) => String(values[at] ?? "")),
      ]),
    ];
    const numbersAsCsv = () =>
      save(rows.map(csvLine).join(""), "text/csv;charset=utf-8", `${name}.csv`);
    figure.replaceChildren(
      caption,
      ...summaryOf(now, data).map((sentence) => make("p", "quiet", sentence)),
      ...(apart ? [make("p", "quiet", t("explore.scale"))] : []),
      make("div", apart ? "small-multiples" : "", ...boxes),
      make("p", "actions", t("explore.take"), ...pictures, button("CSV", "plain", numbersAsCsv)),
      numbers,
    );
    drawn = canvases.flatMap((canvas, at) => {
      const drawing = drawings[at];
      return drawing ? [drawChart(canvas, drawing)] : [];
    });
  }

  return {
    async show() {
      const now = request();
      const turn = ++asked;
      if (!now) {
        whole.replaceChildren(make("p", "", t("explore.noChart")));
        return;
      }
      offered.replaceChildren(
        ...offers.map((offer) => {
          const chosen = button(titleOf(offer), "plain", () => set(offer));
          chosen.setAttribute(
            "aria-pressed",
            String(JSON.stringify(offer) === JSON.stringify(now)),
          );
          return make("li", "", chosen);
        }),
      );
      const held = controls.contains(document.activeElement)
        ? [...controls.querySelectorAll("select, input")].indexOf(document.activeElement as Element)
        : -1;
      fillControls(now);
      // The control that was just used is made anew: the focus stays with it.
      controls.querySelectorAll<HTMLElement>("select, input")[held]?.focus();
      try {
        const read = [now.x, now.y, now.by].filter((name) => name !== undefined);
        const { sort: _, ...view } = stage.view();
        const cost = await engine.cost(view, read);
        if (turn !== asked) return;
        await agreed(notice, cost, speech);
        const data = await engine.chart(stage.view(), now, t("explore.rest"));
        if (turn === asked) draw(now, data);
      } catch {
        if (turn === asked) failed(notice, speech, () => void this.show());
      }
    },
  };
}

function cellOf(tag: "th" | "td", text: string, className = ""): HTMLTableCellElement {
  const cell = make(tag, className, text);
  if (tag === "th") cell.scope = className === "number" ? "col" : "row";
  return cell;
}
