import { button, make } from "../../find/browser/dom.ts";
import { calledBy } from "../../table/column/role/called.ts";
import { copyButton } from "../browser/copy.ts";
import { shownCell } from "../shown-cell.ts";
import type { Stage } from "./stage.ts";

/**
 * One row whole, each cell under its column's name: in a dialog, for long texts and small screens. While it is open the
 * page's address is the row's; a mistake in it is told from here.
 */
export function createRecord(stage: Stage): {
  /** Opens a row by its number, if there is one; `among`: numbers of the rows that stand before and after it. */
  open(place: number, from: HTMLElement, among?: readonly number[]): Promise<boolean>;
} {
  const { host, table, speech, engine } = stage;
  const { t, number } = speech;
  const heading = make("h3", "");
  heading.tabIndex = -1;
  const about = make("p", "quiet");
  const list = make("dl", "passport");
  const previous = button(t("explore.previousRow"), "plain", () => void step(-1));
  const next = button(t("explore.nextRow"), "plain", () => void step(1));
  const telling = make("div", "record-tell");
  const close = button(t("explore.close"), "", () => dialog.close());
  const dialog = make(
    "dialog",
    "record",
    make(
      "div",
      "record-head",
      make("div", "", heading, about),
      make("p", "actions", previous, next, close),
    ),
    telling,
    list,
  );
  heading.id = `record-${host.dataset.name ?? "answer"}-${host.querySelectorAll("dialog").length}`;
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  host.append(dialog);
  let shown = { place: 0, among: [] as readonly number[] };

  async function step(by: number): Promise<void> {
    const place = shown.among[shown.among.indexOf(shown.place) + by];
    if (place !== undefined) await fill(place, shown.among);
  }

  async function fill(place: number, among: readonly number[]): Promise<boolean> {
    const cells = await engine.row(place);
    if (!cells) return false;
    shown = { place, among };
    stage.note({ row: place });
    telling.replaceChildren(...rowTelling(stage, place));
    const at = among.indexOf(place);
    previous.hidden = next.hidden = among.length < 2;
    previous.disabled = at <= 0;
    next.disabled = at === among.length - 1;
    const row = `${table.title}: ${t("explore.row", { number: number(place) })}`;
    const called = nameOf(table, cells);
    heading.textContent = called || row;
    about.textContent = called && row;
    list.replaceChildren(
      ...table.columns.map((column, index) => {
        const term = make("dt", "", column.title);
        if (column.lang) term.lang = column.lang;
        const cell = shownCell(column, cells[index] ?? "", table.rows, speech);
        const value = make("dd", cell === "" ? "quiet" : "", ...linked(cell || t("explore.empty")));
        if (cell !== "") value.lang = "uk";
        return make("div", "", term, value);
      }),
    );
    dialog.scrollTop = 0;
    heading.focus();
    return true;
  }

  return {
    async open(place, from, among = []) {
      if (!(await fill(place, among))) return false;
      dialog.showModal();
      dialog.scrollTop = 0;
      heading.focus();
      dialog.addEventListener(
        "close",
        () => {
          stage.note({ row: undefined });
          // Rows may have been made anew since: the number of the same row has the focus then.
          if (from.isConnected) from.focus();
        },
        { once: true },
      );
      return true;
    },
  };
}

/** What a row is called by its own cell; empty where that is. */
function nameOf({ columns, called }: Stage["table"], cells: readonly string[]): string {
  const at = columns.findIndex(({ name }) => name === called);
  return calledBy(columns[at]?.title ?? "", cells[at] ?? "");
}

/** What can be done with a row: its address taken, a mistake in it told where the portal asks for it. */
function rowTelling({ table: { report }, speech, address }: Stage, row: number): HTMLElement[] {
  const { t, number } = speech;
  if (!report) return [];
  const here = new URL(address(), location.href).href;
  const said = { version: report.version, row: number(row), address: here };
  const letter = make("a", "", report.email);
  const subject = t("explore.reportSubject", { row: said.row, title: report.title });
  letter.href = `mailto:${report.email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(t("explore.reportBody", said))}`;
  const copy = copyButton(() => here, t("explore.copyRow"), t("code.copied"));
  if (!report.form)
    return [make("p", "actions", copy, make("span", "", `${t("explore.reportRow")}: `, letter))];
  const form = make("a", "", t("explore.reportRow"));
  form.href = `${report.form}&what=${encodeURIComponent(t("explore.reportForm", said))}`;
  return [
    make("p", "actions", copy, make("span", "", form, ` ${t("explore.reportLetter")} `, letter)),
  ];
}

/** A web address in a cell is a link; everything else is text. */
function linked(cell: string): (string | Node)[] {
  if (!/^https?:\/\/\S+$/.test(cell)) return [cell];
  const link = make("a", "", cell);
  link.href = cell;
  link.rel = "nofollow noopener";
  return [link];
}
