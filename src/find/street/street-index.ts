import { type Catalogue, type Dataset, published } from "../../model/catalogue.ts";
import type { DatasetSource } from "../../model/repository.ts";
import { type Address, addressesOf, type Street } from "../../table/address/street.ts";
import { streetsOf, streetTitle } from "../../table/address/streets.ts";
import { roleOf } from "../../table/column/role/role.ts";
import { type AddressColumns, addressColumns } from "./address-columns.ts";
import { nearThings, type Place } from "./near-things.ts";
import {
  type IndexedStreet,
  type StreetRows,
  type StreetTable,
  streetFile,
  tableKey,
} from "./street-files.ts";

/** Addresses of one row, with its point if it has one. */
type Told = { table: string; address: Address; point?: Place };
type Tables = {
  tables: StreetTable[];
  told: Told[];
  /** Streets of tables that are lists of streets: their rows have no houses. */
  register: Street[];
  renamed: Map<string, Street>;
  points: { table: string; name: string; place: Place }[];
};

/** Points of one table that are looked through for the nearest, at most: more are no list of places to go to. */
const mostPoints = 1000;

/** Another settlement than the portal's own, as an address of it says. */
const settlement = /(?:^|[,\s])(?:м|с|смт|місто|село)\.?\s+(\p{Lu}[\p{L}’'-]{2,})/u;

function isElsewhere(cell: string, portal: Catalogue["portal"]): boolean {
  const named = settlement.exec(cell)?.[1]?.toLowerCase().slice(0, 5);
  if (named === undefined) return false;
  const own = [portal.title, ...portal.places.map(({ title }) => title)].join(" ").toLowerCase();
  return !own.includes(named);
}

/** The address of a row as one text, whichever columns it stands in. */
function addressText(cells: readonly string[], { street, kind, house }: AddressColumns): string {
  const name = cells[street] ?? "";
  if (name === "") return "";
  const whole = kind === undefined ? name : `${cells[kind] ?? ""} ${name}`;
  return house === undefined || !cells[house] ? whole : `${whole}, ${cells[house]}`;
}

function tableOf(
  dataset: Dataset,
  resource: Dataset["resources"][number],
  map: boolean,
): StreetTable {
  const asOf = dataset.passport.validAsOf;
  const from = dataset.temporal?.start;
  const to = asOf ?? dataset.temporal?.end;
  return {
    dataset: dataset.id,
    title: dataset.title.uk,
    ...(dataset.title.en ? { titleEn: dataset.title.en } : {}),
    resource: resource.name,
    resourceTitle: resource.title.uk,
    ...(from && !asOf ? { from } : {}),
    ...(to ? { to } : {}),
    ...(map ? { map: true as const } : {}),
  };
}

/** Reads the addresses and the points of one table. */
function readSource(
  {
    dataset,
    source,
    portal,
  }: { dataset: Dataset; source: DatasetSource; portal: Catalogue["portal"] },
  found: Tables,
): void {
  for (const { table, report, resource: index } of source.tables) {
    const resource = dataset.resources.find(
      ({ name }) => name === source.value.resources[index]?.name,
    );
    if (!table || !resource?.table) continue;
    const columns = report.columns.map(({ field, title, personal }) => ({
      field,
      title,
      personal:
        personal.length > 0 ||
        resource.table?.columns.some((one) => one.field.name === field && one.field.personal) ===
          true,
    }));
    const roles = columns.map(({ field, title }) => roleOf(field, title));
    const [lat, lon] = [roles.indexOf("latitude"), roles.indexOf("longitude")];
    const pointOf = (cells: readonly string[]): Place | undefined => {
      if (lat === -1 || lon === -1 || !cells[lat] || !cells[lon]) return undefined;
      const place: Place = [Number(cells[lat]), Number(cells[lon])];
      return place.every(Number.isFinite) ? place : undefined;
    };
    const at = addressColumns(columns);
    const isPlaces = !at && lat !== -1 && table.rows.length <= mostPoints;
    if (!at && !isPlaces) continue;
    const own = tableOf(dataset, resource, lat !== -1);
    const key = tableKey(own);
    found.tables.push(own);
    const name = columns.findIndex(
      ({ personal }, column) => !personal && column !== lat && column !== lon,
    );
    const withHouses = new Set<number>();
    for (const [row, { cells }] of table.rows.entries()) {
      const point = pointOf(cells);
      if (isPlaces && point && name !== -1)
        found.points.push({ table: key, name: cells[name] ?? "", place: point });
      const text = at ? addressText(cells, at) : "";
      if (!at || text === "" || isElsewhere(text, portal)) continue;
      const addresses = addressesOf(text);
      for (const address of addresses) {
        found.told.push({ table: key, address, ...(point ? { point } : {}) });
        if (address.house !== "") withHouses.add(row);
        if (at.kind !== undefined && at.house === undefined) found.register.push(address);
      }
      const [present] = addresses;
      const [was] = at.former === undefined ? [] : addressesOf(cells[at.former] ?? "");
      if (present && was) found.renamed.set(was.key, present);
    }
    const listed = found.tables[place];
    if (listed && lat === -1 && withHouses.size > 0 && table.rows.length <= mostPoints)
      listed.unplaced = withHouses.size;
  }
}

type Gathered = { title: string; name: string; key: string; rows: Map<string, Told[]> };

function gather({ told, register, renamed }: Tables): Map<string, Gathered> {
  const resolve = streetsOf(
    told.map(({ address }) => address),
    { register, renamed },
  );
  const streets = new Map<string, Gathered>();
  for (const one of told) {
    const street = resolve(one.address);
    const known = streets.get(street.id) ?? {
      title: streetTitle(street),
      name: street.name,
      key: street.id.slice(street.id.indexOf("|") + 1),
      rows: new Map(),
    };
    streets.set(street.id, known);
    const told = known.rows.get(one.table);
    if (told) told.push(one);
    else known.rows.set(one.table, [one]);
  }
  return streets;
}

/** Rows of one table on one street. */
function rowsOf(table: string, told: readonly Told[], name: string): StreetRows {
  const houses: Record<string, number> = {};
  for (const { address } of told)
    if (address.house !== "") houses[address.house] = (houses[address.house] ?? 0) + 1;
  const written = told.map(({ address }) => address.name.toLowerCase());
  const isWritten = written.every((one) => one.includes(name.toLowerCase()));
  // «вул. Маланюка» is found by the word it shares with «вул. Євгена Маланюка».
  const shared = name
    .split(" ")
    .filter((word) => written.every((one) => one.includes(word.toLowerCase())));
  return {
    table,
    rows: told.length,
    ...(Object.keys(houses).length > 0 ? { houses } : {}),
    q: isWritten ? `«${name}»` : shared.join(" ") || name,
  };
}

/** The middle of some places. */
function middleOf(points: readonly Place[]): Place | undefined {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  return points.length === 0 ? undefined : [mean(0), mean(1)];
}

/**
 * What the portal knows of each street, over all its tables, as files by the first letters of names. Columns of addresses
 * are known by what they are called, so it is the same for any hromada; columns of people are never read.
 */
export function streetIndexOf(
  catalogue: Catalogue,
  sources: readonly DatasetSource[],
): Map<string, string> {
  const found: Tables = { tables: [], told: [], register: [], renamed: new Map(), points: [] };
  const byId = new Map(sources.map((source) => [source.id, source]));
  for (const dataset of published(catalogue)) {
    const source = byId.get(dataset.id);
    if (source) readSource({ dataset, source, portal: catalogue.portal }, found);
  }
  const files = new Map<string, IndexedStreet[]>();
  for (const [, { title, name, key, rows }] of [...gather(found)].sort((a, b) =>
    a[1].title < b[1].title ? -1 : 1,
  )) {
    const points = [...rows.values()].flat().flatMap(({ point }) => (point ? [point] : []));
    const former = [...found.renamed].flatMap(([was, now]) => (now.key === key ? [was] : []));
    const near = nearThings(middleOf(points), found.points);
    const street: IndexedStreet = {
      title,
      key,
      ...(former.length > 0 ? { former } : {}),
      has: [...rows].map(([table, told]) => rowsOf(table, told, name)),
      ...(near.length > 0 ? { near } : {}),
    };
    const words = [key, ...former].flatMap((one) => one.split(" "));
    for (const file of new Set(words.map(streetFile)))
      files.set(file, [...(files.get(file) ?? []), street]);
  }
  const made = new Map<string, string>();
  if (found.told.length === 0) return made;
  made.set("streets/tables.json", JSON.stringify(found.tables));
  for (const [file, streets] of files) made.set(file, JSON.stringify(streets));
  return made;
}
