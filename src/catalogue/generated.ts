import type { Catalogue, Dataset, Resource, TablePreview } from "../model/catalogue.ts";
import { listLine } from "../model/csv.ts";
import type { TableSchema } from "../schemas/data/table-schema.ts";
import { readRows, readTable } from "../table/read-table.ts";
import type { GeneratedFile } from "../vocabularies/portal-files.ts";
import { fingerprint, previewOf } from "./build-dataset.ts";
import { freshnessOf } from "./measures/quality/freshness.ts";
import { type RegistryRow, registryColumns, registryOf } from "./registry.ts";

/** The files the portal makes of its whole catalogue: the register of datasets as Annex 7 draws it, as a table and as JSON. */
const files: Record<GeneratedFile, (rows: readonly RegistryRow[]) => string> = {
  // UTF-8, comma, LF; an empty cell where nothing is known.
  "/registry.csv": (rows) =>
    [[...registryColumns], ...rows.map((row) => registryColumns.map((name) => row[name]))]
      .map((line) => listLine(line.map((cell) => cell ?? "")))
      .join(""),
  "/registry.json": (rows) => `${JSON.stringify(rows, null, 1)}\n`,
};

type Registered = Pick<Catalogue, "portal" | "datasets">;

export const generatedBytes = (file: GeneratedFile, catalogue: Registered): Uint8Array =>
  new TextEncoder().encode(files[file](registryOf(catalogue)));

/**
 * Sizes, checksums and first rows of the files the portal makes of the finished catalogue, for the sets that publish
 * them as their own: such a set changes when anything said of any set does.
 */
export function describeGenerated(
  datasets: readonly Dataset[],
  portal: Catalogue["portal"],
  today: string,
): Dataset[] {
  const registered = { portal, datasets: [...datasets] };
  const described = datasets
    .flatMap((dataset) => dataset.described ?? [])
    .sort()
    .at(-1);
  return datasets.map((dataset) => {
    if (!dataset.resources.some(({ generated }) => generated)) return dataset;
    const modified = described ?? dataset.modified;
    const day = modified?.slice(0, 10);
    const temporal = dataset.temporal ?? (day === undefined ? undefined : { start: day, end: day });
    const known = modified === undefined ? {} : { modified };
    return {
      ...dataset,
      ...known,
      ...(temporal === undefined ? {} : { temporal }),
      freshness: freshnessOf(dataset.frequency, modified, today),
      resources: dataset.resources.map((resource) =>
        resource.generated === undefined
          ? resource
          : {
              ...resource,
              ...known,
              ...contentOf(resource, generatedBytes(resource.generated, registered)),
            },
      ),
    };
  });
}

const contentOf = ({ schema, format }: Resource, bytes: Uint8Array) => ({
  ...fingerprint(bytes),
  ...(schema && format === "CSV" ? { table: generatedTable(bytes, schema) } : {}),
});

function generatedTable(bytes: Uint8Array, schema: TableSchema): TablePreview {
  const report = readTable(bytes, { form: "published", fields: schema.fields });
  const header = report.columns.map(({ name }) => name);
  return previewOf({ header, rows: readRows(bytes, report) }, schema, report);
}
