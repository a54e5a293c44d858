import { button, make, save } from "../../../find/browser/dom.ts";
import { downloadName, namedIn } from "../../download-name.ts";
import type { ExportFormat } from "../../export.ts";
import type { Stage } from "../stage.ts";
import { createMenu } from "./menu.ts";

const types: Record<ExportFormat, string> = {
  csv: "text/csv;charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json",
};

/** Excel takes a CSV for UTF-8 only where this mark begins it; programs that read CSV pass over it. */
const mark = "\ufeff";

/** The reader's day, as the calendar on the wall has it. */
const today = (): string => new Date().toLocaleDateString("sv-SE");

/** The menu that gives the view's rows as a file. */
export function downloadMenu({ host, table, speech: { t }, engine, view }: Stage): HTMLElement {
  const state = make("p", "quiet");
  state.setAttribute("role", "status");
  async function take(format: ExportFormat): Promise<void> {
    state.textContent = t("explore.making");
    try {
      const content = await engine.export(view(), format);
      const name = downloadName([...namedIn(table.src), "view", today()], format);
      save(format === "csv" ? new Blob([mark, content]) : content, types[format], name);
      state.textContent = "";
    } catch {
      state.textContent = t("explore.failed");
    }
  }
  const takers = (["csv", "xlsx", "json"] as const).map((format) =>
    button(format.toUpperCase(), "", () => void take(format)),
  );
  const hint = make("p", "quiet", t("explore.downloadHint"));
  const content = make("div", "", hint, make("p", "actions", ...takers), state);
  return createMenu(host, t("explore.download"), content);
}
