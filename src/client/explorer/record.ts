import { button, make } from "../dom.ts";
import type { Stage } from "./explorer.ts";

/** One row whole, each cell under its column's name: in a dialog, for long texts and small screens. */
export function createRecord({ host, table, speech, engine }: Stage): {
  open(place: number, from: HTMLElement): Promise<void>;
} {
  const { t, number } = speech;
  const heading = make("h3", "");
  const list = make("dl", "passport");
  const dialog = make(
    "dialog",
    "record",
    heading,
    list,
    button(t("explore.close"), "", () => dialog.close()),
  );
  heading.id = `record-${host.dataset.name}`;
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  host.append(dialog);
  return {
    async open(place, from) {
      const cells = await engine.row(place);
      heading.textContent = `${table.title}: ${t("explore.row", { number: number(place) })}`;
      list.replaceChildren(
        ...table.columns.map(({ title, lang }, at) => {
          const term = make("dt", "", title);
          if (lang) term.lang = lang;
          const cell = cells[at] ?? "";
          const value = make(
            "dd",
            cell === "" ? "quiet" : "",
            ...linked(cell || t("explore.empty")),
          );
          if (cell !== "") value.lang = "uk";
          return make("div", "", term, value);
        }),
      );
      dialog.showModal();
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
