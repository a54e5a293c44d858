import { isMeasure, isTime } from "../../explore/chart.ts";
import { named, type SqlExample, type SqlTable } from "../../explore/sql/table.ts";
import { type ExploreColumn, filterKind } from "../../explore/view.ts";
import { type Language, speak } from "../../i18n/translate.ts";
import type { Catalogue, Dataset } from "../../model/catalogue.ts";
import { isNumeric } from "../../table/column/cell.ts";
import { toExploredTable } from "./explored-table.ts";

/** A name a query can write without quotes: trees-removed → trees_removed; a digit in front gets a letter. */
const sqlName = (id: string): string => id.replaceAll("-", "_").replace(/^(?=\d)/, "t");

/** A dataset's tables and questions that suit them. A table is called by its set, or by the set and itself where there are several. */
export function sqlTablesOf(
  dataset: Dataset,
  language: Language,
  href: (path: string) => string,
): { tables: SqlTable[]; examples: SqlExample[] } {
  const resources = dataset.resources.filter(({ table, path }) => table && path);
  const described = resources.map((resource) => {
    const { title, src, rows, headerRows, missing, columns } = toExploredTable(
      resource,
      dataset,
      language,
      href,
    );
    const name = sqlName(
      resources.length === 1 || resource.name === dataset.id
        ? dataset.id
        : // Two signs: no other set's name has them.
          `${dataset.id}--${resource.name}`,
    );
    return { name, title, dataset: dataset.id, src, rows, headerRows, missing, columns };
  });
  return {
    tables: described.map(({ columns, ...table }) => ({
      ...table,
      columns: columns.map(({ name, title, type }) => ({
        name,
        title,
        numeric: isNumeric(type) || type === "year",
      })),
    })),
    examples: described.flatMap((table) => examplesFor(table, language)),
  };
}

/** Questions made of what a table's columns are: its rows, how many of each kind, sums, what happened by month. */
function examplesFor(
  {
    name: bare,
    title,
    columns,
    rows,
  }: { name: string; title: string; columns: ExploreColumn[]; rows: number },
  language: Language,
): SqlExample[] {
  const { t } = speak(language);
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

/** Can a dataset be asked? One that is published and has a table here can. */
export const isAskable = ({ passport, resources }: Dataset): boolean =>
  passport.status === "active" && resources.some(({ table, path }) => table && path);

/** The datasets that can be asked, for the page's list. */
export const askable = ({ datasets }: Catalogue): Dataset[] => datasets.filter(isAskable);

/** What the page of queries fetches of a dataset it is to ask. */
export const renderSqlTables = (
  dataset: Dataset,
  language: Language,
  href: (path: string) => string,
): string => JSON.stringify(sqlTablesOf(dataset, language, href));
