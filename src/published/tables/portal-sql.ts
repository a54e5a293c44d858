import { catalogueView, sqlTablesOf } from "../../explore/sql/tables.ts";
import { speak } from "../../i18n/translate.ts";
import type { Catalogue, Dataset, Resource } from "../../model/catalogue.ts";
import { askable } from "./askable.ts";
import { toExploredTable } from "./explored-table.ts";
import { columnComment } from "./parquet/notes.ts";
import { twinFormats, twinPath } from "./twins.ts";
import { calledTable, duckdbTable, sqlText } from "./typed-calls.ts";

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** A text in a comment of SQL: one line. */
const line = (text: string): string => text.replace(/\s+/g, " ");

/** Names of a set's tables, the same as on the page /sql/. */
function namesOf(dataset: Dataset, resources: readonly Resource[]): string[] {
  const all = resources.map((resource) => ({
    name: resource.name,
    explored: toExploredTable(resource, dataset, "uk", (path) => path),
  }));
  return sqlTablesOf(dataset.id, all, speak("uk")).tables.map(({ name }) => name);
}

/** What is said of a table where only its name is seen: the set, the publisher, the licence. */
const commentOf = (dataset: Dataset, resource: Resource): string =>
  [
    line(dataset.title.uk),
    ...(resource.title.uk === dataset.title.uk ? [] : [line(resource.title.uk)]),
    dataset.publisher.title,
    dataset.licence?.title ?? "ліцензію не вказано",
    dataset.iri,
  ].join("; ");

function statementsOf(dataset: Dataset, { portal }: Catalogue): string[] {
  const tables = dataset.resources.filter(({ table, path }) => table && path);
  const names = namesOf(dataset, tables);
  return tables.map((resource, at) => {
    const name = quoted(names[at] ?? resource.name);
    const from = twinFormats(resource, dataset, portal.copies).includes("parquet")
      ? `read_parquet(${sqlText(portal.site + twinPath(resource, "parquet"))})`
      : duckdbTable(calledTable(resource));
    return [
      `CREATE OR REPLACE VIEW ${name} AS SELECT * FROM ${from};`,
      `COMMENT ON VIEW ${name} IS ${sqlText(commentOf(dataset, resource))};`,
      ...(resource.table?.columns ?? []).map(
        ({ field, title }) =>
          `COMMENT ON COLUMN ${name}.${quoted(field.name)} IS ${sqlText(line(columnComment(title.uk, field.description)))};`,
      ),
    ].join("\n");
  });
}

/**
 * The portal as statements of DuckDB: a view over each table, with its types and with comments on it and on its columns, and
 * the list of sets. A view reads the portal when it is asked, so it never grows old.
 */
export function renderPortalSql(catalogue: Catalogue): string {
  const { site, title } = catalogue.portal;
  return `${[
    `-- ${line(title)}: кожна таблиця порталу як подання DuckDB (1.1 або новішого), з типами й описами колонок.\n-- curl -fsS ${site}/portal.sql | duckdb portal.duckdb   # далі: duckdb portal.duckdb або ATTACH 'portal.duckdb'\n-- Які є таблиці: SELECT view_name, comment FROM duckdb_views() WHERE NOT internal;`,
    `CREATE OR REPLACE VIEW ${quoted(catalogueView)} AS SELECT * FROM read_parquet(${sqlText(`${site}/datasets.parquet`)});\nCOMMENT ON VIEW ${quoted(catalogueView)} IS ${sqlText(`${line(title)}: перелік наборів`)};`,
    ...askable(catalogue).flatMap((dataset) => statementsOf(dataset, catalogue)),
  ].join("\n\n")}\n`;
}
