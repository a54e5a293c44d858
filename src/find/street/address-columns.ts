import { roleOf } from "../../table/column/role/role.ts";

/** A column of a table as its addresses are looked for. */
type Named = { field: string; title?: string | undefined; personal: boolean };

/** Where a table says where things are: one column, or columns of kinds, names and houses; places in the row. */
export type AddressColumns = {
  street: number;
  kind?: number;
  house?: number;
  /** A column of the names the streets had before. */
  former?: number;
};

const kindName = /thoroughfare_?type|street_?type|(тип|вид)\S*\s+(вулиц|елемент)/i;
const houseName = /locator_?designator|house_?number|номер (будинк|будів)|^будинок$/i;
const formerName =
  /(стар|колишн|попередн)\S*\s+(назв|найменуван)|назва до перейменуван|(former|previous|old)_?(name|street|thoroughfare)/i;
/** Columns of addresses that name no street. */
const elsewhere =
  /post|admin_?unit|region|country|locality|settlement|count|(?:^|_)area|addressArea|індекс|област|район|громад|населен|кільк|email|web|сайт|пошт/i;

/** Finds the columns of addresses by what their names say (roles of columns, recommended structures); none without a street. */
export function addressColumns(columns: readonly Named[]): AddressColumns | undefined {
  const says = ({ field, title = "" }: Named, pattern: RegExp) =>
    pattern.test(field) || pattern.test(title);
  const find = (fits: (column: Named) => boolean): number | undefined => {
    const at = columns.findIndex((column) => !column.personal && fits(column));
    return at === -1 ? undefined : at;
  };
  const isOther = (column: Named) =>
    [kindName, houseName, formerName, elsewhere].some((one) => says(column, one));
  const street = find(
    (column) => roleOf(column.field, column.title) === "address" && !isOther(column),
  );
  if (street === undefined) return undefined;
  const [kind, house, former] = [kindName, houseName, formerName].map((pattern) =>
    find((column) => says(column, pattern)),
  );
  return {
    street,
    ...(kind === undefined ? {} : { kind }),
    ...(house === undefined ? {} : { house }),
    ...(former === undefined ? {} : { former }),
  };
}
