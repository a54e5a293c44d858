import { labelled, make, select } from "../../../find/browser/dom.ts";
import { type ExploreColumn, type Filter, filterKind } from "../../view.ts";
import type { Stage, Tool } from "../stage.ts";
import { choiceControl, rangeControl, textControl } from "./filter-controls.ts";
import { createMenu } from "./menu.ts";

/** The menu of filters: a column, and what its type allows to ask of it. */
export function createFilters(stage: Stage): Tool {
  const { host, table, speech, engine } = stage;
  const { t } = speech;
  const control = make("div", "");
  let chosen = firstChosen(table.columns);
  const columns = select(
    table.columns.map(({ name, title }) => ({ value: name, label: title })),
    chosen?.name ?? "",
    (name) => {
      chosen = table.columns.find((column) => column.name === name);
      void fill();
    },
  );
  const menu = createMenu(
    host,
    t("explore.filters"),
    labelled(t("explore.filterBy"), columns),
    control,
  );
  menu.addEventListener("toggle", () => {
    if (menu.open) void fill();
  });

  let asked = 0;
  async function fill(): Promise<void> {
    if (!chosen) return;
    const turn = ++asked;
    const made = controlOf(chosen);
    // Values of a list are asked of the engine, the rest is here at once.
    const shown =
      made instanceof Promise ? await made.catch(() => make("p", "", t("explore.failed"))) : made;
    if (turn === asked) control.replaceChildren(shown);
  }

  function controlOf(column: ExploreColumn): HTMLElement | Promise<HTMLElement> {
    const now = stage.view().filters[column.name];
    // The filter of the column the control was made for is set, whichever is shown by then.
    const set = (filter: Filter | undefined) => {
      const { [column.name]: _, ...rest } = stage.view().filters;
      stage.set({ filters: filter ? { ...rest, [column.name]: filter } : rest });
    };
    const kind = filterKind(column);
    if (kind === "range") return rangeControl(column, now, set, speech);
    if (kind === "text") return textControl(now, set, speech);
    return engine
      .values(column.name)
      .then((values) => choiceControl({ title: column.title, values }, now, set, speech));
  }

  let shown = "";
  return {
    element: menu,
    /** Filters changed elsewhere, by a chip or by the way back, are shown in the open menu. */
    show() {
      const now = JSON.stringify(stage.view().filters);
      const active = document.activeElement;
      if (menu.open && now !== shown && !control.contains(active)) void fill();
      shown = now;
    },
  };
}

/** What is chosen from a list is what readers filter by most. */
const firstChosen = (columns: readonly ExploreColumn[]): ExploreColumn | undefined =>
  columns.find((column) => filterKind(column) === "choice" && column.distinct > 1) ?? columns[0];
