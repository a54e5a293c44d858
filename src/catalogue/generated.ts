import type { Catalogue, Dataset, TablePreview } from "../model/catalogue.ts";
import type { TableSchema } from "../schemas/data/table-schema.ts";
import { readRows, readTable } from "../table/read-table.ts";
import type { GeneratedFile } from "../vocabularies/portal-files.ts";
import { fingerprint, previewOf } from "./build-dataset.ts";
import { freshnessOf } from "./measures/quality/freshness.ts";

/** A file the portal makes of its catalogue, rendered. */
export type Generate = (file: GeneratedFile, catalogue: Catalogue) => Uint8Array;

/** Sizes, checksums and first rows of the files the portal makes of the finished catalogue. */
export function fillGenerated(catalogue: Catalogue, generate: Generate, today: string): void {
  const described = catalogue.datasets
    .map((dataset) => dataset.described)
    .sort()
    .at(-1);
  for (const dataset of catalogue.datasets) {
    for (const resource of dataset.resources) {
      const { generated, schema, format } = resource;
      if (generated === undefined) continue;
      const bytes = generate(generated, catalogue);
      Object.assign(resource, {
        ...fingerprint(bytes),
        modified: described,
        ...(schema && format === "CSV" ? { table: generatedTable(bytes, schema) } : {}),
      });
      dataset.modified = described ?? dataset.modified;
      const day = dataset.modified.slice(0, 10);
      dataset.temporal ??= { start: day, end: day };
      dataset.freshness = freshnessOf(dataset.frequency, dataset.modified, today);
    }
  }
}

function generatedTable(bytes: Uint8Array, schema: TableSchema): TablePreview {
  const report = readTable(bytes, { form: "published", fields: schema.fields });
  const header = report.columns.map(({ name }) => name);
  return previewOf({ header, rows: readRows(bytes, report) }, schema, report);
}

export const countsOf = (active: readonly Dataset[]): Catalogue["counts"] => ({
  datasets: active.length,
  files: active.reduce((sum, { resources }) => sum + resources.length, 0),
  publishers: new Set(active.map(({ publisher }) => publisher.id)).size,
  rows: active
    .flatMap(({ resources }) => resources)
    .reduce((sum, { table }) => sum + (table?.rows ?? 0), 0),
  overdue: active.filter(({ freshness }) => freshness.state === "overdue").length,
});
