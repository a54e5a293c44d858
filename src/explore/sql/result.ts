import { make } from "../../find/browser/dom.ts";
import type { Speech } from "../../i18n/speech.ts";
import { createEngine, type Engine } from "../engine.ts";
import { openExplorer } from "../explorer/explorer.ts";
import { nearEngine } from "../explorer/worker-engine.ts";
import { memorySource } from "../source/source.ts";
import { type ExploreColumn, type ExploredTable, emptyView } from "../view.ts";
import type { SqlAnswer } from "./database.ts";

/** What an answer's columns are, by their values; columns of one name are told apart by number. */
export function resultTable(
  title: string,
  names: string[],
  rows: SqlAnswer["rows"],
): ExploredTable {
  const columns = names.map((written, at): ExploreColumn => {
    const values = rows.map((row) => row[at] ?? null).filter((value) => value !== null);
    const numbers = values.length > 0 && values.every((value) => typeof value === "number");
    const texts = (pattern: RegExp) =>
      values.length > 0 && values.every((value) => pattern.test(String(value)));
    const name = names.indexOf(written) === at ? written : `${written} ${at + 1}`;
    return {
      name,
      title: name,
      type: numbers
        ? values.every(Number.isInteger)
          ? "integer"
          : "number"
        : texts(/^\d{4}-\d\d-\d\d$/)
          ? "date"
          : texts(/^\d{4}-(0[1-9]|1[0-2])$/)
            ? "yearmonth"
            : "string",
      distinct: new Set(values).size,
      missing: rows.length - values.length,
    };
  });
  return { title, src: "query.csv", rows: rows.length, headerRows: 1, missing: [], columns };
}

/** An engine over an answer's rows, cells as text. */
function resultEngine({ columns }: ExploredTable, rows: SqlAnswer["rows"]): Engine {
  const names = columns.map(({ name }) => name);
  const records = rows.map((row) => row.map((value) => (value === null ? "" : String(value))));
  return createEngine(memorySource(names, records, []), columns);
}

/** The element an explorer stands on, as the pages of datasets have it. */
export function resultHost({ columns, title }: ExploredTable, search: string): HTMLElement {
  const host = document.createElement("data-explorer");
  const input = make("input", "");
  input.type = "search";
  input.placeholder = search;
  input.setAttribute("aria-label", search);
  const asks = make("span", "table-asks", make("label", "", input));
  asks.dataset.asks = "";
  const status = make("span", "quiet");
  status.dataset.status = "";
  const scroll = make(
    "div",
    "scroll",
    make(
      "table",
      "",
      make(
        "thead",
        "",
        make(
          "tr",
          "",
          ...columns.map(({ title: name, type }) => {
            const header = make("th", type === "integer" || type === "number" ? "number" : "");
            header.scope = "col";
            header.dataset.sort = name;
            header.dataset.column = name;
            header.append(make("button", "", name));
            return header;
          }),
        ),
      ),
      make("tbody", ""),
    ),
  );
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", title);
  host.append(make("p", "table-tools", status, asks), scroll);
  return host;
}

/** An answer is searched, sorted, drawn and taken away as the tables of sets are. */
export async function openResult(
  host: HTMLElement,
  { table, rows, speech }: { table: ExploredTable; rows: SqlAnswer["rows"]; speech: Speech },
): Promise<void> {
  const engine = nearEngine(resultEngine(table, rows));
  const explorer = await openExplorer({ host, table, speech, engine, read: () => emptyView });
  for (const header of host.querySelectorAll<HTMLElement>("th[data-sort]"))
    header
      .querySelector("button")
      ?.addEventListener("click", () => explorer.sort(header.dataset.column ?? ""));
}
