import type { Stage } from "../stage.ts";
import { createChips } from "./chips.ts";
import { createColumns } from "./columns.ts";
import { downloadMenu } from "./download.ts";
import { createFilters } from "./filters.ts";
import { fullScreenButton } from "./full-screen.ts";
import { createShare } from "./share.ts";
import { createTabs } from "./tabs.ts";

/** The tools over a table: table, chart or map; filters; columns; this view as a file, as a link, on another site. */
export function createBar(stage: Stage): {
  show(): void;
  /** Opens a menu by the name of its tool. */
  open(tool: string): void;
} {
  const { host } = stage;
  const tabs = createTabs(stage);
  const filters = createFilters(stage);
  const columns = createColumns(stage);
  const download = downloadMenu(stage);
  const share = host.dataset.embed === undefined ? [] : [createShare(stage)];
  const chips = createChips(stage, filters.element);
  const menus: Record<string, HTMLElement> = {
    filters: filters.element,
    columns: columns.element,
    download,
    ...(share[0] ? { share: share[0].element } : {}),
  };
  const asks = host.querySelector("[data-asks]");
  // The page has buttons in the menus' places, so that nothing moves when the menus come.
  for (const asking of asks?.querySelectorAll("[data-tool]") ?? []) asking.remove();
  asks?.append(...Object.values(menus));
  if (!tabs.element.isConnected) host.querySelector(".table-tools")?.before(tabs.element);
  tabs.element.append(fullScreenButton(stage));
  host.querySelector(".table-tools")?.after(chips.element);
  return {
    show() {
      for (const tool of [tabs, filters, ...share, chips, columns]) tool.show();
    },
    open(tool) {
      const menu = menus[tool];
      if (!(menu instanceof HTMLDetailsElement)) return;
      menu.open = true;
      menu.querySelector("summary")?.focus();
    },
  };
}
