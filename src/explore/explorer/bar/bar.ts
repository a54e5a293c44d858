import type { Stage } from "../stage.ts";
import { createChips } from "./chips.ts";
import { createColumns } from "./columns.ts";
import { downloadMenu } from "./download.ts";
import { createFilters } from "./filters.ts";
import { fullScreenButton } from "./full-screen.ts";
import { createShare } from "./share.ts";
import { createTabs } from "./tabs.ts";

/** The tools over a table: table, chart or map; filters; columns; this view as a file, as a link, on another site. */
export function createBar(stage: Stage): { show(): void } {
  const { host } = stage;
  const tabs = createTabs(stage);
  const filters = createFilters(stage);
  const columns = createColumns(stage);
  const download = downloadMenu(stage);
  const share = host.dataset.embed === undefined ? [] : [createShare(stage)];
  const chips = createChips(stage, filters.element);
  host
    .querySelector("[data-asks]")
    ?.append(
      filters.element,
      columns.element,
      download,
      ...share.map(({ element }) => element),
      fullScreenButton(stage),
    );
  host.querySelector(".table-tools")?.before(tabs.element);
  host.querySelector(".table-tools")?.after(chips.element);
  return {
    show() {
      for (const tool of [tabs, filters, ...share, chips, columns]) tool.show();
    },
  };
}
