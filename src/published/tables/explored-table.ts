import type { ExploreColumn, ExploredTable } from "../../explore/view.ts";
import type { Language } from "../../i18n/translate.ts";
import { inLanguage } from "../../i18n/translate.ts";
import type { Dataset, Resource } from "../../model/catalogue.ts";
import { roleOf } from "../../table/column/role/role.ts";
import { twinFormats, twinPath } from "./twins.ts";

export function toExploredTable(
  resource: Resource,
  dataset: Dataset,
  language: Language,
  href: (path: string) => string,
): ExploredTable {
  const { title, path, table, schema } = resource;
  if (!table || !path) throw new Error(`"${title.uk}" is not a table of this portal.`);
  const columns = table.columns.map(({ field, title: column, profile }): ExploreColumn => {
    const name = inLanguage(column, language);
    return {
      name: field.name,
      title: name.text,
      ...(name.lang ? { lang: name.lang } : {}),
      type: field.type,
      distinct: profile.distinct,
      missing: profile.missing,
    };
  });
  const lat = table.columns.find(({ field }) => roleOf(field.name, field.title) === "latitude");
  const lon = table.columns.find(({ field }) => roleOf(field.name, field.title) === "longitude");
  return {
    title: inLanguage(title, language).text,
    src: href(path),
    rows: table.rows,
    headerRows: table.headerRows,
    missing: schema?.missingValues ?? ["", "null"],
    columns,
    ...(twinFormats(resource, dataset, []).includes("parquet")
      ? {
          large: {
            parquet: href(twinPath(resource, "parquet")),
            index: href(twinPath(resource, "rows")),
          },
        }
      : {}),
    ...(lat && lon ? { place: { lat: lat.field.name, lon: lon.field.name } } : {}),
  };
}
