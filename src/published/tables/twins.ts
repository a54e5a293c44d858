import { exportRows, mostSheetRows } from "../../explore/export.ts";
import type { Dataset, Resource, TablePreview } from "../../model/catalogue.ts";
import type { DatasetSource, Repository } from "../../model/repository.ts";
import type { Table } from "../../model/table.ts";
import { type PortalDescriptor, tableCopies } from "../../schemas/data/portal.ts";
import { reservedFiles } from "../../vocabularies/portal-files.ts";
import { placeColumns, renderGeoJson } from "./geojson.ts";
import { notesOf } from "./parquet/notes.ts";
import { largeTable, renderLargeParquet, renderParquet } from "./parquet/parquet.ts";

export type TwinFormat = "xlsx" | "json" | "geojson" | "parquet" | "rows";
/** A file made of a table: its name, and what it is called without its ending, now and by each former name of the table. */
export type Twin = {
  format: TwinFormat;
  name: string;
  stems: string[];
  render(): Promise<Uint8Array>;
};

/** Above so many bytes of CSV a workbook or a list of records is no help to anyone. */
const mostCopied = 50_000_000;

/** The stem of a file's name: what its twins are called by. */
const stemOf = (path: string): string => (path.split("/").at(-1) ?? path).replace(/\.csv$/i, "");

/** Copies a portal chose to give. */
type Copies = PortalDescriptor["copies"];

/** Formats a table is given in beside its CSV file, without making them; what a publisher gives is not made again. */
export function twinFormats(
  resource: Resource,
  { resources }: Dataset,
  copies: Copies,
): TwinFormat[] {
  const { table, file, format, bytes = 0 } = resource;
  if (!table || file === undefined || format !== "CSV") return [];
  const formats = [
    ...tableCopies.filter(
      (copy) =>
        copies.includes(copy) &&
        (copy === "parquet"
          ? bytes < largeTable
          : bytes <= mostCopied && table.rows <= mostSheetRows) &&
        (copy !== "geojson" || placeColumns(table)),
    ),
    // Whatever a portal chose: without them nobody can look into the table.
    ...(bytes >= largeTable ? (["parquet", "rows"] as const) : []),
  ];
  return formats.filter((twin) => {
    const own = twinPath(resource, twin);
    return (
      !resources.some(({ path }) => path === own) && !reservedFiles.has(own.split("/").at(-1) ?? "")
    );
  });
}

export const twinPath = ({ path = "" }: Resource, format: TwinFormat): string =>
  path.replace(/[^/]+$/, `${stemOf(path)}.${format}`);

const parquets = new WeakMap<Table, ReturnType<typeof renderLargeParquet>>();

/** The files the portal makes of a dataset's tables: workbook, list of records and, of a large table, what it is read by in parts. */
export function twinsOf(
  dataset: Dataset,
  repository: Pick<Repository, "datasets" | "tree">,
  copies: Copies,
): Twin[] {
  const source = repository.datasets.find(({ id }) => id === dataset.id);
  return dataset.resources.flatMap((resource) => {
    const read = source && readOf(source, resource);
    const preview = resource.table;
    if (!read || !preview) return [];
    const { table, bytes } = read;
    const missing = resource.schema?.missingValues ?? ["", "null"];
    const notes = (types: Parameters<typeof notesOf>[2]) => notesOf(dataset, resource, types);
    const parted = () => {
      const known =
        parquets.get(table) ?? renderLargeParquet(table, preview, missing, bytes(), notes);
      parquets.set(table, known);
      return known;
    };
    const render: Record<TwinFormat, () => Promise<Uint8Array>> = {
      xlsx: () => copied("xlsx", table, preview, missing),
      json: () => copied("json", table, preview, missing),
      geojson: async () => placed(table, preview, missing),
      parquet: async () =>
        (resource.bytes ?? 0) >= largeTable
          ? parted().parquet
          : renderParquet(table, preview, missing, notes),
      rows: async () => parted().index,
    };
    return twinFormats(resource, dataset, copies).map((format) => ({
      format,
      name: twinPath(resource, format).split("/").at(-1) ?? "",
      stems: [resource.path ?? "", ...(resource.aliases ?? [])].map(stemOf),
      render: render[format],
    }));
  });

  function readOf({ value, tables }: DatasetSource, { name, file = "" }: Resource) {
    const index = value.resources.findIndex((resource) => resource.name === name);
    const table = tables.find(({ resource }) => resource === index)?.table;
    const entry = repository.tree.get(file);
    return table && entry ? { table, bytes: () => entry.bytes() } : undefined;
  }
}

/** Rows as they are given in other formats: cells that stand for nothing are empty. */
function cellsOf({ rows }: Table, missing: readonly string[]): string[][] {
  const without = new Set(missing);
  return rows.map(({ cells }) => cells.map((cell) => (without.has(cell) ? "" : cell)));
}

function placed(table: Table, preview: TablePreview, missing: readonly string[]): Uint8Array {
  const place = placeColumns(preview);
  if (!place) throw new Error("Only a table of places is given as GeoJSON.");
  return new TextEncoder().encode(renderGeoJson(preview, place, cellsOf(table, missing)));
}

async function copied(
  format: "xlsx" | "json",
  table: Table,
  { columns }: TablePreview,
  missing: readonly string[],
): Promise<Uint8Array> {
  const made = await exportRows(
    format,
    columns.map(({ field, title, profile }) => ({
      name: field.name,
      title: title.uk,
      type: field.type,
      distinct: profile.distinct,
      missing: profile.missing,
    })),
    cellsOf(table, missing),
  );
  return typeof made === "string" ? new TextEncoder().encode(made) : (made as Uint8Array);
}
