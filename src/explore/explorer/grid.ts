import { button, make } from "../../find/browser/dom.ts";
import { isNumeric } from "../../table/column/cell.ts";
import { type Page, pageRows } from "../engine.ts";
import { shownCell } from "../shown-cell.ts";
import { agreed, failed } from "./agree.ts";
import { createRecord } from "./record.ts";
import type { Part, Stage } from "./stage.ts";

/** The rows of the view, page by page; a row's number opens the row whole. */
export function createGrid(stage: Stage, status: HTMLElement): Part {
  const { host, table, speech, engine } = stage;
  const { t, count, number } = speech;
  const body = host.querySelector("tbody");
  const head = host.querySelector("thead tr");
  const scroll = host.querySelector<HTMLElement>(".scroll");
  if (!body || !head || !scroll) throw new Error("The table is not on the page.");
  const headers = [...head.querySelectorAll<HTMLElement>("th")];
  const corner = make("th", "row-number");
  corner.scope = "col";
  corner.append(make("span", "sr", t("explore.rowNumber")));
  head.prepend(corner);
  const pager = make("nav", "pager");
  pager.setAttribute("aria-label", t("explore.pages"));
  const notice = make("p", "note");
  notice.hidden = true;
  scroll.before(notice);
  scroll.after(pager);
  const record = createRecord(stage);
  let asked = 0;

  function fill({ rows, found }: Page) {
    const { hidden, sort, page } = stage.view();
    const shown = table.columns.filter(({ name }) => !hidden.includes(name));
    headers.forEach((header, at) => {
      const column = table.columns[at];
      header.hidden = column === undefined || hidden.includes(column.name);
      if (sort?.column === column?.name)
        header.setAttribute("aria-sort", sort?.down ? "descending" : "ascending");
      else header.removeAttribute("aria-sort");
    });
    body?.replaceChildren(
      ...rows.map(({ number: place, cells }, at) => {
        const opener = button(
          number(place),
          "plain",
          () =>
            void record.open(
              place,
              opener,
              rows.map((row) => row.number),
            ),
        );
        opener.setAttribute("aria-label", t("explore.openRow", { number: number(place) }));
        opener.tabIndex = at === 0 ? 0 : -1;
        const first = make("th", "row-number", opener);
        first.scope = "row";
        return make(
          "tr",
          "",
          first,
          ...cells.map((cell, index) => {
            const column = shown[index];
            return column
              ? make(
                  "td",
                  isNumeric(column.type) ? "number" : "",
                  shownCell(column, cell, table.rows, speech),
                )
              : make("td", "", cell);
          }),
        );
      }),
    );
    const last = Math.max(1, Math.ceil(found / pageRows));
    const now = Math.min(page, last);
    const held = pager.contains(document.activeElement)
      ? [...pager.querySelectorAll("button")].indexOf(document.activeElement as HTMLButtonElement)
      : -1;
    const turn = (label: string, to: number) => {
      const turner = button(label, "plain", () => {
        stage.set({ page: to });
        host.scrollIntoView();
      });
      turner.disabled = to < 1 || to > last;
      return turner;
    };
    pager.hidden = last === 1;
    pager.replaceChildren(
      turn(t("explore.previous"), now - 1),
      make(
        "span",
        "",
        t("explore.range", {
          from: number((now - 1) * pageRows + 1),
          to: number(Math.min(found, now * pageRows)),
          found: number(found),
        }),
      ),
      turn(t("explore.next"), now + 1),
    );
    // The pressed button was made anew: the focus stays with it, or with the other where there is no further.
    const turners = [...pager.querySelectorAll("button")];
    if (held !== -1)
      (turners[held]?.disabled ? turners[1 - held] : turners[held])?.focus({ preventScroll: true });
  }

  // One row's number stands in the order of Tab; arrows go from row to row.
  body.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const openers = [...body.querySelectorAll<HTMLButtonElement>(".row-number button")];
    const at = openers.indexOf(event.target as HTMLButtonElement);
    const next = step === undefined || at === -1 ? undefined : openers[at + step];
    if (!next) return;
    event.preventDefault();
    for (const opener of openers) opener.tabIndex = opener === next ? 0 : -1;
    next.focus();
  });

  async function show(): Promise<void> {
    const view = stage.view();
    const turn = ++asked;
    try {
      const cost = await engine.cost(view);
      if (turn !== asked) return;
      await agreed(notice, cost, speech);
      if (turn !== asked) return;
      host.setAttribute("aria-busy", "true");
      const page = await engine.page(view);
      if (turn !== asked) return;
      fill(page);
      status.textContent =
        page.found === page.total
          ? count("rows", page.total)
          : page.found === 0
            ? t("explore.none")
            : t("explore.found", { rows: count("rows", page.found), total: number(page.total) });
    } catch {
      if (turn === asked) failed(notice, speech, () => void show());
    }
    host.removeAttribute("aria-busy");
  }
  return { show };
}
