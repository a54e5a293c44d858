import type { InspectionOptions } from "../../inspect/kinds/options.ts";
import type { TableReport } from "../../model/table.ts";
import type { WrittenPassport } from "../../schemas/data/dataset.ts";
import { structureSchema } from "../../schemas/data/structure-schema.ts";
import { namesOf, tableSchema } from "../../schemas/data/table-schema.ts";
import { foldTitle } from "../../table/layout/column-names.ts";
import { passportValues } from "../passport/passport-text.ts";
import { proposeColumns } from "../passport/propose-columns.ts";
import type { Submission } from "../submission.ts";
import { type PublishedDataset, publishedPassport, updateDataset } from "./change-dataset.ts";
import { type Fates, type Moved, movedBy, type WrittenField, withFate } from "./columns/fates.ts";
import type { Bytes } from "./new-dataset.ts";
import { withNames } from "./with-names.ts";

type Resource = NonNullable<WrittenPassport["resources"]>[number];
type WrittenSchema = NonNullable<Resource["schema"]>;

/** A resource whose table lies in the set's folder, as `path` names it. */
export type TableResource = Resource & { path: string };

/** A clerk's file as it was read, and the clean table made of it; what was said of columns it has not. */
export type ReadTable = { report: TableReport; clean: Bytes; fates?: Fates };

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
const fieldsOf = ({ schema, structure }: Resource): readonly WrittenField[] =>
  schema?.fields ?? (structure === undefined ? [] : (structureSchema(structure)?.fields ?? []));

/** Columns of a clerk's table as the passport is to describe them: a known one, by its name or title, as it does now. */
function columnsIn(
  { report, fates = new Map() }: Pick<ReadTable, "report" | "fates">,
  resource: Resource,
): WrittenField[] {
  const fields = fieldsOf(resource);
  const used = new Set(fields.map(({ name }) => name.toLowerCase()));
  const proposed = proposeColumns(report).fields;
  return report.columns.map(({ field, name, title = name }, index): WrittenField => {
    const known =
      fields.find((one) => one.name === field || one.name === name) ??
      fields.find((one) => one.title !== undefined && foldTitle(one.title) === foldTitle(title));
    if (known) return known;
    const own = proposed[index] ?? { name: field, title };
    let free = own.name;
    for (let again = 2; used.has(free.toLowerCase()); again++) free = `${own.name}${again}`;
    used.add(free.toLowerCase());
    return withFate({ ...own, name: free }, fields, fates);
  });
}

/** Columns that went and columns that came, by what a published table has and a newer one: nothing was said of them yet. */
export function changedColumns(
  { report }: Pick<ReadTable, "report">,
  resource: Resource,
): { gone: WrittenField[]; came: WrittenField[] } {
  const [before, now] = [fieldsOf(resource), columnsIn({ report }, resource)];
  const without = (fields: readonly WrittenField[], others: readonly WrittenField[]) =>
    fields.filter(({ name }) => others.every((other) => other.name !== name));
  return { gone: without(before, now), came: without(now, before) };
}

/** The passport's own description of a table after the columns it has now; the same where they are those it describes. */
function followed(
  schema: WrittenSchema,
  columns: readonly WrittenField[],
  moved: Moved,
): WrittenSchema {
  const has = (name: string) => columns.some((column) => column.name === name);
  const nowOf = (name: string) => moved.get(name) ?? name;
  const kept = schema.fields
    .map(
      (field) =>
        columns.find(({ name }) => moved.has(field.name) && name === nowOf(field.name)) ?? field,
    )
    .filter(({ name }) => has(name));
  const added = columns.filter(({ name }) => kept.every((field) => field.name !== name));
  const fields = [...kept, ...added];
  if (
    fields.length === schema.fields.length &&
    fields.every((one, at) => one === schema.fields[at])
  )
    return schema;
  const { primaryKey, foreignKeys, ...rest } = schema;
  const named = <T extends string | string[]>(names: T) =>
    (typeof names === "string" ? nowOf(names) : names.map(nowOf)) as T;
  const key = namesOf(primaryKey).map(nowOf).filter(has);
  const references = (foreignKeys ?? [])
    .map((one) => ({ ...one, fields: named(one.fields) }))
    .filter((one) => namesOf(one.fields).every(has));
  return {
    ...rest,
    ...(key.length === 0 ? {} : { primaryKey: typeof primaryKey === "string" ? key.join() : key }),
    ...(references.length === 0 ? {} : { foreignKeys: references }),
    fields,
  };
}

/**
 * A table in place of a published one, its columns named and ordered as that one has them. What the passport says of them
 * stays: the rules tell of a column it does not know.
 * @param values as in updateDataset
 */
export function newerTable(
  dataset: PublishedDataset,
  resource: TableResource,
  read: ReadTable,
  values?: Partial<WrittenPassport>,
): Submission {
  const table = withNames(
    read.clean,
    columnsIn(read, resource).map(({ name }) => name),
    fieldsOf(resource).map(({ name }) => movedBy(read.fates ?? new Map()).get(name) ?? name),
  );
  return updateDataset(dataset, new Map([[resource.path, table]]), values);
}

/**
 * The same of a clerk's table, who sees what changes and answers for it: where columns came or went the passport's own
 * description follows. An official structure stays as it is, and its rules tell of what differs.
 */
export function newerTableDescribed(
  dataset: PublishedDataset,
  resource: TableResource,
  read: ReadTable,
  values?: Partial<WrittenPassport>,
): Submission {
  const columns = columnsIn(read, resource);
  const moved = movedBy(read.fates ?? new Map());
  const { resources = [] } = passportValues(publishedPassport(dataset));
  const described = resources.map((one) =>
    one.path === resource.path && one.schema
      ? { ...one, schema: followed(one.schema, columns, moved) }
      : one,
  );
  return newerTable(dataset, resource, read, { resources: described, ...values });
}
