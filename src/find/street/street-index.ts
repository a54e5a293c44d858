import { type Catalogue, type Dataset, published } from "../../model/catalogue.ts";
import type { DatasetSource } from "../../model/repository.ts";
import type { Street } from "../../table/address/street.ts";
import { readTitle, streetsOf, streetTitle } from "../../table/address/streets.ts";
import { calledBy, titleColumn } from "../../table/column/role/called.ts";
import { roleOf } from "../../table/column/role/role.ts";
import { addressColumns } from "./address-columns.ts";
import {
  type IndexedStreet,
  type PlacedThing,
  placesFile,
  type RenamedStreet,
  renamedFile,
  type StreetRows,
  type StreetTable,
  type StreetWords,
  streetFile,
  type TablePlaces,
  tableKey,
  wordsFile,
} from "./street-files.ts";
import { added, filedPoints, type Points, type StreetPoints } from "./street-place.ts";
import { ownSettlements } from "./street-sets.ts";
import { pointOf, streetsOfTable, type ToldStreet } from "./table-streets.ts";

/** Streets of one table, as it writes them. */
type Told = ToldStreet & { table: string };
type Tables = {
  tables: StreetTable[];
  told: Told[];
  /** Streets of tables that are lists of streets: their rows have no houses. */
  register: Street[];
  /** By keys of former names: the street as it was called, and as it is. */
  renamed: Map<string, { was: Street; now: Street }>;
  /** Names that tables which know former ones say are of today. */
  present: Set<string>;
  places: TablePlaces[];
};

/** Points of one table that are looked through for the nearest, at most: more are no list of places to go to. */
const mostPoints = 1000;

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
    settlements,
  }: { dataset: Dataset; source: DatasetSource; settlements: string },
  found: Tables,
): void {
  for (const { table, report, resource: index } of source.tables) {
    const resource = dataset.resources.find(
      ({ name }) => name === source.value.resources[index]?.name,
    );
    if (!table || !resource?.table) continue;
    const columns = report.columns.map(({ field, title, personal }) => {
      const described = resource.table?.columns.find((one) => one.field.name === field);
      return {
        field,
        title: described?.title.uk ?? title,
        personal: personal.length > 0 || described?.field.personal !== undefined,
      };
    });
    const roles = columns.map(({ field, title }) => roleOf(field, title));
    const place = { lat: roles.indexOf("latitude"), lon: roles.indexOf("longitude") };
    const isPlaced = place.lat !== -1 && place.lon !== -1;
    const at = addressColumns(columns);
    const isPlaces = !at && isPlaced && table.rows.length <= mostPoints;
    if (!at && !isPlaces) continue;
    const own = tableOf(dataset, resource, place.lat !== -1);
    const key = tableKey(own);
    found.tables.push(own);
    if (isPlaces) {
      const open = resource.table.columns
        .map(({ field, title, profile }, column) => ({
          ...{ column, name: field.name, title: title.uk, type: field.type },
          ...{ distinct: profile.distinct, missing: profile.missing },
        }))
        .filter(({ column }) => columns[column]?.personal === false);
      const called = titleColumn(open);
      const things = (called ? table.rows : []).flatMap(({ cells }): PlacedThing[] => {
        const point = pointOf(cells, place);
        if (!called || !point) return [];
        const name = cells[called.column] ?? "";
        const told = calledBy(called.title, name);
        return [told === name ? [name, ...point] : [name, ...point, told]];
      });
      if (things.length > 0) found.places.push({ table: key, things });
    }
    if (!at) continue;
    const { told, renamed, withHouses } = streetsOfTable(table, at, { own: settlements, place });
    for (const one of told) {
      found.told.push({ table: key, ...one });
      if (at.former !== undefined) found.present.add(one.street.key);
      if (at.kind !== undefined && at.house === undefined) found.register.push(one.street);
    }
    for (const [was, now] of renamed) found.renamed.set(was.key, { was, now });
    if (place.lat === -1 && withHouses > 0 && resource.table.rows <= mostPoints)
      own.unplaced = withHouses;
  }
}

type Gathered = { title: string; key: string; rows: Map<string, Told[]> };

function gather({ told, register, renamed }: Tables): Map<string, Gathered> {
  // What is said in most rows is how a street is written.
  const said = told.map(({ street, rows }) => ({ ...street, times: rows }));
  const resolve = streetsOf(said, {
    register,
    renamed: new Map([...renamed].map(([key, { now }]) => [key, now])),
  });
  const streets = new Map<string, Gathered>();
  for (const one of told) {
    const street = resolve(one.street);
    const known = streets.get(street.id) ?? {
      title: streetTitle(street),
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

/** Rows of each house. Mostly a table writes a street in one way: what it says is then not copied. */
function housesOf(told: readonly Told[]): Readonly<Record<string, number>> {
  if (told.length === 1 && told[0]) return told[0].houses;
  const houses: Record<string, number> = {};
  for (const one of told)
    for (const [house, rows] of Object.entries(one.houses))
      houses[house] = (houses[house] ?? 0) + rows;
  return houses;
}

/** Rows of one table on one street. */
function rowsOf(table: string, told: readonly Told[], title: string): StreetRows {
  const houses = housesOf(told);
  const idOf = ({ kind, key }: Street) => `${kind}|${key}`;
  const names = new Map(told.map(({ street }) => [idOf(street), streetTitle(street)]));
  const isTitle = names.size === 1 && names.has(idOf(readTitle(title)));
  return {
    table,
    rows: told.reduce((sum, { rows }) => sum + rows, 0),
    ...(Object.keys(houses).length > 0 ? { houses } : {}),
    ...(isTitle ? {} : { names: [...names.values()] }),
  };
}

/** Points of a street, of all tables together. */
function pointsOf(told: readonly Told[]): StreetPoints {
  const houses = new Map<string, Points>();
  for (const { placed } of told)
    for (const [house, points] of Object.entries(placed))
      houses.set(house, added([houses.get(house) ?? added([]), points]));
  return { all: added(told.map(({ points }) => points)), houses };
}

/** Words of all streets, and the portal's own settlements by their names alone. */
function wordsOfStreets(
  files: ReadonlyMap<string, readonly IndexedStreet[]>,
  places: Catalogue["portal"]["places"],
): StreetWords {
  const words = [...files.values()]
    .flat()
    .flatMap(({ key, former = [] }) => [key, ...former].flatMap((name) => name.split(" ")));
  return {
    towns: places.flatMap(
      ({ title }) => /^(?:місто|село|селище|смт)\s+(.+)$/u.exec(title)?.[1] ?? [],
    ),
    words: [...new Set(words)].filter((word) => /\p{L}{3}/u.test(word)).sort(),
  };
}

/**
 * What the portal knows of each street, over all its tables, as files by the first letters of names. Columns of addresses
 * are known by what they are called, so it is the same for any hromada; columns of people are never read.
 */
export function streetIndexOf(
  catalogue: Catalogue,
  sources: readonly DatasetSource[],
): Map<string, string> {
  const found: Tables = {
    tables: [],
    told: [],
    register: [],
    renamed: new Map(),
    present: new Set(),
    places: [],
  };
  const byId = new Map(sources.map((source) => [source.id, source]));
  const settlements = ownSettlements(catalogue.portal);
  for (const dataset of published(catalogue)) {
    const source = byId.get(dataset.id);
    if (source) readSource({ dataset, source, settlements }, found);
  }
  // A name that another street has today says that one.
  for (const key of found.present) found.renamed.delete(key);
  const files = new Map<string, IndexedStreet[]>();
  for (const [, { title, key, rows }] of [...gather(found)].sort((a, b) =>
    a[1].title < b[1].title ? -1 : 1,
  )) {
    const former = [...found.renamed].flatMap(([was, { now }]) => (now.key === key ? [was] : []));
    const street: IndexedStreet = {
      title,
      key,
      ...(former.length > 0 ? { former } : {}),
      has: [...rows].map(([table, told]) => rowsOf(table, told, title)),
      ...filedPoints(pointsOf([...rows.values()].flat())),
    };
    const words = [key, ...former].flatMap((one) => one.split(" "));
    for (const file of new Set(words.map(streetFile)))
      files.set(file, [...(files.get(file) ?? []), street]);
  }
  const made = new Map<string, string>();
  if (found.told.length === 0) return made;
  made.set("streets/tables.json", JSON.stringify(found.tables));
  for (const [file, streets] of files) made.set(file, JSON.stringify(streets));
  const renamed = [...found.renamed].map(
    ([key, { was, now }]): RenamedStreet => ({ key, was: streetTitle(was), now: streetTitle(now) }),
  );
  made.set(wordsFile, JSON.stringify(wordsOfStreets(files, catalogue.portal.places)));
  if (found.places.length > 0) made.set(placesFile, JSON.stringify(found.places));
  if (renamed.length > 0) made.set(renamedFile, JSON.stringify(renamed));
  return made;
}
