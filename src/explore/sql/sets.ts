import { button, make } from "../../find/browser/dom.ts";
import type { Speech } from "../../i18n/speech.ts";
import { named, type SqlExample, type SqlTable } from "./table.ts";

/** A table with the names of its columns, each of which `insert` puts into the query; `address`: its set's page. */
export function tableDetails(
  { name, title, rows, columns }: SqlTable,
  address: string,
  { t, count }: Speech,
  insert: (name: string) => void,
): HTMLElement {
  const names = columns.map((column) => {
    const chosen = button(column.name, "column-name", () => insert(named(column.name)));
    return make("li", "", chosen, " ", make("span", "quiet", column.title));
  });
  const link = make("a", "", t("sql.about"));
  link.href = address;
  return make(
    "details",
    "",
    make("summary", "", `${title}, ${count("rows", rows)} `, make("code", "", name)),
    make("ul", "plain", ...names),
    make("p", "", link),
  );
}

/** Questions put ready; the pressed one is asked. */
export const exampleList = (
  examples: readonly SqlExample[],
  ask: (sql: string) => void,
): HTMLElement =>
  make(
    "ul",
    "plain",
    ...examples.map(({ title, sql }) =>
      make(
        "li",
        "",
        button(title, "plain", () => ask(sql)),
      ),
    ),
  );
