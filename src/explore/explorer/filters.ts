import { labelled, make, select, settled } from "../../find/browser/dom.ts";
import type { Speech } from "../../i18n/speech.ts";
import { isNumeric } from "../../table/column/cell.ts";
import { type ExploreColumn, type Filter, filterKind } from "../view.ts";
import { closing } from "./closing.ts";
import type { Stage } from "./stage.ts";

/** A filter in words: «Стан: виконано, скасовано», «Дата: 2024-01 — 2024-06». */
export function filterText(
  { title, type }: ExploreColumn,
  filter: Filter,
  { t, exact, label }: Speech,
): string {
  const limit = (written: string) =>
    isNumeric(type) && Number.isFinite(Number(written)) ? exact(Number(written)) : label(written);
  const words =
    filter.kind === "text"
      ? `«${filter.text}»`
      : filter.kind === "choice"
        ? filter.values.map((value) => value || t("explore.empty")).join(", ")
        : filter.from === ""
          ? `${t("explore.to").toLowerCase()} ${limit(filter.to)}`
          : filter.to === ""
            ? `${t("explore.from").toLowerCase()} ${limit(filter.from)}`
            : `${limit(filter.from)} — ${limit(filter.to)}`;
  return `${title}: ${words}`;
}

/** The menu of filters: a column, and what its type allows to ask of it. */
export function createFilters(stage: Stage) {
  const { table, speech, engine } = stage;
  const { t } = speech;
  const panel = make("div", "menu-content");
  const control = make("div", "");
  // What is chosen from a list is what readers filter by most.
  let chosen =
    table.columns.find((column) => filterKind(column) === "choice" && column.distinct > 1) ??
    table.columns[0];
  const columns = select(
    table.columns.map(({ name, title }) => ({ value: name, label: title })),
    chosen?.name ?? "",
    (name) => {
      chosen = table.columns.find((column) => column.name === name);
      void fill();
    },
  );
  panel.append(labelled(t("explore.filterBy"), columns), control);
  const menu = make("details", "menu", make("summary", "", t("explore.filters")), panel);
  menu.name = `menu-${stage.host.dataset.name ?? "answer"}`;
  closing(menu);
  menu.addEventListener("toggle", () => {
    if (menu.open) void fill();
  });

  /** Sets the filter of the column it was made for, whichever is shown by then. */
  const set = ({ name }: ExploreColumn, filter: Filter | undefined) => {
    const { [name]: _, ...rest } = stage.view().filters;
    stage.set({ filters: filter ? { ...rest, [name]: filter } : rest });
  };

  let asked = 0;
  async function fill(): Promise<void> {
    if (!chosen) return;
    const turn = ++asked;
    const column = chosen;
    const kind = filterKind(column);
    const now = stage.view().filters[column.name];
    if (kind === "range") control.replaceChildren(range(column, now));
    else if (kind === "text") control.replaceChildren(text(column, now));
    else {
      const made = await choices(column, now).catch(() => make("p", "", t("explore.failed")));
      if (turn === asked) control.replaceChildren(made);
    }
  }

  function range(column: ExploreColumn, now: Filter | undefined): HTMLElement {
    const { type } = column;
    const limit = (value: string) => {
      const input = make("input", "");
      input.type =
        isNumeric(type) || type === "year" ? "number" : type === "date" ? "date" : "text";
      if (input.type === "number") input.step = "any";
      if (input.type === "text") input.placeholder = type === "yearmonth" ? "2026-05" : "";
      input.value = value;
      input.addEventListener("input", changed);
      return input;
    };
    const was = now?.kind === "range" ? now : { from: "", to: "" };
    const changed = settled(() => {
      const filter = { kind: "range" as const, from: from.value, to: to.value };
      set(column, filter.from === "" && filter.to === "" ? undefined : filter);
    }, 300);
    const from = limit(was.from);
    const to = limit(was.to);
    return make("div", "limits", labelled(t("explore.from"), from), labelled(t("explore.to"), to));
  }

  function text(column: ExploreColumn, now: Filter | undefined): HTMLElement {
    const input = make("input", "");
    input.type = "search";
    input.value = now?.kind === "text" ? now.text : "";
    input.addEventListener(
      "input",
      settled(() => {
        const asked = input.value.trim();
        set(column, asked === "" ? undefined : { kind: "text", text: asked });
      }, 300),
    );
    return labelled(t("explore.contains"), input);
  }

  async function choices(column: ExploreColumn, now: Filter | undefined): Promise<HTMLElement> {
    const values = await engine.values(column.name);
    const taken = new Set(now?.kind === "choice" ? now.values : []);
    const list = make("fieldset", "choices", make("legend", "sr", column.title));
    for (const { value, count } of values) {
      const box = make("input", "");
      box.type = "checkbox";
      box.checked = taken.has(value);
      box.addEventListener("change", () => {
        if (box.checked) taken.add(value);
        else taken.delete(value);
        set(column, taken.size === 0 ? undefined : { kind: "choice", values: [...taken] });
      });
      list.append(
        make(
          "label",
          "",
          box,
          make("span", "", value || t("explore.empty")),
          make("span", "n", speech.number(count)),
        ),
      );
    }
    return list;
  }

  let shown = "";
  return {
    menu,
    /** Filters changed elsewhere, by a chip or by the way back, are shown in the open menu. */
    show() {
      const now = JSON.stringify(stage.view().filters);
      const active = document.activeElement;
      if (menu.open && now !== shown && !control.contains(active)) void fill();
      shown = now;
    },
  };
}
