import type { Position } from "geojson";
import { expect, test } from "vitest";
import { featuresIn } from "../../explore/map/tile-features.ts";
import { type Tree, treeOf } from "../../model/tree.ts";
import type { Ground, GroundFeature } from "./basemap.ts";
import { basemapFile } from "./own-ground.ts";
import { groundStreets, groundTiles, tileJsonOf } from "./tiles.ts";

const portal = { title: "Портал", site: "https://data.example.gov.ua" };
/** Many short streets of a level, a grid of a town; the greater is long. */
const street = (level: number, at: number): GroundFeature => ({
  type: "Feature",
  properties: { kind: "street", level, name: `вулиця ${level}-${at}` },
  geometry: {
    type: "MultiLineString",
    coordinates: [
      [
        [32.2 + at * 0.0002, 48.5],
        [32.2 + at * 0.0002 + 0.00011 * level, 48.51],
        [32.2 + at * 0.0002, 48.52],
      ],
    ],
  },
});
const water: GroundFeature = {
  type: "Feature",
  properties: { kind: "water", name: "Інгул" },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [32.15, 48.45],
        [32.35, 48.45],
        [32.35, 48.49],
        [32.15, 48.45],
      ],
    ],
  },
};
const groundOf = (each: number): Ground => ({
  type: "FeatureCollection",
  bbox: [32.1, 48.4, 32.4, 48.6],
  attribution: "© учасники OpenStreetMap",
  features: [
    water,
    ...[1, 2, 3, 4].flatMap((level) => Array.from({ length: each }, (_, at) => street(level, at))),
  ],
});
const treeWith = (ground: Ground): Tree => treeOf({ [basemapFile]: JSON.stringify(ground) });
const large = groundOf(120);
const tree = treeWith(large);

/** All that a level draws, read by another library than the one that cut it: names and places. */
const drawnAt = (level: number) =>
  groundTiles({ tree })
    .filter(({ z }) => z === level)
    .flatMap(({ render, ...tile }) => featuresIn(render().slice().buffer, tile));

test("a small ground stays one file, a large one is parted", () => {
  const small = treeWith(groundOf(20));
  expect([groundTiles({ tree: small }), tileJsonOf({ tree: small }, portal)]).toEqual([
    [],
    undefined,
  ]);
  expect(groundTiles({ tree }).length).toBeGreaterThan(10);
  expect(groundTiles({ tree: new Map() })).toEqual([]);
});

test("the TileJSON says where the tiles lie, what is in them and whose they are", () => {
  expect(JSON.parse(tileJsonOf({ tree }, portal) ?? "")).toEqual({
    tilejson: "3.0.0",
    name: "Портал",
    tiles: ["https://data.example.gov.ua/basemap/{z}/{x}/{y}.mvt"],
    minzoom: 10,
    maxzoom: 13,
    bounds: [32.15, 48.45, 32.35, 48.52],
    attribution: "© учасники OpenStreetMap",
    vector_layers: [
      { id: "street", fields: { name: "String", level: "Number" } },
      { id: "water", fields: { name: "String" } },
    ],
  });
});

test("streets of a parted ground are told by name and place: no tile has all of them", () => {
  const streets = JSON.parse(groundStreets({ tree }) ?? "");
  expect([streets.length, streets[1]]).toEqual([480, ["вулиця 1-1", 48.51, 32.20031]]);
  expect(groundStreets({ tree: treeWith(groundOf(20)) })).toBeUndefined();
});

test("every tile of its bounds is there, so that nobody asks for one that is not", () => {
  const places = groundTiles({ tree }).map(({ z, x, y }) => `${z}/${x}/${y}`);
  expect(places.filter((place) => /^1[01]\//.test(place))).toEqual([
    "10/603/353",
    "10/603/354",
    "10/604/353",
    "10/604/354",
    "11/1206/707",
    "11/1206/708",
    "11/1207/707",
    "11/1207/708",
    "11/1208/707",
    "11/1208/708",
  ]);
  expect(new Set(places).size).toBe(places.length);
});

test.each([
  [10, [1, 2]],
  [11, [1, 2, 3]],
  [12, [1, 2, 3]],
  [13, [1, 2, 3, 4]],
])("level %i draws streets of the levels %j", (level, levels) => {
  const drawn = drawnAt(level).flatMap(({ properties }) =>
    properties?.kind === "street" ? [properties.level] : [],
  );
  expect([...new Set(drawn)].sort()).toEqual(levels);
});

test("what the tiles draw lies where the source has it, to within two metres", () => {
  const drawn = new Map<string, Position[]>();
  for (const { properties, geometry } of drawnAt(13)) {
    if (geometry.type !== "LineString" && geometry.type !== "MultiLineString") continue;
    const places = [geometry.coordinates].flat(geometry.type === "LineString" ? 1 : 2);
    drawn.set(properties?.name, [
      ...(drawn.get(properties?.name) ?? []),
      ...(places as Position[]),
    ]);
  }
  const twoMetres = 2 / 111_000;
  const far = large.features.flatMap(({ properties: { kind, name = "" }, geometry }) =>
    kind === "street" && geometry.type === "MultiLineString"
      ? geometry.coordinates
          .flat()
          .filter(
            ([lon = 0, lat = 0]) =>
              !drawn
                .get(name)
                ?.some(
                  ([x = 0, y = 0]) =>
                    Math.abs(y - lat) < twoMetres && Math.abs(x - lon) < 1.5 * twoMetres,
                ),
          )
      : [],
  );
  expect(far).toEqual([]);
  expect(drawn.size).toBe(480);
});

test("a ground wider than a hromada has fewer levels, not thousands of files", () => {
  const wide: Ground = {
    ...large,
    bbox: [25, 45, 35, 52],
    features: [
      ...large.features,
      { ...water, geometry: { type: "Point", coordinates: [25, 45] } },
      { ...water, geometry: { type: "Point", coordinates: [35, 52] } },
    ],
  };
  const levels = groundTiles({ tree: treeWith(wide) }).map(({ z }) => z);
  expect(Math.max(...levels)).toBeLessThan(13);
  expect(levels.length).toBeLessThan(2000);
});
