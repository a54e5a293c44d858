import type { Feature, FeatureCollection, Position } from "geojson";
import type { Catalogue } from "../../model/catalogue.ts";
import type { Repository } from "../../model/repository.ts";
import { counted, type Table } from "../../model/table.ts";
import { textOf } from "../../model/tree.ts";
import { roleOf } from "../../table/column/role/role.ts";
import { extremes } from "../../table/extremes.ts";
import type { Ground, GroundFeature } from "./basemap.ts";

/** Where a ground that was made of an extract lies (npm run basemap). */
export const basemapFile = "data/basemap.json";

/** A street is known by so many places at least: one may be wrong. */
const leastPlaces = 3;

/** Places of one street lie no farther apart than this, degrees: else the name is that of several streets. */
const widest = 0.05;

/** All places of streets together: a ground is fetched with every map. */
const most = 4000;

/**
 * The ground of the portal's maps: what was made of an extract, else what the portal itself knows: its published
 * boundaries, and streets by the places of its tables that stand on them.
 */
export function groundOf(
  catalogue: Pick<Catalogue, "datasets">,
  { datasets, tree }: Pick<Repository, "datasets" | "tree">,
): string {
  const made = tree.get(basemapFile);
  if (made) return textOf(made);
  const ground: Ground = {
    type: "FeatureCollection",
    features: [...boundariesOf(catalogue, tree), ...streetsOf(datasets)],
  };
  return `${JSON.stringify(ground)}\n`;
}

/** All that the portal's own ground is made of: its files, and how they are to be read; nothing where an extract gave one. */
export const groundSources = (
  { datasets }: Pick<Catalogue, "datasets">,
  { tree }: Pick<Repository, "tree">,
): object | undefined =>
  tree.has(basemapFile)
    ? undefined
    : datasets.map(({ passport, resources }) => [
        passport.resources,
        resources.map(({ sha256 }) => sha256),
      ]);

/** Areas of files that call themselves a boundary. */
function boundariesOf(
  { datasets }: Pick<Catalogue, "datasets">,
  tree: Repository["tree"],
): GroundFeature[] {
  return datasets.flatMap(({ resources }) =>
    resources.flatMap(({ format, file, title }) => {
      const entry = file === undefined ? undefined : tree.get(file);
      if (format !== "GEOJSON" || !entry || !/(^|\s)меж[іа]/i.test(title.uk)) return [];
      const { features = [] }: Partial<FeatureCollection> = JSON.parse(textOf(entry));
      return features.flatMap(({ geometry }: Feature): GroundFeature[] =>
        geometry?.type === "Polygon" || geometry?.type === "MultiPolygon"
          ? [{ type: "Feature", properties: { kind: "boundary" }, geometry }]
          : [],
      );
    }),
  );
}

/** «вул. Соборна, 10» → «вул. Соборна». */
const streetOf = (address: string): string => address.split(/,|\s\d/)[0]?.trim() ?? "";

/** The places that a table names with each street, counted once for every build that asks. */
function placesOf(table: Table): [street: string, places: Position[]][] {
  const at = (role: string) => table.header.findIndex((name) => roleOf(name, name) === role);
  const [lat, lon, address] = [at("latitude"), at("longitude"), at("address")];
  if (lat === -1 || lon === -1 || address === -1) return [];
  return counted(table, ["places of streets", lat, lon, address], () => {
    const streets = new Map<string, Map<string, Position>>();
    for (const { cells } of table.rows) {
      const name = streetOf(cells[address] ?? "");
      const place = [Number(cells[lon] || "x"), Number(cells[lat] || "x")].map(
        (degrees) => Math.round(degrees * 1e4) / 1e4,
      );
      if (name === "" || place.some(Number.isNaN)) continue;
      const known = streets.get(name) ?? new Map<string, Position>();
      known.set(place.join(), place);
      streets.set(name, known);
    }
    return [...streets].map(([name, places]) => [name, [...places.values()]]);
  });
}

/** A place of four decimals as one number, which is compared faster than a text. */
const placeNumber = ([lon = 0, lat = 0]: Position): number =>
  Math.round(lon * 1e4) * 1e7 + Math.round(lat * 1e4);

function streetsOf(datasets: Repository["datasets"]): GroundFeature[] {
  const streets = new Map<string, Map<number, Position>>();
  for (const { tables } of datasets)
    for (const { table } of tables)
      for (const [name, places] of table ? placesOf(table) : []) {
        const known = streets.get(name) ?? new Map<number, Position>();
        streets.set(name, known);
        // One too crowded to be drawn is not remembered whole: of ten thousand tables that would be a gigabyte.
        if (known.size <= most) for (const place of places) known.set(placeNumber(place), place);
      }
  return featuresOf(streets);
}

/** Places in a row farther apart than this have something else between them, degrees. */
const longestGap = 0.008;

/** Places so near each other along a street are one: houses of both its sides, degrees. */
const step = 0.0015;

/**
 * About where a street runs, by the places that stand on it: their middles, step by step along the way they are spread
 * (its principal axis); parted where nothing is known between.
 */
function alongStreet(places: readonly Position[]): Position[][] {
  const mean = (axis: 0 | 1) =>
    places.reduce((sum, place) => sum + (place[axis] ?? 0), 0) / places.length;
  const [x, y] = [mean(0), mean(1)];
  const product = (a: 0 | 1, b: 0 | 1) => {
    const middle = [x, y];
    return places.reduce(
      (sum, place) =>
        sum + ((place[a] ?? 0) - (middle[a] ?? 0)) * ((place[b] ?? 0) - (middle[b] ?? 0)),
      0,
    );
  };
  const angle = Math.atan2(2 * product(0, 1), product(0, 0) - product(1, 1)) / 2;
  const along = ([lon = 0, lat = 0]: Position) =>
    (lon - x) * Math.cos(angle) + (lat - y) * Math.sin(angle);
  const bins = Map.groupBy(places, (place) => Math.round(along(place) / step));
  const middles = [...bins]
    .sort(([a], [b]) => a - b)
    .map(([, near]) =>
      [0, 1].map(
        (axis) =>
          Math.round(
            (near.reduce((sum, place) => sum + (place[axis] ?? 0), 0) / near.length) * 1e5,
          ) / 1e5,
      ),
    );
  const lines: Position[][] = [];
  for (const place of middles) {
    const last = lines.at(-1)?.at(-1);
    const gap =
      last && Math.hypot((place[0] ?? 0) - (last[0] ?? 0), (place[1] ?? 0) - (last[1] ?? 0));
    if (gap !== undefined && gap <= longestGap) lines.at(-1)?.push(place);
    else lines.push([place]);
  }
  return lines.filter((line) => line.length > 1);
}

function featuresOf(streets: ReadonlyMap<string, ReadonlyMap<number, Position>>): GroundFeature[] {
  const spread = (places: readonly Position[], axis: 0 | 1) => {
    const { least, most } = extremes(places.map((place) => place[axis] ?? 0));
    return most - least;
  };
  let left = most;
  return [...streets]
    .map(([name, known]) => ({ name, places: [...known.values()] }))
    .filter(
      ({ places }) =>
        places.length >= leastPlaces && spread(places, 0) <= widest && spread(places, 1) <= widest,
    )
    .sort((a, b) => b.places.length - a.places.length || (a.name < b.name ? -1 : 1))
    .flatMap(({ name, places }, rank): GroundFeature[] => {
      if (places.length > left) return [];
      left -= places.length;
      const lines = alongStreet(places);
      if (lines.length === 0) return [];
      const level = rank < 8 ? 1 : rank < 30 ? 2 : 3;
      return [
        {
          type: "Feature",
          properties: { kind: "street", name, level },
          geometry: { type: "MultiLineString", coordinates: lines },
        },
      ];
    });
}
