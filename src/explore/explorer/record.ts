import { button, make } from "../../find/browser/dom.ts";
import { shownCell } from "../shown-cell.ts";
import type { Stage } from "./stage.ts";

/** One row whole, each cell under its column's name: in a dialog, for long texts and small screens. */
export function createRecord({ host, table, speech, engine }: Stage): {
  /** Opens a row by its number; `among`: numbers of the rows that stand before and after it. */
  open(place: number, from: HTMLElement, among?: readonly number[]): Promise<void>;
} {
  const { t, number } = speech;
  const heading = make("h3", "");
  heading.tabIndex = -1;
  const list = make("dl", "passport");
  const previous = button(t("explore.previousRow"), "plain", () => void step(-1));
  const next = button(t("explore.nextRow"), "plain", () => void step(1));
  const close = button(t("explore.close"), "", () => dialog.close());
  const dialog = make(
    "dialog",
    "record",
    make("div", "record-head", heading, make("p", "actions", previous, next, close)),
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

  async function fill(place: number, among: readonly number[]): Promise<void> {
    const cells = await engine.row(place);
    shown = { place, among };
    const at = among.indexOf(place);
    previous.hidden = next.hidden = among.length < 2;
    previous.disabled = at <= 0;
    next.disabled = at === among.length - 1;
    heading.textContent = `${table.title}: ${t("explore.row", { number: number(place) })}`;
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
  }

  return {
    async open(place, from, among = []) {
      await fill(place, among);
      dialog.showModal();
      dialog.scrollTop = 0;
      heading.focus();
      dialog.addEventListener("close", () => from.focus(), { once: true });
    },
  };
}

/** A web address in a cell is a link; everything else is text. */
function linked(cell: string): (string | Node)[] {
  if (!/^https?:\/\/\S+$/.test(cell)) return [cell];
  const link = make("a", "", cell);
  link.href = cell;
  link.rel = "nofollow noopener";
  return [link];
}
