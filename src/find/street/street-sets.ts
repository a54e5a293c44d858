import { type Catalogue, type Dataset, published } from "../../model/catalogue.ts";
import { addressColumns } from "./address-columns.ts";
import type { StreetColumns } from "./row-address.ts";

const columnsOf = (table: NonNullable<Dataset["resources"][number]["table"]>) =>
  addressColumns(
    table.columns.map(({ field, title }) => ({
      field: field.name,
      title: title.uk,
      personal: field.personal !== undefined,
    })),
  );

/** Names of the settlements that addresses of a portal are of, in small letters. */
export const ownSettlements = ({ title, places }: Catalogue["portal"]): string =>
  [title, ...places.map((place) => place.title)].join(" ").toLowerCase();

/** The columns a table says its streets in, by their names; undefined where it says none. */
export function streetColumnsOf(
  table: Parameters<typeof columnsOf>[0],
  portal: Catalogue["portal"],
): StreetColumns | undefined {
  const at = columnsOf(table);
  if (!at) return undefined;
  const nameAt = (place: number | undefined) => table.columns[place ?? -1]?.field.name;
  const [street = "", kind, house] = [at.street, at.kind, at.house].map(nameAt);
  return {
    street,
    ...(kind === undefined ? {} : { kind }),
    ...(house === undefined ? {} : { house }),
    own: ownSettlements(portal),
  };
}

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
