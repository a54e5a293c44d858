import type { DatasetSource } from "../../model/repository.ts";
import type { ResourceDescriptor } from "../../schemas/data/dataset.ts";
import type { Located } from "./dialects/dialect.ts";
import type { SetTable } from "./findings.ts";

/** Where tables lie for SQL: the portal's folder, and a place elsewhere where one is given. */
export type Whereabouts = {
  /** Ends without a stroke. */
  root: string;
  /** A folder or an address with files, or, where the engine knows tables by name, a catalogue and a schema: `hive.open`. */
  at: string | undefined;
  namesTables: boolean;
};

const isAddress = (path: string): boolean => /^[a-z0-9]+:\/\//i.test(path);

function locationOf(
  { folder }: DatasetSource,
  { name, path = "" }: ResourceDescriptor,
  { root, at, namesTables }: Whereabouts,
): string {
  // Hive's names have no hyphens.
  if (namesTables) return [...(at === undefined ? [] : [at]), name.replaceAll("-", "_")].join(".");
  if (at !== undefined) return `${at.replace(/\/+$/, "")}/${path.split("/").at(-1)}`;
  return isAddress(path) ? path : `${root}/${folder}/${path}`;
}

/** Of a resource, what SQL has to know of it before its columns are known. */
export type Found = Pick<SetTable, "name" | "location" | "format" | "schema" | "resource" | "file">;

/** Resources of a set that are tables with a structure, and what is left out, a line each. */
export function locateTables(
  dataset: DatasetSource,
  whereabouts: Whereabouts,
): { found: Found[]; left: string[] } {
  const found: Found[] = [];
  const left: string[] = [];
  dataset.value.resources.forEach((one, resource) => {
    const { name, path, schema } = one;
    const format: Located["format"] | undefined = /\.parquet$/i.test(path ?? "")
      ? "parquet"
      : /\.csv$/i.test(path ?? "")
        ? "csv"
        : undefined;
    if (!schema) left.push(`${name}: структури не описано, тож перевіряти нічого.`);
    else if (!path || !format)
      left.push(`${name}: це не CSV і не Parquet, тож SQL його не прочитає.`);
    else if (path.startsWith("/")) left.push(`${name}: цей файл складає сам портал.`);
    else
      found.push({
        name,
        location: locationOf(dataset, one, whereabouts),
        format,
        schema,
        resource,
        file: isAddress(path) ? path : `${dataset.folder}/${path}`,
      });
  });
  return { found, left };
}
