import type { Chart } from "chart.js";
import { button, make } from "../../../find/browser/dom.ts";
import { suggestCharts } from "../../suggest-charts.ts";
import type { ChartRequest } from "../../view.ts";
import { agreed, failed } from "../agree.ts";
import type { Part, Stage } from "../stage.ts";
import { chartControls } from "./controls.ts";
import { drawFigure } from "./figure.ts";
import { chartWords } from "./words.ts";

/** Rows of the view as a chart: one of those that suit the table, or the reader's own. */
export function createChartTab(stage: Stage, place: HTMLElement): Part {
  const { table, speech, engine } = stage;
  const { t } = speech;
  const words = chartWords(table, speech);
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

  const set = (chart: ChartRequest) => stage.set({ page: stage.view().page, chart });
  const request = (): ChartRequest | undefined => stage.view().chart ?? offers[0];

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
          const chosen = button(words.titleOf(offer), "plain", () => set(offer));
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
      controls.replaceChildren(...chartControls(stage, now, offers, set));
      // The control that was just used is made anew: the focus stays with it.
      controls.querySelectorAll<HTMLElement>("select, input")[held]?.focus();
      try {
        const read = [now.x, now.y, now.y2, now.by].filter((name) => name !== undefined);
        const { sort: _, ...view } = stage.view();
        const cost = await engine.cost(view, read);
        if (turn !== asked) return;
        await agreed(notice, cost, speech);
        const data = await engine.chart(stage.view(), now, t("explore.rest"));
        if (turn !== asked) return;
        for (const chart of drawn) chart.destroy();
        drawn = drawFigure(figure, stage, words, { now, data });
      } catch {
        if (turn === asked) failed(notice, speech, () => void this.show());
      }
    },
  };
}
