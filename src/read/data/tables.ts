import type { Source, TableFile } from "../../model/repository.ts";
import { largestFile, type TreeFile } from "../../model/tree.ts";
import type { DatasetDescriptor, ResourceDescriptor } from "../../schemas/data/dataset.ts";
import { type PinnedFile, pinnedFile } from "../../schemas/data/pinned.ts";
import { structureSchema } from "../../schemas/data/structure-schema.ts";
import type { Territory } from "../../table/column/role/role-marks.ts";
import type { ReadOptions } from "../../table/read-table.ts";
import type { ReadTable } from "../disk/readings.ts";

/** Files elsewhere that a descriptor pins, those of them that were fetched; a set is named by its folder, a file by its address. */
export function fetchedOf(
  folder: string,
  { resources }: DatasetDescriptor,
  fetchedFile: (file: PinnedFile) => TreeFile | undefined,
): Map<string, TreeFile> {
  return new Map(
    resources.flatMap((resource) => {
      const pinned = pinnedFile(resource);
      const file = pinned && fetchedFile(pinned);
      return pinned && file ? [[`${folder}/${pinned.url}`, file] as const] : [];
    }),
  );
}

/** Is a resource a table that is read: a CSV file of the set's folder, or one elsewhere whose content is pinned? */
function isTable({ path = "", format, ...rest }: ResourceDescriptor): boolean {
  if (!/^[a-z]+:/i.test(path)) return /\.csv$/i.test(path);
  const isCsv =
    format === undefined ? /\.csv$/i.test(path.replace(/[?#].*$/, "")) : format === "CSV";
  return isCsv && pinnedFile({ path, ...rest }) !== undefined;
}

/** The CSV files a descriptor names, read and judged cell by cell. */
export function readTables(
  fileAt: (file: string) => TreeFile | undefined,
  folder: string,
  source: Source<DatasetDescriptor>,
  territory: Territory,
  readTable: ReadTable,
): TableFile[] {
  return source.value.resources.flatMap((described, resource) => {
    if (!isTable(described)) return [];
    const { path, schema, structure } = described;
    const file = `${folder}/${path}`;
    const entry = fileAt(file);
    // A larger one that is not read in parts is told of by its size, before anybody reads it.
    if (entry?.kind !== "file" || (entry.size > largestFile && !entry.parts)) return [];
    const options: ReadOptions = {
      form: "published",
      territory,
      ...(schema ? { fields: schema.fields, missingValues: schema.missingValues } : {}),
    };
    const { report, table, beginning, sha256 } = readTable(entry, options);
    const official = structure !== undefined && schema === structureSchema(structure);
    return [
      {
        file,
        form: "published",
        report,
        ...(schema ? { schema } : {}),
        ...(official ? { structure } : {}),
        resource,
        table,
        ...(beginning ? { beginning } : {}),
        sha256,
      },
    ];
  });
}
