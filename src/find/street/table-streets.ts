import { counted, type Table } from "../../model/table.ts";
import { addressesOf, type Street } from "../../table/address/street.ts";
import type { AddressColumns } from "./address-columns.ts";
import { isSameStreet, rowAddresses } from "./row-address.ts";
import type { Place } from "./street-files.ts";
import { added, type Points } from "./street-place.ts";

/** Rows of a table that write a street in one way: how many, how many by house, and the points they have, also by house. */
export type ToldStreet = {
  street: Street;
  rows: number;
  houses: Record<string, number>;
  points: Points;
  placed: Record<string, Points>;
};

/** What a table says of streets. */
export type TableStreets = {
  told: ToldStreet[];
  /** Streets by their former names, and the streets of now. */
  renamed: [was: Street, now: Street][];
  /** Rows whose addresses name a house. */
  withHouses: number;
};

const cellAt = (cells: readonly string[], at: number | undefined): string | undefined =>
  at === undefined ? undefined : cells[at];

/** The point of a row, of columns by their places; nothing where a cell is empty or no number. */
export function pointOf(
  cells: readonly string[],
  { lat, lon }: { lat: number; lon: number },
): Place | undefined {
  if (!cells[lat] || !cells[lon]) return undefined;
  const place: Place = [Number(cells[lat]), Number(cells[lon])];
  return place.every(Number.isFinite) ? place : undefined;
}

/** What is told of a street as it is written so. */
function oneOf(told: Map<string, ToldStreet>, street: Street): ToldStreet {
  const written = JSON.stringify(street);
  const one = told.get(written) ?? {
    street,
    rows: 0,
    houses: {},
    points: added([]),
    placed: {},
  };
  told.set(written, one);
  return one;
}

/**
 * The streets that a table's rows name, counted once for every build that asks.
 * @param own names of the portal's own settlements, in small letters: addresses of other ones are passed over
 * @param place columns of coordinates, -1 where there are none
 */
export const streetsOfTable = (
  table: Table,
  at: AddressColumns,
  { own, place }: { own: string; place: { lat: number; lon: number } },
): TableStreets =>
  counted(table, ["streets, places of houses and former ones", at, own, place], () => {
    const told = new Map<string, ToldStreet>();
    const renamed: TableStreets["renamed"] = [];
    let withHouses = 0;
    for (const { cells } of table.rows) {
      const addresses = rowAddresses(
        {
          street: cellAt(cells, at.street),
          kind: cellAt(cells, at.kind),
          house: cellAt(cells, at.house),
        },
        own,
      );
      const point = pointOf(cells, place);
      const stands = point && { count: 1, lat: point[0], lon: point[1] };
      // A row that names a street or a house twice is one row of it.
      const seen: { street: Street; one: ToldStreet; houses: Set<string> }[] = [];
      for (const { house, ...street } of addresses) {
        let row = seen.find((other) => isSameStreet(other.street, street));
        if (!row) {
          row = { street, one: oneOf(told, street), houses: new Set() };
          seen.push(row);
          row.one.rows++;
          if (stands) row.one.points = added([row.one.points, stands]);
        }
        const { one, houses } = row;
        if (house === "" || houses.has(house)) continue;
        houses.add(house);
        one.houses[house] = (one.houses[house] ?? 0) + 1;
        if (stands) one.placed[house] = added([one.placed[house] ?? added([]), stands]);
      }
      if (addresses.some(({ house }) => house !== "")) withHouses++;
      const [present] = addresses;
      const [was] = at.former === undefined ? [] : addressesOf(cells[at.former] ?? "");
      if (present && was) {
        const [former, street] = [was, present].map(({ kind, name, key }) => ({ kind, name, key }));
        if (former && street && former.key !== street.key) renamed.push([former, street]);
      }
    }
    return { told: [...told.values()], renamed, withHouses };
  });
