import type { TableReport } from "../../model/table.ts";
import type { WrittenPassport } from "../../schemas/data/dataset.ts";
import { structureSchema } from "../../schemas/data/structure-schema.ts";
import { foldTitle } from "../../table/layout/column-names.ts";
import { passportValues } from "../passport/passport-text.ts";
import type { Submission } from "../submission.ts";
import { type PublishedDataset, publishedPassport, updateDataset } from "./change-dataset.ts";
import type { Bytes } from "./new-dataset.ts";
import { withNames } from "./with-names.ts";

type Resource = NonNullable<WrittenPassport["resources"]>[number];

/** A resource whose table lies in the set's folder, as `path` names it. */
export type TableResource = Resource & { path: string };

/** A clerk's file as it was read, and the clean table made of it. */
export type ReadTable = { report: TableReport; clean: Bytes };

/** Resources of a set whose tables lie in its folder. */
export const tablesOf = (dataset: PublishedDataset): TableResource[] =>
  (passportValues(publishedPassport(dataset)).resources ?? []).filter(
    (resource): resource is TableResource =>
      resource.path !== undefined && /^[^/:]+\.csv$/i.test(resource.path),
  );

/** Names the published table has for the columns of a clerk's: by their names or titles; a new column keeps its own. */
function namesIn({ columns }: TableReport, { schema, structure }: Resource): string[] {
  const fields =
    schema?.fields ?? (structure === undefined ? [] : (structureSchema(structure)?.fields ?? []));
  return columns.map(({ field, name, title = name }) => {
    const known =
      fields.find((one) => one.name === field || one.name === name) ??
      fields.find((one) => one.title !== undefined && foldTitle(one.title) === foldTitle(title));
    return known?.name ?? field;
  });
}

/** A clerk's table in place of a published one, its columns named as that one has them; `values` as in updateDataset. */
export const newerTable = (
  dataset: PublishedDataset,
  resource: TableResource,
  { report, clean }: ReadTable,
  values?: Partial<WrittenPassport>,
): Submission =>
  updateDataset(
    dataset,
    new Map([[resource.path, withNames(clean, namesIn(report, resource))]]),
    values,
  );
