import { remembering } from "../../model/once.ts";
import {
  type Address,
  addressesOf,
  houseOf,
  type Street,
  sameHouse,
} from "../../table/address/street.ts";
import { readTitle } from "../../table/address/streets.ts";

/** Where a table says its addresses, by names of columns. */
export type StreetColumns = {
  street: string;
  kind?: string;
  house?: string;
  /** Names of the portal's own settlements, in small letters. */
  own: string;
};

/** Rows of a street: its names as the table writes them, and a house of it; empty where all are asked for. */
export type StreetAsked = { names: string[]; house: string };

/** Cells of a row that say its address. */
type AddressCells = Partial<Record<"street" | "kind" | "house", string | undefined>>;

/** Another settlement than the portal's own, as an address of it says. */
const settlement = /(?:^|[,\s])(?:м|с|смт|місто|село)\.?\s+(\p{Lu}[\p{L}’'-]{2,})/u;

/** Addresses repeat, and are asked for again with every question. */
const addressesIn = remembering(addressesOf);

function isElsewhere(cell: string, own: string): boolean {
  const named = settlement.exec(cell)?.[1]?.toLowerCase().slice(0, 5);
  return named !== undefined && !own.includes(named);
}

/**
 * The addresses of a row, whichever cells they stand in: none where they are of another settlement.
 * @param own names of the portal's own settlements, in small letters
 */
export function rowAddresses({ street = "", kind, house }: AddressCells, own: string): Address[] {
  if (street === "") return [];
  const whole = kind === undefined ? street : `${kind} ${street}`;
  const text = house ? `${whole}, ${house}` : whole;
  return isElsewhere(text, own) ? [] : addressesIn(text);
}

/** Do two addresses of a row name one street? A kind may be said once: «вул. Соборна, 1; Соборна, 3». */
export const isSameStreet = (a: Omit<Street, "name">, b: Omit<Street, "name">): boolean =>
  a.key === b.key && (a.kind === b.kind || a.kind === "" || b.kind === "");

/** Is a row of those that are asked for? The same reading that counted them for «Моя вулиця». */
export function streetTest({ names, house }: StreetAsked, own: string) {
  const asked = names.map(readTitle);
  const wanted = houseOf(house) || house;
  return (cells: AddressCells): boolean => {
    const addresses = rowAddresses(cells, own);
    const found = addresses.filter((one) =>
      asked.some(({ kind, key }) => one.kind === kind && one.key === key),
    );
    return wanted === ""
      ? found.length > 0
      : addresses.some(
          (one) =>
            sameHouse(wanted, one.house) && found.some((street) => isSameStreet(street, one)),
        );
  };
}
