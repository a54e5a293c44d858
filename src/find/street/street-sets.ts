import { type Catalogue, type Dataset, published } from "../../model/catalogue.ts";
import { addressColumns } from "./address-columns.ts";

const columnsOf = (table: NonNullable<Dataset["resources"][number]["table"]>) =>
  addressColumns(
    table.columns.map(({ field, title }) => ({
      field: field.name,
      title: title.uk,
      personal: field.personal !== undefined,
    })),
  );

/** Does a table say where things are by streets? */
export const hasStreets = (table: Parameters<typeof columnsOf>[0]): boolean =>
  columnsOf(table) !== undefined;

/** Does some table know former names of streets? */
export const knowsFormerNames = (catalogue: Pick<Catalogue, "datasets">): boolean =>
  published(catalogue).some(({ resources }) =>
    resources.some(({ table }) => table && columnsOf(table)?.former !== undefined),
  );

/** Sets with a table that says where things are by streets. */
export const streetSets = (catalogue: Pick<Catalogue, "datasets">): Dataset[] =>
  published(catalogue).filter(({ resources }) =>
    resources.some(({ table }) => table && columnsOf(table) !== undefined),
  );
