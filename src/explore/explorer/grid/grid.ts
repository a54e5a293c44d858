import { make } from "../../../find/browser/dom.ts";
import type { Speech } from "../../../i18n/speech.ts";
import { readTitle } from "../../../table/address/streets.ts";
import { watchWide } from "../../browser/wide.ts";
import { shownColumns } from "../../columns/order.ts";
import type { Page } from "../../engine.ts";
import type { ExploreColumn, View } from "../../view.ts";
import { agreed, failed } from "../agree.ts";
import { createRecord } from "../record.ts";
import type { Part, Stage } from "../stage.ts";
import { markHeaders, numberHeader } from "./headers.ts";
import type { Marker } from "./marks.ts";
import { createPager } from "./pager.ts";
import { moveByKeys, rowsOf } from "./rows.ts";

/** The rows of the view, page by page; a row's number opens the row whole. */
export function createGrid(
  stage: Stage,
  status: HTMLElement,
): Part & {
  /** Opens a row whole by its number in the file, if there is one. */
  open(row: number): Promise<boolean>;
} {
  const { host, speech, engine } = stage;
  const body = host.querySelector("tbody");
  const head = host.querySelector("thead tr");
  const scroll = host.querySelector<HTMLElement>(".scroll");
  if (!body || !head || !scroll) throw new Error("The table is not on the page.");
  const headers = [...head.querySelectorAll<HTMLElement>("th[data-column]")];
  if (!head.querySelector(".row-number")) head.prepend(numberHeader(speech));
  watchWide(host);
  const pager = createPager(stage);
  const notice = make("p", "note");
  notice.hidden = true;
  scroll.before(notice);
  scroll.after(pager.element);
  const record = createRecord(stage);
  moveByKeys(body);

  /** Words of the view are looked for in cells by code that comes when there is a word. */
  const markerOf = async (view: View) => {
    const q = askedIn(view);
    return q === "" ? undefined : (await import("./marks.ts")).markerOf(q);
  };

  function fill(page: Page, columns: readonly ExploreColumn[], mark: Marker | undefined): void {
    markHeaders(headers, columns, stage.view());
    body?.replaceChildren(...rowsOf(page, columns, stage, { open: record.open, mark }));
    pager.show(page.found);
    status.textContent = statusText(page, speech);
  }

  let asked = 0;
  async function show(): Promise<void> {
    const view = stage.view();
    const turn = ++asked;
    try {
      const cost = await engine.cost(view);
      if (turn !== asked) return;
      await agreed(notice, cost, speech);
      if (turn !== asked) return;
      host.setAttribute("aria-busy", "true");
      const [page, mark] = await Promise.all([engine.page(view), markerOf(view)]);
      if (turn !== asked) return;
      fill(page, shownColumns(stage.table.columns, stage.table.order, view), mark);
    } catch {
      if (turn === asked) failed(notice, speech, () => void show());
    }
    host.removeAttribute("aria-busy");
  }
  return { show, open: (row) => record.open(row, scroll) };
}

/** What a view looks for in cells: the text, and the names of a street without what kind of street it is. */
function askedIn({ q, street }: View): string {
  const names = street?.names.map((name) => readTitle(name).name) ?? [];
  return [q.trim(), ...names].join(" ").trim();
}

/** How many rows there are, and how many of them were found. */
function statusText({ found, total }: Page, { t, count, number }: Speech): string {
  if (found === total) return count("rows", total);
  if (found === 0) return t("explore.none");
  return t("explore.found", { rows: count("rows", found), total: number(total) });
}
