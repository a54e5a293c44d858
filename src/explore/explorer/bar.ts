import { button, labelled, make, save } from "../../find/browser/dom.ts";
import { copyButton } from "../browser/copy.ts";
import type { ExportFormat } from "../export.ts";
import { filterKind, type View } from "../view.ts";
import { closing } from "./closing.ts";
import { createFilters, filterText } from "./filters.ts";
import type { Stage } from "./stage.ts";

const types: Record<ExportFormat, string> = {
  csv: "text/csv;charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json",
};

/** The tools over a table: table, chart or map; filters; columns; this view as a file, as a link, on another site. */
export function createBar(stage: Stage): { show(): void } {
  const { host, table, speech, engine } = stage;
  const { t } = speech;
  const asks = host.querySelector<HTMLElement>("[data-asks]");
  const tabs = make("div", "tabs");
  tabs.setAttribute("role", "group");
  tabs.setAttribute("aria-label", t("explore.show"));
  const kinds: View["show"][] = ["table", "chart", ...(table.place ? ["map" as const] : [])];
  const openers = kinds.map((kind) => {
    const opener = button(t(`explore.${kind}`), "plain", () => stage.set({ show: kind }));
    tabs.append(opener);
    return { kind, opener };
  });
  const filters = createFilters(stage);
  /** What is written anew with every view: the address and the line for other sites. */
  const filling: (() => void)[] = [];
  const columns = menu(t("explore.columns"), columnBoxes());
  const download = menu(t("explore.download"), downloads());
  const share = host.dataset.embed === undefined ? undefined : menu(t("explore.share"), links());
  const full = button(t("explore.full"), "plain", () =>
    document.fullscreenElement ? document.exitFullscreen() : host.requestFullscreen(),
  );
  full.hidden = !document.fullscreenEnabled || host.dataset.embed === undefined;
  document.addEventListener("fullscreenchange", () => {
    full.textContent = t(document.fullscreenElement ? "explore.fullLeave" : "explore.full");
  });
  const chips = make("ul", "chips");
  asks?.append(filters.menu, columns, download, ...(share ? [share] : []), full);
  host.querySelector(".table-tools")?.before(tabs);
  host.querySelector(".table-tools")?.after(chips);

  function menu(name: string, content: HTMLElement): HTMLDetailsElement {
    const made = make(
      "details",
      "menu",
      make("summary", "", name),
      make("div", "menu-content", content),
    );
    // One menu of a table is open at a time.
    made.name = `menu-${host.dataset.name ?? "answer"}`;
    closing(made);
    return made;
  }

  function columnBoxes(): HTMLElement {
    const boxes = make("fieldset", "choices", make("legend", "sr", t("explore.columns")));
    for (const { name, title, lang } of table.columns) {
      const box = make("input", "");
      box.type = "checkbox";
      box.value = name;
      box.addEventListener("change", () => {
        const all = [...boxes.querySelectorAll("input")];
        // A table without columns shows nothing: the last one stays.
        if (all.every(({ checked }) => !checked)) box.checked = true;
        stage.set({
          page: stage.view().page,
          hidden: all.filter(({ checked }) => !checked).map(({ value }) => value),
        });
      });
      const text = make("span", "", title);
      if (lang) text.lang = lang;
      boxes.append(make("label", "", box, text));
    }
    const whole = button(t("explore.allColumns"), "plain", () =>
      stage.set({ page: stage.view().page, hidden: [] }),
    );
    return make("div", "", whole, boxes);
  }

  function downloads(): HTMLElement {
    const state = make("p", "quiet");
    state.setAttribute("role", "status");
    const take = async (format: ExportFormat) => {
      state.textContent = t("explore.making");
      try {
        const name =
          table.src
            .split("/")
            .at(-1)
            ?.replace(/\.csv$/, "") ?? "table";
        save(await engine.export(stage.view(), format), types[format], `${name}-view.${format}`);
        state.textContent = "";
      } catch {
        state.textContent = t("explore.failed");
      }
    };
    return make(
      "div",
      "",
      make("p", "quiet", t("explore.downloadHint")),
      make(
        "p",
        "actions",
        ...(["csv", "xlsx", "json"] as const).map((format) =>
          button(format.toUpperCase(), "", () => void take(format)),
        ),
      ),
      state,
    );
  }

  function links(): HTMLElement {
    const address = field();
    const code = field();
    const made = make(
      "div",
      "",
      labelled(t("explore.link"), address),
      copyButton(() => address.value, t("code.copy"), t("code.copied")),
      labelled(t("embed.code"), code),
      copyButton(() => code.value, t("code.copy"), t("code.copied")),
      make("p", "quiet", t("explore.embedHint")),
    );
    made.addEventListener("focusin", () => fill());
    const fill = () => {
      address.value = new URL(stage.address(), location.href).href;
      const frame = new URL(stage.address(host.dataset.embed), location.href).href;
      const tall = Math.ceil(host.getBoundingClientRect().height) + 80;
      const title = table.title.replaceAll('"', "&quot;");
      code.value = `<iframe src="${frame.replaceAll("&", "&amp;")}" title="${title}" width="100%" height="${Math.min(tall, 900)}" loading="lazy" style="border:0"></iframe>`;
    };
    filling.push(fill);
    return made;
  }

  function field(): HTMLInputElement {
    const made = make("input", "");
    made.readOnly = true;
    made.addEventListener("focus", () => made.select());
    return made;
  }

  return {
    show() {
      const view = stage.view();
      for (const { kind, opener } of openers)
        opener.setAttribute("aria-pressed", String(view.show === kind));
      for (const box of columns.querySelectorAll<HTMLInputElement>("input"))
        box.checked = !view.hidden.includes(box.value);
      filters.show();
      for (const fill of filling) fill();
      const active = table.columns.flatMap((column) => {
        const filter = view.filters[column.name];
        return filter && filter.kind === filterKind(column)
          ? [{ column, text: filterText(column, filter, speech) }]
          : [];
      });
      const held = chips.contains(document.activeElement);
      chips.hidden = active.length === 0 && view.q === "";
      chips.replaceChildren(
        ...active.map(({ column, text }) => {
          const { [column.name]: _, ...rest } = view.filters;
          const chip = button(`${text} ✕`, "chip", () => stage.set({ filters: rest }));
          chip.setAttribute("aria-label", t("explore.unfilter", { filter: text }));
          return make("li", "", chip);
        }),
        make(
          "li",
          "",
          button(t("explore.reset"), "plain", () => stage.set({ filters: {}, q: "" })),
        ),
      );
      // The pressed sign is gone: the focus goes to the next one, or to where filters are set.
      if (held)
        (chips.hidden
          ? filters.menu.querySelector("summary")
          : chips.querySelector<HTMLElement>("button")
        )?.focus();
      // Columns are the table's, not the chart's or the map's.
      columns.hidden = view.show !== "table";
    },
  };
}
