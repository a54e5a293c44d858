import { sameHouse } from "../../table/address/street.ts";
import type { IndexedStreet, StreetRows, StreetTable } from "./street-files.ts";

/** How many rows of a table are about a house, or about the whole street where none is asked for. */
export const rowsAt = ({ rows, houses = {} }: StreetRows, house: string): number =>
  house === ""
    ? rows
    : Object.entries(houses).reduce(
        (sum, [one, many]) => sum + (sameHouse(house, one) ? many : 0),
        0,
      );

/** What the address of a set's page asks for to show just those rows; the street's title stands first, for people to read. */
export function rowsQuery(
  { title }: Pick<IndexedStreet, "title">,
  { names = [] }: StreetRows,
  { resource }: Pick<StreetTable, "resource">,
  house: string,
): URLSearchParams {
  const query = new URLSearchParams({ table: resource });
  for (const name of new Set([title, ...names])) query.append("street", name);
  if (house !== "") query.set("house", house);
  return query;
}
