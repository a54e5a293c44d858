import type { InspectionOptions } from "../../inspect/kinds/options.ts";
import type { TableReport } from "../../model/table.ts";
import type { WrittenPassport } from "../../schemas/data/dataset.ts";
import { structureSchema } from "../../schemas/data/structure-schema.ts";
import { tableSchema } from "../../schemas/data/table-schema.ts";
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

/** What a passport promises of a table: an official structure by its id, or its own; nothing where it promises nothing that can be held to. */
export function promiseOf({
  schema,
  structure,
}: Resource): Pick<InspectionOptions, "structure" | "schema"> {
  const own = schema && tableSchema.safeParse(schema).data;
  if (own) return { schema: own };
  return structure !== undefined && structureSchema(structure) ? { structure } : {};
}

/** Columns of a published table, as its passport or its official structure has them. */
const fieldsOf = ({ schema, structure }: Resource): readonly { name: string; title?: string }[] =>
  schema?.fields ?? (structure === undefined ? [] : (structureSchema(structure)?.fields ?? []));

/** Names the published table has for the columns of a clerk's: by their names or titles; a new column keeps its own. */
function namesIn({ columns }: TableReport, resource: Resource): string[] {
  const fields = fieldsOf(resource);
  return columns.map(({ field, name, title = name }) => {
    const known =
      fields.find((one) => one.name === field || one.name === name) ??
      fields.find((one) => one.title !== undefined && foldTitle(one.title) === foldTitle(title));
    return known?.name ?? field;
  });
}

/** A clerk's table in place of a published one, its columns named and ordered as that one has them; `values` as in updateDataset. */
export const newerTable = (
  dataset: PublishedDataset,
  resource: TableResource,
  { report, clean }: ReadTable,
  values?: Partial<WrittenPassport>,
): Submission =>
  updateDataset(
    dataset,
    new Map([
      [
        resource.path,
        withNames(
          clean,
          namesIn(report, resource),
          fieldsOf(resource).map(({ name }) => name),
        ),
      ],
    ]),
    values,
  );
