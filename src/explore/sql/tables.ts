import type { Speech } from "../../i18n/speech.ts";
import { isNumeric } from "../../table/column/cell.ts";
import { isMeasure, isTime } from "../chart.ts";
import { type ExploreColumn, type ExploredTable, filterKind } from "../view.ts";
import { named, type SqlExample, type SqlTable } from "./table.ts";

/** The view of the catalogue in /portal.sql, beside those of sets. */
export const catalogueView = "catalogue";

/**
 * A name a query can write without quotes, each id’s its own: trees-removed → trees_removed. A digit in front, and what
 * SQLite keeps for itself, get a letter; so does whoever had that letter already. A set called as the catalogue’s view gets
 * a sign that no id ends in.
 */
export const sqlName = (id: string): string => {
  const name = id.replaceAll("-", "_").replace(/^(?=t*(?:\d|sqlite_))/, "t");
  return name === catalogueView ? `${name}_` : name;
};

/** A set's tables as queries name them, and questions that suit them. */
export type AskedSet = { tables: SqlTable[]; examples: SqlExample[] };

/**
 * A set's tables and questions that suit them. A table is called by its set, or by the set and itself where there are several.
 * @param dataset the set's id
 * @param all what the set's page tells the explorer of each of its tables, by the names of their resources
 */
export function sqlTablesOf(
  dataset: string,
  all: readonly { name: string; explored: ExploredTable }[],
  speech: Speech,
): AskedSet {
  const described = all.map(({ name: resource, explored }) => {
    const { title, src, rows, headerRows, missing, columns, integrity } = explored;
    const name = sqlName(
      all.length === 1 || resource === dataset
        ? dataset
        : // Two signs: no other set's name has them.
          `${dataset}--${resource}`,
    );
    return {
      name,
      title,
      dataset,
      src,
      ...(integrity === undefined ? {} : { integrity }),
      rows,
      headerRows,
      missing,
      columns,
    };
  });
  return {
    tables: described.map(({ columns, ...table }) => ({
      ...table,
      columns: columns.map(({ name, title, type }) => ({
        name,
        title,
        numeric: isNumeric(type) || type === "year" || type === "boolean",
        ...(type === "boolean" ? { logical: true as const } : {}),
      })),
    })),
    examples: described.flatMap((table) => examplesFor(table, speech)),
  };
}

/** What a set's page tells the explorer of its tables; none where there is no such page, or it is of something else. */
export async function fetchExplored(
  address: string,
): Promise<{ name: string; explored: ExploredTable }[]> {
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) return [];
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return [...page.querySelectorAll<HTMLElement>("data-explorer")].map((host) => ({
    name: host.dataset.name ?? "",
    explored: JSON.parse(host.querySelector("script")?.textContent ?? "{}"),
  }));
}

/** Questions made of what a table's columns are: its rows, how many of each kind, sums, what happened by month. */
function examplesFor(
  {
    name: bare,
    title,
    columns,
    rows,
  }: { name: string; title: string; columns: ExploreColumn[]; rows: number },
  { t }: Speech,
): SqlExample[] {
  const name = named(bare);
  const group = columns.find(
    (column) =>
      filterKind(column) === "choice" && column.distinct > 1 && column.distinct < rows / 2,
  );
  const measure = columns.find((column) => isMeasure(column, rows));
  const time = columns.find(({ type, distinct }) => isTime(type) && distinct > 2);
  const example = (sentence: string, sql: string): SqlExample => ({
    title: sentence,
    tables: [bare],
    sql,
  });
  return [
    example(t("sql.example.rows", { table: title }), `SELECT *\nFROM ${name}\nLIMIT 20;`),
    ...(group
      ? [
          example(
            t("sql.example.kinds", { column: group.title }),
            `SELECT ${named(group.name)}, count(*) AS n\nFROM ${name}\nGROUP BY ${named(group.name)}\nORDER BY n DESC;`,
          ),
        ]
      : []),
    ...(group && measure
      ? [
          example(
            t("sql.example.sums", { column: measure.title, group: group.title }),
            `SELECT ${named(group.name)}, sum(${named(measure.name)}) AS total, round(avg(${named(measure.name)}), 2) AS mean\nFROM ${name}\nGROUP BY ${named(group.name)}\nORDER BY total DESC;`,
          ),
        ]
      : []),
    ...(time
      ? [
          example(
            t("sql.example.months", { column: time.title }),
            `SELECT substr(${named(time.name)}, 1, 7) AS month, ${measure ? `sum(${named(measure.name)}) AS total` : "count(*) AS n"}\nFROM ${name}\nWHERE ${named(time.name)} IS NOT NULL\nGROUP BY 1\nORDER BY 1;`,
          ),
        ]
      : []),
  ];
}
