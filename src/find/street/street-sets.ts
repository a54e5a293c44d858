import { type Catalogue, type Dataset, published } from "../../model/catalogue.ts";
import { addressColumns } from "./address-columns.ts";

/** Sets with a table that says where things are by streets. */
export const streetSets = (catalogue: Pick<Catalogue, "datasets">): Dataset[] =>
  published(catalogue).filter(({ resources }) =>
    resources.some(
      ({ table }) =>
        table &&
        addressColumns(
          table.columns.map(({ field, title }) => ({
            field: field.name,
            title: title.uk,
            personal: field.personal !== undefined,
          })),
        ) !== undefined,
    ),
  );
