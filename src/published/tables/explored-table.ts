import { columnOrder } from "../../explore/columns/order.ts";
import type { ExploreColumn, ExploredTable } from "../../explore/view.ts";
import { ended } from "../../i18n/period.ts";
import type { Language } from "../../i18n/translate.ts";
import { inLanguage, speak } from "../../i18n/translate.ts";
import type { Dataset, Resource } from "../../model/catalogue.ts";
import { titleColumn } from "../../table/column/role/called.ts";
import { dataDates } from "../dataset/data-dates.ts";
import { placeColumns } from "./geojson.ts";
import { largeTable } from "./parquet/parquet.ts";
import { twinFormats, twinPath } from "./twins.ts";

/** Bytes of a large file on another server that the explorer reads: its beginning. */
const readElsewhere = 1_000_000;

/** The server a page reads a table of from, where that is not this site: pages load nothing over a connection in the open. */
const originOf = ({ table, path, url }: Resource): string | undefined => {
  if (!table || path !== undefined || url === undefined) return undefined;
  const { protocol, origin } = new URL(url);
  return protocol === "https:" ? origin : undefined;
};

/** Servers beside this one that tables are explored from. */
export const exploredOrigins = (resources: readonly Resource[]): string[] =>
  [...new Set(resources.flatMap((resource) => originOf(resource) ?? []))].sort();

/** Can a page read more of a table than its first rows? */
export const isExplored = (resource: Resource): boolean =>
  resource.table !== undefined && (resource.path !== undefined || originOf(resource) !== undefined);

const integrityOf = (sha256: string): string =>
  `sha256-${Buffer.from(sha256, "hex").toString("base64")}`;

/** How much of a file on another server is read, and what it must be where that is all of it. */
const elsewhereOf = ({ path, bytes = 0, sha256 }: Resource): ExploredTable["elsewhere"] =>
  path !== undefined || sha256 === undefined
    ? undefined
    : bytes < largeTable
      ? { integrity: integrityOf(sha256) }
      : { start: readElsewhere };

/** Whose data of what time a picture of the table's chart says it shows. */
function sourceOf(dataset: Dataset, language: Language): string[] {
  const speech = speak(language);
  // A page of a set is kept from day to day: what has not come when it changed last is not among its data.
  const { period } = dataDates(dataset, dataset.modified?.slice(0, 10) ?? "9999-12-31", speech);
  const { text } = inLanguage(dataset.title, language);
  return [`${speech.t("chart.source", { title: text })} ${ended(period)}`];
}

/** A map is fetched without asking where its table is no larger, bytes. */
const mappedUnasked = 1_000_000;

/** Are places the point of a table: has nearly every row one, and seldom that of another row? */
function isOfPlaces({ table, bytes = 0, path }: Resource, latitude: ExploreColumn): boolean {
  if (!table || path === undefined || bytes > mappedUnasked) return false;
  const placed = table.rows - latitude.missing;
  return placed >= 3 && placed >= table.rows * 0.9 && latitude.distinct >= placed / 2;
}

export function toExploredTable(
  resource: Resource,
  dataset: Dataset,
  language: Language,
  href: (path: string) => string,
): ExploredTable {
  const { title, path, url, table, schema, sha256 } = resource;
  const src = path === undefined ? url : href(path);
  if (!table || src === undefined) throw new Error(`"${title.uk}" is not a table of this portal.`);
  const elsewhere = elsewhereOf(resource);
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
  const place = placeColumns(table);
  const latitude = columns.find(({ name }) => name === place?.lat);
  const called = titleColumn(columns)?.name;
  return {
    title: inLanguage(title, language).text,
    source: sourceOf(dataset, language),
    src,
    rows: table.rows,
    headerRows: table.headerRows,
    missing: schema?.missingValues ?? ["", "null"],
    columns,
    order: columnOrder(columns, table.first),
    ...(called === undefined ? {} : { called }),
    ...(twinFormats(resource, dataset, []).includes("parquet")
      ? {
          large: {
            parquet: href(twinPath(resource, "parquet")),
            index: href(twinPath(resource, "rows")),
          },
        }
      : {}),
    ...(path !== undefined && sha256 !== undefined ? { integrity: integrityOf(sha256) } : {}),
    ...(elsewhere ? { elsewhere } : {}),
    ...(place ? { place } : {}),
    ...(latitude && isOfPlaces(resource, latitude) ? { opens: "map" as const } : {}),
  };
}
